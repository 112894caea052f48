import { describeStatus } from "../jobs/statuses";
import type { RawJob } from "./answer";
import { counted, notObservable, observed, type Finding } from "./observation";

/** What the API's reference and its definition name. */
const mandatory = ["name", "jobType", "status", "createUser", "createTime"] as const;
const optional = [
  ...["owner", "priority", "startTime", "endTime", "lastInstanceStatus", "lastInstanceEndTime", "lastUpdateTime"],
  ...["lastUpdateUser", "path", "singleNodeJobFlag", "flinkJobInfo", "alarms", "singleNodeJobType"],
];
/** @internal */
export const listedFields: readonly string[] = [...mandatory, ...optional];
const known = new Set(listedFields);
const texts = ["name", "jobType", "status", "createUser", "owner", "lastInstanceStatus", "lastUpdateUser", "path"];
const numbers = ["createTime", "startTime", "endTime", "lastUpdateTime", "lastInstanceEndTime", "priority"];

/** Makes a word that came from the service fit to be shown. */
export type ShowWord = (word: string, kind: "field" | "status") => string;

const noJobs = notObservable("there are no jobs");

export function unknownFieldsFinding(jobs: readonly RawJob[], show: ShowWord): Finding {
  if (jobs.length === 0) return noJobs;
  const fields = tally(jobs.flatMap((job) => Object.keys(job).filter((field) => !known.has(field))));
  return list(fields, jobs.length, (field) => show(field, "field"));
}

export function missingFieldsFinding(jobs: readonly RawJob[]): Finding {
  if (jobs.length === 0) return noJobs;
  const missing = (job: RawJob) => mandatory.filter((field) => job[field] === undefined || job[field] === null);
  return list(tally(jobs.flatMap(missing)), jobs.length, (field) => field);
}

/** Fields whose value is of another type than the reference says. */
export function oddFieldsFinding(jobs: readonly RawJob[]): Finding {
  if (jobs.length === 0) return noJobs;
  const given = (job: RawJob, field: string) => job[field] !== undefined && job[field] !== null;
  const odd = (job: RawJob) => [
    ...texts.filter((field) => given(job, field) && typeof job[field] !== "string"),
    ...numbers.filter((field) => given(job, field) && !Number.isSafeInteger(job[field])),
    ...(given(job, "singleNodeJobFlag") && typeof job["singleNodeJobFlag"] !== "boolean" ? ["singleNodeJobFlag"] : []),
  ];
  return list(tally(jobs.flatMap(odd)), jobs.length, (field) => field);
}

export function unknownStatusesFinding(jobs: readonly RawJob[], show: ShowWord): Finding {
  if (jobs.length === 0) return noJobs;
  const unknown = jobs.flatMap((job) => {
    const of = job["jobType"] === "REAL_TIME" ? "REAL_TIME" : "BATCH";
    return [
      [job["status"], of],
      [job["lastInstanceStatus"], "lastInstance"],
    ].flatMap(([status, whose]) =>
      typeof status === "string" && !describeStatus(whose as "BATCH", status).known
        ? [`${whose === "lastInstance" ? "last instance" : "job"} ${show(status, "status")}`]
        : [],
    );
  });
  return list(tally(unknown), jobs.length, (status) => status);
}

/** So many are named. */
const most = 12;

function list(counts: ReadonlyMap<string, number>, jobs: number, name: (key: string) => string): Finding {
  const told = `in ${counted(jobs, "job")}`;
  if (counts.size === 0) return observed("none", "none", told);
  const named = [...counts].slice(0, most).map(([key, count]) => `${name(key)} (${count})`);
  const more = counts.size > most ? [`and ${counts.size - most} more`] : [];
  const text = [...named, ...more].join(", ");
  return observed(text, text, told);
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
