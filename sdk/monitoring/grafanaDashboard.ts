import type { Job } from "../jobs/job";
import { knownStatuses, statusColors, statuses, type StatusColor, type StatusOf } from "../jobs/statuses";
import type { Dashboard, MappedValue, PrometheusQuery, Thresholds, UnplacedPanel, Variable } from "./grafanaTypes";
import { overdue } from "./overdue";

/** What a dashboard is called, and how often it is read again. */
export interface GrafanaDashboardOptions {
  /** Default: `DataArts Factory jobs`. */
  title?: string | undefined;
  /** Address of the dashboard, up to 40 letters, digits, `-` and `_`. Default: `dlf-jobs`. */
  uid?: string | undefined;
  /** How often it is read again, as Grafana writes it. Default: `1m`. */
  refresh?: string | undefined;
}

/**
 * A dashboard as Grafana's JSON, of which its own types tell all (`Dashboard` of `@grafana/grafana-foundation-sdk`); here
 * is what a program may want to look at or to change.
 */
export interface GrafanaDashboard {
  /** Its address. */
  uid: string;
  /** Its heading. */
  title: string;
  /** What it is found by. */
  tags: string[];
  /** How often it is read again, as Grafana writes it. */
  refresh: string;
  /** The range of time that it shows at first. */
  time: {
    /** As Grafana writes it: `now-24h`. */
    from: string;
    /** As Grafana writes it: `now`. */
    to: string;
  };
  /** In their order, at their places. */
  panels: GrafanaPanel[];
  [more: string]: unknown;
}

/** A panel of a dashboard. */
export interface GrafanaPanel {
  /** Unique in its dashboard. */
  id: number;
  /** Of its visualization: `table`. */
  type: string;
  /** Its heading. */
  title: string;
  /** Its place, in a grid that is 24 wide. */
  gridPos: {
    /** From the left. */
    x: number;
    /** From the top. */
    y: number;
    /** Width. */
    w: number;
    /** Height. */
    h: number;
  };
  /** What it asks. */
  targets: {
    /** In PromQL. */
    expr: string;
    [more: string]: unknown;
  }[];
  [more: string]: unknown;
}

const datasource = { type: "prometheus", uid: "${datasource}" };
const width = 24;
/** Rows of jobs that a panel shows at a time: beyond that it scrolls. */
const mostRows = 30;

/**
 * A dashboard of Grafana (schema 39: Grafana 10.4 and later) on the metrics of `dlf-jobs exporter`, ready to be
 * imported or provisioned. Pure. It chooses data source and workspace at its top; `jobs` decide which types have
 * panels, and how high these are.
 *
 * @param jobs those that are to be shown: a whole list
 * @param options what the dashboard is called
 * @returns plain data, for `JSON.stringify`; the same jobs give the same, in whatever order they come
 */
export function grafanaDashboard(jobs: readonly Job[], options: GrafanaDashboardOptions = {}): GrafanaDashboard {
  const { title = "DataArts Factory jobs", uid = "dlf-jobs", refresh = "1m" } = options;
  const batch = jobs.filter((job) => job.jobType === "BATCH").length;
  const realTime = jobs.length - batch;
  const panels = [
    overview(),
    exporterHealth(),
    attention(),
    ...(batch > 0 ? [lastSuccess(heightFor(batch)), lastInstances(heightFor(batch))] : []),
    ...(realTime > 0 ? [realTimeStatus(heightFor(realTime))] : []),
  ];
  return {
    uid,
    title,
    tags: ["dataarts", "dlf"],
    schemaVersion: 39,
    version: 1,
    editable: true,
    graphTooltip: 1,
    refresh,
    time: { from: "now-24h", to: "now" },
    timezone: "browser",
    templating: { list: variables() },
    annotations: { list: [] },
    panels: placed(panels),
  } satisfies Dashboard;
}

/** From left to right, then down: a panel that does not fit beside the last begins a row. */
function placed(panels: readonly UnplacedPanel[]) {
  let [x, y, rowHeight] = [0, 0, 0];
  return panels.map((panel, index) => {
    const { w, h } = panel.gridPos;
    if (x + w > width) [x, y, rowHeight] = [0, y + rowHeight, 0];
    const gridPos = { w, h, x, y };
    x += w;
    rowHeight = Math.max(rowHeight, h);
    return { ...panel, id: index + 1, datasource, gridPos };
  });
}

function series(expr: string, legendFormat: string): PrometheusQuery {
  return { refId: "A", datasource, expr, legendFormat };
}

function rows(expr: string): PrometheusQuery {
  return { refId: "A", datasource, expr, instant: true, range: false, format: "table" };
}

function variables(): Variable[] {
  return [
    { name: "datasource", type: "datasource", label: "Data source", query: "prometheus", hide: 0 },
    {
      name: "workspace",
      type: "query",
      label: "Workspace",
      datasource,
      refresh: 2,
      sort: 1,
      hide: 0,
      definition: "label_values(dlf_jobs, workspace)",
      query: { query: "label_values(dlf_jobs, workspace)", refId: "workspace" },
    },
  ];
}

