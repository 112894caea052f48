import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goEnvironment } from "../../tools/engine/buildParts";
import type { ProgramFiles } from "../../tools/engine/programFiles";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { generateSdk } from "../../tools/sdks/generateSdk";
import { mustRun } from "../../tools/engine/mustRun";
import { batchJob } from "../e2e/jobs";
import { temporaryFolder } from "../engine/temporaryFolder";
import { said, testEveryPromise } from "./everyLanguage";
import { describeLanguage, emulator, pluginStack, succeed } from "./programs";
import { schemaExamples, testSchemaExamples } from "./schemaExamples";

const folder = temporaryFolder();
const goModule = join(folder, "module");
const example = join(repositoryRoot, "examples/go");
const inTools = join(repositoryRoot, "tools/schema/examples");
/** What is compiled for the engine, with the same flags, need not be compiled again. */
const env: Record<string, string> = { ...goEnvironment, GOFLAGS: "-mod=readonly -buildvcs=false -trimpath" };

async function go(...args: string[]): Promise<string> {
  return (await mustRun("go", args, { cwd: goModule, env: { ...process.env, ...env } })).stdout;
}

/**
 * A program that hands over to one that is built already. The language hosts that are built here do not know the option
 * `binary` and build the program for each operation: this one in a moment.
 */
function built(args: readonly string[], project = "name: scratch\nruntime: go\n"): ProgramFiles {
  const file = JSON.stringify(join(folder, "built"));
  return {
    "Pulumi.yaml": project,
    "go.mod": "module scratch\n\ngo 1.25\n",
    "main.go":
      `package main\n\nimport (\n\t"os"\n\t"syscall"\n)\n\n` +
      `func main() { panic(syscall.Exec(${file}, []string{${file}, "${args.join('", "')}"}, os.Environ())) }\n`,
  };
}

const program = (name: string) => built(["cases", name]);

/** Programs as packages of one, since linking one takes longer than running it. Its first argument says which runs. */
function joinPrograms(files: Readonly<Record<string, string>>): void {
  for (const [name, file] of Object.entries(files)) {
    const text = readFileSync(file, "utf8").replace(/^package main$/m, `package ${name}`);
    mkdirSync(join(goModule, "programs", name), { recursive: true });
    writeFileSync(join(goModule, "programs", name, "main.go"), text.replace(/^func main\(\)/m, "func Main()"));
  }
  const names = Object.keys(files);
  const imports = names.map((name) => `\t"pulumi-dlf/examples/go/programs/${name}"\n`).join("");
  const entries = names.map((name) => `\t\t"${name}": ${name}.Main,\n`).join("");
  writeFileSync(
    join(goModule, "programs/main.go"),
    `package main\n\nimport (\n\t"os"\n\n${imports})\n\n` +
      `func main() {\n\tos.Args = os.Args[1:]\n\tmap[string]func(){\n${entries}\t}[os.Args[0]]()\n}\n`,
  );
}

describeLanguage("go", () => {
  beforeAll(async () => {
    const sdk = await generateSdk("go", { out: join(folder, "sdks"), say: () => undefined });
    cpSync(example, goModule, { recursive: true });
    cpSync(sdk, join(goModule, "sdks/dlf"), { recursive: true });
    const inSchema = schemaExamples.map((name) => [name, join(inTools, name, "main.go")]);
    joinPrograms({
      example: join(example, "main.go"),
      cases: join(__dirname, "go/cases.go"),
      ...(Object.fromEntries(inSchema) as Record<string, string>),
    });
    // A stack's home is not the user's, where Go has its caches.
    Object.assign(env, JSON.parse(await go("env", "-json", "GOMODCACHE", "GOCACHE")));
    await go("build", "-ldflags", "-s -w", "-o", join(folder, "built"), "./programs");
  }, 15 * 60_000);

  testEveryPromise({
    language: "go",
    env: () => env,
    example: built(["example"], readFileSync(join(example, "Pulumi.yaml"), "utf8")),
    unknownInputs: program("unknownInputs"),
    secretInputs: program("secretInputs"),
    advisory: program("advisory"),
    bare: program("bare"),
    mistakes: [
      ["a value that there is not", program("noSuchValue"), said.noSuchValue],
      ["no rules", program("noRules"), /invalid value for required argument 'Rules'/],
      ["the option import", program("import"), said.optionImport],
      ["a static get", program("get"), said.staticGet],
      ["a function that fails", program("functionFails"), /getJobs returned an error: .*jobType must be "BATCH"/],
    ],
  });

  testSchemaExamples({ language: "go", env: () => env, program: (name) => built([name]) });

  test("examples/go is built and run by the language host as it is, with the SDK in sdks/dlf", async () => {
    const service = await emulator({ jobs: [batchJob("ods_orders")] });
    const { endpoint, projectId, credentials } = service;
    const stack = await pluginStack({ language: "go", program: goModule, env: { ...service.env(), ...env } });
    const config = {
      Endpoint: endpoint,
      ProjectId: projectId,
      AccessKey: credentials.accessKey,
      SecretKey: credentials.secretKey,
    };
    const flags = Object.entries(config).flatMap(([key, value]) => ["--config", `east${key}=${value}`]);
    expect((await succeed(stack, "preview", ...flags)).output).toMatch(/east *: 1\n *gate *: "holds"\n/);
  });

  test("a misspelt property and a value of another type do not compile", async () => {
    mkdirSync(join(goModule, "mistaken"));
    writeFileSync(
      join(goModule, "mistaken/main.go"),
      `package main

import (
	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

var misspelt = dlf.GateRulesArgs{RequiredJob: pulumi.ToStringArray([]string{"ods_orders"})}
var text = dlf.GateRulesArgs{MinJobs: pulumi.String("1")}
`,
    );
    const compiled = go("build", "-o", join(folder, "mistaken"), "./mistaken");
    await expect(compiled).rejects.toThrow("unknown field RequiredJob in struct literal of type dlf.GateRulesArgs");
    await expect(compiled).rejects.toThrow(/cannot use pulumi\.String\("1"\) .* as pulumi\.IntPtrInput value/);
  });
});
