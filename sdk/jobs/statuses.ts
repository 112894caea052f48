import { nearest } from "../text/nearest";

/**
 * What a status says. `running`: a job that is meant to run, or an instance that runs; `stopped`: somebody stopped the
 * job; `success`: the instance succeeded, or somebody declared that it counts as such; `bad`: it needs attention.
 */
export type StatusMeaning = "running" | "stopped" | "success" | "bad";

/** From good to bad, as colours of a dashboard; `text` is the colour of plain text. */
export const statusColors = ["green", "blue", "yellow", "text", "orange", "red"] as const;
/** One of the colours that statuses have: from good to bad `green`, `blue`, `yellow`, `text`, `orange`, `red`. */
export type StatusColor = (typeof statusColors)[number];

interface KnownStatus {
  readonly is: readonly StatusMeaning[];
  readonly color: StatusColor;
  /**
   * Only some servers say it: it has a series in a set of metrics while a job has it, and none at 0. A hundred thousand
   * series that are always 0 would tell nobody anything: every rule asks for `== 1`.
   */
  readonly seldom?: true;
}

/** Those of newer servers, which the reference lists for neither type. */
const newer = {
  DISABLE: { is: ["stopped"], color: "text", seldom: true },
  OVERLOAD: { is: ["running"], color: "orange", seldom: true },
  INIT: { is: [], color: "yellow", seldom: true },
} as const;

/**
 * The statuses that are known of batch jobs, of real-time jobs and of last instances. Whatever has to know one looks
 * here: types, gates, summaries, tables, metrics, alerts and dashboards. The set is open: any other may come.
 */
export const statuses = {
  BATCH: {
    SCHEDULING: { is: ["running"], color: "green" },
    STOPPED: { is: ["stopped"], color: "text" },
    PAUSED: { is: ["stopped"], color: "text" },
    PAUSE: { is: ["stopped"], color: "text", seldom: true },
    ABNORMAL: { is: ["bad"], color: "orange", seldom: true },
    ...newer,
  },
  REAL_TIME: {
    STARTING: { is: ["running"], color: "blue" },
    NORMAL: { is: ["running"], color: "green" },
    EXCEPTION: { is: ["bad"], color: "red" },
    STOPPING: { is: ["stopped"], color: "yellow" },
    STOPPED: { is: ["stopped"], color: "text" },
    PAUSE: { is: ["stopped"], color: "text" },
    ABNORMAL: { is: ["bad"], color: "orange" },
    PAUSED: { is: ["stopped"], color: "text", seldom: true },
    // As older servers spell it.
    STARTTING: { is: ["running"], color: "blue", seldom: true },
    ...newer,
  },
  lastInstance: {
    running: { is: ["running"], color: "blue" },
    success: { is: ["success"], color: "green" },
    fail: { is: ["bad"], color: "red" },
    "running-exception": { is: ["running", "bad"], color: "orange" },
    "manual-stop": { is: [], color: "yellow" },
    forceSuccess: { is: ["success"], color: "green", seldom: true },
    ignoreSuccess: { is: ["success"], color: "green", seldom: true },
    freeze: { is: [], color: "text", seldom: true },
    "skip-by-depend": { is: [], color: "text", seldom: true },
    "waiting-confirm": { is: [], color: "yellow", seldom: true },
  },
} as const satisfies Record<string, Record<string, KnownStatus>>;

/** Whose status: that of a type of job, or that of a job's last instance. */
export type StatusOf = keyof typeof statuses;

/** What a job without a status is counted under. No status of the service has a space in it. */
export const noStatus = "no status";

/** What is known of a status. */
export interface DescribedStatus {
  /** In the known spelling; as it came where it is none of the known ones; `no status` where there is none. */
  name: string;
  /** Whether it is one of the known ones. */
  known: boolean;
  /** What it says. Nothing where it is not known. */
  is: readonly StatusMeaning[];
  /** As a dashboard shows it. `undefined` where it is not known. */
  color: StatusColor | undefined;
}

const known = new Map(
  Object.entries(statuses).map(([of, rows]) => [
    of,
    new Map(
      Object.entries<KnownStatus>(rows).flatMap(([name, { is, color }]): [string, DescribedStatus][] => {
        const described: DescribedStatus = { name, known: true, is, color };
        // As it is usually written, too: that is found without making it comparable first.
        return [name, comparable(name)].map((key) => [key, described]);
      }),
    ),
  ]),
);

/** Statuses are the same without regard to case and to space around them: servers differ in both. */
export function sameStatus(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function comparable(status: string): string {
  return status.trim().toLowerCase();
}

/** What is known of a status, as a job or a rule has it. */
export function describeStatus(of: StatusOf, status: string | undefined = ""): DescribedStatus {
  const ofThese = known.get(of);
  const asWritten = ofThese?.get(status);
  if (asWritten !== undefined) return asWritten;
  const key = comparable(status);
  return ofThese?.get(key) ?? { name: key === "" ? noStatus : status, known: false, is: [], color: undefined };
}

export function statusIs(of: StatusOf, status: string | undefined, meaning: StatusMeaning): boolean {
  return describeStatus(of, status).is.includes(meaning);
}

/** The known statuses, by name: all of them, or those that mean this. */
export function knownStatuses(of: StatusOf, meaning?: StatusMeaning): string[] {
  const rows = Object.entries<KnownStatus>(statuses[of]);
  return rows.filter(([, { is }]) => meaning === undefined || is.includes(meaning)).map(([name]) => name);
}

/** The known statuses that have a series in a set of metrics even where no job has them. */
export function usualStatuses(of: StatusOf): string[] {
  const rows = Object.entries<KnownStatus>(statuses[of]);
  return rows.filter(([, { seldom }]) => seldom !== true).map(([name]) => name);
}

/** Whose statuses messages speak of. */
const whose: Readonly<Record<StatusOf, string>> = {
  BATCH: "a batch job",
  REAL_TIME: "a real-time job",
  lastInstance: "a last instance",
};

/**
 * A line for each status that somebody named and that is not known: no job may ever have it.
 *
 * @param where what names them: `allowedStatuses.BATCH`
 * @param of whose statuses are meant: those of any of these
 */
export function unknownStatusWarnings(where: string, of: readonly StatusOf[], named: readonly string[] = []): string[] {
  const all = [...new Set(of.flatMap((each) => knownStatuses(each)))];
  return named
    .filter((status) => comparable(status) !== noStatus && !of.some((each) => describeStatus(each, status).known))
    .map(
      (status) =>
        `${where}: ${JSON.stringify(status)} is no known status of ${of.map((each) => whose[each]).join(" or ")}, ` +
        `the nearest is ${JSON.stringify(nearest(status, all))}. Known: ${all.join(", ")}.`,
    );
}
