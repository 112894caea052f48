import { Command } from "commander";
import { describeError } from "../describeError";
import { externalResult } from "../external/externalResult";
import { parseQuery, queryKeys } from "../external/parseQuery";
import { addConnectionFlags, clientOf, warnOf, type ConnectionFlags } from "../flags";
import { readAll } from "../readAll";
import { Interrupted, untilInterrupted, write, type Shell } from "../shell";

export function externalCommand(shell: Shell, done: (status: number) => void): Command {
  const command = new Command("external").description(
    'Lists jobs as a program of the data source "external" of Terraform and OpenTofu.',
  );
  return addConnectionFlags(command)
    .addHelpText("after", help)
    .action(async (flags: ConnectionFlags) => {
      done(await external(flags, shell));
    });
}

/** By the protocol a failure is a line on standard error and a status other than 0. */
async function external(flags: ConnectionFlags, shell: Shell): Promise<0 | 1> {
  const { stdin, stdout, stderr, signal } = shell;
  try {
    const query = parseQuery(await untilInterrupted(readAll(stdin), signal));
    const list = await clientOf(flags, shell).listJobs(query, { signal });
    await warnOf(list, shell);
    await write(stdout, `${JSON.stringify(externalResult(list.jobs))}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    await write(stderr, `dlf-jobs: ${describeError(error)}\n`).catch(() => undefined);
    return 1;
  }
}

const help = `
On standard input there is a JSON object of strings, all of which may be left out or be empty:
  ${queryKeys.slice(0, 5).join(", ")},
  ${queryKeys.slice(5).join(", ")}
They mean what they do to getDlfJobs; lists are separated by commas. On standard output there is one:
  total    how many jobs match
  names    their names, as JSON
  failed   names of those that have failed, or whose last run has, as JSON
  jobs     the jobs, as JSON: times in ms since the epoch
The shape is that of dist/external-result.schema.json of this package.
What is wrong with single jobs or statuses is told on standard error, which Terraform shows after a failure only.

Exit status: 0 listed; 1 not listed, 2 wrong usage, with a line on standard error that says why.

Examples:
  In Terraform or OpenTofu:
    data "external" "jobs" {
      program = ["npx", "dlf-jobs", "external"]
      query   = { jobType = "ALL", folders = "/dwd/*", lastInstanceStatuses = "fail,running-exception" }
    }
    output "failed" { value = jsondecode(data.external.jobs.result.failed) }
  By hand:
    $ echo '{"names": "ods_*"}' | dlf-jobs external | jq -r '.names | fromjson[]'`;
