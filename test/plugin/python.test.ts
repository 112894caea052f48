import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { startDlfEmulator } from "../../sdk/testing";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { generateSdk } from "../../tools/sdks/generateSdk";
import { mustRun } from "../../tools/engine/mustRun";
import { testEveryPromise } from "./everyLanguage";
import { describeLanguage, version } from "./programs";
import { pythonWheels } from "./pythonWheels";
import { followReadme, slowMachine, type Followed } from "./readme";
import { testSchemaExamples } from "./schemaExamples";

const head = "import pulumi\nimport pulumi_dlf as dlf\n";
const files = (main: string) => ({ "Pulumi.yaml": "name: scratch\nruntime: python\n", "__main__.py": main });
const program = (body: string) => files(`${head}\n${body}`);
const snapshot = (args: string) => program(`dlf.JobsSnapshot("jobs"${args})\n`);
const gate = (args: string) => program(`dlf.JobGate("healthy"${args})\n`);
const ofSchema = (name: string) =>
  files(readFileSync(join(repositoryRoot, "tools/schema/examples", name, "__main__.py"), "utf8"));

describeLanguage("python", () => {
  let scratch: string;
  let followed: Followed;
  let path: string;

  /** The virtual environment that the README's commands make is that of all tests. */
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "pulumi-dlf-python-"));
    const say = () => undefined;
    const sdk = await generateSdk("python", { out: scratch, say });
    const service = await startDlfEmulator({ jobs: { seed: 1, batch: 20, realTime: 5 } });
    try {
      const found = { PIP_NO_INDEX: "1", PIP_FIND_LINKS: `${await pythonWheels()} ${sdk}` };
      followed = await followReadme("python", { ...service.env(), ...found });
    } finally {
      await service.close();
    }
    const engine = await obtainEngine({ languages: ["python"], say });
    path = [join(followed.folder, "venv/bin"), engine.env["PATH"]].join(delimiter);
  }, 2 * slowMachine);

  afterAll(async () => {
    await followed.remove();
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  });

  test("four lines of the README lead from an empty folder to a preview", () => {
    expect(followed.result).toMatchObject({ status: 0, output: expect.stringMatching(/\btotal: 25\n/) as string });
    expect(followed.commands).toHaveLength(4);
    expect(followed.commands.join("\n")).toContain(` dlf ${version} `);
  });

  test("the example's own tests run without plugin, service and CLI", async () => {
    const { output } = await mustRun("python3", ["-B", "-m", "unittest"], {
      ...{ cwd: join(repositoryRoot, "examples/python"), env: { PATH: path } },
    });
    expect(output).toMatch(/Ran 2 tests[^]*OK/);
  });

  testEveryPromise({
    language: "python",
    env: () => ({ PATH: path }),
    example: "examples/python",
    unknownInputs: program(`
first = pulumi.Stash("first", input=1)
found = dlf.get_jobs_output(job_name=first.id, exact_name=True)
jobs = dlf.JobsSnapshot("jobs", job_name=first.id)
absent = dlf.JobGate("absent", query={"job_name": first.id}, rules={"max_jobs": 0, "allow_empty": True})
pulumi.Stash("guarded", input=absent.finding.result)
pulumi.export("found", found.total)
pulumi.export("recorded", jobs.total)
`),
    secretInputs: program(`
pattern = pulumi.Config().require_secret("pattern")
found = dlf.get_jobs_output(job_name=pattern)
jobs = dlf.JobsSnapshot("jobs", job_name=pattern)
healthy = dlf.JobGate(
    "healthy",
    query={"job_name": pattern},
    rules={"forbidden_last_instance_statuses": ["fail"]},
    enforcement=dlf.Enforcement.ADVISORY,
)
pulumi.export("found", found.names)
pulumi.export("recorded", jobs.names)
pulumi.export("gate", healthy.finding.result)
`),
    advisory: program(`
healthy = dlf.JobGate(
    "healthy",
    rules=dlf.GateRulesArgs(forbidden_last_instance_statuses=[dlf.LastInstanceStatus.FAIL]),
    enforcement="advisory",
)
pulumi.Stash("guarded", input=1, opts=pulumi.ResourceOptions(depends_on=[healthy]))
`),
    bare: snapshot(""),
    mistakes: [
      ["a misspelt property", snapshot(', jobtype="ALL"'), /got an unexpected keyword argument 'jobtype'/],
      ["a misspelt rule", gate(', rules={"min_job": 1}'), /there is no rule "min_job", the nearest is minJobs/],
      ["a value that there is not", snapshot(', job_type="ALLL"'), /jobType must be "BATCH", "REAL_TIME" or "ALL"\./],
      [
        "a value of the function",
        program('dlf.get_jobs(job_type="ALLL")'),
        /getJobs failed: .*: Invalid query: jobType /,
      ],
      ["no rules", gate(""), /Missing required property 'rules'/],
      [
        "the option import",
        snapshot(', opts=pulumi.ResourceOptions(import_="some-id")'),
        /dlf:index:JobsSnapshot cannot be imported, nor read by an ID: nothing of it exists in the cloud/,
      ],
      [
        "a static get",
        program('dlf.JobsSnapshot.get("jobs", "some-id")'),
        /cannot be imported, nor read by an ID: not/,
      ],
    ],
  });
  testSchemaExamples({
    language: "python",
    env: () => ({ PATH: path }),
    program: ofSchema,
  });
});
