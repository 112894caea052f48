import { describeStatus, knownStatuses, type StatusOf } from "../jobs/statuses";
import { nearest } from "../text/nearest";
import { checkRules, type GateRules } from "./rules";

/** Whose statuses the messages speak of. */
const whose = { BATCH: "a batch job", REAL_TIME: "a real-time job", lastInstance: "a last instance" } as const;

/**
 * What in these rules can be used and is likely a mistake: statuses that are not known, which no job may ever have, so
 * that a rule that forbids one would always hold. One line each, to be told wherever the rules are checked. Pure.
 *
 * @throws InvalidRulesError (`INVALID_RULES`)
 */
export function ruleWarnings(rules: GateRules): string[] {
  const { allowedStatuses = {}, forbiddenLastInstanceStatuses } = checkRules(rules);
  return [
    ...unknownStatuses("allowedStatuses.BATCH", "BATCH", allowedStatuses.BATCH),
    ...unknownStatuses("allowedStatuses.REAL_TIME", "REAL_TIME", allowedStatuses.REAL_TIME),
    ...unknownStatuses("forbiddenLastInstanceStatuses", "lastInstance", forbiddenLastInstanceStatuses),
  ];
}

function unknownStatuses(rule: string, of: StatusOf, named: readonly string[] = []): string[] {
  const all = knownStatuses(of);
  return named
    .filter((status) => !describeStatus(of, status).known)
    .map(
      (status) =>
        `${rule}: ${JSON.stringify(status)} is no known status of ${whose[of]}, the nearest is ` +
        `${JSON.stringify(nearest(status, all))}. Known: ${all.join(", ")}.`,
    );
}
