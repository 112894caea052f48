import { z } from "zod";
import { ConfigurationError } from "./errors";
import { safeText } from "./redact";

/** A workspace ID travels in a header: printable, no spaces, no line break. */
export const workspaceSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, "must be a workspace ID: 1 to 128 printable characters without spaces");

/** A project ID travels in the path: nothing in it may change which resource is asked for. */
export const projectIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, "must be a project ID: letters, digits, - and _");

const milliseconds = (most: number) => z.int().min(1).max(most);

const optionsSchema = z.strictObject({
  credentials: z.undefined(),
  endpoint: z.string().optional(),
  iamEndpoint: z.string().optional(),
  region: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'must be the name of a region, such as "cn-north-4"')
    .optional(),
  domain: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,255}$/, 'must be a domain, such as "myhuaweicloud.com"')
    .default("myhuaweicloud.com"),
  projectId: projectIdSchema.optional(),
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

/** Keys as they may be given: all, none, or (an error) some of them. */
export interface GivenCredentials {
  accessKey?: string | undefined;
  secretKey?: string | undefined;
  /** With temporary credentials only. */
  securityToken?: string | undefined;
}

/** How a client reaches the service. Everything is optional: what is missing is taken from the environment. */
export interface DlfClientOptions {
  /** Base address of the service. Default: `DLF_ENDPOINT`, else `https://dayu-dlf.<region>.<domain>`. */
  endpoint?: string | undefined;
  /** Base address of IAM, asked for the project ID. Default: `HUAWEICLOUD_SDK_IAM_ENDPOINT`, else from the region. */
  iamEndpoint?: string | undefined;
  /** Such as `cn-north-4`. Default: `HW_REGION_NAME`. */
  region?: string | undefined;
  /** Domain of the cloud: `myhuaweicloud.eu` in Europe, a partner's own elsewhere. Default: `HW_CLOUD`, else `myhuaweicloud.com`. */
  domain?: string | undefined;
  /** Default: `HW_PROJECT_ID`, else looked up once through IAM by the region's name. */
  projectId?: string | undefined;
  /** Default: `HW_ACCESS_KEY`, `HW_SECRET_KEY`, `HW_SECURITY_TOKEN`, else `HUAWEICLOUD_SDK_AK`, `_SK`, `_SECURITY_TOKEN`. */
  credentials?: GivenCredentials | undefined;
  /** Workspace ID for queries that name none. Default: the default workspace, as the service sees it. */
  workspace?: string | undefined;
  /** Limit of a single attempt, in ms: 1 to 600,000, default 15,000. */
  attemptTimeoutMs?: number | undefined;
  /** Limit of a whole listing with its retries and waits, in ms: 1 to 3,600,000, default 120,000. */
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

/** The options with defaults and environment laid under them. Credentials and project ID are found on first use. */
export interface Settings extends z.output<typeof optionsSchema> {
  endpoint: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing counts as not set, as shells and CI systems mean it. */
export function variable(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  return value === "" ? undefined : value;
}

/** @throws ConfigurationError (`INVALID_CONFIGURATION`) */
export function resolveSettings(options: DlfClientOptions, environment: Environment): Settings {
  // Credentials are found on first use, by resolveCredentials.
  const given = { ...withoutUndefined(options), credentials: undefined };
  const fromEnvironment = {
    endpoint: variable(environment, "DLF_ENDPOINT"),
    iamEndpoint: variable(environment, "HUAWEICLOUD_SDK_IAM_ENDPOINT"),
    region: variable(environment, "HW_REGION_NAME"),
    domain: variable(environment, "HW_CLOUD"),
    projectId: environmentsProject(options, environment),
  };
  const parsed = optionsSchema.safeParse({ ...fromEnvironment, ...given });
  if (!parsed.success) {
    throw new ConfigurationError(`Invalid option: ${describeIssues(parsed.error)}`);
  }
  const settings = parsed.data;
  const endpoint = settings.endpoint ?? serviceEndpoint("dayu-dlf", settings);
  if (endpoint === undefined) {
    throw new ConfigurationError(
      "No region and no endpoint. Set the region in code or configuration or as HW_REGION_NAME (such as cn-north-4), " +
        "or the whole endpoint (DLF_ENDPOINT).",
    );
  }
  const iamEndpoint = settings.iamEndpoint ?? serviceEndpoint("iam", settings);
  return {
    ...settings,
    endpoint: checkedEndpoint("endpoint", endpoint),
    ...(iamEndpoint !== undefined && { iamEndpoint: checkedEndpoint("iamEndpoint", iamEndpoint) }),
  };
}

/** `HW_PROJECT_ID` is a project of `HW_REGION_NAME`: for a region given in code it would be another region's. */
function environmentsProject({ region }: DlfClientOptions, environment: Environment): string | undefined {
  const environmentsRegion = variable(environment, "HW_REGION_NAME");
  const otherRegion = region !== undefined && environmentsRegion !== undefined && region !== environmentsRegion;
  return otherRegion ? undefined : variable(environment, "HW_PROJECT_ID");
}

function serviceEndpoint(service: string, { region, domain }: { region?: string | undefined; domain: string }) {
  return region === undefined ? undefined : `https://${service}.${region}.${domain}`;
}

/** `http://host:port` or `https://host:port`, and nothing more. Plain HTTP only to this machine: tests and tunnels. */
function checkedEndpoint(option: string, text: string): string {
  const shown = `${option} ${JSON.stringify(safeText(text))}`;
  if (!URL.canParse(text)) {
    throw new ConfigurationError(
      `${shown} is not a URL. Use one such as https://dayu-dlf.cn-north-4.myhuaweicloud.com.`,
    );
  }
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    throw new ConfigurationError(`${option} holds a user name or password. Give the credentials apart from it.`);
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new ConfigurationError(`${shown} must end after host and port: the path is added to it.`);
  }
  const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback)) {
    throw new ConfigurationError(
      `${shown} must begin with https:// (http:// is for this machine's own addresses only).`,
    );
  }
  return url.origin;
}

/** `null` and `undefined` both mean "not given", also for callers without TypeScript. */
export function withoutUndefined<T extends object>(object: T): Partial<T> {
  const given = Object.entries(object).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given) as Partial<T>;
}

/** All that is wrong, in one line, named by option. */
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
