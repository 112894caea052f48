/** The plugin's file in `dist/`: the engine looks for it by this name. */
export const executable = "pulumi-resource-dlf";
export const startOnWindows = `${executable}.cmd`;
export const pluginLicences = `${executable}.LICENSES.txt`;
/** Of what is inside of the other files. */
export const licences = "LICENSES.txt";
/** With a version, as SDKs are made of it. */
export const schemaFile = "schema.json";
