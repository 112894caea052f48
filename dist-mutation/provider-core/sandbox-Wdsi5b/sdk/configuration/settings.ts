// @ts-nocheck
import type * as z from "zod";
import { checkedEndpoint, checkedMetadataEndpoint, serviceEndpoint } from "./endpoints";
import { ConfigurationError } from "../errors";
import {
  describeIssues,
  optionsSchema,
  variable,
  type DlfClientOptions,
  type Environment,
  type LabelledOption,
} from "./options";
import { layOver, refuseTwoRegions, sayings, type LeftOut } from "./places";

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
  /** What of the environment is of another place than the options. */
  leftOut: readonly LeftOut[];
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

const agencyVariables = [
  "HW_ASSUME_ROLE_AGENCY_NAME",
  "HW_ASSUME_ROLE_DOMAIN_NAME",
  "HW_ASSUME_ROLE_DOMAIN_ID",
] as const;

/**
 * What options and environment say. A region, hence endpoints, may still be missing.
 *
 * @throws ConfigurationError (`INVALID_CONFIGURATION`) for what cannot be used, and for two places at once
 */
export function resolveSettings(given: DlfClientOptions, environment: Environment): Settings {
  const { options, leftOut } = layOver(given, optionsOf(environment));
  refuseTwoRegions(options);
  const origins: Partial<Record<LabelledOption, Origin>> = {};
  for (const option of Object.keys(options) as LabelledOption[]) {
    const ofOptions = (given[option] ?? undefined) !== undefined;
    origins[option] = { source: options.sources?.[option] ?? "code", by: ofOptions ? "options" : "environment" };
  }
  const domain = sayings.domain(options);
  const originOfDomain = domain && origins[domain.option];
  if (originOfDomain) origins.domain = originOfDomain;
  // Credentials and agency are looked at on first use, with the other places that may hold them.
  // Checked once in a process's life, as a rule: the code that zod would write for it costs 1 ms and saves none.
  const once = { jitless: true };
  const values = { ...options, domain: domain?.value, credentials: undefined, assumeRole: undefined };
  const parsed = optionsSchema.safeParse(values, once);
  if (!parsed.success) throw new ConfigurationError(`Invalid option: ${describeIssues(parsed.error)}`);
  const settings = parsed.data;
  const { metadataEndpoint } = settings;
  return {
    ...withRegion(settings, origins),
    metadataEndpoint:
      metadataEndpoint === "off" ? undefined : checkedMetadataEndpoint("metadataEndpoint", metadataEndpoint),
    origins,
    leftOut,
  };
}

/** The lowest layer of options. Its agency stands for itself: it is read, and checked, with the credentials. */
function optionsOf(environment: Environment): DlfClientOptions {
  const projectVariable = projectVariables.find(([, name]) => variable(environment, name) !== undefined);
  const pairs = [...Object.entries(variableNames), ...(projectVariable ? [projectVariable] : [])] as const;
  const set = pairs.filter(([, name]) => variable(environment, name) !== undefined);
  const agencyVariable = agencyVariables.find((name) => variable(environment, name) !== undefined);
  return {
    ...Object.fromEntries(set.map(([option, name]) => [option, variable(environment, name)])),
    ...(agencyVariable && { assumeRole: { agencyName: variable(environment, agencyVariable) ?? "" } }),
    sources: {
      ...Object.fromEntries(set.map(([option, name]) => [option, `environment ${name}`])),
      ...(agencyVariable && { assumeRole: `environment ${agencyVariable}` }),
    },
  };
}

/** The settings with a region, and with the endpoints that follow from it where none are given. */
export function withRegion<T extends Pick<Settings, "region" | "projectName" | "domain" | Endpoint>>(
  settings: T,
  origins: Partial<Record<LabelledOption, Origin>>,
): T {
  const saying = sayings.region(settings);
  const origin = saying && origins[saying.option];
  if (origin) origins.region = origin;
  const region = saying?.value;
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
