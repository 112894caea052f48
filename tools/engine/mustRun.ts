import { formatDuration } from "../../sdk/text/duration";
import { runCommand, type CommandOptions, type CommandResult } from "./runCommand";

type RunOptions = Pick<CommandOptions, "cwd" | "env" | "input" | "signal"> & Partial<Pick<CommandOptions, "timeLimit">>;

/**
 * Runs a command whose failure is an error that shows what the command said.
 *
 * @param options `timeLimit`: default 10 minutes
 */
export async function mustRun(
  file: string,
  args: readonly string[],
  { timeLimit = 10 * 60_000, ...options }: RunOptions,
): Promise<CommandResult> {
  let result: CommandResult;
  try {
    result = await runCommand(file, args, { ...options, timeLimit });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ENOENT" ? new Error(`${file} is not on PATH`) : error;
  }
  if (result.status !== 0) {
    const how = result.timedOut ? `takes more than ${formatDuration(timeLimit)}` : `ended with status ${result.status}`;
    throw new Error(`"${[file, ...args].join(" ")}" ${how}:\n${result.output.trim()}`);
  }
  return result;
}
