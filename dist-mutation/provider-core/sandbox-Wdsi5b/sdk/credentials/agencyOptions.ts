// @ts-nocheck
import * as z from "zod";
import { ConfigurationError } from "../errors";
import {
  describeIssues,
  variable,
  withoutUndefined,
  type AgencyOptions,
  type Environment,
} from "../configuration/options";
import type { NotFound } from "./source";

const agencySchema = z
  .strictObject({
    agencyName: z.string().regex(/^[\w.=,@+-]{1,128}$/, "must be the name of an agency"),
    domainName: z.string().min(1).max(128).optional(),
    domainId: z
      .string()
      .regex(/^[\w-]{1,64}$/, "must be the ID of an account")
      .optional(),
    durationSeconds: z.int().min(900).max(86_400).optional(),
  })
  .refine(({ domainName, domainId }) => domainName !== undefined || domainId !== undefined, {
    message: "names no account: give domainName or domainId",
  });

/** @throws ConfigurationError for one that is half given */
export function checkAgency(agency: object, where: string): AgencyOptions {
  const parsed = agencySchema.safeParse(withoutUndefined(agency));
  if (!parsed.success) throw new ConfigurationError(`The agency of ${where}: ${describeIssues(parsed.error)}.`);
  return parsed.data;
}

const names = {
  agencyName: "HW_ASSUME_ROLE_AGENCY_NAME",
  domainName: "HW_ASSUME_ROLE_DOMAIN_NAME",
  domainId: "HW_ASSUME_ROLE_DOMAIN_ID",
  duration: "HW_ASSUME_ROLE_DURATION",
} as const;

/** @throws ConfigurationError for an agency without its account, or an account without its agency */
export function agencyOfEnvironment(environment: Environment): { agency: AgencyOptions; source: string } | NotFound {
  const agencyName = variable(environment, names.agencyName);
  const domainName = variable(environment, names.domainName);
  const domainId = variable(environment, names.domainId);
  const duration = variable(environment, names.duration);
  if (agencyName === undefined) {
    const alone = domainName !== undefined ? names.domainName : domainId !== undefined ? names.domainId : undefined;
    if (alone === undefined) return { place: `environment ${names.agencyName}`, why: "not set" };
    throw new ConfigurationError(`Half of an agency: ${alone} is set, ${names.agencyName} is not. Set both.`);
  }
  if (domainName === undefined && domainId === undefined) {
    throw new ConfigurationError(
      `Half of an agency: ${names.agencyName} is set, neither ${names.domainName} nor ${names.domainId} is. Set one.`,
    );
  }
  const durationSeconds = duration === undefined ? undefined : Number(duration);
  const agency = checkAgency({ agencyName, domainName, domainId, durationSeconds }, "environment HW_ASSUME_ROLE_*");
  return { agency, source: `environment ${names.agencyName}` };
}
