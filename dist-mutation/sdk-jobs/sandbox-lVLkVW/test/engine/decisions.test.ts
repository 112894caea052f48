// @ts-nocheck
import { join } from "node:path";
import { elapsed, goBuildArguments } from "../../tools/engine/buildParts";
import { cacheFolder } from "../../tools/engine/cacheFolder";
import { parseVersion } from "../../tools/engine/checkEngine";
import { launcherCommand } from "../../tools/engine/downloadEngine";
import { missingToolchain } from "../../tools/engine/languages";
import { isUsableEngine, parsePinnedVersions, readPinnedVersions } from "../../tools/engine/pinnedVersions";
import { withoutCallersSettings } from "../../tools/engine/withoutCallersSettings";
import { writeScript } from "./fakeEngine";
import { temporaryFolder } from "./temporaryFolder";

describe("pinned versions", () => {
  it("come from the Go module that is built", () => {
    expect(readPinnedVersions().engine).toMatch(/^3\.\d+\.\d+$/);
    expect(parsePinnedVersions("go 1.25.11\nrequire (\n\tgithub.com/pulumi/pulumi/pkg/v3 v3.250.0 // x\n)")).toEqual({
      engine: "3.250.0",
      go: "1.25",
    });
  });

  it("are not guessed when the module names none", () => {
    expect(() => parsePinnedVersions("module x")).toThrow("names no version");
  });

  it.each([
    ["3.250.0", true],
    ["3.200.0", true],
    ["3.199.9", false],
    ["4.0.0", false],
  ])("a CLI of the user's with version %s is usable: %s", (version, usable) => {
    expect(isUsableEngine(version)).toBe(usable);
  });

  it("are read from `pulumi version`, after what else it may print", () => {
    expect(parseVersion("warning: x\nv3.250.0-dev\n")).toBe("3.250.0");
    expect(parseVersion("no version")).toBeUndefined();
  });
});

describe("the cache folder", () => {
  it.each([
    ["linux", {}, [".cache"]],
    ["linux", { XDG_CACHE_HOME: "relative" }, [".cache"]],
    ["darwin", {}, ["Library", "Caches"]],
    ["win32", {}, ["AppData", "Local"]],
  ] as const)("is the usual one of %s with %j", (platform, env, folders) => {
    expect(cacheFolder("1.2.3", { platform, env, home: "/home" })).toBe(
      join("/home", ...folders, "pulumi-dlf", "engine", "1.2.3"),
    );
  });

  it("obeys XDG_CACHE_HOME", () => {
    expect(cacheFolder("1", { platform: "linux", env: { XDG_CACHE_HOME: "/x" }, home: "/home" })).toBe(
      join("/x", "pulumi-dlf", "engine", "1"),
    );
  });
});

describe("commands", () => {
  it("go build sets the engine's version, and the language host's not", () => {
    const engine = goBuildArguments({ name: "pulumi", module: "pulumi", goPackage: "p" }, "3.250.0", "/bin");
    expect(engine).toContainEqual(expect.stringMatching(/-X .*version\.Version=3\.250\.0$/));
    expect(engine.at(-1)).toBe("p");
    expect(goBuildArguments({ name: "host", module: "host", goPackage: "p" }, "3.250.0", "/bin")).toContain("-s -w");
  });

  it("the launcher is the npm package of the engine's version", () => {
    const command = launcherCommand("3.250.0", { npm_execpath: "/npm/npm-cli.js" }, "linux");
    expect(command?.slice(0, 3)).toEqual([process.execPath, "/npm/npm-cli.js", "exec"]);
    expect(command).toContain("--package=pulumi@3.250.0");
  });

  it("the launcher is run with npm when another package manager is at work, but on Windows not at all", () => {
    expect(launcherCommand("1", { npm_execpath: "/yarn.js" }, "linux")?.[0]).toBe("npm");
    expect(launcherCommand("1", {}, "win32")).toBeUndefined();
  });
});

describe("the toolchain of a language", () => {
  const bin = temporaryFolder();
  writeScript(join(bin, "java"), "");

  it("is what its programs need on PATH", () => {
    expect(missingToolchain("yaml", {})).toBeUndefined();
    expect(missingToolchain("python", { PATH: bin })).toBe("Python is left out: not on PATH: python3");
    expect(missingToolchain("java", { PATH: bin })).toBe("Java is left out: not on PATH: mvn");
    writeScript(join(bin, "mvn"), "");
    expect(missingToolchain("java", { PATH: bin })).toBeUndefined();
  });
});

it.each([
  [999, "1 s"],
  [59_400, "59 s"],
  [245_000, "4 min 5 s"],
])("%d ms are told as %s", (milliseconds, text) => {
  expect(elapsed(milliseconds)).toBe(text);
});

it("a test does not see its caller's account, nor how the caller set up Pulumi", () => {
  const env = { HW_ACCESS_KEY: "a", HUAWEICLOUD_SDK_AK: "a", DLF_ENDPOINT: "a", PULUMI_HOME: "a", HOME: "h" };
  expect(withoutCallersSettings(env)).toEqual({ HOME: "h" });
});
