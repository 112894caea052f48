/** Percent-encodes everything but RFC 3986's unreserved characters (`encodeURIComponent` leaves `!'()*` as they are). */
// @ts-nocheck

export function rfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
