import { getEventListeners, once } from "node:events";
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
    }, new AbortController().signal).catch(() => undefined),
  );
  await Promise.all(tasks);
  expect(most).toBe(3);
  expect(started).toEqual([...started].sort((a, b) => a - b));
  expect(started).toHaveLength(20);
});

test("who waits for a turn waits no longer than its signal allows, and takes no place from the others", async () => {
  const limited = limitConcurrency(1);
  const never = new AbortController().signal;
  const order: string[] = [];
  const gate = new AbortController();
  const first = limited(() => once(gate.signal, "abort"), never);
  const controller = new AbortController();
  const task = (name: string) => () => Promise.resolve(void order.push(name));
  const second = limited(task("second"), controller.signal);
  const third = limited(task("third"), never);
  const reason = new Error("no longer");
  controller.abort(reason);
  await expect(second).rejects.toBe(reason);
  await expect(limited(task("fourth"), controller.signal)).rejects.toBe(reason);
  expect(order).toEqual([]);
  gate.abort();
  await Promise.all([first, third]);
  await limited(task("last"), never);
  expect(order).toEqual(["third", "last"]);
});

test("who has had a turn leaves nothing behind on the signal", async () => {
  const limited = limitConcurrency(1);
  const { signal } = new AbortController();
  await Promise.all([1, 2, 3].map(() => limited(() => Promise.resolve(), signal)));
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
