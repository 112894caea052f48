// @ts-nocheck
import type { Recording } from "./recording";

/** Recording, exchanges, exchange, response, body, jobs: what is deeper stands on one line, each job on its own. */
const brokenLevels = 6;

/** The file's text: JSON that a person can read before giving it away. */
export function formatRecording(recording: Recording): string {
  return `${format(recording, 0)}\n`;
}

function format(value: unknown, level: number): string {
  if (typeof value !== "object" || value === null || level >= brokenLevels || isFlat(value)) return oneLine(value);
  const indent = "  ".repeat(level + 1);
  const parts = Array.isArray(value)
    ? value.map((each) => format(each, level + 1))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${format(each, level + 1)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open ?? ""}\n${parts.map((part) => indent + part).join(",\n")}\n${"  ".repeat(level)}${close ?? ""}`;
}

function isFlat(value: object): boolean {
  return !Object.values(value).some((each) => typeof each === "object" && each !== null);
}

function oneLine(value: unknown): string {
  return JSON.stringify(value);
}
