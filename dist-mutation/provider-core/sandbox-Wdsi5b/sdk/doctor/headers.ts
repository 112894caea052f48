// @ts-nocheck
import type { RecordedExchange } from "../recording/recordedExchange";
import { keptResponseHeaders, quotaHeader } from "../recording/keptParts";
import { plainWords } from "./identities";
import { notObservable, observed, type Finding } from "./observation";

/** What answers say about the quota, in headers: their names, and the last value of each. */
export function rateHeadersFinding(exchanges: readonly RecordedExchange[]): Finding {
  const answers = exchanges.flatMap(({ response }) => response ?? []);
  if (answers.length === 0) return notObservable("no answer came");
  const found = new Map<string, string>();
  for (const { headers } of answers) {
    for (const [name, value] of Object.entries(keptResponseHeaders(headers))) {
      if (quotaHeader.test(name) || name === "retry-after") found.set(name, plainWords(value, 60));
    }
  }
  if (found.size === 0) return observed("none", "none", `in ${answers.length} answers`);
  const text = [...found]
    .sort()
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
  return observed(text, text, "the last value of each");
}
