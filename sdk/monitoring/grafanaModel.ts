/** Where Grafana asks: the dashboard's variable `datasource` says. */
export interface GrafanaDatasource {
  /** Of data source. */
  type: string;
  /** Which one. */
  uid: string;
}

/** A dashboard in Grafana's JSON model, as far as `grafanaDashboard` fills it. */
export interface GrafanaDashboard {
  /** Its address. */
  uid: string;
  /** Its heading. */
  title: string;
  /** What it is found by. */
  tags: string[];
  /** Of the JSON model: 39. */
  schemaVersion: number;
  /** Of the dashboard: 1. */
  version: number;
  /** Whether people may change it in Grafana. */
  editable: boolean;
  /** 1: panels share the cross hair. */
  graphTooltip: number;
  /** How often it is read again, as Grafana writes it. */
  refresh: string;
  /** What it shows at first. */
  time: {
    /** As Grafana writes it: `now-24h`. */
    from: string;
    /** As Grafana writes it: `now`. */
    to: string;
  };
  /** `browser`: that of whoever looks. */
  timezone: string;
  /** The choices at its top. */
  templating: {
    /** In their order. */
    list: GrafanaVariable[];
  };
  /** In their order. */
  panels: GrafanaPanel[];
}

/** A choice at the top of a dashboard. */
export interface GrafanaVariable {
  /** As queries name it, without its `$`. */
  name: string;
  /** `datasource` or `query`. */
  type: string;
  /** As people see it. */
  label: string;
  /** What it chooses from. */
  query: string | Record<string, string>;
  /** 0: it is shown. */
  hide: number;
  /** Where a `query` asks. */
  datasource?: GrafanaDatasource;
  /** What a `query` asks, as Grafana shows it. */
  definition?: string;
  /** When a `query` is asked: 2, when the time range changes. */
  refresh?: number;
  /** How the values are sorted: 1, by the alphabet. */
  sort?: number;
}

/** A panel, at its place. */
export interface GrafanaPanel {
  /** Unique in the dashboard. */
  id: number;
  /** Of visualization: `table`. */
  type: string;
  /** Its heading. */
  title: string;
  /** Where it asks. */
  datasource: GrafanaDatasource;
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
  /** How values are shown. */
  fieldConfig: {
    /** All of them. */
    defaults: Record<string, unknown>;
    /** Some of them. */
    overrides: unknown[];
  };
  /** Of its visualization. */
  options: Record<string, unknown>;
  /** What it asks. */
  targets: GrafanaTarget[];
  /** What becomes of the answers before they are shown. Absent: nothing. */
  transformations?: unknown[];
}

/** A query to Prometheus. */
export interface GrafanaTarget {
  /** Unique in its panel: `A`. */
  refId: string;
  /** Where it is asked. */
  datasource: GrafanaDatasource;
  /** In PromQL. */
  expr: string;
  /** What a series is called. Absent: by its labels. */
  legendFormat?: string;
  /** Ask for now alone. Absent: for the time range. */
  instant?: boolean;
  /** Ask for the time range. */
  range?: boolean;
  /** `table`: rows in the place of series. */
  format?: string;
}
