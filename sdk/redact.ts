const longestText = 300;

/**
 * Text from outside (an error message of the service, a proxy's page) as it may stand in an error: one line, bounded,
 * without an Authorization header, which a gateway may quote.
 */
export function safeText(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/SDK-HMAC-SHA256 .*/, "SDK-HMAC-SHA256 ***")
    .trim();
  return line.length > longestText ? `${line.slice(0, longestText)}…` : line;
}

/** `text` with every one of `secrets` replaced. To be done before anything is cut: half a token is still a secret. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => (secret === "" ? rest : rest.replaceAll(secret, "***")), text);
}
