import fc from "fast-check";
import { UnexpectedAnswerError } from "../../../sdk/errors";
import { parsePage } from "../../../sdk/jobs/schema";

const batchJob = {
  name: "myJob",
  jobType: "BATCH",
  status: "SCHEDULING",
  createUser: "test_user",
  createTime: 1680783636000,
};
const realTimeJob = { ...batchJob, jobType: "REAL_TIME", status: "NORMAL" };

function pageOf(...jobs: unknown[]) {
  return { total: jobs.length, jobs };
}

function failure(body: unknown, jobType: "BATCH" | "REAL_TIME" = "BATCH"): UnexpectedAnswerError {
  try {
    parsePage(body, jobType, { what: "the list" });
  } catch (error) {
    if (error instanceof UnexpectedAnswerError) return error;
  }
  throw new Error("the page was taken");
}

/** Source: the API reference's example of an answer, as in its chapter "Viewing a Job List". */
const referenceExample =
  '{"jobs":[{"createTime":1680783636000,"createUser":"test_user","jobType":"BATCH","lastInstanceEndTime":1682519407000,' +
  '"lastInstanceStatus":"success","lastUpdateUser":"test_user","name":"myJob","owner":"test_user","path":"/",' +
  '"priority":0,"singleNodeJobFlag":false,"status":"SCHEDULING"}],"total":1}';

test("the reference's example parses as it stands", () => {
  const body = JSON.parse(referenceExample) as { jobs: unknown[] };
  expect(parsePage(body, "BATCH", { what: "the list" })).toEqual({ total: 1, jobs: body.jobs });
});

test.each(["name", "jobType", "status", "createUser", "createTime"])(
  "a job without %s is an error that names job and field",
  (field) => {
    const { [field]: _left, ...job } = { ...batchJob } as Record<string, unknown>;
    const error = failure(pageOf(batchJob, job));
    expect(error.message).toContain(field);
    expect(error.message).toContain(field === "name" ? "number 2 of the page" : "myJob");
    expect(error.permanent).toBe(true);
  },
);

test("a mandatory field that is null counts as absent", () => {
  expect(failure(pageOf({ ...batchJob, status: null })).message).toContain("status");
});

test("optional fields that are null are absent from the job", () => {
  const [job] = parsePage(pageOf({ ...batchJob, owner: null, priority: null }), "BATCH", { what: "the list" }).jobs;
  expect(Object.keys(job ?? {}).sort()).toEqual(Object.keys(batchJob).sort());
});

test("fields that are not known, dangerous names among them, are kept out and do no harm", () => {
  const odd = JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"newField":{"a":[1]}}') as object;
  const body = JSON.parse(
    JSON.stringify(pageOf(batchJob)).replace(
      '{"name"',
      `${JSON.stringify(odd).slice(0, -1)},"__proto__":{"polluted":true},"name"`,
    ),
  ) as unknown;
  const [job] = parsePage(body, "BATCH", { what: "the list" }).jobs;
  expect(job).toStrictEqual(batchJob);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("a status that is new still parses", () => {
  const [job] = parsePage(pageOf({ ...batchJob, status: "HIBERNATING", lastInstanceStatus: "new" }), "BATCH", {
    what: "the list",
  }).jobs;
  expect(job).toMatchObject({ status: "HIBERNATING", lastInstanceStatus: "new" });
});

test("a real-time job has no instance, whatever the service sends", () => {
  const [job] = parsePage(pageOf({ ...realTimeJob, lastInstanceStatus: "success" }), "REAL_TIME", {
    what: "the list",
  }).jobs;
  expect(job).toStrictEqual(realTimeJob);
});

test("a job of the type that was not asked for is an error", () => {
  expect(failure(pageOf(realTimeJob)).message).toMatch(/myJob.*jobType/);
});

test.each([
  ["numbers beyond 2^53", { ...batchJob, createTime: 2 ** 53 }],
  ["a time in a string", { ...batchJob, createTime: "1680783636000" }],
  ["no object at all", "myJob"],
  ["null", null],
  ["an empty name", { ...batchJob, name: "" }],
])("%s is refused", (_what, job) => {
  expect(failure(pageOf(job))).toBeInstanceOf(UnexpectedAnswerError);
});

test.each([
  ["null", null],
  ["a number", 1],
  ["a list", []],
  ["no jobs", { total: 1 }],
  ["jobs: null", { total: 0, jobs: null }],
  ["jobs that are no list", { total: 0, jobs: {} }],
  ["no total", { jobs: [] }],
  ["a total below 0", { total: -1, jobs: [] }],
  ["a total with a fraction", { total: 1.5, jobs: [] }],
  ["a total in words", { total: "many", jobs: [] }],
])("an answer that is %s is an error that may pass, and never an empty list", (_what, body) => {
  expect(failure(body).permanent).toBe(false);
});

test("an error body inside a 200 is told", () => {
  expect(failure({ error_code: "DLF.0100", error_msg: "busy" }).message).toContain("DLF.0100 busy");
});

test("a total in a string is read as the number that it is", () => {
  expect(parsePage({ total: "12", jobs: [] }, "BATCH", { what: "the list" }).total).toBe(12);
});

test("whatever JSON comes, the outcome is a page or an UnexpectedAnswerError", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.jsonValue().map((job) => pageOf(job)),
      ),
      (body) => {
        try {
          parsePage(body, "BATCH", { what: "the list" });
        } catch (error) {
          expect(error).toBeInstanceOf(UnexpectedAnswerError);
        }
      },
    ),
  );
});
