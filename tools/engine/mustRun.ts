import { runCommand, type CommandOptions, type CommandResult } from "../engine/runCommand";

type RunOptions = Pick<CommandOptions, "cwd" | "env" | "input" | "signal">;

/** Runs a command whose failure is an error that shows what the command said. */
export async function mustRun(file: string, args: readonly string[], options: RunOptions): Promise<CommandResult> {
  let result: CommandResult;
  try {
    result = await runCommand(file, args, { ...options, timeLimit: 10 * 60_000 });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ENOENT" ? new Error(`${file} is not on PATH`) : error;
  }
  if (result.status !== 0) {
    const how = result.timedOut ? "takes more than 10 minutes" : `ended with status ${result.status}`;
    throw new Error(`"${[file, ...args].join(" ")}" ${how}:\n${result.output.trim()}`);
  }
  return result;
}
