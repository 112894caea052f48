const longestText = 300;
/** Rotated tokens make room for newer ones: a long-lived program with many accounts keeps those in use. */
const mostSecrets = 1_000;

const secrets = new Set<string>();

/**
 * From now on `safeText` shows none of these, whichever client was given them: a service, or a proxy on the way, may
 * quote what it was sent at any place of its answer.
 */
export function keepSecret(...values: (string | undefined)[]): void {
  for (const value of values) {
    if (value === undefined || value === "") continue;
    for (const form of [value, encodeURIComponent(value)]) {
      // Deleted first, so that it becomes the newest.
      secrets.delete(form);
      secrets.add(form);
    }
  }
  for (const oldest of secrets) {
    if (secrets.size <= mostSecrets) return;
    secrets.delete(oldest);
  }
}

/**
 * Text from outside (an error message of the service, a job's name, a proxy's page) as it may stand in an error: one
 * line, bounded, without secrets and signatures.
 */
export function safeText(text: string): string {
  // Secrets first, the cut last: half a token is still a secret.
  const line = [...secrets]
    .reduce((rest, secret) => rest.replaceAll(secret, "***"), text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/SDK-HMAC-SHA256 .*/, "SDK-HMAC-SHA256 ***")
    .replace(/Signature\s*=\s*[^\s,;"'<]*/gi, "Signature: ***")
    .trim();
  return line.length > longestText ? `${line.slice(0, longestText)}…` : line;
}
