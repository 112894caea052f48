// @ts-nocheck
import { emulator, previewOutputs, stackOf, succeed } from "./programs";

const job = { jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1 };
const jobs = [
  { ...job, name: "a", workspace: "w1" },
  { ...job, name: "b", workspace: "w2" },
];

/** A resource that needs no cloud: its output \`workspace\` is known only once it exists. */
const resource = `
import * as pulumi from "@pulumi/pulumi";
import { getDlfJobsOutput } from "pulumi-dlf";

class Made extends pulumi.dynamic.Resource {
  declare readonly workspace: pulumi.Output<string>;
  constructor(name: string, workspace: string) {
    super({
      async create(inputs: { given: string }) { return { id: "made", outs: { workspace: inputs.given } }; },
    }, name, { given: workspace, workspace: undefined });
  }
}`;

test("an input that is unknown in a preview gives an unknown result and no call; up lists", async () => {
  const service = await emulator({ jobs });
  const stack = await stackOf(
    `${resource}
    export const names = getDlfJobsOutput({ workspace: new Made("m", "w2").workspace }).names;`,
    { env: service.env() },
  );
  // How the engine writes a value that is not known yet.
  expect(await previewOutputs(stack)).toEqual({ names: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" });
  expect(service.requests.jobs).toBe(0);

  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(await stack.outputs()).toEqual({ names: ["b"] });
  expect((await previewOutputs(stack))["names"]).toEqual(["b"]);
});

test("dependsOn waits: nothing is listed before the resource exists", async () => {
  const service = await emulator({ jobs });
  const stack = await stackOf(
    `${resource}
    export const names = getDlfJobsOutput({ workspace: "w1" }, { dependsOn: new Made("m", "x") }).names;`,
    { env: service.env() },
  );
  await succeed(stack, "preview");
  expect(service.requests.jobs).toBe(0);
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(await stack.outputs()).toEqual({ names: ["a"] });
});

test("a component in dependsOn is refused: its parts would not be waited for", async () => {
  const service = await emulator({ jobs });
  const stack = await stackOf(
    `${resource}
    const component = new pulumi.ComponentResource("my:module:Component", "c");
    export const names = getDlfJobsOutput({}, { dependsOn: component }).names;`,
    { env: service.env() },
  );
  const { status, output } = await stack.run(["preview"]);
  expect(status).not.toBe(0);
  expect(output).toMatch(/dependsOn takes custom resources/);
});

test("a secret argument makes the result a secret, a secret of the client does not", async () => {
  const service = await emulator({ jobs });
  const { HW_ACCESS_KEY: accessKey, HW_SECRET_KEY: secretKey = "", ...env } = service.env();
  const stack = await stackOf(
    `
    import * as pulumi from "@pulumi/pulumi";
    import { getDlfJobsOutput } from "pulumi-dlf";
    const config = new pulumi.Config();
    const credentials = { accessKey: "${accessKey ?? ""}", secretKey: config.requireSecret("key") };
    export const fromSecret = getDlfJobsOutput({ workspace: config.requireSecret("workspace") }, { client: { credentials } }).names;
    export const plain = getDlfJobsOutput({ workspace: "w2" }, { client: { credentials } }).names;`,
    { env, config: { "scratch:key": { secret: secretKey }, "scratch:workspace": { secret: "w1" } } },
  );
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(await stack.outputs()).toEqual({ fromSecret: "[secret]", plain: ["b"] });
  expect(await stack.outputs({ showSecrets: true })).toEqual({ fromSecret: ["a"], plain: ["b"] });
  expect(JSON.stringify(await stack.exportState())).not.toContain(secretKey);
});

test("the stack's configuration is enough: keys as secrets, without a warning, and in neither output nor state", async () => {
  const token = "a-security-token-that-nobody-may-see";
  const credentials = { accessKey: "CONFIGACCESSKEY", secretKey: "config-secret-key-0123456789", securityToken: token };
  const service = await emulator({ jobs, credentials: [credentials] });
  const stack = await stackOf(
    `
    import { getDlfJobs } from "pulumi-dlf";
    export = async () => ({ names: (await getDlfJobs()).names });`,
    {
      env: { HW_ACCESS_KEY: "NOTTHISONE", HW_SECRET_KEY: "nor-this" },
      config: {
        "dlf:endpoint": service.endpoint,
        "dlf:region": service.region,
        "dlf:projectId": service.projectId,
        "dlf:workspace": "w1",
        "dlf:accessKey": { secret: credentials.accessKey },
        "dlf:secretKey": { secret: credentials.secretKey },
        "dlf:securityToken": { secret: token },
      },
    },
  );
  const { output } = await succeed(stack, "up", "--yes");
  expect(output).not.toMatch(/warning/i);
  expect(await stack.outputs()).toEqual({ names: ["a"] });
  const everything = output + JSON.stringify(await stack.exportState());
  for (const secret of Object.values(credentials)) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString("base64"));
  }
});

test("getDlfJobs rejects with a code that a program can tell apart", async () => {
  const service = await emulator({ jobs });
  const stack = await stackOf(
    `
    import { getDlfJobs, GetDlfJobsError } from "pulumi-dlf";
    export = async () => {
      try {
        await getDlfJobs({ workspace: "nowhere" });
        return { code: "none" };
      } catch (error) {
        if (!(error instanceof GetDlfJobsError)) throw error;
        return { code: error.code, service: error.errorCode, status: error.status };
      }
    };`,
    { env: service.env() },
  );
  expect(await previewOutputs(stack)).toEqual({ code: "API_ERROR", service: "DLF.0819", status: 400 });
});
