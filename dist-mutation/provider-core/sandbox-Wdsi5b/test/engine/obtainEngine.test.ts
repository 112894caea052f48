// @ts-nocheck
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
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

describe("for programs in Python", () => {
  const obtain = () => obtainEngine({ languages: ["python"], say });
  const script = "pulumi-language-python-exec";

  it("takes the user's engine as it is when it has the host", async () => {
    writeFakeEngine(bin);
    writeScript(join(bin, "pulumi-language-python"), "");
    expect(await obtain()).toMatchObject({ source: "PATH" });
  });

  it("passes over the user's engine without the host, and completes the one of last time", async () => {
    writeFakeEngine(bin);
    writeFakeEngine(join(cache, version));
    writeScript(join(bin, "go"), compiler);
    expect(await obtain()).toMatchObject({ source: "cache" });
    const host = join(cache, version, "pulumi-language-python");
    const builtAt = statSync(host).mtimeMs;
    expect(statSync(join(cache, version, script)).mode & 0o777).toBe(0o755);
    expect(await obtain()).toMatchObject({ source: "cache" });
    expect(statSync(host).mtimeMs).toBe(builtAt);
    expect(readdirSync(cache)).toEqual([version]);
  });

  it("builds all that is missing, and several at once do not disturb each other", async () => {
    writeScript(join(bin, "go"), compiler);
    await Promise.all([1, 2, 3].map(obtain));
    expect(readdirSync(cache)).toEqual([version]);
    expect(readdirSync(join(cache, version))).toEqual(expect.arrayContaining(["pulumi-language-python", script]));
  });

  it("says in one sentence what to install when the host cannot be built, and leaves the engine", async () => {
    writeFakeEngine(join(cache, version));
    await expect(obtain()).rejects.toThrow(
      /^There is no Pulumi language host for Python: install the Pulumi CLI, which has it, or Go 1\.\d+ or later to build it, and try again \(go: go is not there\)\.$/,
    );
    expect(readdirSync(cache)).toEqual([version]);
    expect(await obtainEngine({ say })).toMatchObject({ source: "cache" });
  });
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

/** What Go does: it builds, or tells the folder of a package, beside which is the script for Python. */
const compiler = `${writeExecutable}
  if (process.argv[2] === "build") {
    write(process.argv[process.argv.indexOf("-o") + 1]);
  } else {
    fs.writeFileSync(__dirname + "/pulumi-language-python-exec", "", { mode: 0o444 });
    process.stdout.write(__dirname + "/package\\n");
  }`;
