import * as z from "zod";
import { metadataAddress } from "./endpoints";

/**
 * A workspace ID travels in a header: printable, no spaces, no line break.
 *
 * @internal
 */
export const workspaceSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, "must be a workspace ID: 1 to 128 printable characters without spaces");

/**
 * A project ID travels in the path: nothing in it may change which resource is asked for.
 *
 * @internal
 */
export const projectIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, "must be a project ID: letters, digits, - and _");

const milliseconds = (most: number) => z.int().min(1).max(most);

/** @internal */
export const regionSchema = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'must be the name of a region, such as "cn-north-4"');

export const defaultDomain = "myhuaweicloud.com";

/**
 * The options but for `credentials` and `assumeRole`, with their defaults.
 *
 * @internal
 */
export const optionsSchema = z.strictObject({
  credentials: z.undefined(),
  assumeRole: z.undefined(),
  sources: z.record(z.string(), z.string().optional()).default({}),
  profile: z.string().min(1).max(256).optional(),
  sharedConfigFile: z.string().min(1).optional(),
  endpoint: z.string().optional(),
  iamEndpoint: z.string().optional(),
  stsEndpoint: z.string().optional(),
  metadataEndpoint: z.string().default(`http://${metadataAddress}`),
  region: regionSchema.optional(),
  domain: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,255}$/, 'must be a domain, such as "myhuaweicloud.com"')
    .default(defaultDomain),
  projectId: projectIdSchema.optional(),
  projectName: z
    .string()
    .regex(/^[^\p{C}/]{1,128}$/u, 'must be the name of a project, such as "cn-north-4_team"')
    .optional(),
  workspace: workspaceSchema.optional(),
  attemptTimeoutMs: milliseconds(600_000).default(15_000),
  listTimeoutMs: milliseconds(3_600_000).default(120_000),
  maxAttempts: z.int().min(1).max(20).default(5),
  concurrency: z.int().min(1).max(64).default(10),
  requestsPerSecond: z.int().min(1).max(10_000).default(30),
  maxResponseBytes: z
    .int()
    .min(1_024)
    .max(512 * 1_024 * 1_024)
    .default(16 * 1_024 * 1_024),
});

/** Credentials as they may be given: keys or a token, all of it, none, or (an error) some of it. */
export interface GivenCredentials {
  /** Access key (AK). */
  accessKey?: string | undefined;
  /** Secret key (SK) of the access key. */
  secretKey?: string | undefined;
  /** With temporary credentials only. */
  securityToken?: string | undefined;
  /** An IAM token, sent as `X-Auth-Token` in the place of a signature. Instead of keys, not beside them. */
  authToken?: string | undefined;
}

/** An agency of another account that the credentials may act for. */
export interface AgencyOptions {
  /** The agency's name in the other account. */
  agencyName: string;
  /** The other account's name: IAM hands out the keys. */
  domainName?: string | undefined;
  /** The other account's ID: STS hands out the keys. Goes before `domainName`. */
  domainId?: string | undefined;
  /** How long the keys hold, in seconds: 900 to 86,400, default 3,600. The agency may allow less. */
  durationSeconds?: number | undefined;
}

/** The options that `sources` may label. */
export type LabelledOption =
  | "credentials"
  | "assumeRole"
  | "endpoint"
  | "iamEndpoint"
  | "stsEndpoint"
  | "metadataEndpoint"
  | "region"
  | "domain"
  | "projectId"
  | "projectName"
  | "profile"
  | "sharedConfigFile"
  | "workspace";

/**
 * How a client reaches the service. Everything is optional: what is missing is taken from the environment, as far as that
 * means the same place (README, "Configuration"). Two regions at once are a ConfigurationError that names both.
 */
