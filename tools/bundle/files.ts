/** The plugin's files in `dist/`. The engine looks for the first by its name. */
export const executable = "pulumi-resource-dlf";
export const startOnWindows = `${executable}.cmd`;
export const licences = `${executable}.LICENSES.txt`;
/** With a version, as SDKs are made of it. */
export const schemaFile = "schema.json";
/** The shape of `dlf-jobs gate --output json`, for whoever reads it. */
export const gateReportSchemaFile = "gate-report.schema.json";
/** That of `dlf-jobs doctor --output json`. */
export const doctorReportSchemaFile = "doctor-report.schema.json";
