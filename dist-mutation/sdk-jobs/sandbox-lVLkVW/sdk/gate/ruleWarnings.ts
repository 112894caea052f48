// @ts-nocheck
import { unknownStatusWarnings } from "../jobs/statuses";
import { checkRules, type GateRules } from "./rules";

/**
 * What in these rules can be used and is likely a mistake: statuses that are not known, which no job may ever have, so
 * that a rule that forbids one would always hold. One line each, to be told wherever the rules are checked. Pure.
 *
 * @throws InvalidRulesError (`INVALID_RULES`)
 */
export function ruleWarnings(rules: GateRules): string[] {
  const { allowedStatuses = {}, forbiddenLastInstanceStatuses } = checkRules(rules);
  return [
    ...unknownStatusWarnings("allowedStatuses.BATCH", ["BATCH"], allowedStatuses.BATCH),
    ...unknownStatusWarnings("allowedStatuses.REAL_TIME", ["REAL_TIME"], allowedStatuses.REAL_TIME),
    ...unknownStatusWarnings("forbiddenLastInstanceStatuses", ["lastInstance"], forbiddenLastInstanceStatuses),
  ];
}
