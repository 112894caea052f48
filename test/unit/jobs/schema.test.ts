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

test.each(["name", "jobType"])("a job without %s is an error that names job and field", (field) => {
  const { [field]: _left, ...job } = { ...batchJob } as Record<string, unknown>;
  const error = failure(pageOf(batchJob, job));
  expect(error.message).toContain(field);
  expect(error.message).toContain(field === "name" ? "number 2 of the page" : "myJob");
  expect(error.permanent).toBe(true);
});

test("a mandatory field that is null counts as absent", () => {
  expect(failure(pageOf({ ...batchJob, name: null })).message).toContain("name");
});

test.each(["status", "createUser", "createTime"])("a job without %s comes out without it", (field) => {
  const { [field]: _left, ...job } = { ...batchJob } as Record<string, unknown>;
  const without = (sent: object) => parsePage(pageOf(batchJob, sent), "BATCH", { what: "the list" }).jobs;
  expect(without(job)).toStrictEqual([batchJob, job]);
  expect(without({ ...job, [field]: null })).toStrictEqual([batchJob, job]);
});

test("an empty status is none; one that is no text is an error", () => {
  const { status: _status, ...job } = batchJob;
  expect(parsePage(pageOf({ ...job, status: "" }), "BATCH", { what: "the list" }).jobs).toStrictEqual([job]);
  expect(failure(pageOf({ ...job, status: 1 })).message).toContain("status");
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

test("the last instance of a real-time job is kept where the service tells of one", () => {
  const sent = { ...realTimeJob, lastInstanceStatus: "fail", lastInstanceEndTime: 5 };
  expect(parsePage(pageOf(sent, realTimeJob), "REAL_TIME", { what: "the list" }).jobs).toStrictEqual([
    sent,
    realTimeJob,
  ]);
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

test.each([
  ["as the reference writes it", { error_code: "DLF.0100", error_msg: "busy" }],
  ["as the API's definition writes it", { errorCode: "DLF.0100", errorMsg: "busy" }],
])("an error body inside a 200, %s, is told", (_how, body) => {
  expect(failure(body).message).toContain("DLF.0100 busy");
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

describe("what is read without zod is what zod reads", () => {
  /** As raw JSON, so that there are -0, Infinity and fields of the name `__proto__`. */
  const good: Record<string, string[]> = {
    name: ['"myJob"', '"作业 ü"'],
    jobType: ['"BATCH"', '"REAL_TIME"'],
    status: ['"SCHEDULING"'],
    createUser: ['"test_user"', '""'],
    createTime: ["1680783636000"],
    owner: ['"etl"', '""'],
    priority: ["0", "-0"],
    startTime: ["1"],
    endTime: ["9007199254740991"],
    lastUpdateTime: ["-1"],
    lastUpdateUser: ['"etl"'],
    path: ['"/"'],
    singleNodeJobFlag: ["true", "false"],
    lastInstanceStatus: ['"success"'],
    lastInstanceEndTime: ["2"],
  };
  const names = Object.keys(good);
  const oddNames = ["__proto__", "constructor", "toString", "hasOwnProperty", "newField", "Name", "0", ""];
  const oddValues = ["null", '""', "1.5", "9007199254740992", "1e400", '"1"', "[]", "{}", "[1]", "true", "0", "-0"];
  const someOf = fc.subarray(names, { minLength: names.length - 4 });
  const fieldsOf = (chosen: string[], n: number) =>
    chosen.map((name): [string, string] => [name, good[name]?.[n % good[name].length] ?? ""]);
  const odd: fc.Arbitrary<[string, string]> = fc.tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, fc.constantFrom(...oddNames)),
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...oddValues) }, fc.json({ maxDepth: 2 })),
  );
  const jobText = fc
    .tuple(fc.oneof(fc.constant(names), someOf), fc.nat({ max: 1 }), fc.array(odd, { maxLength: 2 }), fc.boolean())
    .map(([chosen, n, odds, ofInstance]) => {
      const kept = ofInstance ? chosen : chosen.filter((name) => !name.startsWith("lastInstance"));
      const fields = new Map([...fieldsOf(kept, n), ...odds]);
      return `{${[...fields].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(",")}}`;
    });

  function outcome(body: unknown, jobType: "BATCH" | "REAL_TIME") {
    try {
      return parsePage(body, jobType, { what: "the list" });
    } catch (error) {
      const { code, message, permanent, job } = error as UnexpectedAnswerError;
      return { code, message, permanent, job };
    }
  }

  test.each(["BATCH", "REAL_TIME"] as const)("jobs of type %s, odd and hostile ones among them", (jobType) => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: jobText }, { weight: 1, arbitrary: fc.json() }), (text) => {
        const job = JSON.parse(text) as unknown;
        // A field that is not known leads to zod, which drops it.
        const byZod = JSON.parse(text.replace(/\}$/, ',"not a field":1}').replace(/^\{,/, "{")) as unknown;
        expect(outcome(pageOf(job), jobType)).toStrictEqual(outcome(pageOf(byZod), jobType));
      }),
      { numRuns: 3_000 },
    );
  });

  test("an answer that names an error is no page, whatever list it holds besides", () => {
    const page = { total: 0, jobs: [] };
    for (const body of [
      { ...page, error_code: "DLF.0100", error_msg: "internal" },
      { ...page, errorCode: 500 },
    ]) {
      expect(outcome(body, "BATCH")).toMatchObject({ message: expect.stringContaining("it is the error") as string });
    }
    expect(outcome({ ...page, error_code: "", errorCode: null }, "BATCH")).toStrictEqual(page);
    expect(outcome({ ...page, error_code: "0" }, "BATCH")).toStrictEqual(page);
  });

  test("pages", () => {
    const total = fc.oneof(fc.constantFrom(...oddValues, "7", '"12"', '"-1"', "-7"), fc.json({ maxDepth: 1 }));
    fc.assert(
      fc.property(total, fc.constantFrom("[]", "[]", "{}", "null", '"[]"'), (totalText, jobsText) => {
        const body = JSON.parse(`{"total":${totalText},"jobs":${jobsText}}`) as { total: unknown; jobs: unknown };
        const whole = Number.isSafeInteger(body.total) && Number(body.total) >= 0;
        const wholeInText = typeof body.total === "string" && /^\d{1,15}$/.test(body.total);
        const aPage = (whole || wholeInText) && Array.isArray(body.jobs);
        const result = outcome(body, "BATCH");
        if (aPage) expect(result).toStrictEqual({ total: Number(body.total), jobs: [] });
        else expect(result).toHaveProperty("message");
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a job that needs nothing is taken as it came, and not copied: lists are long", () => {
  const all = {
    ...{ ...batchJob, owner: "o", priority: 1, startTime: 1, endTime: 2, lastUpdateTime: 3, lastUpdateUser: "u" },
    ...{ path: "/", singleNodeJobFlag: true, lastInstanceStatus: "fail", lastInstanceEndTime: 4 },
  };

  test.each(["BATCH", "REAL_TIME"] as const)("%s", (jobType) => {
    const sent = [
      { ...all, jobType },
      { name: "a", jobType },
    ];
    const { jobs } = parsePage(pageOf(...sent), jobType, { what: "the list" });
    expect(jobs[0]).toBe(sent[0]);
    expect(jobs[1]).toBe(sent[1]);
  });

  test("one that holds a field more is copied without it", () => {
    const sent = { ...all, more: 1 };
    const { jobs } = parsePage(pageOf(sent), "BATCH", { what: "the list" });
    expect(jobs[0]).toStrictEqual(all);
  });
});

test("a list of none is a page, and a code of zeros is no error", () => {
  for (const error_code of ["0", "000", 0]) {
    expect(parsePage({ total: 0, jobs: [], error_code }, "BATCH", { what: "the list" })).toEqual({
      total: 0,
      jobs: [],
    });
  }
  expect(failure({ total: 0, jobs: [], error_code: "0.1", error_msg: "no" }).message).toContain(
    "it is the error 0.1 no",
  );
  expect(failure({ total: 0, jobs: [], error_code: "10", error_msg: "no" }).message).toContain("it is the error 10 no");
});

test("a job that has no name to show is told by its place", () => {
  expect(failure(pageOf(batchJob, { ...batchJob, name: "" })).message).toContain('job "number 2 of the page"');
  expect(failure(pageOf({ ...batchJob, name: 5 })).message).toContain('job "number 1 of the page"');
});
