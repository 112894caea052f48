import { InvalidQueryError } from "../../../sdk/errors";
import type { Job } from "../../../sdk/jobs/job";
import { checkQuery, compareJobs, joinByTag, isAskedFor, planListings, type JobsQuery } from "../../../sdk/jobs/query";

function job(name: string, jobType: "BATCH" | "REAL_TIME" = "BATCH"): Job {
  return { name, jobType, status: "STOPPED", createUser: "etl", createTime: 0 };
}

test("a query without anything lists BATCH, as the API does", () => {
  expect(planListings(checkQuery({}))).toEqual([[{ jobType: "BATCH", tags: [] }]]);
});

test.each<[string, unknown, RegExp]>([
  ["a type that there is not", { jobType: "STREAM" }, /jobType must be "BATCH", "REAL_TIME" or "ALL"/],
  ["a type in lower case", { jobType: "batch" }, /jobType/],
  ["a tag with a comma", { tags: ["a,b"] }, /tags\[0\] must not hold a comma/],
  ["an empty tag", { tags: [""] }, /tags\[0\] must not be empty/],
  ["tags that are no list", { tags: "a" }, /tags/],
  ["an empty name", { jobName: "" }, /jobName must not be empty/],
  ["a name with a lone surrogate", { jobName: "\ud800" }, /jobName must be well-formed/],
  ["a name of 129 characters", { jobName: "x".repeat(129) }, /jobName must have at most 128/],
  ["exactName without a name", { exactName: true }, /exactName needs a jobName/],
  ["a workspace with a line break", { workspace: "a\r\nX-Evil: 1" }, /workspace must be a workspace ID/],
  ["an empty workspace", { workspace: "" }, /workspace/],
  ["a parameter that there is not", { jobtype: "BATCH" }, /jobtype/],
])("%s is an InvalidQueryError that says what is wrong", (_what, query, message) => {
  expect(() => checkQuery(query as JobsQuery)).toThrow(InvalidQueryError);
  expect(() => checkQuery(query as JobsQuery)).toThrow(message);
});

test("undefined and null both mean not given", () => {
  expect(checkQuery({ jobName: undefined, workspace: null } as unknown as JobsQuery)).not.toHaveProperty("jobName");
});

test("ALL takes a listing for each type", () => {
  const types = planListings(checkQuery({ jobType: "ALL" })).flat();
  expect(types.map((filter) => filter.jobType)).toEqual(["BATCH", "REAL_TIME"]);
});

test("tags go in one listing without tagMatch, and in one for each different tag with it", () => {
  const tagSets = (query: JobsQuery) =>
    planListings(checkQuery(query))
      .flat()
      .map((filter) => filter.tags);
  expect(tagSets({ tags: ["a", "b", "a"] })).toEqual([["a", "b"]]);
  expect(tagSets({ tags: ["a", "b", "a"], tagMatch: "all" })).toEqual([["a"], ["b"]]);
  expect(tagSets({ tags: ["a"], tagMatch: "any" })).toEqual([["a"]]);
});

test("any joins the lists with each job once, all keeps the jobs that are in every list", () => {
  const lists = [{ jobs: [job("a"), job("b")] }, { jobs: [job("b"), job("c")] }];
  const names = (match: "any" | "all") => joinByTag(lists, match).map((each) => each.name);
  expect(names("any")).toEqual(["a", "b", "c"]);
  expect(names("all")).toEqual(["b"]);
});

test("of three lists all keeps what is in each of them, and of one list all is the list", () => {
  const lists = [
    ["a", "b", "c"],
    ["b", "c"],
    ["c", "a"],
  ].map((names) => ({ jobs: names.map((name) => job(name)) }));
  expect(joinByTag(lists, "all").map((each) => each.name)).toEqual(["c"]);
  expect(joinByTag(lists.slice(0, 1), "all")).toBe(lists[0]?.jobs);
  expect(joinByTag([], "any")).toEqual([]);
});

test("no tag takes one listing, whatever tagMatch says", () => {
  expect(planListings(checkQuery({ tagMatch: "all" }))).toEqual([[{ jobType: "BATCH", tags: [] }]]);
});

test("the order of two jobs is the same from either side, and none of one with itself", () => {
  const signs = (a: Job, b: Job) => [compareJobs(a, b), compareJobs(b, a)];
  expect(signs(job("a"), job("b"))).toEqual([-1, 1]);
  expect(signs(job("z"), job("a", "REAL_TIME"))).toEqual([-1, 1]);
  expect(signs(job("a"), job("a"))).toEqual([0, 0]);
});

test("exactName keeps the job of that name only", () => {
  const keep = isAskedFor(checkQuery({ jobName: "load", exactName: true }));
  expect(["load", "load_2", "Load"].filter((name) => keep(job(name)))).toEqual(["load"]);
});

test("jobs are sorted by type, then by name in code units, the same on every machine", () => {
  const jobs = [job("b"), job("a", "REAL_TIME"), job("B"), job("ä"), job("a10"), job("a2")];
  expect(jobs.sort(compareJobs).map((each) => each.name)).toEqual(["B", "a10", "a2", "b", "ä", "a"]);
});

test("what is no plain object is refused: its inherited parts would not be looked at", () => {
  class Query {
    get jobType() {
      return "REAL_TIME" as const;
    }
  }
  const bad = [
    new Query(),
    [],
    Object.create({ jobType: "ALL" }),
    null,
    undefined,
    "ALL",
    new Map(),
    () => undefined,
    5,
  ] as never[];
  for (const query of bad) {
    expect(() => checkQuery(query)).toThrow("must be a plain object");
    expect(() => checkQuery(query)).toThrow(expect.objectContaining({ code: "INVALID_QUERY" }) as Error);
  }
  const bare = Object.assign(Object.create(null) as object, { jobType: "ALL" as const });
  expect(checkQuery(bare)).toMatchObject({ jobType: "ALL" });
});
