// @ts-nocheck
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { gateReport, gateReportJsonSchema, type GateReport } from "../../cli/gate/gateReport";
import { reportToJunit } from "../../cli/gate/reportToJunit";
import { reportToMarkdown } from "../../cli/gate/reportToMarkdown";
import { reportToText } from "../../cli/gate/reportToText";
import { ApiError, decideGate, type GateOutcome, type GateRules, type Job } from "../../sdk";

const now = Date.UTC(2026, 10, 24, 12);

function batch(name: string, fields: Partial<Job> = {}): Job {
  return { name, jobType: "BATCH", status: "SCHEDULING", lastInstanceStatus: "success", ...fields };
}

const jobs = [
  batch("good", { lastInstanceEndTime: now - 60_000 }),
  batch("ods_orders", {
    ...{ lastInstanceStatus: "fail", lastInstanceEndTime: now - 3_600_000, owner: "etl", path: "/ods" },
  }),
  batch("stopped", { status: "STOPPED", owner: "ops" }),
  batch("broken", { lastInstanceStatus: "fail", owner: "etl" }),
  batch("mended"),
];
const rules: GateRules = {
  ...{ requiredJobs: ["gone"], maxJobs: 10, forbiddenLastInstanceStatuses: ["fail"] },
  ...{ allowedStatuses: { BATCH: ["SCHEDULING"] }, tolerate: 1 },
  exemptions: [
    { jobs: ["brok*"], reason: "ticket 12", until: "2026-12-31" },
    { jobs: ["mended"], reason: "ticket 7", until: "2026-11-01" },
    { jobs: ["never"], reason: "ticket 3", until: "2026-12-31" },
  ],
};

function outcomeOf(given: GateRules, list: readonly Job[] = jobs): GateOutcome {
  const decision = decideGate(list, given, now);
  return { result: decision.outcome, decision, jobs: list, listedAt: now, warnings: [] };
}

