// @ts-nocheck
import { cp, mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { batchJob } from "./jobs";
import { emulator, stackOf, succeed } from "./programs";

const jobs = [batchJob("a")];
const resources = `
  import { DlfJobGate, DlfJobs } from "pulumi-dlf";
  new DlfJobs("jobs");
  export const finding = new DlfJobGate("gate", { rules: { minJobs: 1 } }).finding;
`;

test("a program that drops its resources together with the package is updated and destroyed", async () => {
  const service = await emulator({ jobs });
  const stack = await stackOf(resources, { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  await rm(join(stack.folder, "node_modules", "pulumi-dlf"));

  const preview = await stack.run(["preview"]);
  expect(preview.status).not.toBe(0);
  const refresh = await succeed(stack, "refresh", "--yes", "--run-program=false");
  expect(refresh.output).toContain("the recorded state stays as it is: pulumi-dlf, which looks after this resource,");

  await stack.write({ "index.ts": "export const nothing = 1;" });
  const up = await succeed(stack, "up", "--yes", "--skip-preview");
  expect(up.output).toContain("- 2 deleted");
  await succeed(stack, "destroy", "--yes");
});

test("destroy needs neither the package nor the service, with a refresh before it either", async () => {
  const service = await emulator({ jobs });
  const stack = await stackOf(resources, { env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  await service.close();
  const { output } = await succeed(stack, "destroy", "--refresh", "--yes", "--skip-preview");
  expect(output).toContain("DlfJobs: not refreshed, the recorded list stays as it is:");

  const again = await emulator({ jobs });
  const other = await stackOf(resources, { env: again.env() });
  await succeed(other, "up", "--yes", "--skip-preview");
  await rm(join(other.folder, "node_modules", "pulumi-dlf"));
  // A package that is there, and broken.
  await other.write({ "node_modules/pulumi-dlf/package.json": JSON.stringify({ name: "pulumi-dlf", exports: {} }) });
  await succeed(other, "destroy", "--yes", "--refresh");
});

test("a gate and a snapshot inside a library with its own copy of the package are found there", async () => {
  const service = await emulator({ jobs });
  const stack = await stackOf(`import { finding } from "library"; export const result = finding.result;`, {
    env: service.env(),
  });
  const library = join(stack.folder, "node_modules", "library");
  const copy = join(library, "node_modules", "pulumi-dlf");
  await rm(join(stack.folder, "node_modules", "pulumi-dlf"));
  await mkdir(copy, { recursive: true });
  for (const name of ["dist", "package.json"]) {
    await cp(join(repositoryRoot, name), join(copy, name), { recursive: true });
  }
  await symlink(join(repositoryRoot, "node_modules"), join(copy, "node_modules"), "junction");
  await stack.write({
    "node_modules/library/package.json": JSON.stringify({ name: "library", main: "index.js" }),
    "node_modules/library/index.js": `
      const { DlfJobGate, DlfJobs } = require("pulumi-dlf");
      new DlfJobs("jobs");
      exports.finding = new DlfJobGate("gate", { rules: { minJobs: 1 } }).finding;
    `,
  });
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(await stack.outputs()).toEqual({ result: "holds" });
});

test("the engine asks no gate that --target leaves out: what is targeted is deployed", async () => {
  const service = await emulator({ jobs });
  const program = (more: string) => `
    import * as pulumi from "@pulumi/pulumi";
    import { DlfJobGate } from "pulumi-dlf";
    class Thing extends pulumi.dynamic.Resource {
      constructor(name: string, value: number, options?: pulumi.CustomResourceOptions) {
        super({ create: async () => ({ id: "1", outs: {} }), update: async () => ({ outs: {} }) }, name, { value }, options);
      }
    }
    const gate = new DlfJobGate("gate", { rules: { forbiddenLastInstanceStatuses: ["fail"] } });
    ${more}
    export const finding = gate.finding;
  `;
  const release = (value: number) => program(`new Thing("release", ${value}, { dependsOn: gate });`);
  const stack = await stackOf(release(1), { env: service.env() });
  // A gate that was never made: no finding, and no crash.
  const first = await stack.run(["up", "--yes", "--skip-preview", "--target", "**release"]);
  expect(first.output).not.toMatch(/TypeError|^\s+at /m);
  await succeed(stack, "up", "--yes", "--skip-preview");

  service.setJobs([batchJob("a", { lastInstanceStatus: "fail" })]);
  await stack.write({ "index.ts": release(2) });
  const targeted = await succeed(stack, "up", "--yes", "--skip-preview", "--target", "**release");
  expect(targeted.output).toContain("1 updated");
  expect(await stack.outputs()).toEqual({ finding: { result: "holds", violations: [] } });
  expect((await stack.run(["preview"])).status).not.toBe(0);

  const destroyed = await stack.run(["destroy", "--yes", "--run-program", "--skip-preview"]);
  expect(destroyed.output).not.toMatch(/TypeError|^\s+at /m);
  expect(destroyed.status).toBe(0);
});
