import { alphabetOf, codePoints, foldCase, inCaseOf, type Alphabet } from "./alphabet";
import { between } from "./keyedRandom";

/** One character of a name behind one beginning, without regard to case: what it becomes is one choice. */
interface Place {
  point: number;
  alphabet: Alphabet | undefined;
  next: Map<number, Place>;
  /** This place makes the same choice as that one. */
  sameAs?: Place;
  /** Their characters must come to stand behind this one's. */
  before: Set<Place>;
  /** Must become another character than these, if that can be. */
  apartFrom: Set<Place>;
  lowest: number;
  highest: number;
  /** What it becomes, counted in its alphabet. */
  image: number;
}

export interface OrderedNames {
  /** By the text that it stands for. */
  images: ReadonlyMap<string, string>;
  /** False: where a made-up text of `sought` is contained is not in all cases where the true one was. */
  soughtKept: boolean;
}

/** So often all is drawn anew where chance has not kept what should be kept. */
const draws = 8;

/**
 * A made-up text for each: of the same length and alphabet, character by character, so that all of them have the same
 * order (by code, and without regard to case), begin with each other where the true ones do, and contain those that are
 * `sought` just where the true ones do, in either case.
 *
 * At each place of a tree of beginnings a greater character becomes a greater one; where all of an alphabet stand at one
 * place (ten digits), they stay: there is no other order.
 *
 * @param names those in which `sought` may be contained
 */
export function orderedNames(names: Iterable<string>, sought: Iterable<string>, random: () => number): OrderedNames {
  const root = newPlace(0);
  const paths = new Map<string, Place[]>();
  for (const text of [...names, ...sought]) if (!paths.has(text)) paths.set(text, pathOf(text, root));
  const named = [...new Set(names)];
  const wanted = [...new Set(sought)].filter((text) => text !== "");
  for (const text of wanted) joinOccurrences(text, named, paths);
  for (const text of named) joinRepeated(paths.get(text) ?? []);
  orderChildren(root);
  const places = choicesOf(root);
  const changeable = [...paths].filter(([, path]) => path.some(({ alphabet }) => alphabet)).map(([text]) => text);

  let best: { images: Map<string, string>; faults: number; soughtKept: boolean } | undefined;
  for (let count = 0; count < draws && best?.faults !== 0; count += 1) {
    drawImages(places, random);
    const images = new Map([...paths].map(([text, path]) => [text, imageOf(text, path)]));
    const wrong = falseOccurrences(wanted, named, images);
    for (const occurrence of wrong) keepApart(occurrence, paths, random);
    const stayed = changeable.filter((text) => paths.has(images.get(text) ?? "")).length;
    const faults = wrong.length * images.size + stayed;
    if (best === undefined || faults < best.faults) best = { images, faults, soughtKept: wrong.length === 0 };
  }
  return best ?? { images: new Map(), soughtKept: true };
}

function newPlace(point: number): Place {
  const drawn = { lowest: 0, highest: 0, image: 0 };
  return { point, alphabet: alphabetOf(point), next: new Map(), before: new Set(), apartFrom: new Set(), ...drawn };
}

function pathOf(text: string, root: Place): Place[] {
  let place = root;
  return codePoints(text).map((each) => {
    const point = foldCase(each);
    const next = place.next.get(point) ?? newPlace(point);
    place.next.set(point, next);
    place = next;
    return next;
  });
}

function choice(place: Place): Place {
  let first = place;
  while (first.sameAs) first = first.sameAs;
  // So that the next way is short.
  if (place !== first) place.sameAs = first;
  return first;
}

/** Wherever a name contains the text, it becomes the same there. */
function joinOccurrences(text: string, names: readonly string[], paths: ReadonlyMap<string, Place[]>): void {
  const own = paths.get(text) ?? [];
  for (const name of names) {
    const path = paths.get(name) ?? [];
    for (const at of occurrences(own.map(pointOf), path.map(pointOf))) {
      own.forEach((place, index) => {
        join(place, path[at + index] ?? place);
      });
    }
  }
}

/**
 * A name of one character, but for the last (`aaaab`), begins with its own middle: whoever asks for the middle of a name
 * passes over such a one, and must do so here.
 */
function joinRepeated(path: readonly Place[]): void {
  const [first, ...repeated] = path.slice(0, -1);
  if (first === undefined || repeated.some(({ point }) => point !== first.point)) return;
  for (const place of repeated) join(first, place);
}

