// @ts-nocheck
import { formatOverview, type Overview } from "../../examples/overview/formatOverview";
import { displayWidth, formatTable } from "../../sdk/text/formatTable";

describe("a table", () => {
  const columns = [{ title: "JOB" }, { title: "JOBS", align: "right" }] as const;

  it("is aligned, numbers to the right", () => {
    expect(formatTable(columns, [["long name", "1"], ["a", "10"]])).toEqual([
      "JOB        JOBS",
      "long name     1",
      "a            10",
    ]); // prettier-ignore
  });

  it("is aligned with characters that take two columns", () => {
    const lines = formatTable(columns, [["作业一", "1"], ["job", "2"]]); // prettier-ignore
    expect(lines).toEqual(["JOB     JOBS", "作业一     1", "job        2"]);
    expect(new Set(lines.map(displayWidth)).size).toBe(1);
  });

  it("is cut at the width of the terminal", () => {
    expect(formatTable(columns, [["a name that is too long", "1"]], 10).at(-1)).toBe("a name th…");
    expect(displayWidth(formatTable(columns, [["作业作业作业", "1"]], 6).at(-1) ?? "")).toBeLessThanOrEqual(6);
  });

  it("does not let a name steer the terminal", () => {
    expect(formatTable(columns, [["a\u001b[2Jb\n", "1"]]).join("")).not.toMatch(/[\u001b\n]/); // eslint-disable-line no-control-regex
  });
});

describe("an overview", () => {
  const broken = Array.from({ length: 17 }, (_, index) => ({
    ...{ name: `job-${index}`, jobType: "BATCH", status: "SCHEDULING", lastInstanceStatus: "fail" },
    lastInstanceEndTime: "2025-01-31T12:34:56.000Z",
  }));
  const overview: Overview = {
    total: 20,
    byType: { BATCH: 18, REAL_TIME: 2 },
    byStatus: { BATCH: { SCHEDULING: 18 }, REAL_TIME: { NORMAL: 2 } },
    byLastInstanceStatus: { fail: 17, success: 1 },
    needAttention: broken,
  };

  it("shows counts, then no more jobs than fit on a screen, times readable", () => {
    const lines = formatOverview({ ...overview, needAttention: broken.slice(0, 1) });
    expect(lines).toMatchInlineSnapshot(`
     [
       "TYPE       COUNTED BY         JOBS",
       "BATCH      all                  18",
       "           status SCHEDULING    18",
       "           last run fail        17",
       "           last run success      1",
       "REAL_TIME  all                   2",
       "           status NORMAL         2",
       "total                           20",
       "",
       "Jobs that need attention: 1",
       "",
       "JOB    TYPE   STATUS      LAST RUN  ENDED (UTC)       OWNER  PATH",
       "job-0  BATCH  SCHEDULING  fail      2025-01-31 12:34  -      -",
     ]
    `);
    expect(formatOverview(overview).at(-1)).toBe("and 2 more: they are in the output needAttention");
    expect(formatOverview(overview, { maxRows: 17 }).at(-1)).toMatch(/^job-16 /);
  });

  it("says so when no job needs attention", () => {
    expect(formatOverview({ ...overview, needAttention: [] }).at(-1)).toBe("No job needs attention.");
  });

  it("has colours only when asked", () => {
    expect(formatOverview(overview).join("")).not.toContain("\u001b");
    expect(formatOverview(overview, { color: true }).join("")).toContain("\u001b[1m");
  });
});
