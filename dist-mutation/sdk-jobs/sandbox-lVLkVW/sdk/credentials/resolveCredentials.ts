// @ts-nocheck
import type { Deadline } from "../time/deadline";
import type { AgencyOptions, GivenCredentials } from "../configuration/options";
import { agencyOfEnvironment, checkAgency } from "./agencyOptions";
import { agencySource } from "./agency";
import { firstOf } from "./chain";
import { codeSource } from "./code";
import { environmentSource } from "./environment";
import { kooCliFileSource, type KooCliChoice } from "./kooCliFile";
import { LiveCredentials, type LiveCredentialsDependencies } from "./liveCredentials";
import { metadataServiceSource } from "./metadataService";
import { oidcSource } from "./oidc";
import { podIdentitySource } from "./podIdentity";
import { sdkFileSource } from "./sdkFile";
import { isFound, type Found, type KnownBesides, type NotFound, type Source, type SourceContext } from "./source";

/** What requests are made with: asked for the credentials of each. */
export type DlfCredentials = Pick<LiveCredentials, "current" | "accepted" | "afterRefusal">;

export interface CredentialOptions {
  credentials?: GivenCredentials | undefined;
  /** Where `credentials` came from, for people. Default: `code`. */
  credentialsLabel?: string | undefined;
  kooCli: KooCliChoice;
  /** Undefined when the metadata service is not to be asked. */
  metadataEndpoint: string | undefined;
  /** False: none, whatever environment and profile say. */
  assumeRole?: AgencyOptions | false | undefined;
  assumeRoleLabel?: string | undefined;
  /** True: the environment's agency is of another place than the options, and is not looked at. */
  withoutEnvironmentsAgency?: boolean | undefined;
}

export interface ResolvedCredentials {
  live: LiveCredentials;
  /** What the source of one's own credentials knows besides. */
  besides: KnownBesides;
  /** Set when the credentials are those of an agency, hence of another account. */
  agency?: { agency: AgencyOptions; source: string };
  passed: readonly NotFound[];
}

/** Every place, in the order in which they are asked. A profile that the options name goes before the environment. */
function sourcesOf(context: SourceContext, options: CredentialOptions): Source[] {
  const { kooCli } = options;
  const kooCliFile = kooCliFileSource(context, kooCli);
  const chosenInCode = kooCli.profile !== undefined || kooCli.file !== undefined;
  return [
    codeSource(options.credentials, options.credentialsLabel),
    ...(chosenInCode ? [kooCliFile] : []),
    environmentSource(context.environment),
    oidcSource(context),
    ...(chosenInCode ? [] : [kooCliFile]),
    sdkFileSource(context),
    podIdentitySource(context),
    metadataServiceSource(context, options.metadataEndpoint),
  ];
}

/**
 * The first credentials that a place holds, and those of an agency on top of them where one is named.
 *
 * @throws MissingCredentialsError (`MISSING_CREDENTIALS`) when no place has any, or one has half of them
 * @throws ConfigurationError (`INVALID_CONFIGURATION`) for a file that is broken, with file and line
 * @throws ApiError, NetworkError and the like when a service that hands them out does not
 */
export async function resolveCredentials(
  context: SourceContext,
  options: CredentialOptions,
  deadline: Deadline,
  onRenewed?: LiveCredentialsDependencies["onRenewed"],
): Promise<ResolvedCredentials> {
  const { runtime, background, warn } = context;
  const dependencies: LiveCredentialsDependencies = { runtime, background, warn, onRenewed };
  const { source, found, passed } = await firstOf(sourcesOf(context, options), deadline);
  const own = new LiveCredentials(source, found, dependencies);
  const besides = found.besides ?? {};
  const agency = chooseAgency(context, options, found);
  if (agency === undefined) return { live: own, besides, passed };
  const ofAgency = agencySource(context, own, agency.agency, agency.source);
  const first = await ofAgency(deadline);
  if (!isFound(first)) throw new Error("an agency's source finds keys, or throws");
  return { live: new LiveCredentials(ofAgency, first, dependencies), besides, agency, passed };
}

function chooseAgency({ environment }: SourceContext, options: CredentialOptions, { source, besides }: Found) {
  if (options.assumeRole === false) return undefined;
  if (options.assumeRole !== undefined) {
    const label = options.assumeRoleLabel ?? "assumeRole in code";
    return { agency: checkAgency(options.assumeRole, label), source: label };
  }
  if (!options.withoutEnvironmentsAgency) {
    const ofEnvironment = agencyOfEnvironment(environment);
    if ("agency" in ofEnvironment) return ofEnvironment;
  }
  return besides?.agency === undefined ? undefined : { agency: besides.agency, source };
}
