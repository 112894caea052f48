import { decideGate, type Job, type JobsFilter } from "../../../sdk";
import { passes } from "../../../sdk/jobs/filter";
import { FilterFindings } from "../../../sdk/jobs/filterFindings";

const job = (name: string, fields: Partial<Job> = {}): Job => ({
  ...{ name, jobType: "BATCH", status: "SCHEDULING", owner: "etl", path: "/dwd" },
  ...(fields as object),
});

function found(filter: JobsFilter, ...pages: Job[][]): FilterFindings {
  const findings = new FilterFindings(filter);
  for (const page of pages) findings.count(page);
  return findings;
}

test("each entry that matches no job is told; one that matches a job on any page is not", () => {
  const filter: JobsFilter = {
    names: ["a", "B_bda", "ods_*", "x*"],
    owners: ["etl", "Etl", "o?s"],
    folders: ["/dwd/", "/DWD", "/dwd/*"],
  };
  const findings = found(filter, [job("a")], [job("ods_1", { owner: "ops", path: "/dwd/x/" })]);
  expect(findings.warnings).toEqual([
    'filter.names: "B_bda" matches no job.',
    'filter.names: "x*" matches no job.',
    'filter.owners: "Etl" matches no job.',
    'filter.folders: "/DWD" matches no job.',
  ]);
  expect(findings.missingNames).toEqual(["B_bda"]);
});

test("a glob needs one job that it matches, and no job that does not tell its owner", () => {
  const silent = { owner: undefined } as unknown as Partial<Job>;
  expect(found({ names: ["a*"] }, [job("b"), job("a1")]).warnings).toEqual([]);
  expect(found({ owners: ["*", "undefined"] }, [job("a", silent)]).warnings).toEqual([
    'filter.owners: "*" matches no job.',
    'filter.owners: "undefined" matches no job.',
    "filter.owners: 1 job does not tell its owner: kept.",
  ]);
});

test("a slash at the end of a name is part of it", () => {
  expect(found({ names: ["a/"] }, [job("a")]).missingNames).toEqual(["a/"]);
});

test("a name of a job that another part of the filter leaves out is there", () => {
  const findings = found({ names: ["a", "b"], statuses: ["SCHEDULING"] }, [job("a"), job("b", { status: "STOPPED" })]);
  expect(findings.warnings).toEqual([]);
  expect(findings.missingNames).toEqual([]);
});

test("jobs that are kept without what the filter looks at are counted, those that are left out are not", () => {
  const silent = { status: undefined, owner: undefined, path: "" } as unknown as Partial<Job>;
  const jobs = [job("a", silent), job("b", silent), job("z", silent), job("c", { lastInstanceEndTime: 1 }), job("d")];
  const filter: JobsFilter = { excludeNames: ["z"], statuses: ["SCHEDULING"], owners: ["etl"], folders: ["/dwd"] };
  expect(found(filter, jobs).warnings).toEqual([
    "filter.statuses: 2 jobs do not tell their status: kept.",
    "filter.owners: 2 jobs do not tell their owner: kept.",
    "filter.folders: 2 jobs do not tell their folder: kept.",
  ]);
  expect(found({ lastInstanceStatuses: ["fail"] }, jobs).warnings).toEqual([
    "filter.lastInstanceStatuses: 1 job does not tell its last instance's status: kept.",
  ]);
  expect(found({ minPriority: "high" }, jobs).warnings).toEqual([]);
});

describe("a gate", () => {
  const rules = { forbiddenLastInstanceStatuses: ["fail"] };
  const good = job("a", { lastInstanceStatus: "success" });

  test("does not hold without a job that its filter names, and says which", () => {
    const { outcome, violations } = decideGate([good], { ...rules, allowEmpty: true }, 0, ["B_bda"]);
    expect(outcome).toBe("violated");
    expect(violations).toEqual([
      { rule: "filter", message: 'a job that filter.names names does not exist: "B_bda"', jobs: [] },
    ]);
  });

  test("is closed by a job that its filter cannot decide on", () => {
    const failed = { name: "b", jobType: "BATCH", lastInstanceStatus: "fail" } as const;
    const jobs = [good, failed].filter(passes({ statuses: ["SCHEDULING"] }));
    expect(decideGate(jobs, rules, 0).violations.map((each) => each.jobs)).toEqual([[failed]]);
  });
});
