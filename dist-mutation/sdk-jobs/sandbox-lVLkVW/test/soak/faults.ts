// @ts-nocheck
import type { EmulatedRequest, Intervention } from "../../sdk/testing/index";
import { Chance } from "./chance";

const kinds = [
  "drop",
  "truncate",
  "status 500",
  "status 503",
  "status 429",
  "HTML",
  "empty body",
  "delay",
  "hang",
  "other total",
] as const;
export type FaultKind = (typeof kinds)[number];

/** How many jobs more than there are a wrong `total` tells at most. */
export const mostTooMany = 40;

export interface Faults {
  seed: number;
  probability: number;
  kinds: readonly FaultKind[];
}

export function drawFaults(chance: Chance): Faults {
  const probability = chance.pick(0, 0.02, 0.1, 0.3);
  const share = chance.pick(0.2, 0.6, 1);
  return { seed: chance.integer(0, 2 ** 30), probability, kinds: kinds.filter(() => chance.yes(share)) };
}

/** What happens to one request. It follows from the request's number, whatever other requests are under way. */
export function faultOf(
  { seed, probability, kinds }: Faults,
  { index }: EmulatedRequest,
  secrets: readonly string[],
): { kind: FaultKind; intervention: Intervention } | undefined {
  const chance = new Chance(seed + index * 7_919);
  const [first, ...others] = kinds;
  if (first === undefined || !chance.yes(probability)) return undefined;
  const kind = chance.pick(first, ...others);
  return { kind, intervention: intervention(kind, chance, secrets.join(" ")) };
}

/** @param secrets quoted in answers that a client could be tempted to show */
function intervention(kind: FaultKind, chance: Chance, secrets: string): Intervention {
  switch (kind) {
    case "drop":
    case "truncate":
    case "hang":
      return { kind };
    case "delay":
      return { kind, ms: chance.integer(1, 40) };
    case "status 500":
      return { kind: "respond", status: 500, body: `<html>Internal error: ${secrets}</html>` };
    case "status 503":
      return { kind: "respond", status: 503, body: JSON.stringify({ error_code: "DLF.1", error_msg: secrets }) };
    case "status 429":
      return {
        kind: "respond",
        status: 429,
        headers: { "Retry-After": chance.pick("0", "1") },
        body: JSON.stringify({ error_code: "APIGW.0308", error_msg: "throttled" }),
      };
    case "HTML":
      return { kind: "respond", status: 200, body: `<html><body>Sign in. ${secrets}</body></html>` };
    case "empty body":
      return { kind: "respond", status: 200, body: "" };
    case "other total": {
      // Never too few: a page as long as a `total` that is too small is a whole list by all evidence there is.
      const tooMany = chance.integer(1, mostTooMany);
      const wrong = chance.pick<(total: unknown) => unknown>(
        (total) => Number(total) + tooMany,
        (total) => String(total),
        () => null,
        () => -1,
      );
      return { kind: "page", change: (page) => ({ ...page, total: wrong(page.total) }) };
    }
  }
}
