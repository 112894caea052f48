import { batchJob } from "../e2e/jobs";
import { emulator, pluginStack, succeed } from "./programs";

const program = `name: scratch
runtime: yaml
resources:
  jobs: { type: dlf:JobsSnapshot }
`;

/** The lines of what differs, without how they are set. */
function changes(output: string): string[] {
  const lines = output.split("\n").map((line) => line.trim());
  const shown = lines.slice(lines.indexOf("~ snapshot: {") + 1, lines.indexOf("Resources:"));
  return shown.filter((line) => /^[~+-]/.test(line)).map((line) => line.replace(/ *: /, ": "));
}

test("a preview shows the jobs that changed and their fields, and no other job, whatever the job's name", async () => {
  const names = ["0day", 'a"b', "a.b[0]", "a[*]", 'a\\"b', "a\\b", "a]b"];
  const jobs = (owner: string) => [...names.map((name) => batchJob(name, { owner })), batchJob("same")];
  const service = await emulator({ jobs: jobs("a") });
  const stack = await pluginStack({ language: "yaml", program: { "Pulumi.yaml": program }, env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  service.setJobs(jobs("b"));
  const { output } = await succeed(stack, "preview", "--diff");
  expect(changes(output)).toEqual(names.flatMap((name) => [`~ BATCH/${name}: (json) {`, '~ owner: "a" => "b"']));
  expect(output).not.toContain("BATCH/same");
});

test("a refresh shows the same, and leaves nothing to show", async () => {
  const jobs = (owner: string) => [batchJob("a.b", { owner }), batchJob("same")];
  const service = await emulator({ jobs: [...jobs("a"), batchJob("gone")] });
  const stack = await pluginStack({ language: "yaml", program: { "Pulumi.yaml": program }, env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  service.setJobs([...jobs("b"), batchJob("new")]);
  const { output } = await succeed(stack, "refresh", "--yes", "--skip-preview", "--diff");
  const shown = changes(output);
  expect(shown).toEqual(expect.arrayContaining(["~ BATCH/a.b: (json) {", '~ owner: "a" => "b"']));
  expect(shown).toEqual(expect.arrayContaining(["- BATCH/gone: (json) {", "+ BATCH/new: (json) {"]));
  expect(output).not.toContain("BATCH/same");
  const after = await succeed(stack, "preview", "--diff", "--expect-no-changes");
  expect(after.output).not.toContain("BATCH/");
});

test("changes of the snapshot can be ignored, and an argument can become a secret", async () => {
  const ignoring = program.replace(" }", ", options: { ignoreChanges: [snapshot] } }");
  const service = await emulator({ jobs: [batchJob("a")] });
  const stack = await pluginStack({ language: "yaml", program: { "Pulumi.yaml": ignoring }, env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  service.setJobs([batchJob("b")]);
  await succeed(stack, "preview", "--expect-no-changes");
  await succeed(stack, "up", "--yes", "--skip-preview", "--expect-no-changes");

  const named = (jobName: string) =>
    `name: scratch
runtime: yaml
config:
  hush: { type: string, secret: true }
resources:
  jobs: { type: dlf:JobsSnapshot, properties: { jobName: "${jobName}" } }
`;
  service.setJobs([batchJob("hushed")]);
  await stack.setConfig("hush", "hushed", { secret: true });
  await stack.write({ "Pulumi.yaml": named("hushed") });
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(JSON.stringify(await stack.exportState())).toContain("hushed");
  await stack.write({ "Pulumi.yaml": named("${hush}") });
  await succeed(stack, "up", "--yes", "--skip-preview");
  expect(JSON.stringify(await stack.exportState())).not.toContain("hushed");
});
