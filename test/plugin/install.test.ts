import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { extract } from "tar";
import { checksumsFile, writeChecksums } from "../../tools/bundle/checksums";
import { makeArchives } from "../../tools/bundle/makeArchives";
import { runCommand } from "../../tools/engine/runCommand";
import { temporaryFolder } from "../engine/temporaryFolder";
import { closeAfterTest, emulator, pluginFile, pluginStack, succeed, version } from "./programs";

const jobs = { seed: 1, batch: 20, realTime: 5 };

/** @param options of the resource, as YAML */
function program(options = "{}"): string {
  return `name: scratch
runtime: yaml
resources:
  jobs:
    type: dlf:JobsSnapshot
    properties: { jobType: ALL }
    options: ${options}
outputs:
  total: \${jobs.total}
`;
}

const folder = temporaryFolder();

describe("a plugin that is not installed", () => {
  let names: string[];
  let server: string;
  let asked: string[];

  beforeAll(async () => {
    names = await makeArchives(version, folder);
  });

  /** A release's server: the archives, and nothing else. */
  beforeEach(async () => {
    asked = [];
    const serving = createServer((request, response) => {
      const name = request.url?.slice(1) ?? "";
      asked.push(`${request.method ?? ""} ${name}`);
      if (!names.includes(name)) response.writeHead(404).end();
      else void readFile(join(folder, name)).then((bytes) => response.end(bytes));
    }).listen(0, "127.0.0.1");
    await once(serving, "listening");
    closeAfterTest(() => {
      serving.close().closeAllConnections();
    });
    server = `http://127.0.0.1:${(serving.address() as AddressInfo).port}`;
  });

  const os = process.platform === "win32" ? "windows" : process.platform;
  const archive = `pulumi-resource-dlf-v${version}-${os}-${process.arch === "x64" ? "amd64" : process.arch}.tar.gz`;

  async function downloads(options: string, env: Record<string, string> = {}): Promise<void> {
    const service = await emulator({ jobs });
    const stack = await pluginStack({
      ...{ language: "yaml", install: false, program: { "Pulumi.yaml": program(options) } },
      env: { ...service.env(), PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "false", ...env },
    });
    expect((await succeed(stack, "preview")).output).toMatch(/total: 25/);
    expect(asked).toEqual([`GET ${archive}`]);
    await succeed(stack, "up", "--yes");
    expect(await stack.outputs()).toEqual({ total: 25 });
    expect(asked).toEqual([`GET ${archive}`]);
    const installed = await readdir(join(stack.folder, "../home/plugins", `resource-dlf-v${version}`));
    expect(installed.sort()).toEqual(["pulumi-resource-dlf", "pulumi-resource-dlf.LICENSES.txt"]);
  }

  test("is packed twice into the same bytes, whose sums are told", async () => {
    const again = join(folder, "again");
    await makeArchives(version, again);
    await writeChecksums(again);
    const sums = (await readFile(join(again, checksumsFile), "utf8")).trim().split("\n");
    expect(sums).toHaveLength(5);
    for (const line of sums) {
      const [sum, name = ""] = line.split("  ");
      const bytes = await readFile(join(folder, name));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sum);
    }
  });

  test("is started on Windows by a command beside it", async () => {
    const into = join(folder, "windows");
    await mkdir(into);
    await extract({ file: join(folder, `pulumi-resource-dlf-v${version}-windows-amd64.tar.gz`), cwd: into });
    const script = await readFile(join(into, "pulumi-resource-dlf.cmd"), "latin1");
    expect(script).toBe('@node "%~dp0pulumi-resource-dlf" %*\r\n');
    expect((await readFile(join(into, "pulumi-resource-dlf"))).equals(await readFile(pluginFile))).toBe(true);
  });

  test("is downloaded once from the server that the program names", () =>
    downloads(`{ version: ${version}, pluginDownloadURL: "${server}" }`));

  test("is downloaded from another server than a published SDK names, where an override says so", () =>
    downloads(`{ version: ${version}, pluginDownloadURL: "github://api.github.invalid/dlf/pulumi-dlf" }`, {
      PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES: `^github://api.github.invalid/=${server}`,
    }));
});

test("starts in a Pulumi home below a package.json of ES modules, and behind the flags of the engine's own log", async () => {
  const service = await emulator({ jobs });
  const files = { "Pulumi.yaml": program(), "../package.json": '{ "type": "module" }' };
  const stack = await pluginStack({ language: "yaml", program: files, env: service.env() });
  expect((await succeed(stack, "preview", "--logflow", "--logtostderr", "-v=1")).stdout).toMatch(/total: 25/);
});

test("started by hand it serves an engine that attaches itself, twice, and ends with its standard input", async () => {
  const service = await emulator({ jobs });
  const plugin = spawn(pluginFile, { env: { ...process.env, ...service.env() } });
  closeAfterTest(() => plugin.kill());
  const ended = once(plugin, "exit");
  const [port] = (await once(plugin.stdout, "data")) as [Buffer];
  const stack = await pluginStack({
    ...{ language: "yaml", install: false, program: { "Pulumi.yaml": program() } },
    env: { PULUMI_DEBUG_PROVIDERS: `dlf:${port.toString().trim()}` },
  });
  for (const command of [["preview"], ["up", "--yes", "--skip-preview"]]) {
    expect((await succeed(stack, ...command)).output).toMatch(/total: 25/);
  }
  plugin.stdin.end();
  expect(await ended).toEqual([0, null]);
});

test("people are told its version and how to install it", async () => {
  const run = (...args: string[]) => runCommand(pluginFile, args, { cwd: folder, env: process.env, timeLimit: 60_000 });
  expect(await run("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  const { status, stdout, stderr } = await run("--help");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  const lines = stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toBe(`pulumi plugin install resource dlf ${version} --file "${pluginFile}"`);
});
