import { limitConcurrency } from "../../../sdk/http/limitConcurrency";

test("no more than the limit run at once, in order, and a failure frees its place", async () => {
  const limited = limitConcurrency(3);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const tasks = Array.from({ length: 20 }, (_, index) =>
    limited(async () => {
      started.push(index);
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (index % 4 === 0) throw new Error("failed");
    }).catch(() => undefined),
  );
  await Promise.all(tasks);
  expect(most).toBe(3);
  expect(started).toEqual([...started].sort((a, b) => a - b));
  expect(started).toHaveLength(20);
});
