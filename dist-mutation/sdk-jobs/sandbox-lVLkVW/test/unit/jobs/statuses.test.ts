// @ts-nocheck
import { describeStatus, knownStatuses, statuses, statusIs, type StatusOf } from "../../../sdk/jobs/statuses";

const all = Object.keys(statuses) as StatusOf[];

test.each(all)("%s: no two are the same but for their case, and none needs quoting in an alert or a label", (of) => {
  const names = knownStatuses(of);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z-]+$/);
});

test("a status is known without regard to case and space around it, and called by its known spelling", () => {
  expect(describeStatus("lastInstance", " FORCESUCCESS\n")).toMatchObject({ name: "forceSuccess", known: true });
  expect(describeStatus("BATCH", "paused")).toMatchObject({ name: "PAUSED", is: ["stopped"] });
  expect(statusIs("lastInstance", "Running-Exception", "bad")).toBe(true);
});

test("any other is called as it came, and one that is not there has a name that no service has", () => {
  expect(describeStatus("BATCH", " Hibernating")).toEqual({
    name: " Hibernating",
    known: false,
    is: [],
    color: undefined,
  });
  for (const none of [undefined, "", " \t"]) {
    expect(describeStatus("BATCH", none)).toMatchObject({ name: "no status", known: false });
  }
  for (const name of ["__proto__", "constructor", "toString"]) {
    expect(describeStatus("REAL_TIME", name)).toMatchObject({ name, known: false });
  }
});

test("what counts as a success, as bad, as running and as stopped", () => {
  expect(knownStatuses("lastInstance", "success")).toEqual(["success", "forceSuccess", "ignoreSuccess"]);
  expect(knownStatuses("lastInstance", "bad")).toEqual(["fail", "running-exception"]);
  expect(knownStatuses("lastInstance", "running")).toEqual(["running", "running-exception"]);
  expect(knownStatuses("REAL_TIME", "bad")).toEqual(["EXCEPTION", "ABNORMAL"]);
  expect(knownStatuses("BATCH", "stopped")).toEqual(["STOPPED", "PAUSED", "PAUSE", "DISABLE"]);
});
