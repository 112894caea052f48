import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goEnvironment } from "../../tools/engine/buildParts";
import type { ProgramFiles } from "../../tools/engine/programFiles";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { runCommand } from "../../tools/engine/runCommand";
import { generateSdk } from "../../tools/sdks/generateSdk";
import { mustRun } from "../../tools/sdks/mustRun";
import { temporaryFolder } from "../engine/temporaryFolder";
import { testEveryPromise } from "./everyLanguage";
import { describeLanguage, emulator, pluginStack, succeed } from "./programs";

const folder = temporaryFolder();
const goModule = join(folder, "module");
const example = join(repositoryRoot, "examples/go");
/** Found from a test's home, too; and built as the engine is, whose packages Go has kept. */
const env: Record<string, string> = { ...goEnvironment, GOFLAGS: "-mod=readonly -buildvcs=false -trimpath" };

async function go(...args: string[]): Promise<string> {
  return (await mustRun("go", args, { cwd: goModule, env: { ...process.env, ...env } })).stdout;
}

/**
 * A program that the language host builds in a moment, since it only hands over to one that is built already. Hosts of
 * our age build the program for each preview.
 */
function builtProgram(name: string, argument: string, project = "name: scratch\nruntime: go\n"): ProgramFiles {
  const file = JSON.stringify(join(folder, "bin", name));
  return {
    "Pulumi.yaml": project,
    "go.mod": "module scratch\n\ngo 1.25\n",
    "main.go":
      `package main\n\nimport (\n\t"os"\n\t"syscall"\n)\n\n` +
      `func main() { panic(syscall.Exec(${file}, []string{${file}, "${argument}"}, os.Environ())) }\n`,
  };
}

const program = (name: string) => builtProgram("cases", name);

describeLanguage("go", () => {
  beforeAll(async () => {
    const caches = (
      await runCommand("go", ["env", "GOMODCACHE", "GOCACHE"], { cwd: folder, env: process.env, timeLimit: 60_000 })
    ).stdout;
    const [modules = "", builds = ""] = caches.trim().split("\n");
    Object.assign(env, { GOMODCACHE: modules, GOCACHE: builds });
    const sdk = await generateSdk("go", { out: join(folder, "sdks"), say: () => undefined });
    cpSync(example, goModule, { recursive: true });
    cpSync(sdk, join(goModule, "sdks/dlf"), { recursive: true });
    cpSync(join(__dirname, "go"), join(goModule, "cases"), { recursive: true });
    mkdirSync(join(folder, "bin"));
    await go("build", "-ldflags", "-s -w", "-o", join(folder, "bin/example"), ".");
    await go("build", "-ldflags", "-s -w", "-o", join(folder, "bin/"), "./cases");
  }, 15 * 60_000);

  testEveryPromise({
    language: "go",
    env: () => env,
    example: builtProgram("example", "", readFileSync(join(example, "Pulumi.yaml"), "utf8")),
    unknownInputs: program("unknownInputs"),
    secretInputs: program("secretInputs"),
    advisory: program("advisory"),
    bare: program("bare"),
    mistakes: [
      ["a value that there is not", program("noSuchValue"), /jobType must be "BATCH", "REAL_TIME" or/],
      ["a field that there is not", program("noSuchField"), /compareFields: a job has no field "statsu"/],
      ["no rule", program("noRule"), /there is no rule/],
      ["no rules", program("noRules"), /invalid value for required argument 'Rules'/],
      ["the option import", program("import"), /dlf:index:JobsSnapshot cannot be imported, nor r/],
      ["a static get", program("get"), /cannot be imported, nor read by an ID: nothing of it exists i/],
      ["a function that fails", program("functionFails"), /getJobs returned an error: .*jobType must be "BATCH"/],
    ],
  });

  test("a misspelt property and a value of another type do not compile", async () => {
    const mistaken = join(goModule, "mistaken");
    mkdirSync(mistaken);
    writeFileSync(
      join(mistaken, "main.go"),
      `package main

import (
	"pulumi-dlf/sdk/go/dlf"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

var misspelt = dlf.GateRulesArgs{RequiredJob: pulumi.ToStringArray([]string{"a"})}
var number = dlf.GateRulesArgs{MinJobs: pulumi.String("1")}
`,
    );
    const compiled = go("build", "./mistaken");
    await expect(compiled).rejects.toThrow("unknown field RequiredJob in struct literal of type dlf.GateRulesArgs");
    await expect(compiled).rejects.toThrow(/cannot use pulumi\.String\("1"\) .* as pulumi\.IntPtrInput value/);
  });

  test("examples/go runs as it is, with the SDK in sdks/dlf", async () => {
    const service = await emulator();
    const stack = await pluginStack({ language: "go", program: goModule, env: { ...service.env(), ...env } });
    expect((await stack.run(["preview"])).output).toMatch(
      /Missing required configuration variable 'pulumi-dlf-go:eastP/,
    );
    await succeed(stack, "plugin", "ls");
  });
});
