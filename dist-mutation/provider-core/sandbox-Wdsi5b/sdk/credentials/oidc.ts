// @ts-nocheck
import type { Deadline } from "../time/deadline";
import { ConfigurationError, MissingCredentialsError } from "../errors";
import { variable } from "../configuration/options";
import { keepSecret } from "../redact";
import { readWord } from "./idToken";
import { refused } from "./refused";
import type { Found, NotFound, Source, SourceContext } from "./source";
import { temporaryKeys } from "./temporary";

const names = {
  provider: "HUAWEICLOUD_OIDC_PROVIDER_URN",
  agency: "HUAWEICLOUD_OIDC_AGENCY_URN",
  token: "HUAWEICLOUD_OIDC_ID_TOKEN",
  tokenFile: "HUAWEICLOUD_OIDC_TOKEN_FILE",
  session: "HUAWEICLOUD_OIDC_SESSION_NAME",
  duration: "HUAWEICLOUD_OIDC_DURATION_SECONDS",
} as const;

/** An ID token of the platform (a CI system, say) against temporary keys from STS. Nothing is stored anywhere. */
export function oidcSource(context: SourceContext): Source {
  return (deadline) => look(context, deadline);
}

async function look(context: SourceContext, deadline: Deadline): Promise<Found | NotFound> {
  const get = (name: string) => variable(context.environment, name);
  const [provider, agency, token, tokenFile] = [names.provider, names.agency, names.token, names.tokenFile].map(get);
  const given = { [names.provider]: provider, [names.agency]: agency, [names.token]: token ?? tokenFile };
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  if (present.length === 0) return { place: `OIDC (${names.provider})`, why: "not set" };
  if (provider === undefined || agency === undefined || (token ?? tokenFile) === undefined) {
    const missing = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [name] : []));
    const shown = missing.map((name) => (name === names.token ? `${name} or ${names.tokenFile}` : name));
    const set = tokenFile !== undefined && token === undefined ? names.tokenFile : names.token;
    throw new MissingCredentialsError(
      `OIDC is half given: ${present.map(([name]) => (name === names.token ? set : name)).join(", ")} set, ` +
        `${shown.join(", ")} not. Set all three.`,
    );
  }
  const idToken = token ?? (await readWord(tokenFile ?? "", names.tokenFile, context.readTextFile));
  keepSecret(idToken);
  const endpoint = await context.stsEndpoint();
  const what = `temporary keys from ${new URL(endpoint).host}`;
  const answer = await context.exchange(
    {
      method: "POST",
      url: `${endpoint}/v5/agencies/assume-with-oidc`,
      body: {
        provider_urn: provider,
        agency_urn: agency,
        agency_session_name: get(names.session) ?? "oidc-sts-session",
        id_token: idToken,
        duration_seconds: seconds(get(names.duration) ?? "3600"),
      },
      what,
    },
    deadline,
  );
  if (answer.status !== 200 && answer.status !== 201) {
    const advice = `Check ${names.provider}, ${names.agency}, and the ID token's issuer, audience and age.`;
    throw refused(answer, "OIDC", what, advice);
  }
  return {
    source: `OIDC (${names.provider})`,
    ...temporaryKeys(answer, what, context.runtime),
    issued: true,
  };
}

function seconds(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new ConfigurationError(`${names.duration} must be a whole number of seconds such as 3600.`);
}
