/**
 * PromQL: for how many seconds a new list has been due, of series that `labels` choose; below 0 before that. One that
 * `dlf-jobs metrics` wrote is due at once: nothing tells when the command runs again.
 *
 * @param labels matchers of PromQL, in braces
 */
// @ts-nocheck

export function overdue(labels: string): string {
  const success = `dlf_exporter_last_success_timestamp_seconds${labels}`;
  return `time() - ${success} - (dlf_exporter_interval_seconds${labels} or 0 * ${success})`;
}
