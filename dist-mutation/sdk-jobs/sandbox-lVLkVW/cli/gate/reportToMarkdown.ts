// @ts-nocheck
import { countJobs } from "../progress";
import { oneLine } from "../../sdk/text/printable";
import { printable } from "../../sdk/text/printable";
import { exemptionTitle } from "./exemptionTitle";
import type { BrokenRule, GateReport, ReportedJob } from "./gateReport";
import { jobCells, jobColumns } from "./jobCells";
import { unknownText } from "./unknownText";

/** So many jobs a report names at most: GitHub takes a summary of 1 MiB, and nobody reads more. */
const mostJobs = 500;

const titles = { holds: "open", violated: "closed", unknown: "unknown" } as const;

/** For the summary of a CI job: what is wrong first, then what was let pass. */
export function reportToMarkdown(report: GateReport): string {
  const { result, rules, listedAt, listedJobs = 0, violations, tolerated, exemptions, error } = report;
  let jobsLeft = mostJobs;
  const section = (title: string, message: string, jobs: readonly ReportedJob[]): string[] => {
    const shown = jobs.slice(0, jobsLeft);
    jobsLeft -= shown.length;
    const more = jobs.length - shown.length;
    return [
      `### ${title}`,
      escaped(message),
      ...(shown.length > 0 ? [table(jobColumns, shown.map(jobCells))] : []),
      ...(more > 0 ? [`and ${countJobs(more)} more`] : []),
    ];
  };
  const about =
    error === undefined ? `${countJobs(listedJobs)} listed at ${listedAt ?? "?"}.` : escaped(unknownText(error));
  const blocks = [
    `## The gate is ${titles[result]}`,
    about,
    table(
      ["RULE", "RESULT"],
      rules.map(({ rule, result: each }) => [rule, each]),
    ),
    ...violations.flatMap(({ rule, message, jobs }: BrokenRule) => section(escaped(rule), message, jobs)),
    ...tolerated.flatMap(({ rule, message, jobs }) => section(`Tolerated: ${escaped(rule)}`, message, jobs)),
    ...exemptions.flatMap((each) => section(`Exemption: ${each.state}`, exemptionTitle(each), each.jobs)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function table(titlesOfColumns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const head = [line(titlesOfColumns), line(titlesOfColumns.map(() => "---"))];
  return [...head, ...rows.map((cells) => line(cells.map((cell) => escaped(printable(cell)))))].join("\n");
}

const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;" };

/** Text as itself: neither markup nor HTML, nor a mention, a reference, an emoji, or the end of a table's cell. */
function escaped(text: string): string {
  return oneLine(text)
    .replace(/[<>&|]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\\`*[\]~$@!%]|:(?=[A-Za-z/+-])|#(?!\d+;)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&");
}
