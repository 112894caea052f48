import { emulator, pluginStack, succeed } from "./programs";

const program = `name: scratch
runtime: yaml
variables:
  streams:
    fn::invoke:
      function: dlf:getJobs
      arguments: { jobType: REAL_TIME }
resources:
  jobs:
    type: dlf:JobsSnapshot
    properties: { jobType: ALL }
  healthy:
    type: dlf:JobGate
    properties:
      query: { jobType: ALL }
      rules: { minJobs: 1 }
outputs:
  streams: \${streams.total}
  total: \${jobs.total}
  finding: \${healthy.finding.result}
`;

test("function, snapshot and gate in a YAML program: preview, update, drift, destroy with the service down", async () => {
  const service = await emulator({ jobs: { seed: 1, batch: 20, realTime: 5 } });
  const stack = await pluginStack({ language: "yaml", program: { "Pulumi.yaml": program }, env: service.env() });
  expect((await succeed(stack, "preview")).output).toMatch(/finding: "holds"[^]*streams: 5[^]*total\s*: 25/);
  await succeed(stack, "up", "--yes");
  expect(await stack.outputs()).toEqual({ streams: 5, total: 25, finding: "holds" });
  expect((await succeed(stack, "preview", "--expect-no-changes")).output).toContain("3 unchanged");
});
