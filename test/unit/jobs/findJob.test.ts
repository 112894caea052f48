import { findJob, type Job, type JobsQuery } from "../../../sdk";

const job = (name: string, jobType: Job["jobType"] = "BATCH"): Job => ({ name, jobType });

/** Lists these as the service and the client do, and keeps what was asked for. */
function listing(jobs: readonly Job[]) {
  const asked: JobsQuery[] = [];
  const list = (query: JobsQuery) => {
    asked.push(query);
    return Promise.resolve({
      jobs: jobs
        .filter((each) => query.jobType === "ALL" || each.jobType === (query.jobType ?? "BATCH"))
        .filter((each) => query.exactName !== true || each.name === query.jobName),
    });
  };
  return { asked, list };
}

test("the one job of exactly that name, of either type, in one listing", async () => {
  const { asked, list } = listing([job("orders"), job("orders_2"), job("clicks", "REAL_TIME")]);
  expect(await findJob({ name: "orders", workspace: "w" }, list)).toEqual(job("orders"));
  expect(asked).toEqual([{ jobType: "ALL", workspace: "w", jobName: "orders", exactName: true }]);
  expect(await findJob({ name: "clicks" }, list)).toEqual(job("clicks", "REAL_TIME"));
});

test("where there is none: an error of its own code that names the nearest, the nearest first", async () => {
  const { list } = listing(["payments", "order", "orders_daily", "Orders1", "x"].map((name) => job(name)));
  const finding = findJob({ name: "orders" }, list);
  await expect(finding).rejects.toMatchObject({ code: "JOB_NOT_FOUND" });
  await expect(finding).rejects.toThrow(/^There is no job "orders". The nearest names are: "order", "Orders1", /);
  await expect(finding).rejects.not.toThrow('"x"');
});

test("the nearest are looked for in the same workspace, among jobs of the same type", async () => {
  const { asked, list } = listing([job("orders_2", "REAL_TIME")]);
  const finding = findJob({ name: "orders", workspace: "w", jobType: "REAL_TIME" }, list);
  await expect(finding).rejects.toThrow('"orders_2"');
  expect(asked[1]).toEqual({ jobType: "REAL_TIME", workspace: "w" });
});

test("case counts, and the name in another case is the nearest", async () => {
  const { list } = listing([job("Orders")]);
  await expect(findJob({ name: "orders" }, list)).rejects.toThrow('The nearest names are: "Orders".');
});

test("a job of the other type alone is none, and neither is one of an empty workspace", async () => {
  const { list } = listing([job("orders", "REAL_TIME")]);
  await expect(findJob({ name: "orders", jobType: "BATCH" }, list)).rejects.toThrow("has none of that type");
  await expect(findJob({ name: "orders" }, listing([]).list)).rejects.toMatchObject({ code: "JOB_NOT_FOUND" });
});

test("two of that name are an error that says how to tell them apart; by their type each is found", async () => {
  const { list } = listing([job("orders"), job("orders", "REAL_TIME")]);
  const finding = findJob({ name: "orders" }, list);
  await expect(finding).rejects.toMatchObject({ code: "INVALID_QUERY" });
  await expect(finding).rejects.toThrow("jobType");
  expect((await findJob({ name: "orders", jobType: "REAL_TIME" }, list)).jobType).toBe("REAL_TIME");
});

test("what listing throws is thrown", async () => {
  const broken = new Error("no service");
  await expect(findJob({ name: "a" }, () => Promise.reject(broken))).rejects.toBe(broken);
});

test.each([
  [
    { name: "a", workspce: "w" },
    'there is no "workspce". The nearest is workspace. There is: name, jobType, workspace.',
  ],
  [{ name: "a", qqqqqqqqqqqqqqqqqqqq: "w" }, 'there is no "qqqqqqqqqqqqqqqqqqqq".'],
  [{ name: "a", tags: ["x"] }, 'there is no "tags"'],
  [Object.create({ name: "a" }) as { name: string }, "plain object"],
  [["a"] as never, "plain object"],
  [null as never, "plain object"],
])("%j is refused before anything is asked", async (query, message) => {
  const { asked, list } = listing([job("a")]);
  await expect(findJob(query, list)).rejects.toMatchObject({ code: "INVALID_QUERY" });
  await expect(findJob(query, list)).rejects.toThrow(message);
  expect(asked).toEqual([]);
});