const here = 'workspace="$workspace"';

function overview(): UnplacedPanel {
  return {
    title: "Jobs by status",
    type: "bargauge",
    gridPos: { w: 16, h: 8 },
    targets: [series(`sum by (type, status) (dlf_jobs{${here}})`, "{{type}} {{status}}")],
    options: { displayMode: "basic", orientation: "horizontal", reduceOptions: { calcs: ["lastNotNull"] } },
    fieldConfig: { defaults: { min: 0, color: { mode: "palette-classic" } }, overrides: [] },
  };
}

function exporterHealth(): UnplacedPanel {
  return {
    title: "A new list is overdue",
    type: "stat",
    gridPos: { w: 8, h: 8 },
    targets: [series(`clamp_min(${overdue(`{${here}}`)}, 0)`, "for")],
    options: { colorMode: "value", reduceOptions: { calcs: ["lastNotNull"] } },
    fieldConfig: {
      defaults: { unit: "s", thresholds: thresholds([null, "green"], [300, "orange"], [900, "red"]) },
      overrides: [],
    },
  };
}

function attention(): UnplacedPanel {
  return {
    title: "Needs attention",
    type: "table",
    gridPos: { w: width, h: 9 },
    targets: [
      rows(
        `dlf_job_last_instance_status{${here},status=~"${bad("lastInstance")}"} == 1 or ` +
          `dlf_job_status{${here},status=~"${bad("REAL_TIME")}"} == 1`,
      ),
    ],
    options: { showHeader: true, sortBy: [{ displayName: "job", desc: false }] },
    fieldConfig: { defaults: {}, overrides: [] },
    transformations: [
      {
        id: "organize",
        options: { excludeByName: { Time: true, Value: true, __name__: true, instance: true, workspace: true } },
      },
    ],
  };
}

/** Known statuses are letters and dashes: nothing in them means something to a regular expression. */
function bad(of: StatusOf): string {
  return knownStatuses(of, "bad").join("|");
}

function lastSuccess(h: number): UnplacedPanel {
  return {
    title: "Time since the last success",
    type: "bargauge",
    gridPos: { w: width / 2, h },
    targets: [series(`sort_desc(time() - dlf_job_last_success_timestamp_seconds{${here}})`, "{{job}}")],
    options: { displayMode: "basic", orientation: "horizontal", reduceOptions: { calcs: ["lastNotNull"] } },
    fieldConfig: {
      defaults: { unit: "s", min: 0, thresholds: thresholds([null, "green"], [86_400, "orange"], [172_800, "red"]) },
      overrides: [],
    },
  };
}

/** One series for each job, whose value is the place of its status in `statuses`: what a state timeline draws. */
function states(metric: string, type: string | undefined, statuses: readonly string[]): string {
  const labels = [here, ...(type === undefined ? [] : [`type="${type}"`])].join(",");
  return statuses
    .map((status, index) => `(max by (job) (${metric}{${labels},status="${status}"}) == 1) * ${index}`)
    .join(" or ");
}

function timeline(
  title: string,
  gridPos: UnplacedPanel["gridPos"],
  expr: string,
  mapped: readonly (readonly [string, string])[],
): UnplacedPanel {
  const options = Object.fromEntries(
    mapped.map(([text, color], index) => [String(index), { text, color, index } satisfies MappedValue]),
  );
  return {
    title,
    type: "state-timeline",
    gridPos,
    targets: [series(expr, "{{job}}")],
    options: { mergeValues: true, showValue: "never", perPage: mostRows },
    fieldConfig: {
      defaults: { color: { mode: "thresholds" }, mappings: [{ type: "value", options }] },
      overrides: [],
    },
  };
}

function lastInstances(h: number): UnplacedPanel {
  const colored = fromGoodToBad("lastInstance");
  const expr = states(
    "dlf_job_last_instance_status",
    undefined,
    colored.map(([status]) => status),
  );
  return timeline("Last instances over time", { w: width / 2, h }, expr, colored);
}

function realTimeStatus(h: number): UnplacedPanel {
  const colored = fromGoodToBad("REAL_TIME");
  const expr = states(
    "dlf_job_status",
    "REAL_TIME",
    colored.map(([status]) => status),
  );
  return timeline("Real-time jobs over time", { w: width, h }, expr, colored);
}

function fromGoodToBad(of: StatusOf): [status: string, color: StatusColor][] {
  const colored = Object.entries<{ color: StatusColor }>(statuses[of]).map(
    ([status, { color }]): [string, StatusColor] => [status, color],
  );
  return colored.sort(([, a], [, b]) => statusColors.indexOf(a) - statusColors.indexOf(b));
}

function heightFor(rows: number): number {
  return Math.max(8, Math.min(rows, mostRows) + 3);
}

function thresholds(...steps: (readonly [number | null, string])[]): Thresholds {
  return { mode: "absolute", steps: steps.map(([value, color]) => ({ value, color })) };
}
