// @ts-nocheck
import type { GateWait, JobsFilter } from "../../sdk/index";
import { filterFlags } from "../flags";
import { CommandError } from "../shell";

/** The flags of `gate` about waiting, as parts of a wait. */
export const waitFlags = {
  timeout: "wait",
  interval: "interval",
  consecutive: "consecutive",
  failFast: "failFast",
} as const satisfies Record<keyof GateWait, string>;

/**
 * What a file and the flags say together. What both say is refused, even where it is the same: whoever changes one of
 * them later would not see that the other goes on to hold.
 *
 * @throws CommandError
 */
export function joinFilter(
  file: string,
  ofFile: JobsFilter | undefined,
  ofFlags: JobsFilter | undefined,
): JobsFilter | undefined {
  return join(file, "filter", filterFlags, ofFile, ofFlags);
}

/** The same for a wait. @throws CommandError, also where nothing says how long to wait */
export function joinWait(file: string, ofFile: GateWait | undefined, ofFlags: Partial<GateWait>): GateWait | undefined {
  const [flag] = (["interval", "consecutive", "failFast"] as const).filter((part) => ofFlags[part] !== undefined);
  if (flag !== undefined && ofFile === undefined && ofFlags.timeout === undefined) {
    throw new CommandError(`${flagName(waitFlags[flag])} needs --wait`);
  }
  const given = Object.values(ofFlags).some((part) => part !== undefined);
  return join(file, "wait", waitFlags, ofFile, given ? (ofFlags as GateWait) : undefined);
}

function join<Parts extends object>(
  file: string,
  what: string,
  flags: Record<keyof Parts, string>,
  ofFile: Parts | undefined,
  ofFlags: Parts | undefined,
): Parts | undefined {
  if (ofFile === undefined || ofFlags === undefined) return ofFile ?? ofFlags;
  const given = (parts: Parts) => Object.entries(parts).filter(([, value]) => value !== undefined);
  for (const [part] of given(ofFlags)) {
    if (given(ofFile).some(([other]) => other === part)) {
      const flag = flagName(flags[part as keyof Parts]);
      throw new CommandError(`${flag} and ${what}.${part} of ${file} say the same thing twice: leave out one of them`);
    }
  }
  return { ...ofFile, ...Object.fromEntries(given(ofFlags)) };
}

/** `lastInstanceStatus` as it is typed: `--last-instance-status`. */
function flagName(property: string): string {
  return `--${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
