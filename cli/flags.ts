import { InvalidArgumentError, Option, type Command } from "commander";
import {
  DlfClient,
  type DlfClientOptions,
  type JobsFilter,
  type JobsQuery,
  type ListJobsResult,
  type Priority,
} from "../sdk/index";
import { defaultWorkspace } from "../sdk/text/defaultWorkspace";
import { parseDuration } from "../sdk/text/duration";
import { CommandError, write, type Shell } from "./shell";
import { oneLine } from "../sdk/text/printable";

/** Where the service is. */
export interface PlaceFlags {
  region?: string;
  projectId?: string;
  endpoint?: string;
  iamEndpoint?: string;
  domain?: string;
}

export interface ConnectionFlags extends PlaceFlags {
  timeout?: number;
  maxAttempts?: number;
  requestsPerSecond?: number;
}

export interface FilterFlags {
  match?: string[];
  exclude?: string[];
  status?: string[];
  lastInstanceStatus?: string[];
  owner?: string[];
  folder?: string[];
  minPriority?: Priority;
}

export interface QueryFlags extends FilterFlags {
  type: "BATCH" | "REAL_TIME" | "ALL";
  name?: string;
  exactName?: boolean;
  tag?: string[];
  tagMatch?: "any" | "all";
}

/** Which flag gives which part of the filter. */
export const filterFlags = {
  names: "match",
  excludeNames: "exclude",
  statuses: "status",
  lastInstanceStatuses: "lastInstanceStatus",
  owners: "owner",
  folders: "folder",
  minPriority: "minPriority",
} as const satisfies Record<keyof JobsFilter, keyof FilterFlags>;

const connectionGroup = "Connection (credentials: see dlf-jobs --help):";

/** No flag for a key: everyone on the machine may read the command line of a process. */
export function addPlaceFlags(command: Command): Command {
  return [
    new Option("--region <name>", "such as cn-north-4; default: $HW_REGION_NAME"),
    new Option("--project-id <id>", "default: $HW_PROJECT_ID, else looked up through IAM"),
    new Option("--endpoint <url>", "default: $DLF_ENDPOINT, else the region's"),
    new Option("--iam-endpoint <url>", "default: $HUAWEICLOUD_SDK_IAM_ENDPOINT, else the region's"),
    new Option("--domain <name>", "domain of the cloud; default: $HW_CLOUD, else myhuaweicloud.com"),
  ].reduce((each, option) => each.addOption(option.helpGroup(connectionGroup)), command);
}

export function addConnectionFlags(command: Command): Command {
  return [
    new Option("--timeout <duration>", "limit of a whole listing; default: 2m").argParser(duration()),
    new Option("--max-attempts <n>", "how often a request is sent at most; default: 5").argParser(wholeNumber),
    new Option("--requests-per-second <n>", "default: 30, the service's quota of a user").argParser(wholeNumber),
  ].reduce((each, option) => each.addOption(option.helpGroup(connectionGroup)), addPlaceFlags(command));
}

export function addQueryFlags(command: Command, defaultType: QueryFlags["type"] = "BATCH"): Command {
  const group = "Which jobs:";
  const query = [
    new Option("--type <type>", "type of the jobs").choices(["BATCH", "REAL_TIME", "ALL"]).default(defaultType),
    new Option("--name <text>", "jobs whose name contains this, as the service matches it"),
    new Option("--exact-name", "only the job with exactly that name"),
    new Option("--tag <tag>", "jobs with this tag; may be repeated").argParser(collect),
    new Option("--tag-match <how>", "several tags: jobs with any, or with all of them").choices(["any", "all"]),
  ].reduce((each, option) => each.addOption(option.helpGroup(group)), command);
  return addFilterFlags(query);
}

function addFilterFlags(command: Command): Command {
  const group = "Which of these (laid over the whole list; all but the last may be repeated):";
  return [
    new Option("--match <glob>", "jobs with this name, or whose name matches: * is any text, ? any one character"),
    new Option("--exclude <glob>", "not the jobs with this name, or whose name matches"),
    new Option("--status <status>", "jobs with this status, in any case"),
    new Option("--last-instance-status <status>", "jobs whose last instance has this status, in any case"),
    new Option("--owner <glob>", "jobs of this owner"),
    new Option("--folder <glob>", "jobs in this folder: /dwd, or /dwd/* for all that lie below it"),
  ]
    .map((option) => option.argParser(collect))
    .concat(new Option("--min-priority <priority>", "of this priority and above").choices(["high", "medium", "low"]))
    .reduce((each, option) => each.addOption(option.helpGroup(group)), command);
}