function join(one: Place, other: Place): void {
  const [first, second] = [choice(one), choice(other)];
  if (first !== second) second.sameAs = first;
}

function pointOf({ point }: Place): number {
  return point;
}

/** Where `part` begins in `whole`. */
function occurrences(part: readonly number[], whole: readonly number[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + part.length <= whole.length; at += 1) {
    if (part.every((point, index) => point === whole[at + index])) found.push(at);
  }
  return found;
}

/** Called once all that are the same are joined. */
function orderChildren(root: Place): void {
  for (const place of everyPlace(root)) {
    const children = [...place.next.values()].filter(({ alphabet }) => alphabet !== undefined);
    children.sort((a, b) => a.point - b.point);
    children.forEach((child, index) => {
      const following = children[index + 1];
      if (following?.alphabet?.first === child.alphabet?.first && following)
        choice(child).before.add(choice(following));
    });
  }
}

function everyPlace(root: Place): Place[] {
  const all = [root];
  // Longer than it was while it is walked through: without recursion, names may be long.
  for (const place of all) all.push(...place.next.values());
  return all;
}

/** By character: what must come before stands before. Places that are joined have the same character. */
function choicesOf(root: Place): Place[] {
  const all = everyPlace(root).filter(({ alphabet, sameAs }) => alphabet !== undefined && sameAs === undefined);
  return all.sort((a, b) => a.point - b.point);
}

/** The true characters meet all conditions, so that there always is a choice within the limits. */
function drawImages(places: readonly Place[], random: () => number): void {
  for (const place of [...places].reverse()) {
    const limits = Array.from(place.before, (following) => choice(following).highest - 1);
    place.highest = Math.min((place.alphabet?.size ?? 1) - 1, ...limits);
    place.lowest = 0;
  }
  for (const place of places) {
    place.image = draw(place, random);
    for (const following of place.before) {
      const other = choice(following);
      other.lowest = Math.max(other.lowest, place.image + 1);
    }
  }
}

function draw({ point, alphabet, lowest, highest, apartFrom }: Place, random: () => number): number {
  const avoided = new Set([point - (alphabet?.first ?? 0), ...Array.from(apartFrom, (other) => choice(other).image)]);
  const drawn = between(lowest, highest, random);
  for (let step = 0; step <= highest - lowest; step += 1) {
    const candidate = lowest + ((drawn - lowest + step) % (highest - lowest + 1));
    if (!avoided.has(candidate)) return candidate;
  }
  return drawn;
}

function imageOf(text: string, path: readonly Place[]): string {
  const points = codePoints(text).map((point, index) => {
    const place = path[index];
    if (place?.alphabet === undefined) return point;
    return inCaseOf(point, place.alphabet.first + choice(place).image);
  });
  return points.map((point) => String.fromCodePoint(point)).join("");
}

interface FalseOccurrence {
  sought: string;
  name: string;
  at: number;
}

/** Where a made-up name contains what the true one does not. */
function falseOccurrences(
  sought: readonly string[],
  names: readonly string[],
  images: ReadonlyMap<string, string>,
): FalseOccurrence[] {
  const foldedOf = (text: string) => codePoints(text).map(foldCase);
  return sought.flatMap((text) => {
    const part = foldedOf(text);
    const image = foldedOf(images.get(text) ?? "");
    return names.flatMap((name) => {
      const places = new Set(occurrences(part, foldedOf(name)));
      return occurrences(image, foldedOf(images.get(name) ?? ""))
        .filter((at) => !places.has(at))
        .map((at) => ({ sought: text, name, at }));
    });
  });
}

/** One of the characters that fell together is to be another one in the next draw. */
function keepApart(
  { sought, name, at }: FalseOccurrence,
  paths: ReadonlyMap<string, Place[]>,
  random: () => number,
): void {
  const path = paths.get(name) ?? [];
  const pairs = (paths.get(sought) ?? []).map(
    (place, index) => [choice(place), choice(path[at + index] ?? place)] as const,
  );
  const free = pairs.filter(([one, other]) => one !== other && one.alphabet !== undefined);
  const [one, other] = free[between(0, free.length - 1, random)] ?? [];
  if (!one || !other) return;
  one.apartFrom.add(other);
  other.apartFrom.add(one);
}
