/** The plugin's file in `dist/`: the engine looks for it by this name. */
export const executable = "pulumi-resource-dlf";
export const startOnWindows = `${executable}.cmd`;
export const pluginLicences = `${executable}.LICENSES.txt`;
/** Of what is inside of the other files. */
export const licences = "LICENSES.txt";
/** All that is inside of the package, and what of it is in the plugin's file, for scanners. */
export const packageSbom = "pulumi-dlf.cdx.json";
export const pluginSbom = `${executable}.cdx.json`;
/** With a version, as SDKs are made of it. */
export const schemaFile = "schema.json";
