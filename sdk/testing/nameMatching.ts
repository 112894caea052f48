import type { SeenList } from "./pagingReading";

/** Whether a job of this name is found by what was sought. */
export type NameMatching = (name: string, sought: string) => boolean;

const inOneCase: readonly NameMatching[] = [
  (name, sought) => name.includes(sought),
  (name, sought) => name.startsWith(sought),
  (name, sought) => name.endsWith(sought),
  (name, sought) => name === sought || name.split(/[_.-]+/).includes(sought),
  (name, sought) => name === sought,
];

/** What a service may do with `jobName`: the last one does not look at it. */
const matchings: readonly NameMatching[] = [
  ...inOneCase,
  ...inOneCase.map(
    (match): NameMatching =>
      (name, sought) =>
        match(name.toLowerCase(), sought.toLowerCase()),
  ),
  () => true,
];

/** What came for a name, and the list without it as far as it is known. */
export interface SoughtName {
  sought: string;
  found: SeenList;
  all: SeenList | undefined;
}

/** All that explain what came; none where no name was sought. */
export function possibleMatchings(names: readonly SoughtName[]): NameMatching[] {
  return names.length === 0 ? [] : matchings.filter((match) => names.every((each) => explains(match, each)));
}

/** Whether all that came matches, and all that matches came: as far as both lists are known. */
function explains(match: NameMatching, { sought, found, all }: SoughtName): boolean {
  if (!found.names.every((name) => name === undefined || match(name, sought))) return false;
  if (all === undefined) return true;
  const expected = beginningOf(all).filter((name) => match(name, sought));
  const inPlace = expected.every((name, index) => index < found.most && (found.names[index] ?? name) === name);
  return inPlace && (!isWhole(all) || (found.least <= expected.length && expected.length <= found.most));
}

/** Whether each of its jobs is known, and that there is no other. */
export function isWhole(list: SeenList): boolean {
  return list.least === list.most && beginningOf(list).length === list.most;
}

/** Its names up to the first that is not known. */
export function beginningOf({ names }: SeenList): string[] {
  const beginning: string[] = [];
  for (const name of names) {
    if (name === undefined) break;
    beginning.push(name);
  }
  return beginning;
}
