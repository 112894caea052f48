// @ts-nocheck
import { formatTable } from "../../sdk/text/formatTable";
import { withCommas } from "../../sdk/text/withCommas";
import type { DoctorReport } from "./doctorReport";

/** So wide that it stands in an issue as it stands on a terminal. */
const width = 100;
const colors = { ok: "32", problem: "31", note: "33", skipped: "2" } as const;
const shownMarks = { ok: "ok", problem: "PROBLEM", note: "note", skipped: "skipped" } as const;
const shownKinds = { observed: "", "not observable": "not observable: ", contradictory: "CONTRADICTORY: " } as const;

/** For people: lines of at most 100 characters. */
export function reportToText(report: DoctorReport, { color }: { color: boolean }): string {
  const { checks, observations, pageSizes, requests, dryRun } = report;
  const lines = [`pulumi-dlf ${report.package}, dlf-jobs doctor, ${report.at.slice(0, 16).replace("T", " ")} UTC`, ""];
  if (dryRun) {
    lines.push(
      `Nothing was sent. Without --dry-run these would be, ${requests.most} at most, one after the other:`,
      "",
    );
    for (const { what, most } of requests.plan) lines.push(...hanging(`${String(most).padStart(4)}  `, what));
    return ended(lines);
  }
  const titleWidth = Math.max(...checks.map(({ title }) => title.length));
  for (const { mark, title, seen, todo } of checks) {
    const first = `${shownMarks[mark].padEnd(7)}  ${title.padEnd(titleWidth)}  `;
    const [line = "", ...more] = hanging(first, seen);
    lines.push(color ? `\u001b[${colors[mark]}m${line.slice(0, 7)}\u001b[0m${line.slice(7)}` : line, ...more);
    if (todo !== undefined) lines.push(...hanging(`${" ".repeat(first.length)}-> `, todo));
  }
  lines.push("", "What the service does:", "");
  const [first] = observations;
  const known = observations.filter(({ kind, why }) => kind !== "not observable" || why !== first?.why);
  // Where nothing could be asked, one line says it all.
  const all = known.length <= 1 && first?.kind === "not observable" ? [] : observations;
  if (all.length === 0 && first !== undefined) lines.push(...hanging("", `not observable: ${first.why}`));
  const observedWidth = Math.max(...all.map(({ title }) => title.length));
  for (const { title, kind, what, why } of all) {
    const text = kind === "observed" ? `${what ?? ""} (${why})` : `${shownKinds[kind]}${why}`;
    lines.push(...hanging(`${title.padEnd(observedWidth)}  `, text));
  }
  if (pageSizes.length > 0) {
    const columns = ["limit", "jobs", "bytes", "ms"].map((title) => ({ title, align: "right" as const }));
    const rows = pageSizes.map(({ limit, jobs, bytes, ms }) => [String(limit), ...[jobs, bytes, ms].map(withCommas)]);
    lines.push("", ...formatTable(columns, rows));
  }
  const problems = checks.filter(({ mark }) => mark === "problem").length;
  const found =
    problems === 0 ? "No problem was found." : `${problems} problem${problems === 1 ? " was" : "s were"} found.`;
  lines.push("", `${found} ${requests.sent} of at most ${requests.most} requests were sent.`);
  return ended(lines);
}

function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

/** A text behind a beginning, broken at spaces, its later lines below the first one's text. */
function hanging(first: string, text: string): string[] {
  const room = width - first.length;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((each) => pieces(each, room))) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each, index) => `${index === 0 ? first : " ".repeat(first.length)}${each}`);
}

function pieces(word: string, room: number): string[] {
  return word.match(new RegExp(`.{1,${room}}`, "gu")) ?? [word];
}
