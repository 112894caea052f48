import { batchJob } from "../e2e/jobs";
import { emulator, pluginStack, succeed } from "./programs";

const program = `name: scratch
runtime: yaml
resources:
  jobs: { type: dlf:JobsSnapshot }
`;

test("a preview shows the jobs that changed and their fields, and no other job, whatever the job's name", async () => {
  const names = ["0day", 'a"b', "a.b[0]", "a[*]", 'a\\"b', "a\\b", "a]b"];
  const jobs = (owner: string) => [...names.map((name) => batchJob(name, { owner })), batchJob("same")];
  const service = await emulator({ jobs: jobs("a") });
  const stack = await pluginStack({ language: "yaml", program: { "Pulumi.yaml": program }, env: service.env() });
  await succeed(stack, "up", "--yes", "--skip-preview");
  service.setJobs(jobs("b"));
  const { output } = await succeed(stack, "preview", "--diff");
  const lines = output.split("\n").map((line) => line.trim());
  const shown = lines.slice(lines.indexOf("~ snapshot: {") + 1, lines.indexOf("Resources:"));
  const changed = shown.filter((line) => /^[~+-]/.test(line)).map((line) => line.replace(/ *: /, ": "));
  expect(changed).toEqual(names.flatMap((name) => [`~ BATCH/${name}: (json) {`, '~ owner: "a" => "b"']));
  expect(output).not.toContain("BATCH/same");
});
