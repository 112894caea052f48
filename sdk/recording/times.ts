/** Earlier and later numbers are no times of jobs: 0, or the end of all days that stands for "never ends". */
const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(2090, 0);

/** When the first request of every recording left, but for the milliseconds. */
const begin = Date.UTC(2020, 0);

/** By how much all times of a recording are shifted: whole seconds, as headers count them. */
export function shiftOf(firstSentAt: number): number {
  return Math.round((begin - firstSentAt) / 1_000) * 1_000;
}

/** Whether a number may be ms since the epoch. */
function isTime(number: number): boolean {
  return number >= earliest && number < latest;
}

const tenYears = 10 * 365.25 * 86_400_000;

/**
 * Where nothing says that a number is a time, it is one within ten years of the recording alone: shifted by what it is,
 * an ID could nearly be read off.
 */
function isNearTime(ms: number, shiftMs: number): boolean {
  return Math.abs(ms + shiftMs - begin) < tenYears;
}

/** A time in seconds looks like any other number: the field's name must say that it is one. */
function tellsTime(field: string): boolean {
  const word = /time|date|expir|deadline|finish|created|modified|begin|start|end|since|until|^(at|ts)$/i;
  return endsAsTime(field) || word.test(field);
}

/** `userLoginTime`: no ID stands there. */
export function endsAsTime(field: string): boolean {
  return /(time|date)$/i.test(field) || /(At|_at)$/.test(field);
}

/** Where a time is meant. Undefined for what is none. */
export function shiftedTime(number: number, shiftMs: number): number | undefined {
  if (isNever(number)) return number;
  if (isTime(number)) return number + shiftMs;
  return isTime(number * 1_000) ? number + shiftMs / 1_000 : undefined;
}

/** Where anything may be meant. Undefined for what is no time. */
export function shiftedNumber(number: number, field: string, shiftMs: number): number | undefined {
  if (isNearTime(number, shiftMs)) return number + shiftMs;
  if (tellsTime(field) && isNever(number)) return number;
  return tellsTime(field) && isNearTime(number * 1_000, shiftMs) ? number + shiftMs / 1_000 : undefined;
}

/** When the quota is full again. */
export function shiftedReset(number: number, shiftMs: number): number | undefined {
  return shiftedNumber(number, "time", shiftMs);
}

/**
 * The end of all days, as "never" is written: the same for everybody. Any other number in the place of a time may be a day
 * with its digits (20261120), which would tell the shift.
 */
function isNever(number: number): boolean {
  const isEnd = [Date.UTC(2090, 0), Date.UTC(9999, 0)].some((from) => number >= from && number < from + elevenYears);
  return isEnd || largestNumbers.has(number) || /^9+$/.test(String(number));
}

const elevenYears = 11 * 365.25 * 86_400_000;
const largestNumbers = new Set([2 ** 53 - 1, 2 ** 63, 2 ** 31 - 1, 2 ** 32 - 1]);

const form = /^(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)((?:\.\d+)?)((?:Z|[+-]\d\d:?\d\d)?)$/;

/** ISO 8601 and the like. Undefined for any other text. */
export function shiftedText(text: string, shiftMs: number): string | undefined {
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
