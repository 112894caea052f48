import type { Replacements } from "./replacements";

export interface Identities {
  names: Set<string>;
  sought: Set<string>;
  others: Set<string>;
  ids: Set<string>;
}

/** Replacements that change nothing, and note what there is to be replaced. */
export function collecting(): { identities: Identities; to: Replacements } {
  const identities: Identities = { names: new Set(), sought: new Set(), others: new Set(), ids: new Set() };
  const noted = (set: Set<string>) => (value: string) => {
    if (value !== "") set.add(value);
    return value;
  };
  const asItIs = <T>(value: T): T => value;
  const to: Replacements = {
    shiftMs: 0,
    name: noted(identities.names),
    sought: noted(identities.sought),
    identity: noted(identities.others),
    id: noted(identities.ids),
    requestId: asItIs,
    projectName: (value) => {
      const { rest } = partsOfProjectName(value);
      if (rest !== "") identities.others.add(rest);
      return value;
    },
    enumeration: asItIs,
    text: asItIs,
    number: asItIs,
    host: asItIs,
    mayStay: () => true,
  };
  return { identities, to };
}

/** `cn-north-4`, or `cn-north-4_` and a name that somebody has given. */
export function partsOfProjectName(name: string): { region: string; rest: string } {
  const [region = ""] = /^[a-z]{2,3}-[a-z]{4,9}-\d{1,2}(?=_|$)_?/.exec(name) ?? [];
  return { region, rest: name.slice(region.length) };
}
