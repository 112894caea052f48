// @ts-nocheck
import { ConfigurationError, MissingCredentialsError } from "../errors";
import { variable } from "../configuration/options";
import { safeText } from "../redact";
import { checkAgency } from "./agencyOptions";
import { checkKeys } from "./checkKeys";
import { homeFile, openToOthers } from "./homeFile";
import { parseKooCliConfig, type KooCliConfig, type KooCliProfile } from "./kooCliConfig";
import type { Found, KnownBesides, NotFound, Source, SourceContext } from "./source";

const keyNames = { accessKey: "accessKeyId", secretKey: "secretAccessKey", securityToken: "securityToken" };
const realAccessKey = /^[A-Z0-9]{20}$/;
const plausibleAccessKey = /^[A-Za-z0-9_-]{1,40}$/;

/** What the options say about the file. */
export interface KooCliChoice {
  /** Default: `HW_SHARED_CONFIG_FILE`, else `~/.hcloud/config.json`. */
  file?: string | undefined;
  /** Default: `HW_PROFILE`, else the file's `current`. */
  profile?: string | undefined;
}

export type FileContext = Pick<SourceContext, "environment" | "readTextFile" | "warn">;

interface ChosenProfile {
  path: string;
  mode?: number | undefined;
  config: KooCliConfig;
  index: number;
  profile: KooCliProfile;
  /** Somebody named the file or the profile: what cannot be used of it is then an error. */
  named: boolean;
}

/** A profile of KooCLI's shared file, in mode AKSK or SSO. */
export function kooCliFileSource(context: FileContext, choice: KooCliChoice): Source {
  return async () => {
    const chosen = await chooseProfile(context, choice);
    return "why" in chosen ? chosen : keysOf(chosen, context);
  };
}

/** The region of the profile, whatever the credentials come from. */
export async function kooCliRegion(
  context: FileContext,
  choice: KooCliChoice,
): Promise<{ region: string; source: string } | NotFound> {
  const chosen = await chooseProfile(context, choice);
  if ("why" in chosen) return chosen;
  const { region, name } = chosen.profile;
  const source = `${placeOf(chosen.path)}, profile ${safeText(name)}`;
  return region === undefined ? { place: source, why: "no region" } : { region, source };
}

function placeOf(path: string): string {
  return `KooCLI's file ${path}`;
}

async function chooseProfile(
  { environment, readTextFile }: FileContext,
  choice: KooCliChoice,
): Promise<ChosenProfile | NotFound> {
  const namedFile = choice.file ?? variable(environment, "HW_SHARED_CONFIG_FILE");
  const wanted = choice.profile ?? variable(environment, "HW_PROFILE");
  const path = namedFile ?? homeFile(environment, ".hcloud", "config.json");
  if (path === undefined) return { place: "KooCLI's file", why: "no home directory" };
  const file = await readTextFile(path);
  if (file === undefined) {
    if (namedFile === undefined && wanted === undefined) return { place: placeOf(path), why: "no such file" };
    throw new ConfigurationError(
      namedFile === undefined
        ? `Profile ${safeText(wanted ?? "")} is to come from ${path}, and there is no such file. Check HW_PROFILE.`
        : `There is no file ${path}, which is to be KooCLI's shared file. Check HW_SHARED_CONFIG_FILE.`,
    );
  }
  const config = parseKooCliConfig(path, file.text);
  const name = wanted ?? config.current ?? (config.profiles.length === 1 ? config.profiles[0]?.name : "default");
  const index = config.profiles.findIndex((each) => each.name === name);
  const profile = config.profiles[index];
  if (profile === undefined) {
    if (wanted === undefined && config.current === undefined) return { place: placeOf(path), why: "no profile in it" };
    const there = config.profiles.map((each) => safeText(each.name)).join(", ") || "none";
    const line = config.lineOf(["profiles"]);
    throw new ConfigurationError(
      `${path}, line ${line}: no profile named ${safeText(name ?? "")} (there is: ${there}). ` +
        "Check HW_PROFILE, or choose one with hcloud configure set --cli-profile.",
    );
  }
  const named = namedFile !== undefined || wanted !== undefined;
  return { path, mode: file.mode, config, index, profile, named };
}

function keysOf(chosen: ChosenProfile, { warn }: FileContext): Found | NotFound {
  const { path, config, index, profile, named } = chosen;
  const shownName = safeText(profile.name);
  const mode = profile.mode ?? (profile.accessKeyId === undefined && profile.ssoAuth ? "SSO" : "AKSK");
  const sso = mode.toUpperCase() === "SSO";
  const base: readonly PropertyKey[] = ["profiles", index, ...(sso ? ["ssoAuth", "stsToken"] : [])];
  const lineOf = (key: string) => config.lineOf([...base, key]);
  const holder: KeysInFile = sso ? (profile.ssoAuth?.stsToken ?? {}) : profile;

  if (!sso && mode.toUpperCase() !== "AKSK") {
    const why = `profile ${shownName} is in mode ${safeText(mode)}, whose keys are not in the file`;
    if (!named) return { place: placeOf(path), why };
    throw new ConfigurationError(
      `${path}, line ${config.lineOf([...base, "mode"])}: ${why}. Use a profile in mode AKSK or SSO.`,
    );
  }
  refuseEncrypted(chosen, holder, lineOf("accessKeyId"));
  const where = (present: keyof typeof keyNames) =>
    ` (${path}, line ${lineOf(keyNames[present])}, profile ${shownName})`;
  const credentials = checkKeys(
    { accessKey: holder.accessKeyId, secretKey: holder.secretAccessKey, securityToken: holder.securityToken },
    keyNames,
    where,
  );
  if (credentials === undefined) {
    const why = `profile ${shownName} holds no keys${sso ? ": hcloud configure sso logs in" : ""}`;
    if (!named) return { place: placeOf(path), why };
    throw new MissingCredentialsError(`${path}, line ${config.lineOf(base)}: ${why}.`);
  }
  const warning = openToOthers(path, chosen.mode);
  if (warning !== undefined) warn(warning);
  return {
    source: `${placeOf(path)}, profile ${shownName}${sso ? " (SSO)" : ""}`,
    credentials,
    issued: false,
    besides: besides(chosen),
  };
}

function refuseEncrypted({ path, config, profile }: ChosenProfile, { accessKeyId }: KeysInFile, line: number): void {
  if (accessKeyId === undefined || realAccessKey.test(accessKeyId)) return;
  if (!config.encrypted && plausibleAccessKey.test(accessKeyId)) return;
  throw new ConfigurationError(
    `${path}, line ${line}: KooCLI keeps the keys of profile ${safeText(profile.name)} encrypted. Run ` +
      "hcloud configure set --cli-auth-encrypt=false and set the keys again, or use another source.",
  );
}

interface KeysInFile {
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
  securityToken?: string | undefined;
}

/** @throws ConfigurationError for an agency without its account */
function besides({ path, config, index, profile }: ChosenProfile): KnownBesides {
  const { agencyName, agencyDomainName: domainName, agencyDomainId: domainId, region, projectId } = profile;
  const where = `${path}, line ${config.lineOf(["profiles", index, "agencyName"])}`;
  return {
    region,
    projectId,
    ...(agencyName !== undefined && { agency: checkAgency({ agencyName, domainName, domainId }, where) }),
  };
}