export interface DlfClientOptions {
  /** Base address of the service. Default: `DLF_ENDPOINT`, else `https://dayu-dlf.<region>.<domain>`. */
  endpoint?: string | undefined;
  /** Base address of IAM, asked for the project ID. Default: `HUAWEICLOUD_SDK_IAM_ENDPOINT`, else from the region. */
  iamEndpoint?: string | undefined;
  /** Base address of STS, asked for temporary keys. Default: `HUAWEICLOUD_SDK_STS_ENDPOINT`, else from the region. */
  stsEndpoint?: string | undefined;
  /**
   * Base address of a cloud server's metadata service, or `off`. Default: `DLF_METADATA_ENDPOINT`, else
   * `http://169.254.169.254`. Only this machine's own addresses may stand in its place.
   */
  metadataEndpoint?: string | undefined;
  /** Such as `cn-north-4`. Default: `HW_REGION_NAME`, else that of the project's name or endpoint, else KooCLI's profile's. */
  region?: string | undefined;
  /** Domain of the cloud: `myhuaweicloud.eu` in Europe, a partner's own elsewhere. Default: `HW_CLOUD`, else `myhuaweicloud.com`. */
  domain?: string | undefined;
  /**
   * Default: `HW_PROJECT_ID` or `HUAWEICLOUD_SDK_PROJECT_ID` (with credentials of one's own account), else that beside
   * the credentials in their file, else looked up once through IAM by `projectName` or by the region's name.
   */
  projectId?: string | undefined;
  /** Looked up through IAM, unless `projectId` is given: `cn-north-4_team`. Default: `HW_PROJECT_NAME`. */
  projectName?: string | undefined;
  /** Default: the first that is found, see the README's table of sources. */
  credentials?: GivenCredentials | undefined;
  /** Profile of KooCLI's shared file. Given here it goes before all of the environment. Default: `HW_PROFILE`, else the current one. */
  profile?: string | undefined;
  /** KooCLI's shared file. Given here it goes before all of the environment. Default: `HW_SHARED_CONFIG_FILE`, else `~/.hcloud/config.json`. */
  sharedConfigFile?: string | undefined;
  /** Acts for another account. `false`: for none, whatever environment and profile say. Default: `HW_ASSUME_ROLE_*`, else the profile's. */
  assumeRole?: AgencyOptions | false | undefined;
  /** Where given options came from, as messages and `describeConfiguration` are to call it. Default: `code`. */
  sources?: Partial<Record<LabelledOption, string | undefined>> | undefined;
  /** Workspace ID for queries that name none. Default: the default workspace, as the service sees it. */
  workspace?: string | undefined;
  /** Limit of a single attempt, in ms: 1 to 600,000, default 15,000. */
  attemptTimeoutMs?: number | undefined;
  /** Limit of a whole listing, connecting, retries and waits included, in ms: 1 to 3,600,000, default 120,000. */
  listTimeoutMs?: number | undefined;
  /** How often a request is sent at most, the first time included: 1 to 20, default 5. */
  maxAttempts?: number | undefined;
  /** How many requests of this client may be under way at once: 1 to 64, default 10. */
  concurrency?: number | undefined;
  /** The client stays under this many requests a second: 1 to 10,000, default 30, the service's quota of a user. */
  requestsPerSecond?: number | undefined;
  /** A longer answer is refused while it is read, in bytes after decompression: 1 KiB to 512 MiB, default 16 MiB. */
  maxResponseBytes?: number | undefined;
}

/** Environment variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing counts as not set, as shells and CI systems mean it. */
export function variable(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  return value === "" ? undefined : value;
}

/** `null` and `undefined` both mean "not given", also for callers without TypeScript. */
export function withoutUndefined<T extends object>(object: T): Partial<T> {
  const given = Object.entries(object).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given) as Partial<T>;
}

/**
 * All that is wrong, in one line, named by option.
 *
 * @internal
 */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => [pathOf(issue.path), issue.message].filter((part) => part !== "").join(" "))
    .join("; ");
}

/** As in a program: `tags[0]`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}
