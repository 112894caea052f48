import type { z } from "zod";
import { checkedEndpoint, checkedMetadataEndpoint, serviceEndpoint } from "./endpoints";
import { ConfigurationError } from "./errors";
import {
  describeIssues,
  optionsSchema,
  variable,
  withoutUndefined,
  type DlfClientOptions,
  type Environment,
  type LabelledOption,
} from "./options";

/** Where a setting came from. */
export interface Origin {
  /** For people: `code`, `environment HW_REGION_NAME`. */
  source: string;
  by: "options" | "environment";
}

/** The options with defaults and environment laid under them. What only files or IAM can tell is found on first use. */
export interface Settings extends Omit<z.output<typeof optionsSchema>, "metadataEndpoint"> {
  /** Undefined: switched off. */
  metadataEndpoint: string | undefined;
  /** Where each setting that was given came from. Others are defaults. */
  origins: Readonly<Partial<Record<LabelledOption, Origin>>>;
}

const variableNames = {
  endpoint: "DLF_ENDPOINT",
  iamEndpoint: "HUAWEICLOUD_SDK_IAM_ENDPOINT",
  stsEndpoint: "HUAWEICLOUD_SDK_STS_ENDPOINT",
  metadataEndpoint: "DLF_METADATA_ENDPOINT",
  region: "HW_REGION_NAME",
  domain: "HW_CLOUD",
} as const;

const projectVariables = [
  ["projectId", "HW_PROJECT_ID"],
  ["projectName", "HW_PROJECT_NAME"],
  ["projectId", "HUAWEICLOUD_SDK_PROJECT_ID"],
] as const;

/**
 * What options and environment say. A region, hence endpoints, may still be missing.
 *
 * @throws ConfigurationError (`INVALID_CONFIGURATION`) for what cannot be used
 */
export function resolveSettings(options: DlfClientOptions, environment: Environment): Settings {
  const given = withoutUndefined(options);
  const origins: Partial<Record<LabelledOption, Origin>> = {};
  const values: Record<string, unknown> = {};
  const fromEnvironment = [...Object.entries(variableNames), ...projectVariable(given, environment)] as (readonly [
    LabelledOption,
    string,
  ])[];
  for (const [option, name] of fromEnvironment) {
    const value = variable(environment, name);
    if (value === undefined) continue;
    values[option] = value;
    origins[option] = { source: `environment ${name}`, by: "environment" };
  }
  for (const [option, value] of Object.entries(given)) {
    values[option] = value;
    const label = given.sources?.[option as LabelledOption];
    origins[option as LabelledOption] = { source: label ?? "code", by: "options" };
  }
  // Credentials and agency are looked at on first use, with the other places that may hold them.
  // Checked once in a process's life, as a rule: the code that zod would write for it costs 1 ms and saves none.
  const once = { jitless: true };
  const parsed = optionsSchema.safeParse({ ...values, credentials: undefined, assumeRole: undefined }, once);
  if (!parsed.success) throw new ConfigurationError(`Invalid option: ${describeIssues(parsed.error)}`);
  const settings = parsed.data;
  const { metadataEndpoint } = settings;
  return {
    ...withRegion(settings, origins),
    metadataEndpoint:
      metadataEndpoint === "off" ? undefined : checkedMetadataEndpoint("metadataEndpoint", metadataEndpoint),
    origins,
  };
}

/** The settings with a region, and with the endpoints that follow from it where none are given. */
export function withRegion<T extends Pick<Settings, "region" | "projectName" | "domain" | Endpoint>>(
  settings: T,
  origins: Partial<Record<LabelledOption, Origin>>,
): T {
  const ofProject = regionOfProject(settings.projectName);
  if (settings.region === undefined && ofProject !== undefined && origins.projectName) {
    origins.region = origins.projectName;
  }
  const region = settings.region ?? ofProject;
  const endpoint = (option: Endpoint, service: string) => {
    const text = settings[option] ?? (region && serviceEndpoint(service, region, settings.domain));
    return text === undefined ? {} : { [option]: checkedEndpoint(option, text) };
  };
  return {
    ...settings,
    ...(region !== undefined && { region }),
    ...endpoint("endpoint", "dayu-dlf"),
    ...endpoint("iamEndpoint", "iam"),
    ...endpoint("stsEndpoint", "sts"),
  };
}

type Endpoint = "endpoint" | "iamEndpoint" | "stsEndpoint";

/** The region's own project is named after it, a sub-project `<region>_<name>`. Other names tell nothing. */
export function regionOfProject(projectName: string | undefined): string | undefined {
  return /^([a-z]{2,}(?:-[a-z]+)+-\d+)(?:_.*)?$/.exec(projectName ?? "")?.[1];
}

/**
 * The variable that names the project: none when the options do. Those of the environment belong to its
 * `HW_REGION_NAME`: for a region given in code they would be another region's.
 */
function projectVariable({ region, projectId, projectName }: DlfClientOptions, environment: Environment) {
  const environmentsRegion = variable(environment, "HW_REGION_NAME");
  const otherRegion = region !== undefined && environmentsRegion !== undefined && region !== environmentsRegion;
  if (otherRegion || projectId !== undefined || projectName !== undefined) return [];
  return projectVariables.filter(([, name]) => variable(environment, name) !== undefined).slice(0, 1);
}
