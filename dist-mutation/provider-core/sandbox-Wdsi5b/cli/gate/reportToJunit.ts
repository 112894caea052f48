// @ts-nocheck
import { create } from "xmlbuilder";
import { formatTable } from "../../sdk/text/formatTable";
import { exemptionTitle } from "./exemptionTitle";
import type { BrokenRule, GateReport } from "./gateReport";
import { jobCells, jobColumns } from "./jobCells";
import { unknownText } from "./unknownText";

/**
 * As GitLab and Jenkins read it: a case for each rule that was asked. All is in the text of the failure, since GitLab
 * shows no message of one. What XML cannot hold, such as control characters, is left out.
 *
 * @param gate what the cases are called beside their rule: two cases of one name would be one to GitLab
 */
export function reportToJunit(report: GateReport, gate: string): string {
  const { rules, error, listedAt } = report;
  const number = (...results: GateReport["rules"][number]["result"][]) =>
    rules.filter(({ result }) => results.includes(result)).length;
  const counts = {
    "@tests": rules.length,
    "@failures": number("violated"),
    "@errors": number("unknown"),
    "@skipped": number("skipped"),
    "@time": 0,
  };
  const cases = rules.map(({ rule, result }) => ({
    ...{ "@classname": gate, "@name": rule, "@time": 0 },
    ...(result === "violated" && { failure: failureOf(rule, report) }),
    ...(result === "skipped" && { skipped: { "@message": "there was no job to look at" } }),
    ...(result === "tolerated" && { "system-out": textOf(of(rule, report.tolerated)) }),
    ...(result === "unknown" &&
      error && {
        error: {
          "@message": error.message,
          "@type": error.code,
          "#text": unknownText(error),
        },
      }),
  }));
  const suite = {
    ...{ "@name": gate, ...counts, ...(listedAt !== undefined && { "@timestamp": listedAt.replace(/\.\d+Z$/, "") }) },
    testcase: cases,
    ...(report.exemptions.length > 0 && {
      "system-out": textOf(report.exemptions.map((each) => ({ message: exemptionTitle(each), jobs: each.jobs }))),
    }),
  };
  const options = { version: "1.0", encoding: "UTF-8", invalidCharReplacement: "" };
  const xml = create({ testsuites: { ...counts, testsuite: suite } }, options).end({ pretty: true });
  // XML may hold them, and they would end a line.
  return `${xml.replace(/[\p{Zl}\p{Zp}]/gu, "?")}\n`;
}

function of(rule: string, broken: readonly BrokenRule[]): BrokenRule[] {
  return broken.filter((each) => each.rule === rule);
}

/** Jenkins keeps one failure of a case: a rule that is broken in two ways has both in it. */
function failureOf(rule: string, { violations }: GateReport) {
  const broken = of(rule, violations);
  return {
    "@message": broken.map(({ message }) => message).join("; "),
    "@type": rule,
    "#text": textOf(broken),
  };
}

function textOf(parts: readonly Pick<BrokenRule, "message" | "jobs">[]): string {
  return parts.flatMap(({ message, jobs }) => [message, ...tableOf(jobs)]).join("\n");
}

function tableOf(jobs: BrokenRule["jobs"]): string[] {
  if (jobs.length === 0) return [];
  return formatTable(
    jobColumns.map((title) => ({ title })),
    jobs.map(jobCells),
  );
}
