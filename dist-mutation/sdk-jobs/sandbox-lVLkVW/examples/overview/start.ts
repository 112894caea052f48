/** `npm start`: runs the program beside this file through the real Pulumi CLI, in a scratch folder. */
// @ts-nocheck

import { obtainEngine } from "../../tools/engine/obtainEngine";
import { readProgram } from "../../tools/engine/programFiles";
import { createStack, type Stack } from "../../tools/engine/pulumiCli";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { chooseService, type Service } from "./chooseService";
import { formatOverview, type Overview } from "./formatOverview";

const color = process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "";

/** Enough to run it: what else is in the folder is for this script. */
const programFiles = ["Pulumi.yaml", "examples/overview/index.ts", "examples/overview/tsconfig.json"];

async function start(signal: AbortSignal): Promise<number> {
  const engine = await obtainEngine({ say, signal });
  say(`Pulumi engine ${engine.version} (${engine.source}).`);
  const service = await chooseService(process.env);
  try {
    say(service.description);
    const stack = await createStack({
      engine,
      program: await readProgram(repositoryRoot, programFiles),
      env: service.env,
      color: color ? "always" : "never",
      typeCheck: true,
      signal,
    });
    try {
      return await previewAndUp(stack, service);
    } finally {
      await stack.remove();
    }
  } finally {
    await service.close();
  }
}

async function previewAndUp(stack: Stack, service: Service): Promise<number> {
  // The outputs are hundreds of lines: they are shown below, for people.
  const preview = await show(stack, ["preview", "--suppress-outputs"]);
  if (preview !== 0) {
    return preview;
  }
  const before = service.requests();
  const up = await show(stack, ["up", "--yes", "--skip-preview", "--suppress-outputs"]);
  if (up !== 0) {
    return up;
  }
  const after = service.requests();
  const overview = (await stack.outputs()) as unknown as Overview;
  say(["", ...formatOverview(overview, { color, width: process.stdout.columns })].join("\n"));
  const requests = before === undefined || after === undefined ? "" : `, requests: ${after - before}`;
  say(`\nJobs read: ${overview.total}${requests}.`);
  return 0;
}

async function show(stack: Stack, args: readonly string[]): Promise<number> {
  say(`\n$ pulumi ${args.join(" ")}`);
  const { status, timedOut } = await stack.run(args, {
    timeLimit: 10 * 60_000,
    onOutput: (text) => process.stdout.write(text),
  });
  if (timedOut) {
    say("Stopped after 10 minutes.");
  }
  return status;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const stopped = new AbortController();
for (const [name, status] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(name, () => {
    process.exitCode = status;
    stopped.abort(new Error(`stopped by ${name}`));
  });
}

start(stopped.signal).then(
  (status) => {
    process.exitCode ??= status;
  },
  (error: unknown) => {
    process.exitCode ??= 1;
    process.stderr.write(`${(error as Error).message}\n`);
  },
);
