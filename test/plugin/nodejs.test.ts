import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { readProgram, writeProgram, type ProgramFiles } from "../../tools/engine/programFiles";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { runCommand } from "../../tools/engine/runCommand";
import { generateSdk } from "../../tools/sdks/generateSdk";
import { mustRun } from "../../tools/engine/mustRun";
import { temporaryFolder } from "../engine/temporaryFolder";
import { said, testEveryPromise } from "./everyLanguage";
import { describeLanguage } from "./programs";
import { schemaExamples, testSchemaExamples, type SchemaExample } from "./schemaExamples";

const folder = temporaryFolder();
const packages = join(folder, "node_modules");
const example = join(repositoryRoot, "examples/nodejs-plugin");
/** Where programs find the SDK. */
const env = { NODE_PATH: packages };

const program = (body: string): ProgramFiles => ({
  "index.ts": `import * as pulumi from "@pulumi/pulumi";\nimport * as dlf from "pulumi-dlf-plugin";\n${body}`,
});

describeLanguage("nodejs", () => {
  beforeAll(async () => {
    const sdk = await generateSdk("nodejs", { out: join(folder, "sdks"), say: () => undefined });
    mkdirSync(packages);
    cpSync(join(sdk, "bin"), join(packages, "pulumi-dlf-plugin"), { recursive: true });
    for (const name of ["@pulumi", "@types", "tsx", "typescript"]) {
      symlinkSync(join(repositoryRoot, "node_modules", name), join(packages, name), "junction");
    }
  }, 15 * 60_000);

  testEveryPromise({
    language: "nodejs",
    env: () => env,
    example: "examples/nodejs-plugin",
    unknownInputs: program(`
      const first = new pulumi.Stash("first", { input: 1 });
      const jobs = new dlf.JobsSnapshot("jobs", { jobName: first.id });
      const absent = new dlf.JobGate("absent", {
        query: { jobName: first.id },
        rules: { maxJobs: 0, allowEmpty: true },
      });
      new pulumi.Stash("guarded", { input: absent.finding.result });
      export const found = dlf.getJobsOutput({ jobName: first.id, exactName: true }).total;
      export const recorded = jobs.total;
    `),
    secretInputs: program(`
      const pattern = new pulumi.Config().requireSecret("pattern");
      const jobs = new dlf.JobsSnapshot("jobs", { jobName: pattern });
      const healthy = new dlf.JobGate("healthy", {
        query: { jobName: pattern },
        rules: { forbiddenLastInstanceStatuses: [dlf.LastInstanceStatus.Fail] },
        enforcement: dlf.Enforcement.Advisory,
      });
      export const found = dlf.getJobsOutput({ jobName: pattern }).names;
      export const recorded = jobs.names;
      export const gate = healthy.finding.result;
    `),
    advisory: program(`
      const healthy = new dlf.JobGate("healthy", {
        rules: { forbiddenLastInstanceStatuses: [dlf.LastInstanceStatus.Fail] },
        enforcement: dlf.Enforcement.Advisory,
      });
      new pulumi.Stash("guarded", { input: 1 }, { dependsOn: healthy });
    `),
    bare: program(`new dlf.JobsSnapshot("jobs");`),
    mistakes: [
      ["a value that there is not", program(`new dlf.JobsSnapshot("jobs", { jobType: "ALLL" });`), said.noSuchValue],
      [
        "a misspelt rule that the compiler is told to let through",
        program(`new dlf.JobGate("healthy", { rules: { minJob: 1 } as any });`),
        /minJob/,
      ],
      ["the option import", program(`new dlf.JobsSnapshot("jobs", {}, { import: "some-id" });`), said.optionImport],
      ["a static get", program(`dlf.JobsSnapshot.get("jobs", "some-id");`), said.staticGet],
    ],
  });

  testSchemaExamples({ language: "nodejs", env: () => env, program: (name) => ({ "index.ts": schemaExample(name) }) });

  test("the example's own tests run without plugin, service and CLI", async () => {
    const copy = join(folder, "example");
    cpSync(example, copy, { recursive: true });
    const { stdout } = await mustRun(
      process.execPath,
      [join(packages, "tsx/dist/cli.mjs"), "--test", "program.test.ts"],
      {
        ...{ cwd: copy, env: process.env },
      },
    );
    expect(stdout).toMatch(/^# pass 2$[^]*^# fail 0$/m);
  });

  test("the example and the schema's programs compile; a misspelt property and a value of another type do not", async () => {
    const files = await readProgram(example, ["index.ts", "program.test.ts", "tsconfig.json"]);
    const mistakes = `import * as dlf from "pulumi-dlf-plugin";
new dlf.JobsSnapshot("jobs", { jobtype: "ALL" });
new dlf.JobGate("healthy", { rules: { minJobs: "1" } });
`;
    const ofSchema = Object.fromEntries(schemaExamples.map((name) => [`${name}.ts`, schemaExample(name)]));
    await writeProgram(join(folder, "compiled"), { ...files, ...ofSchema, "mistakes.ts": mistakes });
    const tsc = [join(packages, "typescript/bin/tsc"), "-p", ".", "--noEmit", "--skipLibCheck"];
    const compiled = await runCommand(process.execPath, tsc, {
      ...{ cwd: join(folder, "compiled"), env: process.env, timeLimit: 100_000 },
    });
    expect(compiled.stdout.match(/^.*error TS\d+/gm)).toEqual([
      expect.stringMatching(/^mistakes\.ts\(2,/),
      expect.stringMatching(/^mistakes\.ts\(3,/),
    ]);
    expect(compiled.stdout).toContain("'jobtype' does not exist in type 'JobsSnapshotArgs'");
    expect(compiled.stdout).toContain("Type 'string' is not assignable to type 'Input<number | undefined>");
  });
});

function schemaExample(name: SchemaExample): string {
  return readFileSync(join(repositoryRoot, "tools/schema/examples", name, "index.ts"), "utf8");
}
