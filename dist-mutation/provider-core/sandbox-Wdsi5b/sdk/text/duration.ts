// @ts-nocheck
import * as z from "zod";

const unitsInMs = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;
type Unit = keyof typeof unitsInMs;

/** Larger units first, each at most once: Prometheus's way to write a length of time. */
const durationText = /^(?=\d)(\d+w)?(\d+d)?(\d+h)?(\d+m(?!s))?(\d+s)?(\d+ms)?$/;

/** A length of time as it is written in rules: `90m`, `26h`, `1d12h`. Units: `w`, `d`, `h`, `m`, `s`, `ms`. */
export type DurationText = string;

/** In ms; undefined for text that is no duration, or none longer than 0. */
export function parseDuration(text: DurationText): number | undefined {
  if (!durationText.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)([a-z]+)/g)];
  const ms = parts.reduce((sum, [, count, unit]) => sum + Number(count) * unitsInMs[unit as Unit], 0);
  return ms > 0 && Number.isSafeInteger(ms) ? ms : undefined;
}

/**
 * Reads a duration into ms.
 *
 * @internal
 */
export const durationSchema = z.string().transform((text, context) => {
  const ms = parseDuration(text);
  if (ms !== undefined) return ms;
  context.addIssue({ code: "custom", message: 'must be a length of time such as "90m", "26h" or "1d12h"' });
  return z.NEVER;
});

/** A short length of time as a person reads it: `800 ms`, `1.5 s`. */
export function formatDuration(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : `${Math.round(ms / 100) / 10} s`;
}

/** A long length of time in its two largest units, rounded down: `3d 4h`, `26m`, `0s`. */
export function formatAge(ms: number): string {
  const units = ["d", "h", "m", "s"] as const;
  const first = units.findIndex((unit) => ms >= unitsInMs[unit]);
  if (first === -1) return "0s";
  let rest = ms;
  const parts = units.slice(first, first + 2).map((unit) => {
    const count = Math.floor(rest / unitsInMs[unit]);
    rest -= count * unitsInMs[unit];
    return { unit, count };
  });
  return parts.flatMap(({ count, unit }) => (count > 0 ? [`${count}${unit}`] : [])).join(" ");
}
