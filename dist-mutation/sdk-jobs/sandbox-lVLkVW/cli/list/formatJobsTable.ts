// @ts-nocheck
import { describeStatus, noStatus, type Job } from "../../sdk/index";
import { displayWidth, formatTable, widthLimit, type Column } from "../../sdk/text/formatTable";
import { readableTime } from "./times";

export interface TableStyle {
  /** Columns of the terminal. Default, and for 0: as wide as the jobs are. */
  width?: number | undefined;
  color?: boolean | undefined;
}

const columns: readonly Column[] = [
  ...["NAME", "TYPE", "STATUS", "LAST RUN", "ENDED (UTC)", "PRIORITY", "OWNER", "PATH"].map((title) => ({ title })),
];
const priorities = ["high", "medium", "low"];

/** The jobs as lines of a table. No job, no line. */
export function formatJobsTable(jobs: readonly Job[], { width, color = false }: TableStyle = {}): string[] {
  if (jobs.length === 0) return [];
  // Half of the terminal is for the name: a single long one must not push every status out of sight.
  const longestName = Math.max(20, Math.floor(widthLimit(width) / 2));
  const [title = "", ...lines] = formatTable(
    columns,
    jobs.map((job) => cells(job, longestName)),
    width,
  );
  if (!color) return [title, ...lines];
  return [paint(title, "bold"), ...lines.map((line, index) => paint(line, styleOf(jobs[index])))];
}

function cells(job: Job, longestName: number): string[] {
  const priority = job.priority === undefined ? undefined : (priorities[job.priority] ?? String(job.priority));
  return [
    shortened(job.name, longestName),
    job.jobType,
    job.status ?? noStatus,
    job.lastInstanceStatus ?? "-",
    job.lastInstanceEndTime === undefined ? "-" : readableTime(job.lastInstanceEndTime),
    priority ?? "-",
    job.owner ?? "-",
    job.path ?? "-",
  ];
}

/** The middle goes: names of one kind begin alike, and differ at the end. */
function shortened(name: string, longest: number): string {
  if (displayWidth(name) <= longest) return name;
  const characters = Array.from(name);
  const head = fitting(characters, Math.ceil((longest - 1) / 2));
  const tail = fitting(characters.reverse(), Math.floor((longest - 1) / 2)).reverse();
  return `${head.join("")}…${tail.join("")}`;
}

function fitting(characters: readonly string[], width: number): string[] {
  let taken = 0;
  const end = characters.findIndex((character) => (taken += displayWidth(character)) > width);
  return end === -1 ? [...characters] : characters.slice(0, end);
}

const styles = { bold: 1, dim: 2, red: 31, yellow: 33 } as const;
type Style = keyof typeof styles;

function paint(line: string, style: Style | undefined): string {
  return style === undefined ? line : `\u001b[${styles[style]}m${line}\u001b[0m`;
}

/** Red for what has failed or is about to, yellow for what may be, dim for what was stopped. */
function styleOf(job: Job | undefined): Style | undefined {
  if (job === undefined) return undefined;
  const status = describeStatus(job.jobType, job.status).color;
  const lastRun = describeStatus("lastInstance", job.lastInstanceStatus).color;
  const isOneOf = (...colors: (typeof status)[]): boolean => colors.includes(status) || colors.includes(lastRun);
  if (isOneOf("red", "orange")) return "red";
  if (isOneOf("yellow")) return "yellow";
  return status === "text" ? "dim" : undefined;
}
