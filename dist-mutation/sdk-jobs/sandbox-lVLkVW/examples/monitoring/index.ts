// @ts-nocheck
import { getDlfJobs, grafanaDashboard, prometheusRules } from "pulumi-dlf";
import { JsonFile } from "./jsonFile";

export = async () => {
  const { jobs } = await getDlfJobs({ jobType: "ALL" });
  const daily = await getDlfJobs({ tags: ["daily"] });

  // JSON is YAML: Prometheus reads these files as they are. The label `job` of the metrics is the job in DataArts:
  // without honor_labels Prometheus would put its own in its place.
  new JsonFile("rules", {
    path: "dlf-rules.yaml",
    content: prometheusRules(jobs, { expectedIntervals: [{ jobs: daily.names, interval: "26h" }] }),
  });
  new JsonFile("dashboard", { path: "dlf-dashboard.json", content: grafanaDashboard(jobs) });
  new JsonFile("scrape", {
    path: "prometheus.yaml",
    content: {
      rule_files: ["dlf-rules.yaml"],
      scrape_configs: [
        {
          job_name: "dlf",
          honor_labels: true,
          scrape_interval: "30s",
          static_configs: [{ targets: ["localhost:9471"] }],
        },
      ],
    },
  });

  return { watched: jobs.length };
};
