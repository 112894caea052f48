// @ts-nocheck
import { basename, extname } from "node:path";
import { Command, Option } from "commander";
import {
  askGate,
  checkWait,
  ruleWarnings,
  waitForGate,
  type GateOutcome,
  type GateWait,
  type JobsQuery,
} from "../../sdk/index";
import { describeError } from "../describeError";
import { addConnectionFlags, addQueryFlags, addWorkspaceFlag, clientOf, durationText, queryOf, warnOf } from "../flags";
import { wholeNumber, type ConnectionFlags, type QueryFlags } from "../flags";
import { gateReport, type GateReport } from "../gate/gateReport";
import { joinFilter, joinWait } from "../gate/joinFlags";
import type { GateFile } from "../gate/parseGateFile";
import { readRulesFile } from "../gate/readRulesFile";
import { reportToMarkdown } from "../gate/reportToMarkdown";
import { reportToText } from "../gate/reportToText";
import { waitingLine } from "../gate/waitingLine";
import { progressLine } from "../progress";
import { write, type Shell } from "../shell";
import { oneLine } from "../../sdk/text/printable";
import { toJson } from "../toJson";
import { writeAtomically } from "../writeAtomically";

interface GateFlags extends ConnectionFlags, QueryFlags {
  workspace?: string;
  rules: string;
  wait?: string;
  interval?: string;
  consecutive?: number;
  failFast?: string[];
  onUnknown: "stop" | "warn";
  output: "text" | keyof typeof formats;
  outputFile?: string;
}

export function gateCommand(shell: Shell, done: (status: number) => void): Command {
  const command = new Command("gate")
    .description("Checks jobs against rules: the gate of a deployment.")
    .requiredOption("-r, --rules <file>", "JSON or YAML file with the rules; - for standard input")
    .addOption(
      new Option("-o, --output <format>", "form of the report")
        .choices(["text", ...Object.keys(formats)])
        .default("text"),
    )
    .option("--output-file <path>", "write the report to this file, at once and whole; standard output has the text")
    .addOption(
      new Option("--on-unknown <policy>", "when the jobs cannot be known: status 2, or 0 with a warning")
        .choices(["stop", "warn"])
        .default("stop"),
    );
  return addConnectionFlags(addWorkspaceFlag(addQueryFlags(addWaitFlags(command))))
    .addHelpText("after", help)
    .action(async (flags: GateFlags) => {
      done(await gate(flags, shell));
    });
}

function addWaitFlags(command: Command): Command {
  return [
    new Option("--wait <duration>", "ask again until the rules hold, so long at most: 10m").argParser(durationText),
    new Option("--interval <duration>", "from one ask to the next, 1s to 1d; default: 30s").argParser(durationText),
    new Option("--consecutive <n>", "the rules must hold so many times in a row; default: 1").argParser(wholeNumber),
    new Option("--fail-fast <rules>", "rules that end the wait when they are violated: requiredJobs,maxJobs").argParser(
      (text: string) => text.split(",").map((rule) => rule.trim()),
    ),
  ].reduce((each, option) => each.addOption(option.helpGroup("Waiting:")), command);
}

/** 1 is for a violated rule alone, 2 for whatever keeps the gate from finding out. A mistake is thrown. */
async function gate(flags: GateFlags, shell: Shell): Promise<0 | 1 | 2> {
  const { stdout, stderr } = shell;
  const say = (message: string) => write(stderr, `dlf-jobs: ${message}\n`);
  const name = flags.rules === "-" ? "standard input" : flags.rules;
  // Loaded where it is needed, as the JUnit report is: other commands do not wait for YAML and XML.
  const { parseGateFile } = await import("../gate/parseGateFile");
  const file = parseGateFile(await readRulesFile(flags.rules, shell), name);
  const query = queryOf(flags, flags.workspace);
  const filter = joinFilter(name, file.filter, query.filter);
  const { wait: timeout, interval, consecutive, failFast } = flags;
  const wait = joinWait(name, file.wait, { timeout, interval, consecutive, failFast } as Partial<GateWait>);
  for (const warning of ruleWarnings(file.rules)) await say(oneLine(`${name}: ${warning}`));

  const outcome = await find({ ...query, filter }, { ...file, wait }, flags, shell);
  if (outcome.result !== "unknown") await warnOf({ warnings: [...outcome.warnings] }, shell);
  const report = gateReport(outcome, file.rules);
  const text = async (output: GateFlags["output"]) =>
    output === "text" ? reportToText(outcome) : formats[output](report, nameOf(flags.rules));
  if (flags.outputFile !== undefined) await writeAtomically(flags.outputFile, await text(flags.output));
  const shown = flags.outputFile === undefined ? flags.output : "text";
  if (outcome.result !== "unknown") {
    await write(stdout, await text(shown));
    return outcome.result === "holds" ? 0 : 1;
  }
  // In words it is told on standard error: a script that reads the verdict finds none.
  if (shown !== "text") await write(stdout, await text(shown));
  await say(describeError(outcome.error));
  if (flags.onUnknown === "stop") return 2;
  await say("warning: the jobs could not be known, and --on-unknown warn lets that pass");
  return 0;
}

