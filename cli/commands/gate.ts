import { Command, Option } from "commander";
import {
  describeViolations,
  evaluateGate,
  ruleWarnings,
  type GateViolation,
  type ListJobsResult,
} from "../../sdk/index";
import { addConnectionFlags, addQueryFlags, addWorkspaceFlag, clientOf, queryOf } from "../flags";
import type { ConnectionFlags, QueryFlags } from "../flags";
import { parseRules } from "../gate/parseRules";
import { readRulesFile } from "../gate/readRulesFile";
import { countJobs, progressLine } from "../progress";
import { oneLine, write, type Shell } from "../shell";
import { toJson } from "../toJson";

interface GateFlags extends ConnectionFlags, QueryFlags {
  workspace?: string;
  rules: string;
  output: keyof typeof formats;
}

export function gateCommand(shell: Shell, done: (status: number) => void): Command {
  const command = new Command("gate")
    .description("Checks jobs against rules: the gate of a deployment.")
    .requiredOption("-r, --rules <file>", "JSON or YAML file with the rules; - for standard input")
    .addOption(
      new Option("-o, --output <format>", "form of the verdict").choices(Object.keys(formats)).default("text"),
    );
  return addConnectionFlags(addWorkspaceFlag(addQueryFlags(command)))
    .addHelpText("after", help)
    .action(async (flags: GateFlags) => {
      done(await gate(flags, shell));
    });
}

/** 1 is for a violated rule alone: whatever keeps the gate from finding out is thrown. */
async function gate(flags: GateFlags, shell: Shell): Promise<0 | 1> {
  const { stdout, stderr, signal } = shell;
  const query = queryOf(flags, flags.workspace);
  const file = flags.rules === "-" ? "standard input" : flags.rules;
  const rules = parseRules(await readRulesFile(flags.rules, shell), file);
  for (const warning of ruleWarnings(rules)) await write(stderr, `dlf-jobs: ${oneLine(`${file}: ${warning}`)}\n`);
  const client = clientOf(flags, shell);
  const progress = progressLine(shell);
  let listed: ListJobsResult;
  try {
    listed = await client.listJobs(query, { signal, onProgress: progress.onProgress });
  } finally {
    await progress.clear();
  }
  const { jobs, listedAt: now } = listed;
  const violations = evaluateGate(jobs, rules, now);
  await write(stdout, formats[flags.output]({ jobs: jobs.length, violations, now }));
  return violations.length === 0 ? 0 : 1;
}

interface Verdict {
  jobs: number;
  violations: readonly GateViolation[];
  now: number;
}

const formats = {
  text: ({ jobs, violations, now }: Verdict): string =>
    violations.length === 0
      ? `The gate holds: ${countJobs(jobs)} listed.\n`
      : `The gate is closed: ${violations.length} of its rules violated, ${countJobs(jobs)} listed.\n` +
        `${describeViolations(violations, { now, maxLines: 60 })}\n`,
  json: ({ jobs, violations }: Verdict): string =>
    toJson({ holds: violations.length === 0, listedJobs: jobs, violations }),
};

const help = `
Rules, all optional, one at least; all that are given must hold:
  requiredJobs: [name, ...]                 these jobs exist
  minJobs: 1, maxJobs: 500                  how many there are
  allowedStatuses: {BATCH: [SCHEDULING], REAL_TIME: [NORMAL]}
  forbiddenLastInstanceStatuses: [fail, running-exception]
  maxAgeOfLastSuccess: 26h                  of every batch job's last run
  maxRunning: 20                            batch jobs whose last run is told as running
  ignoreJobs: ["tmp_*", ...]                names, or globs of * and ?, that no rule looks at
  minPriority: medium                       look at this priority and above (high, medium, low)
  allowEmpty: true                          hold also where there is no job to look at
The last run is the last finished one, by the API's reference: the service may never tell what runs right now.
Statuses are compared without regard to case. One that is not known is told on standard error.

Exit status: 0 all rules hold, 1 a rule is violated, 2 not found out (no rules, no credentials, no service, ...).
A list is whole here, or an error: a part of the jobs opens no gate.

Examples:
  Before a release, no batch job may have failed, and each must have succeeded since yesterday:
    $ cat rules.yaml
    forbiddenLastInstanceStatuses: [fail, running-exception]
    maxAgeOfLastSuccess: 26h
    ignoreJobs: ["tmp_*"]
    $ dlf-jobs gate --rules rules.yaml && ./release.sh
  Rules of one line, and real-time jobs:
    $ echo 'allowedStatuses: {REAL_TIME: [NORMAL]}' | dlf-jobs gate --rules - --type REAL_TIME
  Names of the jobs that keep it closed:
    $ dlf-jobs gate -r rules.yaml -o json | jq -r '.violations[].jobs[].name'`;
