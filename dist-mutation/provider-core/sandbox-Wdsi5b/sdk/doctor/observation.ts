// @ts-nocheck
import { withCommas } from "../text/withCommas";

/** What was found out about the service, or why it was not. Texts hold nothing that came from the service. */
export type Finding =
  /** `value`: for machines, one of a few words; `what`: the same for people; `why`: what it was told by. */
  | { kind: "observed"; value: string; what: string; why: string }
  | { kind: "not observable"; why: string }
  /** Answers that fit together in no way that is known. */
  | { kind: "contradictory"; why: string };

export function observed(value: string, what: string, why: string): Finding {
  return { kind: "observed", value, what, why };
}

export function notObservable(why: string): Finding {
  return { kind: "not observable", why };
}

export function contradictory(why: string): Finding {
  return { kind: "contradictory", why };
}

/** `1 job`, `3 jobs`. */
export function counted(number: number, what: string): string {
  return `${withCommas(number)} ${what}${number === 1 ? "" : "s"}`;
}