async function find(
  query: JobsQuery,
  { rules, wait }: Omit<GateFile, "wait"> & { wait: GateWait | undefined },
  flags: GateFlags,
  shell: Shell,
): Promise<GateOutcome> {
  const checkedWait = wait && checkWait(wait);
  const client = clientOf(flags, shell);
  const list = async (ended?: AbortSignal) => {
    const progress = progressLine(shell);
    const signal = ended ? AbortSignal.any([shell.signal, ended]) : shell.signal;
    try {
      return await client.listJobs(query, { signal, onProgress: progress.onProgress });
    } finally {
      await progress.clear();
    }
  };
  if (checkedWait === undefined) return askGate(() => list(), rules);
  const line = waitingLine(shell);
  try {
    return await waitForGate(
      (_since, ended) => askGate(() => list(ended), rules),
      checkedWait,
      shell,
      (text) => {
        line.show(text);
      },
      "now",
    );
  } finally {
    await line.clear();
  }
}

/** What a gate's cases are called: by its file, since a pipeline may have several. */
function nameOf(file: string): string {
  return file === "-" ? "dlf-jobs gate" : `dlf-jobs gate ${basename(file, extname(file))}`;
}

const formats = {
  json: (report: GateReport): string => toJson(report),
  markdown: reportToMarkdown,
  junit: async (report: GateReport, name: string): Promise<string> =>
    (await import("../gate/reportToJunit")).reportToJunit(report, name),
};

const help = `
Rules, all optional, one at least; all that are given must hold:
  requiredJobs: [name, ...]                 these jobs exist
  minJobs: 1, maxJobs: 500                  how many there are
  allowedStatuses: {BATCH: [SCHEDULING], REAL_TIME: [NORMAL]}
  forbiddenLastInstanceStatuses: [fail, running-exception]
  maxAgeOfLastSuccess: 26h                  of every batch job's last run
  maxRunning: 20                            batch jobs whose last run is told as running
What the rules look at:
  ignoreJobs: ["tmp_*", ...]                names, or globs of * and ?, that no rule looks at
  minPriority: medium                       look at this priority and above (high, medium, low)
  tolerate: 3, or "5%"                      so many jobs may break a rule about statuses or ages
  exemptions: [{jobs: ["ods_*"], reason: "being repaired", until: 2026-12-31}]
                                            jobs that no rule looks at up to that day
  allowEmpty: true                          hold also where there is no job to look at
Beside them, instead of the flags of the same meaning:
  filter: {names: [...], excludeNames: [...], statuses: [...], lastInstanceStatuses: [...],
           owners: [...], folders: [...], minPriority: high}
  wait: {timeout: 10m, interval: 30s, consecutive: 2, failFast: [requiredJobs]}
The last run is the last finished one, by the API's reference: the service may never tell what runs right now.
Statuses are compared without regard to case. One that is not known is told on standard error.

With --wait the gate asks at once and then again, until the rules hold or the time is over; what comes later than that
counts not, but for the first answer, which has --timeout. A service that cannot be
reached is asked again; a violated rule of --fail-fast, a mistake or refused credentials end the wait.

Reports: junit for GitLab and Jenkins (a case for each rule), markdown for the summary of a CI job, json by the schema
dist/gate-report.schema.json of this package. With --output-file standard output has the text.

Exit status: 0 all rules hold, 1 a rule is violated, 2 not found out (no rules, no credentials, no service, ...).
A list is whole here, or an error: a part of the jobs opens no gate.

Examples:
  Before a release, no batch job may have failed, and each must have succeeded since yesterday:
    $ cat rules.yaml
    forbiddenLastInstanceStatuses: [fail, running-exception]
    maxAgeOfLastSuccess: 26h
    ignoreJobs: ["tmp_*"]
    $ dlf-jobs gate --rules rules.yaml && ./release.sh
  The same, once pipelines that run have come to their end, with a report for GitLab:
    $ dlf-jobs gate -r rules.yaml --wait 20m --output junit --output-file gate.xml
  Only the scheduled jobs of a folder; a summary on GitHub:
    $ dlf-jobs gate -r rules.yaml --status SCHEDULING --folder '/dwd/*' -o markdown >> "$GITHUB_STEP_SUMMARY"
  Rules of one line, and real-time jobs:
    $ echo 'allowedStatuses: {REAL_TIME: [NORMAL]}' | dlf-jobs gate --rules - --type REAL_TIME
  Names of the jobs that keep it closed:
    $ dlf-jobs gate -r rules.yaml -o json | jq -r '.violations[].jobs[].name'`;
