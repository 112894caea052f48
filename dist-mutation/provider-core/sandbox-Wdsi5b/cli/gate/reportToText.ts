// @ts-nocheck
import { describeViolations, type GateOutcome } from "../../sdk/index";
import { countJobs } from "../progress";
import { oneLine } from "../../sdk/text/printable";

/** For a terminal, and for the log of a CI job. */
export function reportToText(outcome: GateOutcome): string {
  if (outcome.result === "unknown") return `The jobs could not be known: ${oneLine(outcome.error.message)}\n`;
  const { decision, jobs, listedAt: now } = outcome;
  const { violations, tolerated, notes } = decision;
  const listed = `${countJobs(jobs.length)} listed`;
  const blocks = [
    outcome.result === "holds"
      ? `The gate holds: ${listed}.`
      : `The gate is closed: ${violations.length} of its rules violated, ${listed}.\n` +
        describeViolations(violations, { now, maxLines: 60 }),
    ...(tolerated.length > 0 ? [`Tolerated:\n${describeViolations(tolerated, { now })}`] : []),
    ...notes.map(({ message }) => oneLine(message)),
  ];
  return `${blocks.join("\n")}\n`;
}
