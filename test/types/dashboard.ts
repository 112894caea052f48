/** Compiled by `npm run check`, never run: Grafana's own types refuse what its dashboards do not have. */
import type { Json, PrometheusQuery, UnplacedPanel, Variable } from "../../sdk/monitoring/grafanaTypes";

const panel = { title: "t", gridPos: { w: 1, h: 1 }, targets: [] };

export const panels: UnplacedPanel[] = [
  { ...panel, type: "bargauge", options: { displayMode: "basic" } },
  // @ts-expect-error a mode that there is not
  { ...panel, type: "bargauge", options: { displayMode: "basics" } },
  // @ts-expect-error an option of another kind of panel
  { ...panel, type: "stat", options: { displayMode: "basic" } },
  // @ts-expect-error an option that no kind of panel has
  { ...panel, type: "table", options: { showHeaders: true } },
  // @ts-expect-error a field of none
  { ...panel, type: "table", options: {}, fieldConfig: { defaults: { units: "s" }, overrides: [] } },
];

// @ts-expect-error a format that there is not
export const format: PrometheusQuery["format"] = "csv";
// @ts-expect-error the numbers that mean something are 0, 1 and 2
export const refresh: Variable["refresh"] = 3;

enum Text {
  A = "a",
}
interface WithMethod {
  text: Text;
  method(): void;
}
export const plain: Json<WithMethod> = { text: "a" };
