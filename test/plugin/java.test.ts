import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProgramFiles } from "../../tools/engine/programFiles";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { generateSdk } from "../../tools/sdks/generateSdk";
import { mustRun } from "../../tools/engine/mustRun";
import { batchJob } from "../e2e/jobs";
import { temporaryFolder } from "../engine/temporaryFolder";
import { said, testEveryPromise } from "./everyLanguage";
import { describeLanguage, emulator, pluginStack, succeed, version } from "./programs";
import { schemaExamples, testSchemaExamples } from "./schemaExamples";

const folder = temporaryFolder();
const project = join(folder, "project");
const example = join(repositoryRoot, "examples/java");
/** Each operation starts two machines that live for a second: these are quicker at that. */
const env = { JDK_JAVA_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" };
/** What programs are compiled with, and run with: the SDK and the example first. */
let path: string[] = [];

async function run(command: string, ...args: string[]): Promise<void> {
  await mustRun(command, args, { cwd: folder, env: process.env });
}

/** Compiles a file to a jar of its own, of nothing but names: of the class to run, and of the places of what it needs. */
async function build(name: string, file: string, mainClass: string): Promise<void> {
  const classes = join(folder, name);
  mkdirSync(classes);
  await run("javac", "-nowarn", "-encoding", "UTF-8", "-cp", path.join(delimiter), "-d", classes, file);
  await makeJar(name, [classes, ...path], mainClass);
}

async function makeJar(name: string, places: readonly string[], mainClass: string): Promise<void> {
  const urls = places.map((place) => `${pathToFileURL(place).href}${place.endsWith(".jar") ? "" : "/"}`);
  const manifest = `Main-Class: ${mainClass}\nClass-Path: ${urls.join(" ")}\n`;
  // No line of a manifest may be longer than 72 bytes.
  writeFileSync(join(folder, "manifest"), manifest.replace(/.{70}(?=.)/g, "$&\n "));
  await run("jar", "--create", "--file", join(folder, `${name}.jar`), "--manifest", join(folder, "manifest"));
}

function built(name: string, projectName = "scratch"): ProgramFiles {
  const binary = JSON.stringify(join(folder, `${name}.jar`));
  return { "Pulumi.yaml": `name: ${projectName}\nruntime: { name: java, options: { binary: ${binary} } }\n` };
}

const program = (name: string) => ({ ...built("cases"), case: name });

describeLanguage("java", () => {
  beforeAll(async () => {
    const sdk = await generateSdk("java", { out: join(folder, "sdks"), say: () => undefined });
    cpSync(example, project, { recursive: true });
    cpSync(sdk, join(project, "sdks/dlf"), { recursive: true });
    const list = join(folder, "libraries");
    const goals = ["compile", "dependency:build-classpath", `-Dmdep.outputFile=${list}`];
    await run("mvn", "-q", "-B", "-f", project, ...goals);
    path = [join(project, "target/classes"), ...readFileSync(list, "utf8").trim().split(delimiter)];
    await makeJar("example", path, "example.App");
    await build("cases", join(__dirname, "java/cases/Cases.java"), "cases.Cases");
    for (const name of schemaExamples) {
      await build(name, join(repositoryRoot, "tools/schema/examples", name, "Main.java"), "Main");
    }
  }, 15 * 60_000);

  testEveryPromise({
    language: "java",
    env: () => env,
    example: built("example", "pulumi-dlf-java"),
    unknownInputs: program("unknownInputs"),
    secretInputs: program("secretInputs"),
    advisory: program("advisory"),
    bare: program("bare"),
    mistakes: [
      ["a value that there is not", program("noSuchValue"), said.noSuchValue],
      ["the option import", program("import"), said.optionImport],
      ["a static get", program("get"), said.staticGet],
    ],
  });

  testSchemaExamples({ language: "java", env: () => env, program: built });

  test("what the program throws has the reason in its first line, where Java adds from where it came", async () => {
    const service = await emulator();
    const stack = await pluginStack({
      ...{ language: "java", program: program("noRules"), env: { ...service.env(), ...env } },
    });
    const noRules = await stack.run(["preview"]);
    expect(noRules.output).toMatch(/MissingRequiredPropertyException: Missing required property 'rules/);
    await stack.write(program("functionFails"));
    const functionFails = await stack.run(["preview"]);
    expect(functionFails.output).toMatch(
      /getJobs returned an error: .*jobType must be "BATCH", "REAL_TIME" or "ALL"\.\n/,
    );
    expect(functionFails.output).not.toMatch(/node:internal|\.js:\d/);
  });

  test("examples/java as its README says: with the SDK of `pulumi package add`, built and run by Maven", async () => {
    const service = await emulator({ jobs: [batchJob("ods_orders")] });
    const { endpoint, projectId, credentials } = service;
    const stack = await pluginStack({ language: "java", program: "examples/java", env: { ...service.env(), ...env } });
    await succeed(stack, "package", "add", `dlf@${version}`);
    const config = {
      ...{ Endpoint: endpoint, ProjectId: projectId },
      ...{ AccessKey: credentials.accessKey, SecretKey: credentials.secretKey },
    };
    const flags = Object.entries(config).flatMap(([key, value]) => ["--config", `east${key}=${value}`]);
    expect((await succeed(stack, "preview", ...flags)).output).toMatch(/east *: 1\n *gate *: "holds"\n/);
  });

  test("a misspelt property and a value of another type do not compile", async () => {
    const file = join(folder, "Mistaken.java");
    writeFileSync(
      file,
      `import com.pulumi.dlf.inputs.GateRulesArgs;
class Mistaken {
    GateRulesArgs misspelt = GateRulesArgs.builder().requiredJob("ods_orders").build();
    GateRulesArgs text = GateRulesArgs.builder().minJobs("1").build();
}
`,
    );
    const compiled = build("mistaken", file, "Mistaken");
    await expect(compiled).rejects.toThrow(/cannot find symbol\n.*\n.*\n *symbol: *method requiredJob\(String\)/);
    await expect(compiled).rejects.toThrow("no suitable method found for minJobs(String)");
  });
});
