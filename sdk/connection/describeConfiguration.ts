import { isToken, shortened, type Credentials } from "../credentials/credentials";
import type { NotFound } from "../credentials/source";
import type { LeftOut } from "../configuration/places";

/** A value, and the place it came from: `code`, `environment HW_REGION_NAME`, `default`. */
export interface DescribedValue {
  /** As it is used. */
  value: string;
  /** The place that it came from. */
  source: string;
}

/** Names only: no secret is in it, and keys are shortened. */
export interface ConfigurationDescription {
  /** Those that are used. */
  credentials: {
    /** Keys of a user, keys that end, or an IAM token. */
    kind: "keys" | "temporary keys" | "token";
    /** Shortened: `HPUA…X3`. Absent with a token. */
    accessKey?: string;
    /** `environment HW_ACCESS_KEY`, `agency a of account b (…), by …`. */
    source: string;
    /** When they are over, ISO 8601. Absent: never, or not known. They are renewed before. */
    expiresAt?: string;
  };
  /** ID of the project. */
  project: DescribedValue;
  /** Absent when nothing needed one. */
  region?: DescribedValue;
  /** Address of DataArts Factory. */
  endpoint: DescribedValue;
  /** Absent as long as it is not known. */
  iamEndpoint?: DescribedValue;
  /** Absent as long as it is not known. */
  stsEndpoint?: DescribedValue;
  /** Absent: the default workspace. */
  workspace?: DescribedValue;
  /** The places that were asked for credentials before, and what was there. */
  passedOver: {
    /** Such as `environment HW_ACCESS_KEY` or a file. */
    place: string;
    /** Why they were not taken. */
    found: string;
  }[];
  /** What the environment says of another place than code and configuration, and what that is. */
  leftOut: {
    /** Where it stands: `environment DLF_ENDPOINT`. */
    place: string;
    /** What hides it, and where that stands. */
    because: string;
  }[];
}

export function describeCredentials(
  credentials: Credentials,
  source: string,
  expiresAt: number | undefined,
): ConfigurationDescription["credentials"] {
  const end = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() };
  if (isToken(credentials)) return { kind: "token", source, ...end };
  const kind = credentials.securityToken === undefined ? "keys" : "temporary keys";
  return { kind, accessKey: shortened(credentials.accessKey), source, ...end };
}

export function describePassed(passed: readonly NotFound[]): ConfigurationDescription["passedOver"] {
  return passed.map(({ place, why }) => ({ place, found: why }));
}

export function describeLeftOut(leftOut: readonly LeftOut[]): ConfigurationDescription["leftOut"] {
  return leftOut.map(({ place, because }) => ({ place, because }));
}

/** For people, a line for each value. */
export function descriptionLines(description: ConfigurationDescription): string[] {
  const { credentials, passedOver, leftOut, ...values } = description;
  const shown = [credentials.kind, credentials.accessKey].filter((part) => part !== undefined).join(" ");
  const until = credentials.expiresAt === undefined ? "" : `, until ${credentials.expiresAt}`;
  return [
    ...passedOver.map(({ place, found }) => `credentials: not from ${place} (${found})`),
    `credentials: ${shown} from ${credentials.source}${until}`,
    ...Object.entries(values as Record<string, DescribedValue>).map(
      ([name, { value, source }]) => `${name}: ${value} from ${source}`,
    ),
    ...leftOut.map(({ place, because }) => `left out: ${place} (${because})`),
  ];
}
