// @ts-nocheck
import type { EmulatedJob } from "../../sdk/testing/index";
import type { Chance } from "./chance";

export const tags = ["daily", "finance", "中文", "a b"] as const;
export const workspace = "0a1b2c3d-workspace";

export function drawJob(chance: Chance, serial: number): EmulatedJob {
  const jobType = chance.pick("BATCH", "BATCH", "REAL_TIME");
  const folder = chance.pick("ods", "DWD", "作业", "a+b & c%2F", "😀");
  return {
    name: `${folder}_${chance.integer(0, 9)}_${serial}`,
    jobType,
    status: chance.pick("SCHEDULING", "STOPPED", "NEVER_SEEN_BEFORE"),
    createUser: "etl",
    createTime: 1_700_000_000_000 + serial,
    ...(chance.yes(0.3) && { owner: chance.pick("bi", null) }),
    ...(chance.yes(0.3) && { path: "/warehouse", fieldOfTomorrow: { deep: [serial] } }),
    ...(chance.yes(0.5) && { tags: tags.filter(() => chance.yes(0.4)) }),
    ...(chance.yes(0.1) && { workspace }),
  };
}

/** Up to some pages, and the numbers at which something begins or ends. */
export function drawJobs(chance: Chance, cap: number): EmulatedJob[] {
  const marks = [0, 1, cap - 1, cap, cap + 1, 2 * cap, 99, 100, 101, 200, 999, 1_000, 1_001] as const;
  const drawn = chance.yes(0.4) ? chance.pick(...marks) : chance.integer(0, 12 * cap);
  // Half of the lists are of one type without filters in the way: there the marks are those of the pages.
  const uniform = chance.yes(0.5);
  const count = Math.min(drawn, 12 * cap, 3_000);
  return Array.from({ length: count }, (_, serial) => {
    const { workspace: _workspace, ...job } = drawJob(chance, serial);
    return uniform ? { ...job, jobType: "BATCH" } : drawJob(chance, serial);
  });
}
