// @ts-nocheck
import { Command, Option } from "commander";
import {
  addConnectionFlags,
  addQueryFlags,
  addWorkspacesFlag,
  clientOf,
  duration,
  queryOf,
  workspacesOf,
} from "../flags";
import type { ConnectionFlags, QueryFlags } from "../flags";
import { answer } from "../exporter/answer";
import { countRequests } from "../exporter/countRequests";
import { JobsCollector } from "../exporter/jobsCollector";
import { parseListen, type ListenAddress } from "../exporter/parseListen";
import { repeat } from "../exporter/repeat";
import { startServer } from "../exporter/startServer";
import { listedTypes } from "../metrics/listedTypes";
import { write, type Shell } from "../shell";
import { onceEach } from "../../sdk/text/onceEach";
import { oneLine } from "../../sdk/text/printable";

interface ExporterFlags extends ConnectionFlags, QueryFlags {
  workspace?: string[];
  listen: ListenAddress;
  interval: number;
}

const dayMs = 86_400_000;

export function exporterCommand(shell: Shell, done: (status: number) => void): Command {
  const command = new Command("exporter")
    .description("Serves metrics of the jobs to Prometheus, from a list that is renewed at an interval.")
    .addOption(
      new Option("--listen <address>", "[host]:port to listen on")
        .argParser(parseListen)
        .default({ port: 9471 }, ":9471"),
    )
    .addOption(
      new Option("--interval <duration>", "time from one listing to the next, 1s to 1d")
        .argParser(duration(1_000, dayMs))
        .default(60_000, "60s"),
    );
  return addConnectionFlags(addWorkspacesFlag(addQueryFlags(command, "ALL")))
    .addHelpText("after", help)
    .action(async (flags: ExporterFlags) => {
      await runExporter(flags, shell);
      done(0);
    });
}

/** Resolves once the process was told to end, and everything is closed. */
async function runExporter(flags: ExporterFlags, shell: Shell): Promise<void> {
  const client = clientOf(flags, shell);
  const workspaces = workspacesOf(flags.workspace);
  const log = (message: string): void => {
    const time = new Date(shell.now()).toISOString();
    void write(shell.stderr, `${time} ${oneLine(message)}\n`).catch(() => undefined);
  };
  // The next list has the same.
  const warn = onceEach(log);
  const collector = new JobsCollector({
    workspaces,
    types: listedTypes(flags.type),
    intervalMs: flags.interval,
    list: async (workspace, signal) => {
      const { jobs, warnings = [] } = await client.listJobs(queryOf(flags, workspace), { signal });
      for (const warning of warnings) warn(warning);
      return jobs;
    },
    now: shell.now,
    log,
  });
  const server = await startServer(flags.listen, (request) => answer(request, collector));
  const stopCounting = countRequests((workspace) => {
    collector.health.requested(workspace);
  });
  log(`listening on ${server.url}/metrics`);
  // A failure for good in one workspace ends the others as well.
  const failure = new AbortController();
  const signal = AbortSignal.any([shell.signal, failure.signal]);
  try {
    const collecting = workspaces.map((workspace) =>
      repeat(() => collector.collect(workspace, signal), { intervalMs: flags.interval, signal }),
    );
    await Promise.all(collecting);
  } finally {
    failure.abort();
    stopCounting();
    await server.close();
  }
}

const help = `
Paths: /metrics, /-/healthy (the process answers), /-/ready (a list has come), / (links).

The jobs are listed in the background, however often /metrics is asked for; never twice at the same time, so that a
listing that takes longer than the interval delays the next. While the service cannot be reached, the last good list
stays, dlf_exporter_up is 0 and dlf_exporter_last_success_timestamp_seconds grows old. Before the first list there
are the metrics of the exporter only. Jobs that are gone are gone from the metrics with the next list. Whoever accepts
gzip, as Prometheus does, gets /metrics by gzip: 10,000 jobs are 13 MB of text, and less than 1 MB so.

Metrics, with the labels workspace (its ID, or "default") and job:
  dlf_job_status{type,status}                     1 for the status it has, 0 for those it could have
  dlf_job_last_instance_status{status}            the same of a batch job's last run; absent if it never ran
  dlf_job_last_instance_end_timestamp_seconds     when that run ended
  dlf_job_last_success_timestamp_seconds          end of the newest successful run seen since the exporter started
  dlf_job_no_success_since_timestamp_seconds      if it saw none: from when on there certainly was none
  dlf_job_create_timestamp_seconds{type}, dlf_job_start_..., dlf_job_last_update_...
  dlf_job_priority{type}                          0 high, 1 medium, 2 low
  dlf_jobs{type,status}                           number of jobs; no label job
  dlf_exporter_up, dlf_exporter_last_success_timestamp_seconds, dlf_exporter_interval_seconds,
  dlf_exporter_listing_duration_seconds, dlf_exporter_listed_jobs, dlf_exporter_requests_total,
  dlf_exporter_listing_errors_total{code}
A label has at most 128 characters, as many as a name may have: a longer text is cut and ends in ~ and a hash.

Exit status: 0 told to end by SIGTERM or SIGINT, 2 could not start (address taken, no credentials, wrong usage).

Examples:
  Two workspaces, every two minutes, for a Prometheus on the same machine:
    $ dlf-jobs exporter --listen 127.0.0.1:9471 --interval 2m --workspace 5f2c... --workspace 81ab...
  In prometheus.yml; honor_labels, since the label "job" is the job of DLF, else Prometheus calls it exported_job:
    scrape_configs:
      - job_name: dlf
        honor_labels: true
        static_configs: [{targets: ["127.0.0.1:9471"]}]`;
