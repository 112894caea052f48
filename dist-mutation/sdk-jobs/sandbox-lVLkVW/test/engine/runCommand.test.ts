// @ts-nocheck
import { tmpdir } from "node:os";
import { runCommand, type CommandOptions } from "../../tools/engine/runCommand";

function node(javascript: string, options: Partial<CommandOptions> = {}) {
  return runCommand(process.execPath, ["-e", javascript], {
    ...{ cwd: tmpdir(), env: process.env, timeLimit: 20_000 },
    ...options,
  });
}

it("gives the exit status and the output, apart and together", async () => {
  const javascript = `process.stdout.write("a"); setTimeout(() => { process.stderr.write("b"); process.exitCode = 3; }, 50)`;
  expect(await node(javascript)).toEqual({ status: 3, stdout: "a", stderr: "b", output: "ab", timedOut: false });
});

it("hands over the input, and none leaves the command without", async () => {
  const echo = "process.stdin.pipe(process.stdout)";
  expect((await node(echo, { input: "secret" })).stdout).toBe("secret");
  expect((await node(echo)).stdout).toBe("");
});

it("stops a command at its time limit", async () => {
  const result = await node("setInterval(() => {}, 1000)", { timeLimit: 200 });
  expect(result).toMatchObject({ timedOut: true, status: 1 });
});

it("stops a command that ignores the first request", async () => {
  const stubborn = `let asked = 0; process.on("SIGTERM", () => ++asked === 2 && process.exit(0)); setInterval(() => {}, 1000)`;
  const result = await node(stubborn, { timeLimit: 500 });
  expect(result).toMatchObject({ timedOut: true, status: 0 });
});

it("stops the command's children with it when they share a group", async () => {
  const parent = `require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
    process.stdout.write("started"); setInterval(() => {}, 1000)`;
  const stopped = new AbortController();
  const result = node(parent, {
    ...{ ownGroup: true, signal: stopped.signal },
    onOutput: () => {
      stopped.abort(new Error("enough"));
    },
  });
  await expect(result).rejects.toThrow("enough"); // The child holds stdout open: this comes when it has ended.
});

it("is rejected when the command cannot be started", async () => {
  const missing = runCommand("no-such-command", [], { cwd: tmpdir(), env: process.env, timeLimit: 1000 });
  await expect(missing).rejects.toThrow("ENOENT");
});

it("does not wait for a command when it was told to stop before", async () => {
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(node("setInterval(() => {}, 1000)", { signal })).rejects.toThrow("stopped");
});
