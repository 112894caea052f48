// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";

export interface ReleaseArgs {
  path: pulumi.Input<string>;
  version: pulumi.Input<string>;
}

/** Stands for what you deploy, such as a container service or a Helm release: it writes its version into a file. */
export class Release extends pulumi.dynamic.Resource {
  declare readonly path: pulumi.Output<string>;
  declare readonly version: pulumi.Output<string>;

  constructor(name: string, args: ReleaseArgs, options?: pulumi.CustomResourceOptions) {
    super(provider, name, { ...args }, options);
  }
}

interface Inputs {
  path: string;
  version: string;
}

async function write(inputs: Inputs): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  await writeFile(inputs.path, `${JSON.stringify({ version: inputs.version })}\n`);
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
};
