// @ts-nocheck
import type { Background } from "../time/background";
import type { Exchange } from "../credentials/exchange";
import { readTextFile as readFromDisk, type ReadTextFile } from "../credentials/readTextFile";
import { resolveCredentials, type ResolvedCredentials } from "../credentials/resolveCredentials";
import type { Deadline } from "../time/deadline";
import {
  describeCredentials,
  describeLeftOut,
  describePassed,
  type ConfigurationDescription,
} from "./describeConfiguration";
import { checkedEndpoint } from "../configuration/endpoints";
import { findProject } from "./findProject";
import type { SignedHttp } from "../http/signedHttp";
import type { Connection } from "../jobs/listPage";
import { Location } from "./location";
import type { DlfClientOptions, Environment, LabelledOption } from "../configuration/options";
import type { Runtime } from "../time/runtime";
import type { Settings } from "../configuration/settings";

export interface ConnectDependencies {
  http: SignedHttp;
  exchange: Exchange;
  runtime: Runtime;
  background: Background;
  environment: Environment;
  /** Default: from the file system. */
  readTextFile?: ReadTextFile | undefined;
  warn: (message: string) => void;
  debug: (...lines: string[]) => void;
}

export interface Connected extends Connection {
  /** As things are when it is called. */
  describe(deadline: Deadline): Promise<ConfigurationDescription>;
}

/**
 * All that is needed for a list: the endpoint, credentials, the project.
 *
 * @throws MissingCredentialsError, ConfigurationError for what is missing or broken; errors of requests; the reason of
 * the deadline's signal
 */
export async function connect(
  options: DlfClientOptions,
  settings: Settings,
  dependencies: ConnectDependencies,
  deadline: Deadline,
): Promise<Connected> {
  const { http, warn } = dependencies;
  deadline.doing = "looking for credentials and region";
  const located = locate(settings, dependencies);
  const { location } = located;
  const endpoint = await location.endpoint("endpoint");
  const credentials = await findCredentials(options, located, dependencies, deadline);
  const { live, passed } = credentials;
  const project = await findProject(location, credentials, { http, warn }, deadline);
  return {
    endpoint,
    projectId: project.value,
    credentials: live,
    describe: async (until) => {
      const inUse = await live.current(until);
      return {
        credentials: describeCredentials(inUse, live.source, live.expiresAt),
        project,
        endpoint: { value: endpoint, source: sourceOf(location.settings, "endpoint") },
        ...described(location.settings, "region"),
        ...described(location.settings, "iamEndpoint"),
        ...described(location.settings, "stsEndpoint"),
        ...described(location.settings, "workspace"),
        passedOver: describePassed(passed),
        leftOut: describeLeftOut(settings.leftOut),
      };
    },
  };
}

export interface Located {
  settings: Settings;
  location: Location;
  /** Which file and profile of KooCLI are meant. */
  kooCli: { file: string | undefined; profile: string | undefined };
}

/** Where the service is, as far as settings and files tell. Nothing is read or asked yet. */
export function locate(
  settings: Settings,
  {
    environment,
    readTextFile = readFromDisk,
    warn,
  }: Pick<ConnectDependencies, "environment" | "readTextFile" | "warn">,
): Located {
  const kooCli = { file: settings.sharedConfigFile, profile: settings.profile };
  return { settings, location: new Location(settings, { environment, readTextFile, warn }, kooCli), kooCli };
}

/**
 * The credentials that requests are made with, from the first place that holds any.
 *
 * @throws as `resolveCredentials`
 */
export async function findCredentials(
  options: DlfClientOptions,
  { settings, location, kooCli }: Located,
  { exchange, runtime, background, environment, readTextFile = readFromDisk, warn, debug }: ConnectDependencies,
  deadline: Deadline,
): Promise<ResolvedCredentials> {
  const credentials = await resolveCredentials(
    {
      environment,
      readTextFile,
      exchange,
      runtime,
      background,
      warn,
      iamEndpoint: () => location.endpoint("iamEndpoint"),
      stsEndpoint: () => location.endpoint("stsEndpoint"),
    },
    {
      credentials: options.credentials ?? undefined,
      credentialsLabel: options.sources?.credentials,
      assumeRole: options.assumeRole ?? undefined,
      assumeRoleLabel: options.sources?.assumeRole,
      withoutEnvironmentsAgency: settings.leftOut.some(({ option }) => option === "assumeRole"),
      kooCli,
      metadataEndpoint: settings.metadataEndpoint,
    },
    deadline,
    ({ source, expiresAt }) => {
      const until = expiresAt === undefined ? "" : `, until ${new Date(expiresAt).toISOString()}`;
      debug(`credentials: renewed from ${source}${until}`);
    },
  );
  const { live, besides } = credentials;
  if (besides.iamEndpoint !== undefined) {
    location.preferIam(checkedEndpoint("iam_endpoint", besides.iamEndpoint), live.source);
  }
  return credentials;
}

function described(settings: Settings, option: "region" | "iamEndpoint" | "stsEndpoint" | "workspace") {
  const value = settings[option];
  return value === undefined ? {} : { [option]: { value, source: sourceOf(settings, option) } };
}

/** Where an option came from, for people. */
export function sourceOf({ origins, region, domain }: Settings, option: LabelledOption): string {
  return origins[option]?.source ?? `region ${region ?? "unknown"} and domain ${domain}`;
}
