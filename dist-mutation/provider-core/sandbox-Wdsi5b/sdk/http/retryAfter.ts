/**
 * `Retry-After` in ms from now: whole seconds, or an HTTP date. Undefined for anything else (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since the epoch, by the clock that the date is compared with
 */
// @ts-nocheck

export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
