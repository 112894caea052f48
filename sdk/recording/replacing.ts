import { createHmac } from "node:crypto";
import { statuses } from "../jobs/statuses";
import { wordsOf, wordsOfFields } from "./bodyFields";
import { partsOfProjectName, type Identities } from "./collectIdentities";
import { keyedRandom } from "./keyedRandom";
import { distinctWords, madeUpNumber, madeUpWord } from "./madeUpText";
import { orderedNames } from "./orderedNames";
import type { Replacements } from "./replacements";

/** The services as everybody's requests name them. Any other host is somebody's own. */
const publicHost =
  /^(dayu-dlf|dayu|dlf|iam|sts)(\.[a-z]{2,3}-[a-z]{4,9}-\d{1,2})?\.(myhuaweicloud\.(com|cn|eu)|(sc\.)?otc\.t-systems\.com)$/;

/** Words that servers are known to say, whatever somebody's job is called. */
const publicWords = new Set([
  ...["BATCH", "REAL_TIME"],
  ...Object.values(statuses)
    .flatMap(Object.keys)
    .map((status) => status.toLowerCase()),
]);

/** @param key whoever has it could find out what was replaced by what: it is thrown away */
export function replacing(
  identities: Identities,
  known: readonly string[],
  shiftMs: number,
  key: string,
): Replacements & { soughtKept: boolean } {
  const { names, sought, others, ids } = identities;
  // Of its own for each kind: what is known of one, as the words of messages are, must tell nothing of another.
  const keyOf = (kind: string) => createHmac("sha256", key).update(kind).digest("hex");
  const all = new Set([...names, ...sought, ...others, ...ids]);
  const knownWords = new Set(known.map((each) => each.toLowerCase()));
  const isIdentity = (value: string) => all.has(value) || knownWords.has(value.toLowerCase());
  const mayBe = (drawn: string) => !isIdentity(drawn);
  const { images, soughtKept } = orderedNames(names, sought, keyedRandom(keyOf("names"), "names"));
  const identityImages = distinctWords(others, keyOf("identities"), { mayBe, keepsKinds: true });
  const idImages = distinctWords(ids, keyOf("ids"), { mayBe });
  const mayStay = noneWithin([...all], known, isIdentity);
  const requestKey = keyOf("request IDs");
  const texts = new Map<string, string>();
  const text = (value: string, place: string) => {
    const which = `${place}: ${value}`;
    const made = texts.get(which) ?? inText(value, keyOf(`text of ${which}`), mayBe);
    texts.set(which, made);
    return made;
  };
  // All of them were noted before. Should one not be, it does not come out all the same.
  const from = (made: ReadonlyMap<string, string>) => (value: string) =>
    made.get(value) ?? madeUpWord(value, keyOf("others"), { mayBe });
  const identity = from(identityImages);
  const hosts = new Map<string, string>();
  return {
    soughtKept,
    shiftMs,
    name: from(images),
    sought: from(images),
    identity,
    id: from(idImages),
    requestId: (value) => madeUpWord(value, requestKey, { mayBe }),
    projectName: (value) => {
      const { region, rest } = partsOfProjectName(value);
      return `${region}${identity(rest)}`;
    },
    enumeration: (value) => {
      const isWord = /^[A-Za-z]+([_-][A-Za-z]+)*$/.test(value) && value.length <= 40;
      return publicWords.has(value) || publicWords.has(value.toLowerCase()) || (isWord && mayStay(value))
        ? value
        : text(value, "a word of a fixed set");
    },
    text,
    number: (value, field) => madeUpNumber(value, keyOf(`numbers of ${field}`)),
    host: (value) => {
      if (publicHost.test(value)) return value;
      const made = hosts.get(value) ?? `endpoint-${hosts.size + 1}.example`;
      hosts.set(value, made);
      return made;
    },
    mayStay,
  };
}

/** Shorter ones are parts of many words by chance. */
const leastWithin = 5;

/** Of which APIs make the names of their fields and statuses. A job that is called so, too, is not told of by one. */
const usualWords = new Set([
  ...wordsOfFields,
  ...[...publicWords].flatMap(wordsOf),
  ...(
    "apigw dataarts active aborted actual attempt average begin blocked cancel cancelled canceled category column comment complete completed " +
    "config configuration content context count creating current cycle default delay deleted deleting depend dependency detail details " +
    "directory disabled duration enable enabled error event execute executing execution expire expired external extra failed failure field fields " +
    "finish finished format frequency history input interval label latest length level limit locked manual maximum message " +
    "minimum missing model modified modify monitor namespace number object operation option options order output param params parent " +
    "pending percent period phase policy position previous process progress property publish published queue queued quota ready reason " +
    "record release remark reset result resource resume retry running scheduled schedule scheduler script script second seconds server service " +
    "setting settings state stopped string submit submitted success suspend suspended system table target template temporary timeout " +
    "timestamp title total trigger unknown updated value version virtual waiting warning"
  ).split(" "),
]);

/**
 * Whether a word is none of these, and has none of them within; nor a part of an identity; nor is a part of one itself. So
 * that the beginning that all names of a system have is not told by the name of a field. What is known besides may be
 * anything, words of the API among it: it counts as a whole.
 */
function noneWithin(
  identities: readonly string[],
  known: readonly string[],
  isIdentity: (word: string) => boolean,
): (word: string) => boolean {
  const whole = [...identities, ...known].filter(({ length }) => length >= leastWithin);
  const parts = [...new Set([...whole.map((each) => each.toLowerCase()), ...identities.flatMap(tellingParts)])];
  const together = identities.join("\n").toLowerCase();
  const found = new Map<string, boolean>();
  const isTold = (word: string) => {
    const lower = word.toLowerCase();
    return (
      parts.some((part) => lower.includes(part)) ||
      [...tellingParts(word), ...tellingParts(lower)].some((part) => together.includes(part))
    );
  };
  return (word) => {
    const known = found.get(word) ?? (!isIdentity(word) && !isTold(word));
    found.set(word, known);
    return known;
  };
}

/** Digits alone are those of a date, or count. */
function tellingParts(text: string): string[] {
  return wordsOf(text).filter((part) => part.length >= leastWithin && /\p{L}/u.test(part) && !usualWords.has(part));
}

/** Hex in groups, as a UUID; else a word. */
const idOrWord =
  /(?<![A-Za-z0-9])(?:[0-9a-f]{2,}(?:-[0-9a-f]{2,})+|[0-9A-F]{2,}(?:-[0-9A-F]{2,})+)(?![A-Za-z0-9])|[A-Za-z0-9\u0080-\u{10ffff}]+/gu;

/** Every word becomes another one, so that what is known to be somebody's is not in it whatever it is made of. */
function inText(text: string, key: string, mayBe: (drawn: string) => boolean): string {
  return text.replace(idOrWord, (word) => madeUpWord(word, key, { mayBe }));
}
