// @ts-nocheck
import { formatTable, type Column } from "../../sdk/text/formatTable";

/** The outputs of the program beside this file. */
export interface Overview {
  readonly total: number;
  readonly byType: Counts;
  readonly byStatus: Readonly<Record<string, Counts>>;
  readonly byLastInstanceStatus: Counts;
  readonly needAttention: readonly NeedsAttention[];
}

type Counts = Readonly<Record<string, number>>;

interface NeedsAttention {
  readonly name: string;
  readonly jobType: string;
  /** Absent where the service tells none. */
  readonly status?: string;
  readonly lastInstanceStatus?: string;
  /** ISO 8601 */
  readonly lastInstanceEndTime?: string;
  readonly owner?: string;
  readonly path?: string;
}

export interface OverviewStyle {
  /** Columns of the terminal. */
  readonly width?: number;
  readonly color?: boolean;
  /** Rows of the table, so that it fits on a screen. */
  readonly maxRows?: number;
}

/** The outputs as a person reads them. */
export function formatOverview(overview: Overview, style: OverviewStyle = {}): string[] {
  const { width = Infinity, color = false, maxRows = 15 } = style;
  const bold = (text: string): string => (color ? `\u001b[1m${text}\u001b[0m` : text);
  const [countsTitle = "", ...counts] = formatTable(countColumns, countRows(overview), width);
  const jobs = overview.needAttention;
  const [jobsTitle = "", ...shown] = formatTable(jobColumns, jobs.slice(0, maxRows).map(jobRow), width);
  const more = jobs.length - shown.length;
  return [
    ...[bold(countsTitle), ...counts, ""],
    ...(jobs.length === 0
      ? ["No job needs attention."]
      : [`Jobs that need attention: ${jobs.length}`, "", bold(jobsTitle), ...shown]),
    ...(more > 0 ? [`and ${more} more: they are in the output needAttention`] : []),
  ];
}

const countColumns: readonly Column[] = [{ title: "TYPE" }, { title: "COUNTED BY" }, { title: "JOBS", align: "right" }];

function countRows({ total, byType, byStatus, byLastInstanceStatus }: Overview): string[][] {
  const rows = Object.entries(byType).flatMap(([type, jobs]) => [
    [type, "all", String(jobs)],
    ...rowsOf("status", byStatus[type] ?? {}),
    ...(type === "BATCH" ? rowsOf("last run", byLastInstanceStatus) : []),
  ]);
  return [...rows, ["total", "", String(total)]];
}

function rowsOf(what: string, counts: Counts): string[][] {
  return Object.entries(counts).map(([value, jobs]) => ["", `${what} ${value}`, String(jobs)]);
}

const jobColumns: readonly Column[] = [
  ...[{ title: "JOB" }, { title: "TYPE" }, { title: "STATUS" }, { title: "LAST RUN" }, { title: "ENDED (UTC)" }],
  ...[{ title: "OWNER" }, { title: "PATH" }],
];

function jobRow(job: NeedsAttention): string[] {
  const ended = job.lastInstanceEndTime?.slice(0, "2025-01-31T12:34".length).replace("T", " ");
  return [job.name, job.jobType, job.status, job.lastInstanceStatus, ended, job.owner, job.path].map(
    (cell) => cell ?? "-",
  );
}
