// @ts-nocheck
import { inspect } from "node:util";

/** With characters that encodings spell in other ways, as real tokens have them. */
export const credentials = {
  accessKey: "FAULTSACCESSKEY00000",
  secretKey: "faults-secret-key/that+opens=nothing0000",
  securityToken: "faults-security-token/that+opens=nothing&<nowhere>-0123456789",
};

/** So many characters of a secret in a row are as bad as all of it. */
const part = 12;
const parts = [credentials.secretKey, credentials.securityToken].flatMap((secret) =>
  Array.from({ length: secret.length - part + 1 }, (_, at) => secret.slice(at, at + part)),
);

/** Everywhere that an error may be printed, none of it may show a key, a token, a part of one, or a signature. */
export function expectNoSecrets(value: unknown): void {
  for (const [place, text] of printedForms(value)) {
    for (const secret of [...parts, "Signature="]) {
      const at = text.indexOf(secret);
      if (at !== -1)
        throw new Error(`a secret in the error's ${place}: ${text.slice(Math.max(0, at - 200), at + 100)}`);
    }
  }
}

function printedForms(value: unknown): [place: string, text: string][] {
  const forms: [string, string][] = [
    ["inspect", inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity })],
    ["JSON", JSON.stringify(value)],
    ["String", String(value)],
  ];
  for (let error = value; error instanceof Error; error = error.cause) {
    forms.push(["stack", error.stack ?? ""], ["message", error.message]);
    forms.push(["JSON of a cause", JSON.stringify(error)]);
  }
  return forms;
}