/** For flags that may be repeated. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, nonEmpty(value)];
}

export function nonEmpty(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("It must not be empty.");
  return value;
}

/**
 * A flag that takes one value and is given twice is a usage error: whoever gave both meant both, and the last alone may
 * name fewer jobs. Of the command line only: what comes from a default counts not.
 */
export function refuseRepeatedFlags(command: Command): void {
  const single = command.options.filter(
    (option) => (option.required || option.optional) && option.parseArg !== collect,
  );
  for (const option of single) {
    let isGiven = false;
    command.on(`option:${option.name()}`, () => {
      if (isGiven) command.error(`error: option '${option.flags}' is given twice, and takes one value`);
      isGiven = true;
    });
  }
}

export function addWorkspaceFlag(command: Command): Command {
  const text = `workspace ID; "${defaultWorkspace}" or none: the default workspace`;
  return command.addOption(new Option("--workspace <id>", text).helpGroup("Which jobs:"));
}

export function addWorkspacesFlag(command: Command): Command {
  const text = `workspace ID, may be repeated; "${defaultWorkspace}" or none: the default workspace`;
  return command.addOption(new Option("--workspace <id>", text).helpGroup("Which jobs:").argParser(collect));
}

/** Each once, in the order given. */
export function workspacesOf(flag: readonly string[] | undefined): string[] {
  return [...new Set(flag ?? [defaultWorkspace])];
}

/** As a client is given it. */
export function placeOf(flags: PlaceFlags): Pick<DlfClientOptions, keyof PlaceFlags> {
  const { region, projectId, endpoint, iamEndpoint, domain } = flags;
  return { region, projectId, endpoint, iamEndpoint, domain };
}

export function clientOf(flags: ConnectionFlags, { env, stderr }: Shell): DlfClient {
  const { maxAttempts, requestsPerSecond } = flags;
  const options: DlfClientOptions = { ...placeOf(flags), maxAttempts, requestsPerSecond };
  const warn = (message: string): void => {
    void write(stderr, `dlf-jobs: ${oneLine(message)}\n`).catch(() => undefined);
  };
  const dependencies = { environment: env, warn };
  return new DlfClient({ ...options, listTimeoutMs: flags.timeout }, dependencies);
}

/** Tells what should be looked at in a list. */
export async function warnOf({ warnings = [] }: Pick<ListJobsResult, "warnings">, { stderr }: Shell): Promise<void> {
  for (const warning of warnings) await write(stderr, `dlf-jobs: ${oneLine(warning)}\n`);
}

/** @throws CommandError */
export function queryOf(flags: QueryFlags, workspace: string | undefined): JobsQuery {
  if (flags.exactName === true && flags.name === undefined) throw new CommandError("--exact-name needs --name");
  return {
    jobType: flags.type,
    jobName: flags.name,
    exactName: flags.exactName,
    tags: flags.tag,
    tagMatch: flags.tagMatch,
    workspace: workspace === defaultWorkspace ? undefined : workspace,
    filter: filterOf(flags),
  };
}

function filterOf(flags: FilterFlags): JobsFilter | undefined {
  const given = Object.entries(filterFlags).flatMap(([part, flag]) =>
    flags[flag] === undefined ? [] : [[part, flags[flag]] as const],
  );
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

/** Reads a duration into ms, within limits. */
export function duration(least = 1, most = Infinity): (text: string) => number {
  return (text) => {
    const ms = parseDuration(text);
    if (ms === undefined) throw new InvalidArgumentError('It must be a length of time such as "90s" or "5m".');
    if (ms < least || ms > most) {
      throw new InvalidArgumentError(`It must be from ${least / 1_000}s to ${most / 1_000}s.`);
    }
    return ms;
  };
}

/** A duration as it is written, for what reads it itself. */
export function durationText(text: string): string {
  duration()(text);
  return text;
}
