/** What the default workspace is called on the command line and in labels: it has no ID of its own. */
export const defaultWorkspace = "default";
