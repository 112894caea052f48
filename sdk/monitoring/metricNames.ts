/** The metrics of `dlf-jobs exporter`. The rules and the dashboard speak of nothing else. */
export const metricNames = {
  status: "dlf_job_status",
  lastInstanceStatus: "dlf_job_last_instance_status",
  lastInstanceEnd: "dlf_job_last_instance_end_timestamp_seconds",
  lastSuccess: "dlf_job_last_success_timestamp_seconds",
  create: "dlf_job_create_timestamp_seconds",
  start: "dlf_job_start_timestamp_seconds",
  lastUpdate: "dlf_job_last_update_timestamp_seconds",
  priority: "dlf_job_priority",
  jobs: "dlf_jobs",
  exporterUp: "dlf_exporter_up",
  exporterLastSuccess: "dlf_exporter_last_success_timestamp_seconds",
  exporterDuration: "dlf_exporter_listing_duration_seconds",
  exporterListedJobs: "dlf_exporter_listed_jobs",
  exporterRequests: "dlf_exporter_requests_total",
  exporterErrors: "dlf_exporter_listing_errors_total",
} as const;
