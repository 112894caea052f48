// @ts-nocheck
import { delimiter, join } from "node:path";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { runCommand } from "../../tools/engine/runCommand";
import { stackOf } from "./programs";

/**
 * One process, inline programs, two stacks of two accounts: as platform teams run Pulumi. Each operation of a stack must
 * see the jobs of its own account as they are then.
 */
const script = `
const automation = require("@pulumi/pulumi/automation");
const { getDlfJobs, getDlfJobsOutput, requireDlfJobs } = require("pulumi-dlf");
const { startDlfEmulator } = require("pulumi-dlf/testing");

const job = (name, more) => ({
  name, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1, lastInstanceStatus: "success", ...more,
});
const many = (prefix, count) => Array.from({ length: count }, (_, index) => job(prefix + index));

const programs = {
  async list() {
    const output = getDlfJobsOutput().names;
    const [one, two] = await Promise.all([getDlfJobs(), getDlfJobs()]);
    return { one: one.names, two: two.names, output };
  },
  async gate() {
    return { total: (await requireDlfJobs({}, { forbiddenLastInstanceStatuses: ["fail"] })).total };
  },
};

async function main() {
  const keys = (name) => ({ accessKey: name.toUpperCase() + "ACCESSKEY", secretKey: name + "-secret-key-0123456789" });
  const services = {
    a: await startDlfEmulator({ jobs: many("a", 11), credentials: [keys("a")] }),
    b: await startDlfEmulator({ jobs: many("b", 22), credentials: [keys("b")] }),
  };
  const keysOf = { a: keys("a"), b: keys("b") };
  const configure = async (stack, name) => {
    const [service, { accessKey, secretKey }] = [services[name], keysOf[name]];
    await stack.setAllConfig({
      "dlf:endpoint": { value: service.endpoint },
      "dlf:iamEndpoint": { value: service.endpoint },
      "dlf:region": { value: service.region },
      "dlf:accessKey": { value: accessKey, secret: true },
      "dlf:secretKey": { value: secretKey, secret: true },
    });
  };
  const stackOf = async (name, kind) => {
    const stack = await automation.LocalWorkspace.createOrSelectStack({
      stackName: name + kind, projectName: "automation", program: programs[kind],
    });
    await configure(stack, name);
    return stack;
  };
  const names = async (stack) => {
    const { outputs } = await stack.up();
    const { one, two, output } = Object.fromEntries(Object.entries(outputs).map(([key, { value }]) => [key, value]));
    const same = JSON.stringify(one) === JSON.stringify(two) && JSON.stringify(one) === JSON.stringify(output);
    return same ? one.length + " of " + one[0][0] : { one, two, output };
  };
  const outcome = (running) => running.then(
    ({ outputs }) => "holds for " + outputs.total.value,
    (error) => (/requireDlfJobs: the rules do not hold/.test(error.message) ? "shut" : error.message),
  );

  const seen = {};
  const [a, b] = [await stackOf("a", "list"), await stackOf("b", "list")];
  seen.inTurn = [await names(a), await names(b), await names(a)];
  services.a.requests.reset();
  seen.atOnce = await Promise.all([names(a), names(b)]);
  seen.requestsOfOneUp = services.a.requests.jobs;
  services.a.setJobs([...many("a", 11), job("a-new")]);
  seen.added = await names(a);

  // The same service, which takes other keys from now on.
  const { port } = new URL(services.a.endpoint);
  await services.a.close();
  keysOf.a = keys("a2");
  services.a = await startDlfEmulator({ port: Number(port), jobs: many("a", 12), credentials: [keysOf.a] });
  await configure(a, "a");
  seen.rotated = await names(a);

  const [gateA, gateB] = [await stackOf("a", "gate"), await stackOf("b", "gate")];
  seen.gates = [await outcome(gateA.up()), await outcome(gateB.up())];
  services.b.setJobs([...many("b", 22), job("b-broken", { lastInstanceStatus: "fail" })]);
  // In turn: what ends a program of Pulumi ends every inline program that runs in the process just then.
  seen.gatesThen = [await outcome(gateA.up()), await outcome(gateB.up())];
  process.stdout.write("SEEN " + JSON.stringify(seen) + "\\n");
  for (const service of Object.values(services)) await service.close();
}
main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
`;

test("inline programs of the Automation API: each operation of a stack gets its own account's jobs, as they are then", async () => {
  const engine = await obtainEngine({ say: () => undefined });
  const stack = await stackOf("");
  await stack.write({ "automation.js": script });
  const { status, output, stdout } = await runCommand(process.execPath, ["automation.js"], {
    cwd: stack.folder,
    env: {
      ...process.env,
      ...engine.env,
      PATH: [engine.env["PATH"], process.env["PATH"]].join(delimiter),
      HOME: join(stack.folder, "home"),
      PULUMI_HOME: join(stack.folder, "home"),
      PULUMI_BACKEND_URL: `file://${stack.folder}`,
      PULUMI_CONFIG_PASSPHRASE: "scratch",
      PULUMI_SKIP_UPDATE_CHECK: "true",
    },
    timeLimit: 300_000,
  });
  if (status !== 0) throw new Error(output);
  const seen = JSON.parse(/^SEEN (.*)$/m.exec(stdout)?.[1] ?? "null") as unknown;
  expect(seen).toEqual({
    inTurn: ["11 of a", "22 of b", "11 of a"],
    atOnce: ["11 of a", "22 of b"],
    requestsOfOneUp: 2,
    added: "12 of a",
    rotated: "12 of a",
    gates: ["holds for 12", "holds for 22"],
    gatesThen: ["holds for 12", "shut"],
  });
}, 300_000);
