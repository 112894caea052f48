/** The plugin's file in `dist/`: the engine looks for it by this name. */
// @ts-nocheck

export const executable = "pulumi-resource-dlf";
export const startOnWindows = `${executable}.cmd`;
export const pluginLicences = `${executable}.LICENSES.txt`;
/** Of what is inside of the other files. */
export const licences = "LICENSES.txt";
/** With a version, as SDKs are made of it. */
export const schemaFile = "schema.json";
/** The shape of `dlf-jobs gate --output json`, for whoever reads it. */
export const gateReportSchemaFile = "gate-report.schema.json";
/** That of `dlf-jobs doctor --output json`. */
export const doctorReportSchemaFile = "doctor-report.schema.json";
