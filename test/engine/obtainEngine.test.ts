import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { writeFakeEngine, writeScript } from "./fakeEngine";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { readPinnedVersions } from "../../tools/engine/pinnedVersions";
import { temporaryFolder } from "./temporaryFolder";

const root = temporaryFolder();
const original = { ...process.env };
const { engine: version } = readPinnedVersions();
let folder = "";
let cache = "";
let bin = "";

beforeEach(() => {
  folder = join(root, expect.getState().currentTestName ?? "");
  bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  process.env = { PATH: bin, XDG_CACHE_HOME: join(folder, "cache") };
  cache = join(folder, "cache", "pulumi-dlf", "engine");
});

afterEach(() => {
  process.env = original;
});

const said: string[] = [];
const say = (line: string) => said.push(line);

it("takes the user's engine, and adds the plugin for dynamic resources to PATH", async () => {
  writeFakeEngine(bin);
  const engine = await obtainEngine({ say });
  expect(engine).toMatchObject({ source: "PATH", version: "3.250.0", pulumi: join(bin, "pulumi") });
  const plugins = engine.env["PATH"]?.split(delimiter).at(-1) ?? "";
  expect(existsSync(join(plugins, "pulumi-resource-pulumi-nodejs"))).toBe(true);
});

it.each([
  ["is too old", 'process.stdout.write("v3.100.0")'],
  ["fails", "process.exitCode = 1"],
])("takes the engine of last time when the user's %s", async (_why, javascript) => {
  writeFakeEngine(bin, javascript);
  writeFakeEngine(join(cache, version));
  const engine = await obtainEngine({ say });
  expect(engine).toMatchObject({ source: "cache", pulumi: join(cache, version, "pulumi") });
  expect(engine.env["PATH"]?.split(delimiter).slice(0, 2)).toEqual([join(cache, version), bin]);
});

it("keeps what the launcher downloads, and nothing else", async () => {
  writeScript(join(bin, "npm"), launcher(version));
  expect(await obtainEngine({ say })).toMatchObject({ source: "launcher", pulumi: join(cache, version, "pulumi") });
  expect(readdirSync(cache)).toEqual([version]);
  expect(await obtainEngine({ say })).toMatchObject({ source: "cache" });
});

it("builds when the launcher fails, and several at once do not disturb each other", async () => {
  writeScript(join(bin, "npm"), 'process.stderr.write("pulumi: fetch failed"); process.exitCode = 1');
  writeScript(join(bin, "go"), compiler);
  const engines = await Promise.all([1, 2, 3].map(() => obtainEngine({ say })));
  expect(engines.map(({ source }) => source)).toEqual(["built", "built", "built"]);
  expect(readdirSync(cache)).toEqual([version]);
  expect(readdirSync(join(cache, version))).toContain("pulumi-resource-pulumi-nodejs");
  expect(said).toContain("The launcher did not get it (pulumi: fetch failed).");
});

it("says in one sentence what to install when nothing works, and leaves nothing", async () => {
  await expect(obtainEngine({ say })).rejects.toThrow(
    /^There is no Pulumi engine: install the Pulumi CLI, or Go 1\.\d+ or later to build it, and try again \(official launcher: npm is not there; go: go is not there\)\.$/,
  );
  expect(readdirSync(cache)).toEqual([]);
});

it("leaves nothing when it is stopped", async () => {
  writeScript(join(bin, "npm"), "setInterval(() => {}, 1000)");
  const stopped = new AbortController();
  setTimeout(() => {
    stopped.abort(new Error("stopped by SIGINT"));
  }, 300);
  await expect(obtainEngine({ say, signal: stopped.signal })).rejects.toThrow("stopped by SIGINT");
  expect(readdirSync(cache)).toEqual([]);
});

/** What the official launcher does, with a fake engine for the download. */
function launcher(ofVersion: string): string {
  return `${writeExecutable}
    const bin = process.env.PULUMI_HOME + "/versions/${ofVersion}/bin";
    fs.mkdirSync(bin, { recursive: true });
    write(bin + "/pulumi");
    write(bin + "/pulumi-language-nodejs");`;
}

const writeExecutable = `const fs = require("node:fs");
  const write = (file) => {
    const script = "#!" + process.execPath + "\\nprocess.stdout.write('v3.250.0')";
    fs.mkdirSync(require("node:path").dirname(file), { recursive: true });
    fs.writeFileSync(file, script, { mode: 0o755 });
  };`;

const compiler = `${writeExecutable}
  write(process.argv[process.argv.indexOf("-o") + 1]);`;
