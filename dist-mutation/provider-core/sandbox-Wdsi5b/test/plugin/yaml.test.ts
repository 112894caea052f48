// @ts-nocheck
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { said, testEveryPromise } from "./everyLanguage";
import { describeLanguage, emulator, version } from "./programs";
import { followReadme, slowMachine } from "./readme";
import { testSchemaExamples } from "./schemaExamples";

const program = (body: string) => ({ "Pulumi.yaml": `name: scratch\nruntime: yaml\n${body}` });
const snapshot = (rest: string) => program(`resources:\n  jobs: { type: "dlf:JobsSnapshot", ${rest} }\n`);
const gate = (properties: string) =>
  program(`resources:\n  healthy: { type: "dlf:JobGate", properties: ${properties} }\n`);
const ofSchema = (name: string) => {
  const file = join(repositoryRoot, "tools/schema/examples", name, "Pulumi.yaml");
  return { "Pulumi.yaml": readFileSync(file, "utf8") };
};

describeLanguage("yaml", () => {
  test(
    "four lines of the README lead from an empty folder to a preview",
    async () => {
      const service = await emulator({ jobs: { seed: 1, batch: 20, realTime: 5 } });
      const { commands, result, remove } = await followReadme("yaml", service.env());
      await remove();
      expect(result).toMatchObject({ status: 0, output: expect.stringMatching(/\btotal: 25\n/) as string });
      expect(commands).toHaveLength(4);
      expect(commands.join("\n")).toContain(` dlf ${version} `);
    },
    slowMachine,
  );

  testEveryPromise({
    language: "yaml",
    example: "examples/yaml",
    unknownInputs: program(`
variables:
  found: { "fn::invoke": { function: "dlf:getJobs", arguments: { jobName: "\${first.id}", exactName: true } } }
resources:
  first: { type: "pulumi:index:Stash", properties: { input: 1 } }
  jobs: { type: "dlf:JobsSnapshot", properties: { jobName: "\${first.id}" } }
  absent:
    type: dlf:JobGate
    properties: { query: { jobName: "\${first.id}" }, rules: { maxJobs: 0, allowEmpty: true } }
  guarded: { type: "pulumi:index:Stash", properties: { input: "\${absent.finding.result}" } }
outputs: { found: "\${found.total}", recorded: "\${jobs.total}" }
`),
    secretInputs: program(`
config: { pattern: { type: string, secret: true } }
variables:
  found: { "fn::invoke": { function: "dlf:getJobs", arguments: { jobName: "\${pattern}" } } }
resources:
  jobs: { type: "dlf:JobsSnapshot", properties: { jobName: "\${pattern}" } }
  healthy:
    type: dlf:JobGate
    properties:
      query: { jobName: "\${pattern}" }
      rules: { forbiddenLastInstanceStatuses: [fail] }
      enforcement: advisory
outputs: { found: "\${found.names}", recorded: "\${jobs.names}", gate: "\${healthy.finding.result}" }
`),
    advisory: program(`
resources:
  healthy:
    type: dlf:JobGate
    properties: { rules: { forbiddenLastInstanceStatuses: [fail] }, enforcement: advisory }
  guarded: { type: "pulumi:index:Stash", properties: { input: 1 }, options: { dependsOn: ["\${healthy}"] } }
`),
    bare: snapshot(""),
    mistakes: [
      [
        "a misspelt property",
        snapshot("properties: { jobtype: ALL }"),
        /Property jobtype does not exist on 'dlf:index:JobsSnapshot'[^]*Existing properties are: jobType, /,
      ],
      ["a misspelt rule", gate("{ rules: { minJob: 1 } }"), /Property minJob does not exist on 'dlf:index:GateRules'/],
      [
        "a value of another type",
        gate("{ rules: { minJobs: many } }"),
        /minJobs: Cannot assign type 'string' to type 'in/,
      ],
      ["a value that there is not", snapshot("properties: { jobType: ALLL }"), said.noSuchValue],
      ["no rule", gate("{ rules: {} }"), /there is no rule/],
      [
        "no rules",
        program("resources:\n  healthy: { type: dlf:JobGate }\n"),
        /A gate needs rules such as \{ minJobs: 1 \}/,
      ],
      ["the option import", snapshot("options: { import: some-id }"), said.optionImport],
      ["a static get", snapshot("get: { id: some-id }"), said.staticGet],
    ],
  });
  testSchemaExamples({
    language: "yaml",
    program: ofSchema,
  });
});
