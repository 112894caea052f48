import type { Job } from "../../../sdk";
import { mergeProgress } from "../../../sdk/jobs/mergeProgress";
import { MissingFields } from "../../../sdk/jobs/missingFields";
import { unknownStatuses } from "../../../sdk/jobs/unknownStatuses";

/** What people are told of a list besides the list. */

const whole: Job = { name: "whole", jobType: "BATCH", status: "STOPPED", createUser: "etl", createTime: 0 };
const { status: _status, ...noStatus } = { ...whole, name: "a" };
const { createTime: _time, ...noTime } = { ...whole, name: "b" };
const last = (name: string, lastInstanceStatus: string): Job => ({ ...whole, name, lastInstanceStatus });

describe("fields that the reference promises", () => {
  const told = (...pages: Job[][]) => {
    const missing = new MissingFields();
    for (const page of pages) missing.count(page);
    return missing.warning;
  };

  test("where none is missing there is nothing to tell", () => {
    expect(told()).toBeUndefined();
    expect(told([whole], [whole])).toBeUndefined();
  });

  test("one job is told with its field and its name", () => {
    expect(told([whole, noStatus])).toBe(
      '1 job came without fields that the API\'s reference promises (status), such as "a": what is not there is left out ' +
        "of the job.",
    );
  });

  test("several are counted over all pages, with every field that one of them lacks, and the first name", () => {
    expect(told([whole, noTime], [noStatus], [whole])).toMatch(
      /^2 jobs came without fields .* \(status, createTime\), such as "b": /,
    );
  });

  test("a job that lacks all of them is one job", () => {
    expect(told([{ name: "c", jobType: "BATCH" }])).toMatch(
      /^1 job .* \(status, createUser, createTime\), such as "c"/,
    );
  });
});

describe("statuses of last instances that are not known", () => {
  test("where all are known, or there are none, there is nothing to tell", () => {
    expect(unknownStatuses([whole, last("a", "FAIL "), last("b", "success")])).toBeUndefined();
    expect(unknownStatuses([])).toBeUndefined();
  });

  test("they are counted by job, and told once each", () => {
    const jobs = [last("a", "new"), last("b", "fail"), last("c", "new"), last("d", "broken"), whole];
    expect(unknownStatuses(jobs)).toEqual({
      message:
        '3 jobs have a last instance status that is not known ("new", "broken"): no rule sees it that does not name it.',
      statuses: ["broken", "new"],
    });
    expect(unknownStatuses([last("a", "new")])?.message).toMatch(/^1 job has a last instance status/);
  });

  test("five of them are shown, all are given", () => {
    const names = ["g", "f", "e", "d", "c", "b"];
    const found = unknownStatuses(names.map((name) => last(name, name)));
    expect(found?.message).toContain('("g", "f", "e", "d", "c")');
    expect(found?.statuses).toEqual([...names].sort());
  });
});

test("the progress of listings that run at once is added up, each by its latest", () => {
  const told: unknown[] = [];
  const report = mergeProgress((progress) => told.push(progress));
  const [one, other] = [{}, {}];
  report(one, { listed: 100, total: 250 });
  report(other, { listed: 1, total: 2 });
  report(one, { listed: 200, total: 251 });
  expect(told).toEqual([
    { listed: 100, total: 250 },
    { listed: 101, total: 252 },
    { listed: 201, total: 253 },
  ]);
  expect(() => {
    mergeProgress(undefined)(one, { listed: 0, total: 0 });
  }).not.toThrow();
});
