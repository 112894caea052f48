// @ts-nocheck
import type { Deadline } from "../time/deadline";
import { ConfigurationError } from "../errors";
import { variable } from "../configuration/options";
import { checkKeys } from "./checkKeys";
import { federatedKeys } from "./federation";
import { homeFile, openToOthers } from "./homeFile";
import { iniSection, type IniEntry } from "./ini";
import type { Found, KnownBesides, NotFound, Source, SourceContext } from "./source";

const variableName = "HUAWEICLOUD_SDK_CREDENTIALS_FILE";
const section = "basic";
const keyNames = { accessKey: "ak", secretKey: "sk", securityToken: "security_token" };

/** Section `[basic]` of the official SDKs' credentials file: keys, or an identity provider with a file for its token. */
export function sdkFileSource(context: SourceContext): Source {
  return (deadline) => look(context, deadline);
}

async function look(context: SourceContext, deadline: Deadline): Promise<Found | NotFound> {
  const named = variable(context.environment, variableName);
  const path = named ?? homeFile(context.environment, ".huaweicloud", "credentials");
  if (path === undefined) return { place: "the SDKs' credentials file", why: "no home directory" };
  const place = `the SDKs' credentials file ${path}`;
  const file = await context.readTextFile(path);
  if (file === undefined) {
    if (named === undefined) return { place, why: "no such file" };
    throw new ConfigurationError(`${variableName} names ${path}, and there is no such file.`);
  }
  const entries = iniSection(path, file.text, section);
  if (entries === undefined) {
    if (named === undefined) return { place, why: `no section [${section}]` };
    throw new ConfigurationError(`${path} has no section [${section}]: there the keys are expected.`);
  }
  const get = (key: string) => {
    const value = entries.get(key)?.value;
    return value === "" ? undefined : value;
  };
  const besides: KnownBesides = { projectId: get("project_id"), iamEndpoint: get("iam_endpoint") };
  const credentials = checkKeys(
    { accessKey: get("ak"), secretKey: get("sk"), securityToken: get("security_token") },
    keyNames,
    (present) => ` (${path}, line ${entries.get(keyNames[present])?.line ?? 1})`,
  );
  if (credentials !== undefined) {
    const warning = openToOthers(path, file.mode);
    if (warning !== undefined) context.warn(warning);
    return { source: place, credentials, issued: false, besides };
  }
  const federation = identityProvider(path, entries);
  if (federation !== undefined) {
    return { ...(await federatedKeys(context, { ...federation, ...besides }, place, deadline)), besides };
  }
  if (named === undefined) return { place, why: `no keys in [${section}]` };
  throw new ConfigurationError(`${path}: no keys in [${section}]. Set ak and sk there.`);
}

function identityProvider(path: string, entries: ReadonlyMap<string, IniEntry>) {
  const id = entries.get("idp_id");
  const file = entries.get("id_token_file");
  if (!id?.value && !file?.value) return undefined;
  if (!id?.value || !file?.value) {
    const [present, missing] = id?.value ? ["idp_id", "id_token_file"] : ["id_token_file", "idp_id"];
    const line = (id?.value ? id.line : file?.line) ?? 1;
    throw new ConfigurationError(`${path}, line ${line}: ${present} is set, ${missing} is not. Set both.`);
  }
  return { providerId: id.value, tokenFile: file.value };
}
