import type { JobsFilter, JobsQuery } from "../../sdk/index";
import { nearest } from "../../sdk/text/nearest";
import { defaultWorkspace } from "../../sdk/text/defaultWorkspace";
import { CommandError } from "../shell";

const texts = ["jobType", "jobName", "tagMatch", "workspace"] as const;
const filterTexts = ["minPriority"] as const;
const filterLists = ["names", "excludeNames", "statuses", "lastInstanceStatuses", "owners", "folders"] as const;
const lists = ["tags"] as const;
const known: readonly string[] = [...texts, ...lists, ...filterLists, ...filterTexts];

/** The keys that a query may have. */
export const queryKeys = known;

/**
 * The query of an `external` data source: an object of strings, lists as text with commas. An empty string stands for
 * what is not given, since Terraform gives it for null.
 *
 * @throws CommandError
 */
export function parseQuery(input: string): JobsQuery {
  const given = objectOf(input);
  for (const [key, value] of Object.entries(given)) {
    if (!known.includes(key)) {
      const hint = `the nearest is ${nearest(key, known) ?? ""}. Known: ${known.join(", ")}`;
      throw new CommandError(`the query has no ${JSON.stringify(key)}, ${hint}`);
    }
    if (typeof value !== "string") throw new CommandError(`the query's ${key} must be a string`);
  }
  const values = given as Record<string, string>;
  const pick = (keys: readonly string[], read: (text: string) => unknown) =>
    Object.fromEntries(keys.filter((key) => (values[key] ?? "") !== "").map((key) => [key, read(values[key] ?? "")]));
  const asIs = (text: string) => text;
  const filter: JobsFilter = { ...pick(filterTexts, asIs), ...pick(filterLists, split) };
  const query: JobsQuery = { ...pick(texts, asIs), ...pick(lists, split) };
  return {
    ...query,
    ...(query.workspace === defaultWorkspace && { workspace: undefined }),
    ...(Object.keys(filter).length > 0 && { filter }),
  };
}

function objectOf(input: string): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(input);
  } catch {
    throw new CommandError("standard input holds no JSON: there must be an object of strings, such as {}");
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new CommandError("standard input must hold a JSON object of strings");
  }
  return parsed;
}

function split(text: string): string[] {
  return text.split(",").map((part) => part.trim());
}
