import { doctorReportJsonSchema } from "../../cli/doctor/doctorReport";
import { externalResultJsonSchema } from "../../cli/external/externalResult";
import { gateReportJsonSchema } from "../../cli/gate/gateReport";
import { jobListJsonSchema } from "../../cli/list/jobList";

export interface OutputSchema {
  /** What writes such JSON, after `dlf-jobs`. */
  readonly command: string;
  /** The committed copy, from the root of the repository. */
  readonly copy: string;
  /** Its file in `dist/`, which programs reach as `pulumi-dlf/<file>`. */
  readonly file: string;
  readonly schema: unknown;
}

/** All JSON that the command line writes to standard output. */
export const outputSchemas: readonly OutputSchema[] = [
  {
    ...{ command: "list --output json", copy: "cli/list/jobList.schema.json", file: "job-list.schema.json" },
    schema: jobListJsonSchema(),
  },
  {
    ...{ command: "gate --output json", copy: "cli/gate/gateReport.schema.json", file: "gate-report.schema.json" },
    schema: gateReportJsonSchema(),
  },
  {
    ...{ command: "doctor --output json", copy: "cli/doctor/doctorReport.schema.json" },
    ...{ file: "doctor-report.schema.json", schema: doctorReportJsonSchema() },
  },
  {
    ...{ command: "external", copy: "cli/external/externalResult.schema.json", file: "external-result.schema.json" },
    schema: externalResultJsonSchema(),
  },
];
