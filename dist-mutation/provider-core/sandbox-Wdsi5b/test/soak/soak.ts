/** `npm run soak [-- --seconds 180] [--seed N] [--only I]`: listings under random trouble, each outcome checked. */
// @ts-nocheck

import { parseArgs } from "node:util";
import { runScenario, type Outcome } from "./runScenario";
import { drawScenario } from "./scenario";
import { Summary } from "./summary";

const mostMemoryMiB = 700;
const options = {
  seconds: { type: "string", default: "180" },
  seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
  only: { type: "string" },
} as const;

async function soak(): Promise<void> {
  const { values } = parseArgs({ options });
  const [seed, seconds] = [wholeNumber("seed", values.seed), wholeNumber("seconds", values.seconds)];
  const only = values.only === undefined ? undefined : wholeNumber("only", values.only);
  say(`seed ${seed}`);
  const summary = new Summary();
  const end = Date.now() + seconds * 1_000;
  let iteration = only ?? 0;
  const violation = (text: string) => {
    summary.violations += 1;
    process.exitCode = 1;
    say(`VIOLATION: ${text}\n  again: npm run soak -- --seed ${seed} --only ${iteration}`);
  };
  process.on("unhandledRejection", (reason) => {
    violation(`an unhandled rejection: ${String(reason)}`);
  });
  // A user would read it on the terminal and find nothing to do about it.
  process.on("warning", (warning) => {
    violation(`a warning of Node.js: ${warning.message}`);
  });
  let told = Date.now();
  do {
    const outcome = await run(seed, iteration);
    summary.add(outcome);
    outcome.violations.forEach(violation);
    const memoryMiB = process.memoryUsage.rss() / 2 ** 20;
    summary.peakMiB = Math.max(summary.peakMiB, memoryMiB);
    if (memoryMiB > mostMemoryMiB) {
      violation(`the process holds ${memoryMiB.toFixed(0)} MiB`);
      break;
    }
    if (Date.now() - told >= 10_000) {
      told = Date.now();
      say(summary.line());
    }
    iteration += 1;
  } while (only === undefined && Date.now() < end);
  say(...summary.lines());
}

async function run(seed: number, iteration: number): Promise<Outcome> {
  const scenario = drawScenario(seed, iteration);
  try {
    return await runScenario(scenario);
  } catch (error) {
    const text = `the soak itself failed: ${(error as Error).stack ?? String(error)}`;
    return { kind: "soak failed", jobs: 0, requests: 0, faults: [], violations: [text] };
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number.`);
  return Number(text);
}

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

soak().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
