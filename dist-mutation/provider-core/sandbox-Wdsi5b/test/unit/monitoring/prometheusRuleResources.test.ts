// @ts-nocheck
import fc from "fast-check";
import { stringify } from "yaml";
import { prometheusRuleResources, prometheusRules, type Job } from "../../../sdk/index";
import { splitByHash } from "../../../sdk/monitoring/splitByHash";

const most = 240 * 1_024;
const job = (name: string, fields: object = {}): Job => ({
  ...{ name, jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1 },
  ...fields,
});
const options = { name: "dlf", expectedIntervals: [{ jobs: "*", interval: "26h" }] };

test("a few jobs are one resource of that name, with the rules of prometheusRules", () => {
  const jobs = [job("a"), job("b")];
  expect(prometheusRuleResources(jobs, { name: "dlf", namespace: "monitoring", workspace: "ws" })).toEqual([
    {
      ...{ apiVersion: "monitoring.coreos.com/v1", kind: "PrometheusRule" },
      metadata: { name: "dlf", namespace: "monitoring" },
      spec: prometheusRules(jobs, { workspace: "ws" }),
    },
  ]);
  expect(prometheusRuleResources([], { name: "dlf" })).toHaveLength(1);
});

/** As long as a name may be, of letters that take most room. */
const longName = (index: number) => `${index}_`.padEnd(128, index % 2 === 0 ? "作" : "x");
const many = Array.from({ length: 10_000 }, (_, index) =>
  job(longName(index), { owner: "业".repeat(128), path: "/作业".repeat(20), priority: index % 3 }),
);

test.each([1, 100, 1_000, 10_000])(
  "%i jobs with long names: each resource small enough as JSON and as YAML, each group in one, no name twice",
  (count) => {
    const jobs = many.slice(0, count);
    const resources = prometheusRuleResources(jobs, options);
    const sizes = resources.map((resource) => Buffer.byteLength(JSON.stringify(resource, undefined, 2)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
    // Not all of them: writing YAML is slow.
    const yaml = resources.slice(0, 5).map((resource) => Buffer.byteLength(stringify(resource, { lineWidth: 0 })));
    expect(Math.max(...yaml)).toBeLessThanOrEqual(most);
    expect(new Set(resources.map(({ metadata }) => metadata.name)).size).toBe(resources.length);
    const groups = resources.flatMap(({ spec }) => spec.groups);
    const expected = prometheusRules(jobs, { expectedIntervals: options.expectedIntervals }).groups;
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(JSON.stringify(groups.sort(byName))).toBe(JSON.stringify(expected.sort(byName)));
  },
);

test.each(["'", "🚀", "\\", '"', "\u200b", "{{", "数"])("jobs named of %j fit as YAML, too", (part) => {
  const jobs = Array.from({ length: 300 }, (_, index) =>
    job(`${index}${part.repeat(100)}`, { owner: part.repeat(128) }),
  );
  for (const resource of prometheusRuleResources(jobs, options)) {
    // As Go's writer of YAML does, where this one leaves a rocket a rocket.
    const text = stringify(resource, { lineWidth: 0 }).replace(/[\u{10000}-\u{10ffff}]/gu, "\\U00010000");
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
  }
});

test("a job more changes one resource, or has two in its place; a job less undoes that", () => {
  // Large groups: the resources are full sooner.
  const annotations = { runbook: "x".repeat(1_500) };
  const resourcesFor = (count: number) => {
    const jobs = Array.from({ length: count }, (_, index) => job(`job_${index}`));
    const resources = prometheusRuleResources(jobs, { name: "dlf", annotations });
    return new Map(resources.map((resource) => [JSON.stringify(resource), resource.metadata.name]));
  };
  const missing = (from: Map<string, string>, these: Map<string, string>) =>
    [...these].filter(([text]) => !from.has(text)).map(([, name]) => name);
  let before = resourcesFor(20);
  let splits = 0;
  for (let count = 21; count < 140; count += 1) {
    const after = resourcesFor(count);
    const [gone, come] = [missing(after, before), missing(before, after)];
    expect(gone).toHaveLength(1);
    if (come.length > 1) {
      splits += 1;
      const half = gone[0] === "dlf" ? "dlf-" : gone[0];
      expect(come).toEqual([`${half}0`, `${half}1`]);
    } else expect(come).toEqual(gone);
    before = after;
  }
  expect(splits).toBeGreaterThan(3);
});

test("one job more or less changes one bucket, whatever the names, the sizes and the order", () => {
  const limit = 1_000;
  const item = fc.record({ name: fc.string({ minLength: 1 }), size: fc.integer({ min: 1, max: 30 }) });
  const items = fc.uniqueArray(item, { selector: ({ name }) => name, minLength: 1, maxLength: 400, size: "max" });
  const split = (of: readonly { name: string; size: number }[]) => splitByHash(of, ({ size }) => size, limit);
  fc.assert(
    fc.property(items, fc.nat(), (all, at) => {
      const less = split(all.filter((_, index) => index !== at % all.length));
      const more = split(all);
      const texts = (buckets: typeof less) => new Set(buckets.map((bucket) => JSON.stringify(bucket)));
      const gone = less.filter((bucket) => !texts(more).has(JSON.stringify(bucket)));
      const come = more.filter((bucket) => !texts(less).has(JSON.stringify(bucket)));
      expect(gone.length).toBe(less.length === 0 ? 0 : 1);
      if (come.length !== 1) {
        expect(come.map(({ bits }) => bits)).toEqual([`${gone[0]?.bits}0`, `${gone[0]?.bits}1`]);
      }
      for (const { items: inside } of more) {
        expect(inside.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(limit);
      }
      expect(new Set(more.flatMap((bucket) => bucket.items))).toEqual(new Set(all));
    }),
  );
});

test("annotations so long that one job's rules do not fit are refused, with the group and its size", () => {
  const annotations = { runbook: "x".repeat(most / 3) };
  expect(() => prometheusRuleResources([job("a")], { name: "dlf", annotations })).toThrow(
    /^dlf default BATCH\/a: \d+ bytes of rules do not fit into a resource\.$/,
  );
});
