import type { Options as BarGauge } from "@grafana/grafana-foundation-sdk/bargauge";
import type * as dashboard from "@grafana/grafana-foundation-sdk/dashboard";
import type { Dataquery } from "@grafana/grafana-foundation-sdk/prometheus";
import type { Options as Stat } from "@grafana/grafana-foundation-sdk/stat";
import type { Options as StateTimeline } from "@grafana/grafana-foundation-sdk/statetimeline";
import type { Options as Table } from "@grafana/grafana-foundation-sdk/table";

/*
 * Grafana's own description of its dashboards. Types alone: every program would load its builders, and they write the
 * newest Grafana's defaults into the JSON, also for an older one.
 */

/** One of Grafana's types as JSON has it: without methods, and for an enum, which only its library has, the values. */
export type Json<T> = T extends string
  ? `${T}`
  : T extends number
    ? `${T}` extends `${infer N extends number}`
      ? N
      : never
    : T extends (infer Item)[]
      ? Json<Item>[]
      : T extends object
        ? { [Key in keyof T as T[Key] extends () => void ? never : Key]: Json<T[Key]> }
        : T;

// eslint-disable-next-line @typescript-eslint/no-deprecated -- Grafana 10.4 knows no dashboardv2, its successor.
export type Dashboard = Json<dashboard.Dashboard>;
export type Variable = Json<dashboard.VariableModel>;
export type Thresholds = Json<dashboard.ThresholdsConfig>;
export type MappedValue = Json<dashboard.ValueMappingResult>;
export type PrometheusQuery = Json<Dataquery>;

/** A kind of panel with its options. Grafana has a default for each. */
type Visualization =
  | { type: "bargauge"; options: Partial<Json<BarGauge>> }
  | { type: "stat"; options: Partial<Json<Stat>> }
  | { type: "table"; options: Partial<Json<Table>> }
  | { type: "state-timeline"; options: Partial<Json<StateTimeline>> };

type PanelFields = Json<dashboard.Panel>;

/** A panel before it has its place. */
export type UnplacedPanel = Visualization &
  Pick<PanelFields, "fieldConfig" | "transformations"> & {
    title: string;
    gridPos: Pick<Json<dashboard.GridPos>, "w" | "h">;
    targets: PrometheusQuery[];
  };
