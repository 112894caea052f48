import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProgramFiles } from "../../tools/engine/programFiles";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { generateSdk } from "../../tools/sdks/generateSdk";
import { mustRun } from "../../tools/sdks/mustRun";
import { temporaryFolder } from "../engine/temporaryFolder";
import { testEveryPromise } from "./everyLanguage";
import { describeLanguage } from "./programs";

const folder = temporaryFolder();
const project = join(folder, "project");
const example = join(repositoryRoot, "examples/java");
let libraries: string[] = [];

async function run(command: string, ...args: string[]): Promise<string> {
  return (await mustRun(command, args, { cwd: folder, env: process.env })).output;
}

const classes = (name: string) => join(folder, "classes", name);

/** Compiles Java files by the libraries of the example's pom.xml and the SDK. */
async function compile(into: string, ...sources: string[]): Promise<void> {
  const path = [...libraries, classes("sdk")].join(delimiter);
  await run("javac", "-nowarn", "-encoding", "UTF-8", "-cp", path, "-d", classes(into), ...sources);
}

/** A jar of nothing but names: of the class to run, and of the places of what it needs. */
async function makeJar(name: string, mainClass: string): Promise<void> {
  const places = [classes(name), classes("sdk"), join(project, "sdks/dlf/src/main/resources")];
  const path = [
    ...places.map((place) => `${pathToFileURL(place).href}/`),
    ...libraries.map((file) => pathToFileURL(file).href),
  ];
  const manifest = join(folder, "manifest");
  // No line of a manifest may be longer than 72 bytes.
  writeFileSync(
    manifest,
    `Main-Class: ${mainClass}\nClass-Path: ${path.join(" ")}\n`.replace(/(.{70})(?=.)/g, "$1\n "),
  );
  await run("jar", "--create", "--file", join(folder, `${name}.jar`), "--manifest", manifest);
}

function compiled(name: string, file?: string): ProgramFiles {
  const projectName = /^name: (.*)$/m.exec(file ?? "")?.[1] ?? "scratch";
  const binary = JSON.stringify(join(folder, `${name}.jar`));
  return { "Pulumi.yaml": `name: ${projectName}\nruntime: { name: java, options: { binary: ${binary} } }\n` };
}

const program = (name: string) => ({ ...compiled("cases"), case: name });

describeLanguage("java", () => {
  beforeAll(async () => {
    const sdk = await generateSdk("java", { out: join(folder, "sdks"), say: () => undefined });
    cpSync(example, project, { recursive: true });
    cpSync(sdk, join(project, "sdks/dlf"), { recursive: true });
    const list = join(folder, "libraries");
    await run("mvn", "-q", "-B", "-f", project, "dependency:build-classpath", `-Dmdep.outputFile=${list}`);
    libraries = readFileSync(list, "utf8").trim().split(delimiter);
    mkdirSync(classes("sdk"), { recursive: true });
    const sources = join(project, "sdks/dlf/src/main/java");
    const all = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".java"));
    await compile("sdk", ...all.map((file) => join(sources, file)));
    await compile("example", join(example, "src/main/java/example/App.java"));
    await compile("cases", join(__dirname, "java/cases/Cases.java"));
    await makeJar("example", "example.App");
    await makeJar("cases", "cases.Cases");
  }, 15 * 60_000);

  testEveryPromise({
    language: "java",
    example: compiled("example", readFileSync(join(example, "Pulumi.yaml"), "utf8")),
    unknownInputs: program("unknownInputs"),
    secretInputs: program("secretInputs"),
    advisory: program("advisory"),
    bare: program("bare"),
    mistakes: [
      ["a value that there is not", program("noSuchValue"), /jobType must be "BATCH", "REAL_TIME" or/],
      ["a field that there is not", program("noSuchField"), /compareFields: a job has no field "statsu"/],
      ["no rule", program("noRule"), /there is no rule/],
      ["no rules", program("noRules"), /JobGateArgs.*rules/],
      ["the option import", program("import"), /dlf:index:JobsSnapshot cannot be imported, nor r/],
      ["a static get", program("get"), /cannot be imported, nor read by an ID: nothing of it exists i/],
      ["a function that fails", program("functionFails"), /getJobs returned an error: .*jobType must be "BATCH"/],
    ],
  });
});
