// @ts-nocheck
import type { GateReport } from "./gateReport";

/** What came of an exemption, in a line; the jobs that it is about stand beside it. */
export function exemptionTitle({ state, names, reason, until }: GateReport["exemptions"][number]): string {
  switch (state) {
    case "in force":
      return `Exempt until ${until}: ${reason}`;
    case "run out":
      return `The exemption ran out on ${until}, its jobs count again: ${reason}`;
    case "matches no job":
      return `The exemption until ${until} matches no job (${names.join(", ")}): ${reason}`;
  }
}
