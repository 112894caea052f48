// @ts-nocheck
import type { Deadline } from "../time/deadline";
import { MissingCredentialsError } from "../errors";
import { localEndpoint } from "../configuration/endpoints";
import { variable } from "../configuration/options";
import { readWord } from "./idToken";
import { refused } from "./refused";
import type { Found, NotFound, Source, SourceContext } from "./source";
import { temporaryKeys } from "./temporary";

const uriName = "HC_CONTAINER_CREDENTIALS_FULL_URI";
const fileName = "HC_CONTAINER_AUTHORIZATION_TOKEN_FILE";
/** The service is on this machine: what takes longer is broken. */
const limitMs = 3_000;

/** A pod with an identity: the cluster's own service hands out temporary keys. */
export function podIdentitySource(context: SourceContext): Source {
  return (deadline) => look(context, deadline);
}

async function look(
  { environment, readTextFile, exchange, runtime }: SourceContext,
  deadline: Deadline,
): Promise<Found | NotFound> {
  const uri = variable(environment, uriName);
  const file = variable(environment, fileName);
  if (uri === undefined && file === undefined) return { place: `pod identity (${uriName})`, why: "not set" };
  if (uri === undefined || file === undefined) {
    const [present, missing] = uri === undefined ? [fileName, uriName] : [uriName, fileName];
    throw new MissingCredentialsError(`Pod identity is half given: ${present} is set, ${missing} is not. Set both.`);
  }
  const { url, local } = localEndpoint(uriName, uri);
  const authorization = await readWord(file, fileName, readTextFile);
  const what = `the pod's keys from ${url.host}`;
  const answer = await exchange(
    {
      method: "POST",
      url: url.href,
      headers: { Authorization: authorization },
      body: {},
      what,
      ...(local && { localLimitMs: limitMs }),
    },
    deadline,
  );
  if (answer.status !== 200 && answer.status !== 201) {
    throw refused(answer, "Pod identity", what, `Check the pod's identity and the token in ${file}.`);
  }
  return {
    source: `pod identity (${uriName})`,
    ...temporaryKeys(answer, what, runtime),
    issued: true,
  };
}
