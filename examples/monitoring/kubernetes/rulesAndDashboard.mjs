// Lists the jobs and prints what follows from them, for `kubectl apply -f -`: the alerts, and the dashboard in a ConfigMap.
import { stdout } from "node:process";
import { DlfClient, grafanaDashboard, prometheusRuleResources } from "pulumi-dlf/sdk";

const { jobs } = await new DlfClient().listJobs({ jobType: "ALL" });

const rules = prometheusRuleResources(jobs, { name: "dlf-jobs" }).map((rule) => ({
  ...rule,
  // As for the ServiceMonitor: what Prometheus finds its rules by.
  metadata: { ...rule.metadata, labels: { release: "kube-prometheus-stack" } },
}));
const dashboard = {
  apiVersion: "v1",
  kind: "ConfigMap",
  // Grafana's sidecar takes the dashboards of all ConfigMaps with this label.
  metadata: { name: "dlf-jobs-dashboard", labels: { grafana_dashboard: "1" } },
  data: { "dlf-jobs.json": JSON.stringify(grafanaDashboard(jobs)) },
};

const list = { apiVersion: "v1", kind: "List", items: [...rules, dashboard] };
stdout.write(`${JSON.stringify(list, undefined, 2)}\n`);
