// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";

interface Inputs {
  path: string;
  content: unknown;
}

async function write({ path, content }: Inputs): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  await writeFile(path, `${JSON.stringify(content, undefined, 2)}\n`);
}

const provider: pulumi.dynamic.ResourceProvider<Inputs, Inputs> = {
  async create(inputs) {
    await write(inputs);
    return { id: inputs.path, outs: inputs };
  },
  async update(_id, _olds, inputs) {
    await write(inputs);
    return { outs: inputs };
  },
  async delete(id) {
    const { rm } = await import("node:fs/promises");
    await rm(id, { force: true });
  },
};

/**
 * Stands for where your Prometheus and Grafana take these from, such as a ConfigMap or a PrometheusRule. The content is
 * an input as it is, so that a preview shows what of it changed.
 */
export class JsonFile extends pulumi.dynamic.Resource {
  constructor(name: string, args: { path: string; content: unknown }, options?: pulumi.CustomResourceOptions) {
    super(provider, name, { ...args }, options);
  }
}
