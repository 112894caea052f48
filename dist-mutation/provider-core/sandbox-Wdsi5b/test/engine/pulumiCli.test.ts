// @ts-nocheck
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFakeEngine } from "./fakeEngine";
import { createStack, type StackOptions } from "../../tools/engine/pulumiCli";
import { readProgram } from "../../tools/engine/programFiles";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { temporaryFolder } from "./temporaryFolder";

const bin = join(temporaryFolder(), "bin");

/** A CLI that answers with its arguments, its environment and its input. */
const mirror = `let input = "";
  process.stdin.on("data", (data) => (input += data)).on("end", () => {
    process.stdout.write(JSON.stringify({ args: process.argv.slice(2), env: process.env, cwd: process.cwd(), input }));
  });`;

beforeAll(() => {
  writeFakeEngine(bin, mirror);
  process.env["HW_SECRET_KEY"] = "the caller's";
});

afterAll(() => {
  delete process.env["HW_SECRET_KEY"];
});

function newStack(options: Partial<StackOptions> = {}) {
  const engine = { version: "3.250.0", source: "PATH", pulumi: join(bin, "pulumi"), env: { PATH: bin } } as const;
  return createStack({ engine, program: { "index.ts": "export const one = 1;\n" }, ...options });
}

it("a stack keeps everything in one scratch folder, which goes with it", async () => {
  const stack = await newStack({ env: { DLF_ENDPOINT: "http://emulator" } });
  const { env, args } = JSON.parse((await stack.run(["preview"])).stdout) as MirrorAnswer;
  const scratch = dirname(stack.folder);
  expect(args).toEqual(["--non-interactive", "--color", "never", "preview"]);
  expect([env["PULUMI_HOME"], env["TMPDIR"]].map((folder) => dirname(folder ?? ""))).toEqual([scratch, scratch]);
  expect(env["PULUMI_BACKEND_URL"]).toMatch(/^file:\/\//);
  expect(env["DLF_ENDPOINT"]).toBe("http://emulator");
  expect(env).not.toHaveProperty("HW_SECRET_KEY");
  await stack.remove();
  expect(existsSync(scratch)).toBe(false);
});

it("a program in a scratch folder finds this package by its name", async () => {
  const stack = await newStack();
  expect(realpathSync(join(stack.folder, "node_modules", "pulumi-dlf"))).toBe(realpathSync(repositoryRoot));
  expect(existsSync(join(stack.folder, "node_modules", "@pulumi", "pulumi", "package.json"))).toBe(true);
  await stack.remove();
});

it("a program may bring its own Pulumi.yaml, from a folder or as text, and be changed later", async () => {
  const program = await readProgram(repositoryRoot, ["Pulumi.yaml", "examples/overview/index.ts"]);
  const stack = await newStack({ program });
  expect(readFileSync(join(stack.folder, "Pulumi.yaml"), "utf8")).toContain("name: pulumi-dlf-overview");
  await stack.write({ "examples/overview/index.ts": "changed" });
  expect(readFileSync(join(stack.folder, "examples/overview/index.ts"), "utf8")).toBe("changed");
  await stack.remove();
});

it("removing a stack stops what it runs", async () => {
  const stack = await newStack();
  writeFakeEngine(bin, "setInterval(() => {}, 1000)");
  const running = expect(stack.run(["up"])).rejects.toThrow("the stack was removed");
  await stack.remove();
  await running;
});

it("a CLI that fails to make the stack is an error, and leaves no folder", async () => {
  writeFakeEngine(bin, 'process.stderr.write("no such backend"); process.exitCode = 255');
  await expect(newStack()).rejects.toThrow('"pulumi stack init dev" ended with status 255:\nno such backend');
});

interface MirrorAnswer {
  args: string[];
  env: Record<string, string>;
}
