import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainEngine } from "../engine/obtainEngine";
import { createStack } from "../engine/pulumiCli";
import { repositoryRoot } from "../engine/repositoryRoot";
import { runCommand } from "../engine/runCommand";
import { emulator } from "./programs";

let folder: string;
let tarball: string;
let files: string[];

async function run(command: string, args: string[], cwd: string): Promise<string> {
  const result = await runCommand(command, args, { cwd, env: process.env, timeLimit: 110_000 });
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")}:\n${result.output}`);
  return result.stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pulumi-dlf-package-"));
  const options = ["--json", "--ignore-scripts", "--pack-destination", folder];
  const packed = JSON.parse(await run("npm", ["pack", ...options], repositoryRoot)) as unknown;
  // npm 12 names the packages, earlier ones list them.
  const [report] = Object.values(packed as object) as { filename: string; files: { path: string }[] }[];
  tarball = join(folder, report?.filename ?? "");
  files = report?.files.map((file) => file.path) ?? [];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("the package holds what a user needs and nothing else", () => {
  const needed = /^(package\.json|README\.md|LICENSE|dist\/(sdk|provider|cli)\/.+\.(js|js\.map|d\.ts))$/;
  expect(files.filter((file) => !needed.test(file))).toEqual([]);
  for (const entry of [
    "dist/provider/index.js",
    "dist/sdk/index.d.ts",
    "dist/sdk/testing/index.js",
    "dist/cli/main.js",
  ]) {
    expect(files).toContain(entry);
  }
});

test("publint and attw find nothing wrong with the package", async () => {
  await run("npx", ["--no", "publint", "run", tarball, "--strict"], repositoryRoot);
  await run("npx", ["--no", "attw", tarball, "--profile", "node16", "--no-emoji"], repositoryRoot);
});

test("installed from its tarball into an empty program it deploys, lists by its command, and loads from an ES module", async () => {
  const service = await emulator({ jobs: { seed: 1, batch: 3, realTime: 2 } });
  const engine = await obtainEngine({ say: () => undefined });
  const program = `
    import { DlfJobs, getDlfJobs } from "pulumi-dlf";
    new DlfJobs("jobs");
    export = async () => ({ total: (await getDlfJobs({ jobType: "ALL" })).total });`;
  const stack = await createStack({ engine, program: { "index.ts": program }, env: service.env(), typeCheck: true });
  try {
    await rm(join(stack.folder, "node_modules"), { recursive: true });
    const { devDependencies } = JSON.parse(await readFile(join(repositoryRoot, "package.json"), "utf8")) as {
      devDependencies: Record<string, string>;
    };
    const beside = ["@pulumi/pulumi", "typescript", "@types/node"].map(
      (name) => `${name}@${devDependencies[name] ?? ""}`,
    );
    await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", tarball, ...beside], stack.folder);

    const { status, output } = await stack.run(["up", "--yes", "--skip-preview"]);
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringMatching(/total: 5/) as string });

    const command = join(stack.folder, "node_modules/.bin/dlf-jobs");
    const options = { cwd: stack.folder, env: { ...process.env, ...service.env() }, timeLimit: 60_000 };
    const listed = await runCommand(command, ["list", "--output", "names"], options);
    expect(listed).toMatchObject({ status: 0 });
    expect(listed.stdout.trim().split("\n")).toHaveLength(3);

    await writeFile(
      join(stack.folder, "module.mjs"),
      `import { getDlfJobs } from "pulumi-dlf";
       import { DlfClient } from "pulumi-dlf/sdk";
       import { startDlfEmulator } from "pulumi-dlf/testing";
       process.stdout.write([getDlfJobs, DlfClient, startDlfEmulator].map((each) => each.name).join());`,
    );
    expect(await run("node", ["module.mjs"], stack.folder)).toBe("getDlfJobs,DlfClient,startDlfEmulator");
  } finally {
    await stack.remove();
  }
});
