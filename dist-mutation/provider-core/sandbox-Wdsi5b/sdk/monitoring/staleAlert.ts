// @ts-nocheck
import { goString, selector } from "./escape";
import { seconds } from "./seconds";

const hourMs = 3_600_000;

/**
 * When a batch job has not succeeded for longer than an interval, and what to say then.
 *
 * What an exporter saw before it was started anew is in Prometheus's memory, for longer than the interval: twice as
 * long, and an hour longer at least, so that nothing is forgotten while both are down for that difference. Series are
 * joined without their labels: the exporter may come back with another `instance`.
 *
 * The interval counts from the newest success that is remembered. Without one it counts from where the metrics are
 * certain that there was none: from the creation of a job that never ran, else from the end of a last run that was no
 * success, or from when the job was first listed, whichever is earlier. A job that was created later than all that
 * has its interval from its creation. So nothing fires only because a memory is empty, and nothing is silent for
 * longer than an interval. A creation in the future is none, or it would count for ever.
 */
export function staleAlert(job: { workspace: string; job: string }, intervalMs: number) {
  const memory = seconds(Math.max(2 * intervalMs, intervalMs + hourMs));
  const success = `max(max_over_time(${selector("dlf_job_last_success_timestamp_seconds", job)}[${memory}]))`;
  const none = `min(min_over_time(${selector("dlf_job_no_success_since_timestamp_seconds", job)}[${memory}]))`;
  const created = `${selector("dlf_job_create_timestamp_seconds", { ...job, type: "BATCH" })} < time()`;
  // The first `or` takes one of two that have no labels, the second joins: a creation has labels.
  const expr = `time() - max(${success} or ${none} or ${created}) > ${intervalMs / 1_000}`;
  const succeeded = `${success} >= max(${created} or vector(0))`;
  const age = "{{ $value | humanizeDuration }}";
  return {
    expr,
    what:
      `{{ if query ${goString(succeeded)} }}it last succeeded ${age} ago` +
      `{{ else }}no success of it was seen in the last ${age}{{ end }}`,
  };
}
