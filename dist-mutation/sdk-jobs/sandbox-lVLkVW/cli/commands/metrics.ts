// @ts-nocheck
import { Command } from "commander";
import {
  addConnectionFlags,
  addQueryFlags,
  addWorkspacesFlag,
  clientOf,
  queryOf,
  warnOf,
  workspacesOf,
} from "../flags";
import type { ConnectionFlags, QueryFlags } from "../flags";
import { HealthMetrics } from "../metrics/healthMetrics";
import { jobMetrics, rememberJobs, type WorkspaceJobs } from "../metrics/jobMetrics";
import { listedTypes } from "../metrics/listedTypes";
import { writeAtomically } from "../writeAtomically";
import { progressLine } from "../progress";
import { write, type Shell } from "../shell";

interface MetricsFlags extends ConnectionFlags, QueryFlags {
  workspace?: string[];
  outputFile?: string;
}

export function metricsCommand(shell: Shell, done: (status: number) => void): Command {
  const command = new Command("metrics")
    .description("Lists jobs once and prints metrics of them, in Prometheus's text format.")
    .option(
      "--output-file <path>",
      "write to this file, at once and whole, instead of standard output; into a pipe or device",
    );
  return addConnectionFlags(addWorkspacesFlag(addQueryFlags(command, "ALL")))
    .addHelpText("after", help)
    .action(async (flags: MetricsFlags) => {
      await metrics(flags, shell);
      done(0);
    });
}

async function metrics(flags: MetricsFlags, shell: Shell): Promise<void> {
  const { stdout, signal, now, monotonic } = shell;
  const client = clientOf(flags, shell);
  const workspaces = workspacesOf(flags.workspace);
  const health = new HealthMetrics(workspaces);
  const listed: WorkspaceJobs[] = [];
  for (const workspace of workspaces) {
    const progress = progressLine(shell);
    const startedAt = monotonic();
    try {
      const list = await client.listJobs(queryOf(flags, workspace), { signal, onProgress: progress.onProgress });
      const { jobs } = list;
      await progress.clear();
      await warnOf(list, shell);
      health.succeeded(workspace, { jobs: jobs.length, durationMs: monotonic() - startedAt, at: now() });
      listed.push({ workspace, jobs, remembered: rememberJobs(jobs, now()), types: listedTypes(flags.type) });
    } finally {
      await progress.clear();
    }
  }
  const text = health.render() + (await jobMetrics(listed));
  await (flags.outputFile === undefined ? write(stdout, text) : writeAtomically(flags.outputFile, text));
}

const help = `
The metrics are those of "dlf-jobs exporter", without its counters and its interval. A failure leaves the file as it
was, so that dlf_exporter_last_success_timestamp_seconds grows old: alert on that, by prometheusRules with a blindAfter
that is longer than the time between two runs. dlf_job_last_success_timestamp_seconds is there only while a job's last
run is a success: the exporter remembers, a single scrape cannot; Prometheus does, and DlfJobStale asks it. Prometheus
needs honor_labels: true where it scrapes node_exporter, else it calls the label "job" of these metrics exported_job.

Exit status: 0 written, 2 not written.

Examples:
  For node_exporter's textfile collector, every five minutes:
    */5 * * * *  dlf-jobs metrics --output-file /var/lib/node_exporter/textfile/dlf.prom
  A look at what there is:
    $ dlf-jobs metrics | grep ^dlf_jobs`;
