import { readTextFile as readFromDisk, type ReadTextFile } from "./credentials/readTextFile";
import { resolveCredentials } from "./credentials/resolveCredentials";
import {
  describeCredentials,
  describeLeftOut,
  describePassed,
  type ConfigurationDescription,
} from "./describeConfiguration";
import { checkedEndpoint } from "./endpoints";
import { findProject } from "./findProject";
import { createExchange } from "./http/exchange";
import type { ServerClock } from "./http/serverClock";
import type { SignedHttp } from "./http/signedHttp";
import { createTransport } from "./http/transport";
import type { Connection } from "./jobs/listPage";
import { Location } from "./location";
import type { DlfClientOptions, Environment, LabelledOption } from "./options";
import type { Runtime } from "./runtime";
import type { Settings } from "./settings";

/** Answers of IAM, STS and metadata services are short. */
const mostBytes = 1_024 * 1_024;

export interface ConnectDependencies {
  http: SignedHttp;
  /** The one that `http` uses. */
  clock: ServerClock;
  runtime: Runtime;
  environment: Environment;
  /** Default: from the file system. */
  readTextFile?: ReadTextFile | undefined;
  warn: (message: string) => void;
  debug: (...lines: string[]) => void;
}

export interface Connected extends Connection {
  /** As things are when it is called. */
  describe(): Promise<ConfigurationDescription>;
}

/**
 * All that is needed for a list: the endpoint, credentials, the project.
 *
 * @throws MissingCredentialsError, ConfigurationError for what is missing or broken; errors of requests
 */
export async function connect(
  options: DlfClientOptions,
  settings: Settings,
  { http, clock, runtime, environment, readTextFile = readFromDisk, warn, debug }: ConnectDependencies,
): Promise<Connected> {
  const kooCli = { file: settings.sharedConfigFile, profile: settings.profile };
  const location = new Location(settings, { environment, readTextFile, warn }, kooCli);
  const endpoint = await location.endpoint("endpoint");
  const credentials = await resolveCredentials(
    {
      environment,
      readTextFile,
      exchange: createExchange(createTransport({ maxResponseBytes: mostBytes }), clock, settings, runtime),
      runtime,
      warn,
      iamEndpoint: () => location.endpoint("iamEndpoint"),
      stsEndpoint: () => location.endpoint("stsEndpoint"),
    },
    {
      credentials: options.credentials,
      credentialsLabel: options.sources?.credentials,
      assumeRole: options.assumeRole,
      assumeRoleLabel: options.sources?.assumeRole,
      withoutEnvironmentsAgency: settings.leftOut.some(({ option }) => option === "assumeRole"),
      kooCli,
      metadataEndpoint: settings.metadataEndpoint,
    },
    ({ source, expiresAt }) => {
      const until = expiresAt === undefined ? "" : `, until ${new Date(expiresAt).toISOString()}`;
      debug(`credentials: renewed from ${source}${until}`);
    },
  );
  const { live, besides, passed } = credentials;
  if (besides.iamEndpoint !== undefined) {
    location.preferIam(checkedEndpoint("iam_endpoint", besides.iamEndpoint), live.source);
  }
  const project = await findProject(location, credentials, { http, runtime, warn });
  return {
    endpoint,
    projectId: project.value,
    credentials: live,
    describe: async () => {
      const inUse = await live.current();
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

function described(settings: Settings, option: "region" | "iamEndpoint" | "stsEndpoint" | "workspace") {
  const value = settings[option];
  return value === undefined ? {} : { [option]: { value, source: sourceOf(settings, option) } };
}

function sourceOf({ origins, region, domain }: Settings, option: LabelledOption): string {
  return origins[option]?.source ?? `region ${region ?? "unknown"} and domain ${domain}`;
}
