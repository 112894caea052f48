import { Command, Option } from "commander";
import type { ListJobsResult } from "../../sdk/index";
import { addConnectionFlags, addQueryFlags, addWorkspaceFlag, clientOf, queryOf, warnOf } from "../flags";
import type { ConnectionFlags, QueryFlags } from "../flags";
import { formatJobsTable } from "../list/formatJobsTable";
import { formatSummary } from "../list/formatSummary";
import type { JobList } from "../list/jobList";
import { jobsToCsv } from "../list/jobsToCsv";
import { jobsToNames } from "../list/jobsToNames";
import { progressLine } from "../progress";
import { showsColors, write, type Shell } from "../shell";
import { toJson } from "../toJson";

interface ListFlags extends ConnectionFlags, QueryFlags {
  workspace?: string;
  consistency: "strict" | "best-effort";
  output: keyof typeof formats;
}

export function listCommand(shell: Shell, done: (status: number) => void): Command {
  const command = new Command("list")
    .description("Lists jobs: all that match, or an error that says why not.")
    .addOption(new Option("-o, --output <format>", "form of the list").choices(Object.keys(formats)).default("table"));
  addWorkspaceFlag(addQueryFlags(command)).addOption(
    new Option("--consistency <how>", "when pages keep contradicting each other: an error, or what there is")
      .choices(["strict", "best-effort"])
      .default("strict")
      .helpGroup("Which jobs:"),
  );
  return addConnectionFlags(command)
    .addHelpText("after", help)
    .action(async (flags: ListFlags) => {
      done(await list(flags, shell));
    });
}

async function list(flags: ListFlags, shell: Shell): Promise<number> {
  const { stdout, stderr, signal } = shell;
  const query = { ...queryOf(flags, flags.workspace), consistency: flags.consistency };
  const client = clientOf(flags, shell);
  const progress = progressLine(shell);
  let result: ListJobsResult;
  try {
    result = await client.listJobs(query, { signal, onProgress: progress.onProgress });
  } finally {
    await progress.clear();
  }
  await warnOf(result, shell);
  await write(stdout, formats[flags.output](result, shell));
  if (flags.output === "table") await write(stderr, `${formatSummary(result.jobs)}\n`);
  if (!result.complete) {
    await write(stderr, "dlf-jobs: the list may lack jobs: its pages kept contradicting each other\n");
  }
  return 0;
}

const formats = {
  table: ({ jobs }: ListJobsResult, { stdout, env }: Shell): string => {
    const style = { width: stdout.isTTY === true ? stdout.columns : undefined, color: showsColors({ stdout, env }) };
    return formatJobsTable(jobs, style)
      .map((line) => `${line}\n`)
      .join("");
  },
  json: ({ total, complete, jobs }: ListJobsResult): string => toJson({ total, complete, jobs } satisfies JobList),
  csv: ({ jobs }: ListJobsResult): string => jobsToCsv(jobs),
  names: ({ jobs }: ListJobsResult): string => jobsToNames(jobs),
};

const help = `
Output:
  table  for people, with a summary on standard error; colours on a terminal, unless NO_COLOR is set
  json   {"total", "complete", "jobs": [...]}; times in milliseconds since the epoch, as in the API; its shape
         is that of dist/job-list.schema.json of this package
  csv    with a header line; times in ISO 8601, UTC; a ' before what a spreadsheet would take for a formula
  names  one name a line; a control character in a name is shown as ?

Exit status: 0 listed (also when no job matches), 2 not listed.

Examples:
  The jobs of both types, on pages of the terminal:
    $ dlf-jobs list --type ALL | less -S
  Batch jobs that carry both tags, as a spreadsheet:
    $ dlf-jobs list --tag daily --tag finance --tag-match all --output csv > jobs.csv
  Names of the jobs whose last run failed:
    $ dlf-jobs list -o json | jq -r '.jobs[] | select(.lastInstanceStatus == "fail").name'
  Does this job exist?
    $ dlf-jobs list --name daily_orders --exact-name -o names | grep -q .`;
