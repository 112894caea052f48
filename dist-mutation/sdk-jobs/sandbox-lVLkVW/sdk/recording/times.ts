/** Earlier and later numbers are no times of jobs: 0, or the end of all days that stands for "never ends". */
// @ts-nocheck

const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(2090, 0);

/** When the first request of every recording left, but for the milliseconds. */
const begin = Date.UTC(2020, 0);

/** By how much all times of a recording are shifted: whole seconds, as headers count them. */
export function shiftOf(firstSentAt: number): number {
  return Math.round((begin - firstSentAt) / 1_000) * 1_000;
}

/** Whether a number may be ms since the epoch. */
export function isTime(number: number): boolean {
  return number >= earliest && number < latest;
}

/** A time in seconds looks like any other number: the field's name must say that it is one. */
export function isTimeInSeconds(field: string, number: number): boolean {
  return /time|date|At$|_at$/i.test(field) && isTime(number * 1_000);
}

const form = /^(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)((?:\.\d+)?)((?:Z|[+-]\d\d:?\d\d)?)$/;

/** ISO 8601 and the like, or ms in a string. Undefined for any other text. */
export function shiftedText(text: string, shiftMs: number): string | undefined {
  if (/^\d{12,13}$/.test(text) && isTime(Number(text))) return String(Number(text) + shiftMs);
  const [all, day, between, time, fraction, zone] = form.exec(text) ?? [];
  // As of UTC, whatever zone it is of: to shift it does not depend on that.
  const ms = Date.parse(`${day ?? ""}T${time ?? ""}Z`);
  if (all === undefined || !isTime(ms)) return undefined;
  const [newDay, newTime] = new Date(ms + shiftMs).toISOString().slice(0, 19).split("T");
  return [newDay, between, newTime, fraction, zone].join("");
}

/** Of headers: `Tue, 24 Nov 2026 10:00:00 GMT`. */
export function shiftedHttpDate(text: string, shiftMs: number): string | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms + shiftMs).toUTCString();
}

/** `yyyyMMddTHHmmssZ`, as requests are signed. */
export function shiftedSdkDate(text: string, shiftMs: number): string | undefined {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const ms = iso === text ? NaN : Date.parse(iso);
  return Number.isNaN(ms) ? undefined : new Date(ms + shiftMs).toISOString().replace(/[-:]|\.\d+/g, "");
}
