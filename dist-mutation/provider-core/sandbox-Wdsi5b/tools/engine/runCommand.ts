// @ts-nocheck
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";

export interface CommandOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Given to the command on its standard input, which is empty otherwise. */
  readonly input?: string;
  /** Milliseconds after which the command is stopped. */
  readonly timeLimit: number;
  /** Stops the command; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Sees each piece of output at once. */
  readonly onOutput?: ((text: string, from: "stdout" | "stderr") => void) | undefined;
  /** Stop the command's children with it. Then Ctrl-C in the terminal no longer reaches it by itself. */
  readonly ownGroup?: boolean;
}

export interface CommandResult {
  /** Exit status; 1 for a command ended by a signal. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order of arrival. */
  readonly output: string;
  readonly timedOut: boolean;
}

/** Runs a command without a shell. Rejects only when it cannot be started, or when `signal` says stop. */
export function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const ownGroup = options.ownGroup === true && process.platform !== "win32";
    const child = spawn(file, args, { cwd: options.cwd, env: options.env, detached: ownGroup, windowsHide: true });
    const collected = { stdout: "", stderr: "", output: "" };
    for (const from of ["stdout", "stderr"] as const) {
      child[from].setEncoding("utf8").on("data", (text: string) => {
        collected[from] += text;
        collected.output += text;
        options.onOutput?.(text, from);
      });
    }
    child.stdin.on("error", () => undefined); // A command that ends without reading its input is no error.
    child.stdin.end(options.input ?? "");

    let timedOut = false;
    const stop = stopper(child, ownGroup);
    const clock = setTimeout(() => {
      timedOut = true;
      stop.now();
    }, options.timeLimit);
    options.signal?.addEventListener("abort", stop.now);
    if (options.signal?.aborted === true) {
      stop.now();
    }
    const over = (settle: () => void): void => {
      clearTimeout(clock);
      stop.over();
      options.signal?.removeEventListener("abort", stop.now);
      settle();
    };
    child.on("error", (error) => {
      over(() => {
        reject(error);
      });
    });
    child.on("close", (status) => {
      over(() => {
        if (options.signal?.aborted === true) {
          reject(options.signal.reason as Error);
        } else {
          resolve({ ...collected, status: status ?? 1, timedOut });
        }
      });
    });
  });
}

/**
 * The Pulumi CLI stops its plugins, which live in process groups of their own, only when it is asked to end: at the
 * second request it no longer waits for them. Killing it outright would leave them behind, so that comes last.
 */
function stopper(child: ChildProcessWithoutNullStreams, ownGroup: boolean): { now: () => void; over: () => void } {
  const timers: NodeJS.Timeout[] = [];
  const send = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) {
      return;
    }
    try {
      process.kill(ownGroup ? -child.pid : child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  return {
    now: () => {
      if (timers.length > 0) {
        return;
      }
      send("SIGTERM");
      timers.push(
        setTimeout(() => {
          send("SIGTERM");
        }, 2_000),
        setTimeout(() => {
          send("SIGKILL");
          child.stdout.destroy(); // A grandchild that holds the pipes open must not keep "close" away.
          child.stderr.destroy();
        }, 10_000),
      );
    },
    over: () => {
      timers.forEach(clearTimeout);
    },
  };
}
