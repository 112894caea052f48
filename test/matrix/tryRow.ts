import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { startDlfEmulator } from "../../sdk/testing";
import type { Engine } from "../../tools/engine/obtainEngine";
import { mustRun } from "../../tools/engine/mustRun";
import { createStack } from "../../tools/engine/pulumiCli";
import { projectFiles, tsconfigOf } from "./project";
import type { Manager, Program, Row } from "./rows";

export interface Tried {
  /** What was really there. */
  versions: { node: string; pulumi: string; typescript: string; manager: string };
  installMs: number;
  /** `pulumi up`, with its preview. */
  upMs: number;
}

export interface Place {
  engine: Engine;
  /** Of the packed package. */
  tarball: string;
  /** Where Node.js and package managers are installed. Kept from row to row. */
  tools: string;
}

/**
 * Installs the package as a user of these versions does, and runs a program that lists, gates and snapshots: twice, with
 * jobs and with none, where its gate is shut.
 *
 * @throws Error with the output of what failed
 */
export async function tryRow(row: Row, { engine, tarball, tools }: Place): Promise<Tried> {
  const node = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const nodeFolder = join(await installed(tools, node, row.node), "bin");
  const jobs = ["ods_orders", "dws_orders"].map((name) => ({ name, jobType: "BATCH" as const, status: "SCHEDULING" }));
  const emulator = await startDlfEmulator({ jobs });
  const files = projectFiles(row, tarball);
  const path = [nodeFolder, engine.env["PATH"]].join(delimiter);
  const stack = await createStack({ engine, program: files, env: { ...emulator.env(), PATH: path }, typeCheck: true });
  try {
    // Instead of the repository's own packages.
    await rm(join(stack.folder, "node_modules"), { recursive: true });
    const run = async (file: string, args: string[]) => {
      const env = { ...process.env, PATH: path };
      const { stdout } = await mustRun(file, args, { cwd: stack.folder, env, timeLimit: 300_000 });
      return stdout.trim();
    };
    const manager = await managerCommand(row.manager, tools);
    const [, installMs] = await timed(() => run(process.execPath, [...manager, "install"]));
    const typescript = row.typescript && (await compilerOf(row.program, row.typescript, stack.folder, tools));
    if (typescript) await run("node", [join(typescript, "bin/tsc"), "-p", tsconfigOf(row.program)]);

    const [up, upMs] = await timed(() => stack.run(["up", "--yes"]));
    succeed(up);
    const names = jobs.map(({ name }) => name).sort();
    const outputs = JSON.stringify(await stack.outputs());
    if (outputs !== JSON.stringify({ listed: names, recorded: names })) throw new Error(`The outputs are ${outputs}.`);
    emulator.setJobs([]);
    const shut = await stack.run(["preview"]);
    if (shut.status === 0 || !shut.output.includes("The gate is shut:")) {
      throw new Error(`A gate without jobs was to be shut:\n${shut.output}`);
    }
    succeed(await stack.run(["destroy", "--yes"]));
    return {
      versions: {
        node: await run("node", ["--version"]),
        pulumi: await versionOf(join(stack.folder, "node_modules/@pulumi/pulumi")),
        typescript: typescript ? await versionOf(typescript) : "",
        manager: `${row.manager} ${await run(process.execPath, [...manager, "--version"])}`,
      },
      ...{ installMs, upMs },
    };
  } finally {
    await stack.remove();
    await emulator.close();
  }
}

/** The folder of a package that is no part of the project: it is installed by npm where it is not there yet. */
async function installed(tools: string, name: string, version: string): Promise<string> {
  const folder = join(tools, `${name}-${version}`);
  const inside = join(folder, "node_modules", name);
  if (await readFile(join(inside, "package.json")).catch(() => undefined)) return inside;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{"private":true}');
  const args = ["install", "--no-audit", "--no-fund", "--prefer-offline", `${name}@${version}`];
  await mustRun("npm", args, { cwd: folder, env: process.env, timeLimit: 300_000 });
  return inside;
}

async function compilerOf(program: Program, version: string, project: string, tools: string): Promise<string> {
  if (program === "CommonJS TypeScript") return join(project, "node_modules/typescript");
  return await installed(tools, "typescript", version);
}

/** Arguments of Node.js. The newest of each that the Node.js of this repository runs. */
async function managerCommand(manager: Manager, tools: string): Promise<string[]> {
  switch (manager) {
    case "npm":
      return [join(await installed(tools, "npm", "10"), "bin/npm-cli.js")];
    case "pnpm":
      return [join(await installed(tools, "pnpm", "10"), "bin/pnpm.cjs")];
    case "yarn":
      return [join(await installed(tools, "yarn", "1"), "bin/yarn.js")];
  }
}

async function versionOf(folder: string): Promise<string> {
  return (JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

function succeed({ status, output }: { status: number; output: string }): void {
  if (status !== 0) throw new Error(`pulumi ended with status ${status}:\n${output}`);
}
