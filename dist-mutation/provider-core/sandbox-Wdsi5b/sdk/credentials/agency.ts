// @ts-nocheck
import type { Deadline } from "../time/deadline";
import type { AgencyOptions } from "../configuration/options";
import type { Credentials } from "./credentials";
import type { ExchangeAnswer, ExchangeRequest } from "./exchange";
import { refused } from "./refused";
import type { LiveCredentials } from "./liveCredentials";
import type { Found, Source, SourceContext } from "./source";
import { temporaryKeys } from "./temporary";

const defaultDurationSeconds = 3_600;
const sessionName = "pulumi-dlf";

/**
 * The keys of an agency of another account, got with credentials of one's own: `base`, which renews itself.
 *
 * @param where what named the agency: `environment HW_ASSUME_ROLE_AGENCY_NAME`
 */
export function agencySource(
  context: SourceContext,
  base: LiveCredentials,
  agency: AgencyOptions,
  where: string,
): Source {
  return async (deadline): Promise<Found> => {
    const own = await base.current(deadline);
    let answer = await ask(context, agency, own, deadline);
    if (answer.response.status === 401) {
      const renewed = await base.afterRefusal(own, deadline);
      if (renewed) answer = await ask(context, agency, renewed, deadline);
    } else {
      base.accepted(own);
    }
    const { response, what } = answer;
    if (response.status !== 200 && response.status !== 201) {
      const advice =
        response.status === 401
          ? `Check the credentials of ${base.source}.`
          : "Check its name, its account, and that these credentials may use it.";
      throw refused(response, `Agency ${agency.agencyName} (${where})`, what, advice);
    }
    return {
      source: `agency ${agency.agencyName} of ${accountName(agency)} (${where}), by ${base.source}`,
      ...temporaryKeys(response, what, context.runtime),
      issued: true,
    };
  };
}

function accountName({ domainId, domainName }: AgencyOptions): string {
  return domainId === undefined ? `account ${domainName ?? ""}` : `account ID ${domainId}`;
}

async function ask(
  context: SourceContext,
  agency: AgencyOptions,
  own: Credentials,
  deadline: Deadline,
): Promise<{ response: ExchangeAnswer; what: string }> {
  const byId = agency.domainId !== undefined;
  const endpoint = byId ? await context.stsEndpoint() : await context.iamEndpoint();
  const what = `the keys of agency ${agency.agencyName} of ${accountName(agency)} from ${new URL(endpoint).host}`;
  const request: ExchangeRequest = {
    method: "POST",
    url: endpoint + (byId ? "/v5/agencies/assume" : "/v3.0/OS-CREDENTIAL/securitytokens"),
    body: byId ? stsBody(agency) : iamBody(agency),
    what,
    signWith: own,
  };
  return { response: await context.exchange(request, deadline), what };
}

function stsBody({ agencyName, domainId = "", durationSeconds = defaultDurationSeconds }: AgencyOptions) {
  return {
    agency_urn: `iam::${domainId}:agency:${agencyName}`,
    agency_session_name: sessionName,
    duration_seconds: durationSeconds,
  };
}

function iamBody({ agencyName, domainName, durationSeconds = defaultDurationSeconds }: AgencyOptions) {
  return {
    auth: {
      identity: {
        methods: ["assume_role"],
        assume_role: { agency_name: agencyName, domain_name: domainName, duration_seconds: durationSeconds },
      },
    },
  };
}