const violated = outcomeOf({ ...rules, maxRunning: 0, minJobs: 5 });
const report = gateReport(violated, { ...rules, maxRunning: 0, minJobs: 5 });
const error = new ApiError("The service answered 500 no reason given.", { status: 500, requestId: "req-1" });
const unknown = gateReport({ result: "unknown", error }, rules);

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** By a parser that takes well-formed XML alone. */
function readXml(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  parser.on("error", (wrong) => {
    throw wrong;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

describe("the report as data", () => {
  test("tells each rule that was asked, the jobs of each, and the exemptions", () => {
    expect(report.rules).toEqual([
      { rule: "requiredJobs", result: "violated" },
      { rule: "minJobs", result: "violated" },
      { rule: "maxJobs", result: "holds" },
      { rule: "allowedStatuses", result: "tolerated" },
      { rule: "forbiddenLastInstanceStatuses", result: "tolerated" },
      { rule: "maxRunning", result: "holds" },
    ]);
    expect(report).toMatchObject({
      version: 1,
      result: "violated",
      listedJobs: 5,
      listedAt: "2026-11-24T12:00:00.000Z",
    });
    expect(report.tolerated[1]?.jobs).toEqual([
      {
        ...{ name: "ods_orders", jobType: "BATCH", status: "SCHEDULING", lastInstanceStatus: "fail" },
        ...{ lastInstanceEndTime: now - 3_600_000, owner: "etl", path: "/ods" },
      },
    ]);
    expect(
      report.exemptions.map(({ state, reason, jobs: about }) => [state, reason, about.map((job) => job.name)]),
    ).toEqual([
      ["in force", "ticket 12", ["broken"]],
      ["run out", "ticket 7", ["mended"]],
      ["matches no job", "ticket 3", []],
    ]);
  });

  test("where there was no job to look at, only the rule about jobs that must exist was asked", () => {
    const empty = { requiredJobs: ["a"], maxJobs: 3, forbiddenLastInstanceStatuses: ["fail"] };
    expect(gateReport(outcomeOf(empty, []), empty).rules).toEqual([
      { rule: "requiredJobs", result: "violated" },
      { rule: "maxJobs", result: "skipped" },
      { rule: "forbiddenLastInstanceStatuses", result: "skipped" },
      { rule: "jobs", result: "violated" },
    ]);
  });

  test("unknown: every rule is, with the error and its request ID", () => {
    expect(unknown.rules.map(({ result }) => result)).toEqual(Array(4).fill("unknown"));
    expect(unknown.error).toEqual({ code: "API_ERROR", message: error.message, requestId: "req-1" });
  });

  test("fits the schema that is published, which is what the code gives; another shape does not", () => {
    const text = readFileSync(join(__dirname, "../../cli/gate/gateReport.schema.json"), "utf8");
    const schema = JSON.parse(text) as object;
    expect(schema).toEqual(gateReportJsonSchema());
    const validate = new Ajv2020({ formats: { "date-time": /Z$/, date: /^\d{4}-\d\d-\d\d$/ } }).compile(schema);
    for (const each of [report, unknown, gateReport(outcomeOf({ minJobs: 1 }), { minJobs: 1 })]) {
      expect(validate(JSON.parse(JSON.stringify(each)))).toBe(true);
    }
    for (const bad of [{ ...report, version: 2 }, { ...report, result: "open" }, { ...report, violations: [{}] }, {}]) {
      expect(validate(bad)).toBe(false);
    }
  });
});

describe("JUnit", () => {
  const [suite] = readXml(reportToJunit(report, "dlf-jobs gate rules")).children;
  const cases = suite?.children.filter(({ name }) => name === "testcase") ?? [];

  test("a case for each rule that was asked, under the gate's name, and their numbers", () => {
    expect(cases.map(({ attributes }) => [attributes["classname"], attributes["name"]])).toEqual(
      report.rules.map(({ rule }) => ["dlf-jobs gate rules", rule]),
    );
    expect(suite?.attributes).toMatchObject({ tests: "6", failures: "2", errors: "0", skipped: "0" });
    expect(suite?.attributes["timestamp"]).toBe("2026-11-24T12:00:00");
  });

  test("a failure's text holds what is wrong and the jobs; a tolerated rule passes, and has them as output", () => {
    const strict = { ...rules, tolerate: 0 };
    const [other] = readXml(reportToJunit(gateReport(outcomeOf(strict), strict), "g")).children;
    const failure = other?.children.find(({ attributes }) => attributes["name"] === "forbiddenLastInstanceStatuses")
      ?.children[0];
    expect(failure).toMatchObject({ name: "failure", attributes: { type: "forbiddenLastInstanceStatuses" } });
    expect(failure?.text.split("\n")).toEqual([
      "1 batch job whose last instance is fail",
      "JOB         TYPE   STATUS      LAST RUN  ENDED (UTC)          OWNER  FOLDER",
      "ods_orders  BATCH  SCHEDULING  fail      2026-11-24 11:00:00  etl    /ods",
    ]);
    const tolerated = cases.find(({ attributes }) => attributes["name"] === "forbiddenLastInstanceStatuses");
    expect(tolerated?.children.map(({ name }) => name)).toEqual(["system-out"]);
    expect(tolerated?.children[0]?.text).toContain("ods_orders");
  });

  test("exemptions are the output of the whole", () => {
    const output = suite?.children.find(({ name }) => name === "system-out")?.text ?? "";
    expect(output).toMatch(/^Exempt until 2026-12-31: ticket 12\nJOB .*\nbroken +BATCH +SCHEDULING +fail +- +etl/);
    expect(output).toMatch(/^The exemption ran out on 2026-11-01, its jobs count again: ticket 7\nJOB .*\nmended /m);
    expect(output).toMatch(/^The exemption until 2026-12-31 matches no job \(never\): ticket 3$/m);
  });

  test("what could not be known is an error of each rule, with the request ID", () => {
    const [other] = readXml(reportToJunit(unknown, "g")).children;
    expect(other?.attributes).toMatchObject({ tests: "4", failures: "0", errors: "4" });
    for (const { children } of other?.children ?? []) {
      expect(children).toMatchObject([{ name: "error", attributes: { type: "API_ERROR", message: error.message } }]);
      expect(children[0]?.text).toContain("Request ID: req-1");
    }
  });

  test("a rule that no job was there for is skipped, not passed", () => {
    const empty = { maxJobs: 3 };
    const [other] = readXml(reportToJunit(gateReport(outcomeOf(empty, []), empty), "g")).children;
    expect(other?.attributes).toMatchObject({ tests: "2", failures: "1", skipped: "1" });
    expect(other?.children[0]?.children[0]?.name).toBe("skipped");
  });

  test("is well-formed and says the same whatever jobs are called", () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom("a]]>b", "<!--", "&amp;", "\u0000\u001b[2J", "\ud800", "\ufffe", "a\r\nb", '"><x y="'),
    );
    fc.assert(
      fc.property(odd, odd, odd, (name, owner, reason) => {
        const strange: GateRules = {
          ...{ forbiddenLastInstanceStatuses: ["fail"], requiredJobs: [`${name}x`] },
          exemptions: [{ jobs: ["other"], reason: `r${reason.replace(/[\r\n]/g, "")}`, until: "2026-12-31" }],
        };
        const list = [batch(name, { lastInstanceStatus: "fail", owner }), batch("other")];
        const [only] = readXml(reportToJunit(gateReport(outcomeOf(strange, list), strange), name)).children;
        expect(only?.children.map((child) => child.name)).toEqual(["testcase", "testcase", "system-out"]);
        expect(only?.children[0]?.children.map((child) => child.name)).toEqual(["failure"]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("Markdown", () => {
  test("is what a person reads in the summary of a job", () => {
    const shown: GateRules = {
      ...rules,
      forbiddenLastInstanceStatuses: ["fail"],
      allowedStatuses: undefined,
      tolerate: 0,
    };
    const markdown = reportToMarkdown(gateReport(outcomeOf(shown), shown));
    expect(markdown.split("\n\n").slice(0, 7)).toEqual([
      "## The gate is closed",
      "5 jobs listed at 2026-11-24T12:00:00.000Z.",
      [
        ...["| RULE | RESULT |", "| --- | --- |", "| requiredJobs | violated |", "| maxJobs | holds |"],
        "| forbiddenLastInstanceStatuses | violated |",
      ].join("\n"),
      "### requiredJobs",
      'a required job does not exist: "gone"',
      "### forbiddenLastInstanceStatuses",
      "1 batch job whose last instance is fail",
    ]);
    expect(markdown).toContain("| ods_orders | BATCH | SCHEDULING | fail | 2026-11-24 11:00:00 | etl | /ods |\n");
    expect(markdown).toContain("### Exemption: run out\n\nThe exemption ran out on 2026-11-01");
    expect(reportToMarkdown(report)).toContain("### Tolerated: forbiddenLastInstanceStatuses");
    expect(reportToMarkdown(unknown)).toContain("## The gate is unknown");
    expect(reportToMarkdown(unknown)).toContain("Request ID: req-1.");
  });

  test.each([
    ["a|b", "a&#124;b"],
    ["`rm`", "\\`rm\\`"],
    ["<img src=x>", "&lt;img src=x&gt;"],
    ["&lt;", "&amp;lt;"],
    ["a\\|b", "a\\\\&#124;b"],
    ["[x](http://y)", "\\[x\\](http\\://y)"],
    ["*b* ~~s~~", "\\*b\\* \\~\\~s\\~\\~"],
    ["__init__ a_b", "\\_\\_init\\_\\_ a_b"],
    ["@team #1 :tada: !x", "\\@team \\#1 \\:tada: \\!x"],
    ["a\nb\u001b[2J", "a?b?\\[2J"],
  ])("%j is itself", (name, shown) => {
    const markdown = reportToMarkdown(
      gateReport(outcomeOf({ maxRunning: 0 }, [batch(name, { lastInstanceStatus: "running" })]), { maxRunning: 0 }),
    );
    expect(markdown).toContain(`\n| ${shown} | BATCH |`);
  });

  test("no name ends its cell or its line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (name, owner) => {
        const one = { maxRunning: 0 };
        const list = [batch(`x${name}`, { lastInstanceStatus: "running", owner })];
        const lines = reportToMarkdown(gateReport(outcomeOf(one, list), one)).split("\n");
        const last = lines.at(-2) ?? "";
        expect(last.match(/\|/g)).toHaveLength(8);
        expect(last).not.toMatch(/[<>]|(?<!\\)(\\\\)*`/);
      }),
    );
  });

  test("names 500 jobs at most, in all, and how many more there are", () => {
    const many = Array.from({ length: 900 }, (_, index) => batch(`job_${index}`, { lastInstanceStatus: "fail" }));
    const two: GateRules = { forbiddenLastInstanceStatuses: ["fail"], maxAgeOfLastSuccess: "1h" };
    const markdown = reportToMarkdown(gateReport(outcomeOf(two, many), two));
    expect(markdown.match(/^\| job_/gm)).toHaveLength(500);
    expect(markdown).toContain("\n\nand 400 jobs more\n\n");
    expect(markdown).toContain("\n\nand 900 jobs more\n");
  });
});

test("text names what was let pass as well", () => {
  const text = reportToText(violated);
  expect(text).toMatch(/^The gate is closed: 2 of its rules violated, 5 jobs listed\.\n/);
  expect(text).toMatch(/^Tolerated:\nallowedStatuses: .*\(1 tolerated\)\n/m);
  expect(text).toMatch(/^ {2}ods_orders +BATCH +SCHEDULING +fail +1h ago +etl +\/ods$/m);
  expect(text).toMatch(/^Exempt until 2026-12-31: "broken" \(ticket 12\)\.$/m);
  expect(text).toMatch(/^The exemption of "mended" \(ticket 7\) ran out on 2026-11-01: it counts again\.$/m);
});

test("one report is the same in every form, whatever it is of", () => {
  const forms: ((each: GateReport) => string)[] = [
    JSON.stringify,
    reportToMarkdown,
    (each) => reportToJunit(each, "g"),
  ];
  for (const form of forms) {
    for (const part of ["gone", "ods_orders", "stopped", "broken", "ticket 12", "ticket 7", "ticket 3"]) {
      expect(form(report)).toContain(part);
    }
  }
});

test("a rule that has no job to look at, and holds by allowEmpty, is skipped; one that counts is not", () => {
  const given = { forbiddenLastInstanceStatuses: ["fail"], maxJobs: 3, requiredJobs: ["a"], allowEmpty: true };
  for (const [rules, list] of [
    [given, []],
    [{ ...given, ignoreJobs: ["*"], requiredJobs: ["gone"] }, jobs],
  ] as const) {
    const { rules: told } = gateReport(outcomeOf(rules, list), rules);
    expect(Object.fromEntries(told.map(({ rule, result }) => [rule, result]))).toEqual({
      ...{ requiredJobs: "violated", maxJobs: "holds", forbiddenLastInstanceStatuses: "skipped" },
    });
  }
});

test("a line separator in a name ends no line, and a long path widens no table", () => {
  const odd = batch("a\u2028b\u2029c", { path: `/${"x".repeat(5_000)}`, lastInstanceStatus: "fail" });
  const given = { forbiddenLastInstanceStatuses: ["fail"], requiredJobs: ["no\u2028ne"] };
  const xml = reportToJunit(gateReport(outcomeOf(given, [odd]), given), "g");
  expect(xml).toContain("a?b?c");
  expect(xml).toContain("no?ne");
  expect(xml).not.toMatch(/[\u2028\u2029]/);
  expect(Math.max(...xml.split("\n").map((line) => line.length))).toBeLessThan(400);
});
