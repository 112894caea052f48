// @ts-nocheck
import { readings } from "./text/readings";
import { lettersAndDigits, runLength, sharesRun, soughtText, type SoughtText } from "./text/sharedRun";

const longestText = 300;
/** So much of a text is looked at. What is shown comes from its beginning. */
const longestRead = 8 * 1_024;
/** Of all readings of a text. */
const mostRead = 32 * longestRead;
/** Rotated tokens make room for newer ones: a long-lived program with many accounts keeps those in use. */
const mostSecrets = 1_000;
/** A shorter secret may be part of a word: it is replaced where it stands as it is. */
const shortestSought = 12;
/** A signature in some other form than the plain one, as `lettersAndDigits` leave it. */
const signature = /signature[0-9a-f]{32}/;

const notShown = "(its text is not shown: it quotes a credential)";

/**
 * Of all clients, on purpose: a proxy or a cache may quote to one account what another one sent, and to mask more than
 * an account's own secrets is no harm. Bounded. Without a value: short ones, which are replaced.
 */
const secrets = new Map<string, SoughtText | undefined>();

/**
 * From now on `safeText` shows none of these, whichever client was given them: a service, or a proxy on the way, may
 * quote what it was sent at any place of its answer.
 */
export function keepSecret(...values: (string | undefined)[]): void {
  for (const value of values) {
    if (value === undefined || value === "") continue;
    const sought = secrets.get(value) ?? soughtUnlessShort(value);
    // Deleted first, so that it becomes the newest.
    secrets.delete(value);
    secrets.set(value, sought);
  }
  for (const oldest of secrets.keys()) {
    if (secrets.size <= mostSecrets) return;
    secrets.delete(oldest);
  }
}

/**
 * Text from outside (an error message of the service, a job's name, a proxy's page) as it may stand in an error: one
 * line, bounded, without secrets and signatures. A text that quotes a secret, or a part of one, in whatever form, is
 * not shown at all.
 */
export function safeText(text: string, longest = longestText): string {
  return shown(text.slice(0, longestRead), (read) => read, longest);
}

/** The same for a page that may be HTML: its markup is not shown. */
export function safePage(text: string, longest = longestText): string {
  return shown(text.slice(0, longestRead), (read) => read.replace(/<[^<>]*>/g, " "), longest);
}

function shown(text: string, toShow: (text: string) => string, longest: number): string {
  const unsigned = text
    .replace(/SDK-HMAC-SHA256 .*/g, "SDK-HMAC-SHA256 ***")
    .replace(/Signature\s*=\s*[^\s,;"'<]*/gi, "Signature: ***");
  // Before anything is cut or read as markup: what is left of a secret then is one still.
  if (quotesSecret(unsigned)) return notShown;
  const line = withoutShortSecrets(toShow(unsigned))
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function withoutShortSecrets(text: string): string {
  let rest = text;
  for (const [secret, sought] of secrets) {
    if (sought !== undefined) continue;
    rest = rest.replaceAll(secret, "***").replaceAll(encodeURIComponent(secret), "***");
  }
  return rest;
}

function quotesSecret(text: string): boolean {
  const read = readings(text, mostRead);
  if (read === undefined) return true;
  const sought = [...secrets.values()].filter((secret) => secret !== undefined);
  return sharesRun(read, sought) || read.some((each) => signature.test(lettersAndDigits(each)));
}

function soughtUnlessShort(secret: string): SoughtText | undefined {
  if (secret.length < shortestSought) return undefined;
  const sought = soughtText(secret);
  return sought.form.length < runLength ? undefined : sought;
}
