import { escapeRegExp } from "../text/escapeRegExp";
import { oneLine } from "../text/printable";

/** What a made-up text stands for: it is its beginning, as in `workspace-1`. */
export type IdentityKind =
  | "job"
  | "user"
  | "path"
  | "tag"
  | "project"
  | "workspace"
  | "domain"
  | "agency"
  | "profile"
  | "host"
  | "region"
  | "id"
  | "value";

/** Hosts of the public cloud and names of regions belong to everybody. */
const publicHost = /^([a-z0-9-]+\.)*myhuaweicloud\.(com|eu)$/i;
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|169\.254\.169\.254)$/i;
const publicRegion = /^[a-z]{2,3}(-[a-z]+)+-\d{1,2}$/;

/** Files that everybody has at the same place. */
const usualFiles = [".hcloud/config.json", ".huaweicloud/credentials"];

/**
 * Puts made-up texts in the place of everything that tells whose account, workspace or job it is: the same one for the
 * same text, in all that is written. Texts of our own are written as they are; whatever came from the service, the
 * environment, a file or an error goes through here.
 */
export class Identities {
  readonly #madeUp = new Map<string, string>();
  readonly #counts = new Map<IdentityKind, number>();

  /** From now on `hide` does not show these. */
  add(kind: IdentityKind, ...values: (string | undefined)[]): void {
    for (const value of values) if (value !== undefined && value.trim() !== "") this.standIn(kind, value);
  }

  /** What stands for this value. */
  standIn(kind: IdentityKind, value: string): string {
    const key = value.toLowerCase();
    const known = this.#madeUp.get(key);
    if (known !== undefined) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const text = `${kind}-${number}`;
    this.#madeUp.set(key, text);
    return text;
  }

  /** All that is known to be somebody's, in lower case. */
  get known(): string[] {
    return [...this.#madeUp.keys()];
  }

  /**
   * Whether a word is known to be somebody's, or has within it what is, unless that is as short as any word's parts. Of
   * all but jobs, whose names are made of words that fields are made of, the parts between signs count as well.
   */
  isIn(word: string): boolean {
    const inLowerCase = word.toLowerCase();
    return [...this.#madeUp].some(([known, standIn]) => {
      const parts = standIn.startsWith("job-") ? [] : known.split(/[^\p{L}\p{N}]+/u);
      return known === inLowerCase || [known, ...parts].some((each) => each.length >= 5 && inLowerCase.includes(each));
    });
  }

  /** `iam.cn-north-4.myhuaweicloud.com`, `127.0.0.1:8080`; any other host is made up. */
  host(host: string): string {
    const [, name = host, port = ""] = /^(.*?)(:\d+)?$/.exec(host) ?? [];
    if (loopbackHost.test(name)) return host;
    return publicHost.test(name) ? host : `${this.standIn("host", name)}${port}`;
  }

  region(name: string): string {
    return publicRegion.test(name) ? name : this.standIn("region", name);
  }

  /** `cn-north-4` is every account's; `cn-north-4_team` is somebody's. */
  projectName(name: string): string {
    return publicRegion.test(name) ? name : this.standIn("project", name);
  }

