import { unknownStatusWarnings, usualStatuses } from "../../../sdk/jobs/statuses";
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

test("those that only some servers say are not among the usual ones", () => {
  expect(usualStatuses("BATCH")).toEqual(["SCHEDULING", "STOPPED", "PAUSED"]);
  expect(usualStatuses("lastInstance")).toEqual(["running", "success", "fail", "running-exception", "manual-stop"]);
});

test("a status that is not known is told with where it is named, whose it is meant to be, and what there is", () => {
  expect(unknownStatusWarnings("where", ["lastInstance"])).toEqual([]);
  expect(unknownStatusWarnings("where", ["BATCH"], ["paused", "no status", " NO STATUS"])).toEqual([]);
  const [warning, ...others] = unknownStatusWarnings("filter.statuses", ["BATCH", "REAL_TIME"], ["NORMAL", "NORML"]);
  expect(others).toEqual([]);
  expect(warning).toMatch(
    /^filter\.statuses: "NORML" is no known status of a batch job or a real-time job, the nearest is "NORMAL"\. Known: SCHEDULING, STOPPED, /,
  );
  expect(unknownStatusWarnings("w", ["lastInstance"], ["x"])[0]).toContain("no known status of a last instance, the");
});
