import { readTextFile as fromDisk, type ReadTextFile } from "../credentials/readTextFile";
import { reasonOf } from "../http/responseError";
import type { Transport } from "../http/transport";
import { escapeRegExp } from "../text/escapeRegExp";
import { plainWords, type Identities, type IdentityKind } from "./identities";

/** Whose a value in KooCLI's file is, by its field. */
const kinds: Readonly<Record<string, IdentityKind>> = {
  name: "profile",
  current: "profile",
  agencyName: "agency",
  agencyDomainName: "domain",
  agencyDomainId: "domain",
  projectId: "project",
  projectName: "project",
  accessKeyId: "id",
};

/** Words that many files have. */
const usual = /^(AKSK|SSO|[a-z]{2,3}(-[a-z]+)+-\d{1,2}|([a-z0-9-]+\.)*myhuaweicloud\.(com|eu))$/i;
/** A shorter one may be a word of a sentence. */
const leastOfOthers = 6;

/** Reads files of credentials, and notes what stands in them: messages about a file quote it. */
export function notingFiles(identities: Identities, read: ReadTextFile = fromDisk): ReadTextFile {
  return async (path) => {
    const file = await read(path);
    for (const { field, value } of valuesIn(file?.text ?? "")) {
      const kind = kinds[field];
      if (usual.test(value) || (kind === undefined && value.length < leastOfOthers)) continue;
      identities.add(kind ?? "value", value);
    }
    return file;
  };
}

interface FieldValue {
  field: string;
  value: string;
}

/** Of JSON, of an INI file, or the whole text. */
function valuesIn(text: string): FieldValue[] {
  try {
    const found: FieldValue[] = [];
    JSON.parse(text, (field, value: unknown) => {
      if (typeof value === "string") found.push({ field, value });
      return value;
    });
    return found;
  } catch {
    return text.split(/\r?\n/).map((line) => {
      const [, value = line] = /^[^=]*=(.*)$/.exec(line) ?? [];
      return { field: "", value: value.trim() };
    });
  }
}

/** Notes what answers say went wrong, as errors quote it: nobody knows who is named there. */
export function notingRefusals(send: Transport, said: Set<string>): Transport {
  return async (request, limits) => {
    const response = await send(request, limits);
    if (response.status < 200 || response.status > 299) said.add(reasonOf(response.body).reason);
    return response;
  };
}

/** An error's message, with its own words and those of the service that tell of nobody. */
export function withPlainWords(message: string, said: ReadonlySet<string>): string {
  const longestFirst = [...said].filter((text) => text !== "").sort((a, b) => b.length - a.length);
  return longestFirst.reduce((text, quoted) => {
    // Not as a part of a name of ours, the rest of which would be known no more.
    const alone = new RegExp(
      `(?<![\\p{L}\\p{N}_.@-])${escapeRegExp(quoted)}(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])`,
      "gu",
    );
    return text.replace(alone, () => plainWords(quoted));
  }, message);
}