  /**
   * A text of this package that may quote what is somebody's: what is known to be, quoted values, addresses, paths and
   * long numbers are made up.
   */
  hide(text: string): string {
    const kept: string[] = [];
    // Put away while the rest is looked through, so that nothing is made up twice.
    const keep = (shown: string): string => `\ue000${kept.push(shown) - 1}\ue001`;
    let rest = oneLine(text);
    // What stands behind an address at the end of a sentence is not of it.
    rest = rest.replace(
      /(https?:\/\/)([^\s/"')]+?)(?:\/[^\s"')]*?)?(?=[.,;:]*(?:[\s"')]|$))/g,
      (_all, scheme: string, host: string) => keep(`${scheme}${this.host(host)}`),
    );
    for (const [value, standIn] of this.#longestFirst()) {
      if (!rest.toLowerCase().includes(value)) continue;
      rest = rest.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${escapeRegExp(value)}(?![\\p{L}\\p{N}_])`, "giu"), () =>
        keep(standIn),
      );
    }
    rest = rest
      .replace(
        /\b(profile|identity provider) (?!of |is |has |that |in |the |named |and |or |does )([^\s,;:()"\ue000]+)/g,
        (_all, what: string, name: string) => `${what} ${keep(this.standIn("profile", name))}`,
      )
      .replace(/"((?:[^"\\]|\\.)*)"/g, (quoted, value: string) =>
        /^[\ue000\ue001\d]*$/.test(value) || publicRegion.test(value) || publicHost.test(value) ? quoted : keep('"…"'),
      )
      .replace(/(?<![\w\ue001:/])(?:[A-Za-z]:\\|~?\/)[^\s"'():;,]+/g, (path) => keep(this.#path(path)))
      .replace(/\b(?:[a-z0-9-]+\.){2,}[a-z]{2,}(?::\d+)?\b/gi, (host) => keep(this.host(host)))
      .replace(/\b[\w.+-]+@[\w-]+\.[\w.]+\b/g, (address) => keep(this.standIn("user", address)))
      .replace(/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, (address) => keep(this.host(address)))
      .replace(/\b[0-9a-f]{16,}\b/gi, (id) => keep(this.standIn("id", id)));
    return rest.replace(/\ue000(\d+)\ue001/g, (_all, index: string) => this.#restored(kept, Number(index)));
  }

  #restored(kept: readonly string[], index: number): string {
    return (kept[index] ?? "").replace(/\ue000(\d+)\ue001/g, (_all, inner: string) =>
      this.#restored(kept, Number(inner)),
    );
  }

  #longestFirst(): [string, string][] {
    return [...this.#madeUp].sort(([a], [b]) => b.length - a.length);
  }

  #path(path: string): string {
    const usual = usualFiles.find((file) => path.replaceAll("\\", "/").endsWith(`/${file}`));
    return usual === undefined ? this.standIn("path", path) : `~/${usual}`;
  }
}

/** Of which the messages of the service and of gateways are made. A name that is one of these tells nobody anything. */
const words = new Set(
  (
    "a access account aksk api app are authentication authenticated authorization authorized be because been body by can cannot " +
    "check clock configured contact correct credential credentials date day denied do does environment error exceed exceeded " +
    "exist exists expired fail failed find for format forbidden found from gateway get has have header hour iam id in incorrect " +
    "information internal invalid is it job jobs key length limit list lacks max maximum message method minute missing more must " +
    "name no not null number of off offset on only or over page parameter parameters path permission permissions please policy " +
    "project ratelimit reached region remain request required role second security secret sdk server service sign signature size " +
    "status support system than that the threshold throttling time to token too try unauthorized unavailable unknown user value " +
    "verify was with without workspace wrong published been unsupported operation resource"
  ).split(" "),
);

/**
 * A text that came from the service, by the words that say nothing about anybody: whatever else is in it is left out. A
 * message may quote a user, a job or an account that nobody has told before.
 */
export function plainWords(text: string, longest = 160): string {
  const shown = text
    .slice(0, 2_000)
    .split(/(?<=[\s,;.:])|(?=[\s,;.:])/u)
    .map((part) => (/^[\s,;.:]+$/u.test(part) ? part : plain(part)))
    .join("")
    .replace(/\s+/g, " ")
    .replace(/…(?:[\s,;.:]*…)+/g, "…")
    .trim();
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}

function plain(part: string): string {
  return words.has(part.toLowerCase()) || /^\d{1,5}$/.test(part) ? part : "…";
}

/** A word of the API that may be new: a status, a field. What may be a name is none. */
export function looksLikeApiWord(word: string): boolean {
  return /^[A-Za-z][A-Za-z_-]{1,39}$/.test(word);
}
