/** The parts of a Pulumi package schema that are read or written here. */
// @ts-nocheck

export interface PackageSchema {
  readonly name: string;
  readonly pluginDownloadURL?: string;
  readonly logoUrl?: string;
  readonly language?: {
    readonly go?: { readonly importBasePath?: string };
    readonly java?: { readonly basePackage?: string };
  };
}

export interface ReleasedSchema extends PackageSchema {
  readonly version: string;
}

export interface Release {
  readonly version: string;
  /** Where the engine downloads the plugin from; what the schema says when it is missing. */
  readonly pluginDownloadUrl?: string | undefined;
}

/** The schema of one release: SDKs ask the engine for the plugin of exactly their version. */
export function withRelease(schema: PackageSchema, { version, pluginDownloadUrl }: Release): ReleasedSchema {
  return { ...schema, version, ...(pluginDownloadUrl !== undefined && { pluginDownloadURL: pluginDownloadUrl }) };
}
