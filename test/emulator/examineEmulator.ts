import { examine, type Examination, type Finding } from "../../sdk/doctor";
import type { DlfEmulator, DlfEmulatorOptions, EmulatedJob } from "../../sdk/testing";

export interface Examined extends Examination {
  findings: Record<string, Finding>;
  /** The value of what was observed; else its kind. */
  values: Record<string, string>;
}

/**
 * The examination of an emulator, by a clock that moves only while it sleeps.
 *
 * @param options `file`: what stands in every file that is read; without it there is none
 */
export async function examineEmulator(
  emulator: DlfEmulator,
  {
    tags = [],
    env = {},
    workspace,
    file,
  }: { tags?: string[]; env?: Record<string, string | undefined>; workspace?: string; file?: string } = {},
): Promise<Examined> {
  let time = 5_000;
  const examination = await examine(
    { client: { workspace }, tags, timeLimitMs: 120_000 },
    {
      environment: { ...emulator.env(), ...env },
      runtime: {
        now: () => Date.now(),
        monotonic: () => time,
        random: () => 0,
        sleep: (ms) => {
          time += ms;
          return Promise.resolve();
        },
      },
      readTextFile: () => Promise.resolve(file === undefined ? undefined : { text: file }),
      signal: new AbortController().signal,
    },
  );
  const findings = Object.fromEntries(examination.observations.map(({ id, finding }) => [id, finding]));
  const values = Object.fromEntries(
    Object.entries(findings).map(([id, finding]) => [id, finding.kind === "observed" ? finding.value : finding.kind]),
  );
  return { ...examination, findings, values };
}

/** Jobs in an order that no field has, each third of them with the tag `daily`. */
export function plainJobs(count: number, jobType = "BATCH"): EmulatedJob[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${"hgbdface"[index % 8] ?? ""}_stock_${(index * 7_919) % 10_007}`,
    jobType,
    status: jobType === "BATCH" ? "SCHEDULING" : "NORMAL",
    createUser: "meier",
    createTime: 1_680_783_636_000 + ((index * 31) % 17) * 1_000,
    tags: index % 3 === 0 ? ["daily", "finance"] : [],
  }));
}

/** What must be told of an emulator of such a behaviour, if anything is: the only right value of each observation. */
export function truthOf(options: DlfEmulatorOptions, count: number): Record<string, string> {
  const { offset = "page", pastEnd = "empty", maxTotal = Infinity, maxLimit = 1_000, overMaxLimit = "cap" } = options;
  const limit = (of: number) => {
    if (of > 1_000 || (of > maxLimit && overMaxLimit === "refuse")) return "refused";
    return of > maxLimit ? `capped to ${maxLimit}` : "honoured";
  };
  return {
    offset,
    limit101: limit(101),
    limit1000: limit(1_000),
    limit1001: limit(1_001),
    cappedPages: options.cappedPagesCountIn ?? "cap",
    total: maxTotal < count ? "too low" : "all",
    pastEnd: { empty: "empty", refuse: "refused", "first-page": "first page" }[pastEnd],
    orderTwice: "same",
    tags: options.tagMatch ?? "any",
    jobName: "contains",
    jobNameCase: "ignored",
  };
}

/** What was told wrongly: `offset: record (is page)`. */
export function wrongly(values: Record<string, string>, truth: Record<string, string>): string[] {
  return Object.entries(truth)
    .filter(([id, value]) => values[id] !== value && values[id] !== "not observable")
    .map(([id, value]) => `${id}: ${values[id] ?? ""} (is ${value})`);
}
