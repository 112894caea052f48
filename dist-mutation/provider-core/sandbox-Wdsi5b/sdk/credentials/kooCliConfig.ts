// @ts-nocheck
import * as z from "zod";
import { ConfigurationError } from "../errors";
import { describeIssues } from "../configuration/options";
import { jsonPositions, lineAt } from "./jsonPositions";

/** KooCLI writes "" for a value that is not set. */
const value = z
  .string()
  .nullish()
  .transform((text) => (text === "" || text === null ? undefined : text));
const keys = { accessKeyId: value, secretAccessKey: value, securityToken: value };

const profileSchema = z.object({
  name: z.string(),
  mode: value,
  ...keys,
  region: value,
  projectId: value,
  agencyName: value,
  agencyDomainName: value,
  agencyDomainId: value,
  ssoAuth: z.object({ stsToken: z.object(keys).nullish() }).nullish(),
});

const configSchema = z.object({
  authEncrypt: z.union([z.string(), z.boolean()]).nullish(),
  current: value,
  profiles: z.array(profileSchema).nullish(),
});

export type KooCliProfile = z.output<typeof profileSchema>;

export interface KooCliConfig {
  /** Whether the file says that its keys are encrypted. */
  encrypted: boolean;
  current: string | undefined;
  profiles: readonly KooCliProfile[];
  /** Line (from 1) of the value at this path: `["profiles", 0, "accessKeyId"]`. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** @throws ConfigurationError with file and line for what is no JSON, or not KooCLI's */
export function parseKooCliConfig(path: string, text: string): KooCliConfig {
  if (text.trim() === "") return { encrypted: false, current: undefined, profiles: [], lineOf: () => 1 };
  const positions = jsonPositions(text);
  if (positions.brokenAt !== undefined) {
    const line = lineAt(text, positions.brokenAt);
    throw new ConfigurationError(
      `${path}, line ${line}: not JSON from here on. Mend it, or write it anew with hcloud configure set.`,
    );
  }
  const parsed = configSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const line = positions.lineOf(parsed.error.issues[0]?.path ?? []);
    throw new ConfigurationError(`${path}, line ${line}: not as KooCLI writes it: ${describeIssues(parsed.error)}.`);
  }
  const { authEncrypt, current, profiles } = parsed.data;
  return {
    encrypted: String(authEncrypt).toLowerCase() === "true",
    current,
    profiles: profiles ?? [],
    lineOf: (at) => positions.lineOf(at),
  };
}
