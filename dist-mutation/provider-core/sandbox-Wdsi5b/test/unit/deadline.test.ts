// @ts-nocheck
import { Background } from "../../sdk/time/background";
import { deadlineError, RunningDeadline, type Deadline } from "../../sdk/time/deadline";
import { TimeoutError } from "../../sdk/errors";
import { systemRuntime } from "../../sdk/time/runtime";
import { SharedWork } from "../../sdk/time/sharedWork";
import { fakeRuntime } from "./fakeRuntime";

const limit = (ms: number) => ({ what: "The listing", ms, option: "listTimeoutMs" });
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const aborted = ({ signal }: Deadline) =>
  new Promise<unknown>((resolve) => {
    signal.addEventListener("abort", () => {
      resolve(signal.reason);
    });
  });

describe("a deadline", () => {
  test("aborts when its time is over, and says what was being done and what went wrong", async () => {
    const deadline = new RunningDeadline(limit(30), systemRuntime);
    deadline.doing = "looking up the project p in IAM";
    deadline.trouble = new Error("IAM is away");
    const reason = await aborted(deadline);
    expect(reason).toBeInstanceOf(TimeoutError);
    expect((reason as TimeoutError).message).toBe(
      "The listing was not finished within 30 ms (listTimeoutMs), while looking up the project p in IAM. " +
        "Last trouble: IAM is away",
    );
    expect((reason as TimeoutError).cause).toBe(deadline.trouble);
  });

  test("does not count the time of a pause", async () => {
    const deadline = new RunningDeadline(limit(100), systemRuntime);
    deadline.pause();
    await wait(200);
    expect(deadline.signal.aborted).toBe(false);
    expect(deadline.at - systemRuntime.monotonic()).toBeGreaterThan(0);
    deadline.resume();
    const resumedAt = performance.now();
    await aborted(deadline);
    expect(performance.now() - resumedAt).toBeGreaterThan(30);
  });

  test.each([-8, 8])("is not moved by a wall clock that is set by %d hours", (hours) => {
    const runtime = fakeRuntime();
    const deadline = new RunningDeadline(limit(1_000), runtime);
    runtime.setWallClock(hours * 3_600_000);
    expect(deadline.at - runtime.monotonic()).toBe(1_000);
    deadline.end();
  });

  test("ends with its caller's reason, before it begins as well", () => {
    const reason = new Error("^C");
    const controller = new AbortController();
    const deadline = new RunningDeadline(limit(1_000), systemRuntime, controller.signal);
    controller.abort(reason);
    expect(deadline.signal.reason).toBe(reason);
    deadline.end();
    expect(() => new RunningDeadline(limit(1_000), systemRuntime, controller.signal)).toThrow(reason);
  });
});

describe("shared work", () => {
  function start() {
    const begun: { deadline: Deadline; finish: (result: string) => void; fail: (error: Error) => void }[] = [];
    const work = new SharedWork<string>(
      (deadline) =>
        new Promise((resolve, reject) => {
          begun.push({ deadline, finish: resolve, fail: reject });
        }),
    );
    return { work, begun };
  }

  test("is done once for all who wait, and again for the next", async () => {
    const { work, begun } = start();
    const [a, b] = [new RunningDeadline(limit(1_000), systemRuntime), new RunningDeadline(limit(1_000), systemRuntime)];
    const both = [work.wait(a), work.wait(b)];
    begun[0]?.finish("done");
    expect(await Promise.all(both)).toEqual(["done", "done"]);
    void work.wait(a).catch(() => undefined);
    expect(begun).toHaveLength(2);
    for (const each of [a, b]) each.end();
  });

  test("ends for each at its own deadline, for all only with the last, whose time it has", async () => {
    const { work, begun } = start();
    const short = new RunningDeadline(limit(40), systemRuntime);
    const long = new RunningDeadline(limit(2_000), systemRuntime);
    const [first, second] = [work.wait(short), work.wait(long)];
    const shared = begun[0]?.deadline;
    if (shared) shared.doing = "asking STS";
    expect(shared?.at).toBe(long.at);
    await expect(first).rejects.toThrow("within 40 ms (listTimeoutMs), while asking STS.");
    expect(shared?.signal.aborted).toBe(false);
    begun[0]?.finish("in time");
    expect(await second).toBe("in time");
    for (const each of [short, long]) each.end();
  });

  test("is stopped when the last has left; who comes then begins anew", async () => {
    const { work, begun } = start();
    const gone = new RunningDeadline(limit(1_000), systemRuntime);
    const waiting = work.wait(gone);
    gone.end();
    await expect(waiting).rejects.toThrow();
    expect(begun[0]?.deadline.signal.aborted).toBe(true);
    const next = new RunningDeadline(limit(1_000), systemRuntime);
    const again = work.wait(next);
    begun[0]?.fail(new Error("of the one that was stopped"));
    begun[1]?.finish("anew");
    expect(await again).toBe("anew");
    next.end();
  });

  test("tells a failure to all who wait, and is tried again by the next", async () => {
    const { work, begun } = start();
    const deadline = new RunningDeadline(limit(1_000), systemRuntime);
    const both = [work.wait(deadline), work.wait(deadline)];
    begun[0]?.fail(new Error("away"));
    for (const each of await Promise.allSettled(both)) expect(each).toMatchObject({ reason: { message: "away" } });
    expect(work.underWay).toBe(false);
    expect(deadlineError(deadline).message).not.toContain("while");
    deadline.end();
  });
});

test("what goes on in the background is ended all together, and nobody is told of that", async () => {
  const background = new Background(systemRuntime);
  const failures: unknown[] = [];
  const tasks = [1, 2].map(() =>
    background.run(
      "The renewal",
      (deadline) => aborted(deadline).then((reason) => Promise.reject(reason as Error)),
      (error) => failures.push(error),
    ),
  );
  background.end();
  await Promise.all(tasks);
  await background.run(
    "The renewal",
    () => Promise.reject(new Error("refused")),
    (error) => failures.push(error),
  );
  expect(failures).toEqual([new Error("refused")]);
});
