import { enforcements, unknownPolicies, type gateArgs, type GateFinding } from "../../provider/core/jobGate";
import type { GetDlfJobsResult } from "../../provider/core/jobsResult";
import type { snapshotArgs, Recorded, queryArgs } from "../../provider/core/jobsSnapshot";
import { jobFields } from "../../provider/core/snapshot";
import type { ConfigKey, secretKeys } from "../../provider/core/configuration";
import type { GateExemption, GateRules, GateWait, Job, JobQuery, JobsFilter, JobsQuery } from "../../sdk/index";
import { statuses } from "../../sdk/jobs/statuses";
import {
  count,
  flag,
  listOf,
  objectOf,
  oneOf,
  reference,
  text,
  time,
  type Properties,
  type Property,
} from "./property";

/*
 * The names of all properties are bound to the types of the package: one that is missing here, or is none of theirs,
 * does not compile. The words are for readers of every language.
 */
type Described<Keys extends string> = Record<Keys, Property>;

const knownStatuses = (of: keyof typeof statuses) =>
  `Known are ${Object.keys(statuses[of]).join(", ")}; others may come.`;

export const job: Described<keyof Job> = {
  name: text("Name of the job, unique in its workspace."),
  jobType: text("BATCH: the job runs at intervals and has instances. REAL_TIME: it runs all the time."),
  status: text(
    `Status of the job. Of a batch job: ${knownStatuses("BATCH")} Of a real-time job: ${knownStatuses("REAL_TIME")} ` +
      "Some servers leave it out.",
  ),
  lastInstanceStatus: text(
    "How the last finished instance of the job ended; what runs now may never be told. " +
      `${knownStatuses("lastInstance")} Absent for a batch job that has not run yet, and for most real-time jobs.`,
  ),
  lastInstanceEndTime: time("When the last finished instance ended, in ms since the epoch."),
  owner: text("Owner of the job."),
  priority: count("Priority of the job: 0 is high (the service's default), 1 medium, 2 low."),
  path: text("Folder of the job; / is the root."),
  startTime: time("When the job starts to run, in ms since the epoch."),
  endTime: time("When the job stops running, in ms since the epoch."),
  singleNodeJobFlag: flag("Whether the job has a single task."),
  createUser: text("Who created the job. Some servers leave it out."),
  createTime: time("When the job was created, in ms since the epoch. Some servers leave it out."),
  lastUpdateUser: text("Who changed the job last."),
  lastUpdateTime: time("When the job was changed last, in ms since the epoch."),
};

export const jobRequired: readonly (keyof Job)[] = ["name", "jobType"];

const query: Described<(typeof queryArgs)[number]> = {
  jobType: { ...oneOf("JobTypeFilter"), description: "Which jobs: BATCH (the default), REAL_TIME, or ALL for both." },
  jobName: text("Only jobs whose name contains this, as the service matches it: 1 to 128 characters."),
  exactName: flag("Keep only the job whose name is exactly jobName. Default: false."),
  tags: listOf({ type: "string" }, "Only jobs with these tags. No tag may hold a comma. Default: no filter."),
  tagMatch: {
    ...oneOf("TagMatch"),
    description:
      "With several tags: jobs that have any of them, or all of them. Made certain by one listing for each tag. Without " +
      "it the service decides, whose reference does not say which of the two it does.",
  },
  workspace: text("ID of the workspace. Default: that of the provider, else the default workspace."),
  filter: objectOf("JobsFilter", "Which of the jobs that the service lists are meant. Default: all."),
};

export const jobsFilter: Described<keyof JobsFilter> = {
  names: listOf({ type: "string" }, "Names, or globs of * and ? (ods_*), with their case."),
  excludeNames: listOf({ type: "string" }, "Names, or globs, of jobs that are left out."),
  statuses: listOf({ type: "string" }, "Statuses, without regard to case. A job without one is kept."),
  lastInstanceStatuses: listOf(
    { type: "string" },
    "Statuses of the last finished instance, without regard to case. A job that never ran has: no status.",
  ),
  owners: listOf({ type: "string" }, "Owners, or globs, with their case. A job without an owner is kept."),
  folders: listOf(
    { type: "string" },
    "Folders, or globs: /dwd/* is all that lies below /dwd, at any depth. A job without a folder is kept.",
  ),
  minPriority: {
    ...oneOf("Priority"),
    description: "This priority and above. A job without a priority is high.",
  },
};

export const getJobsInputs: Described<keyof JobsQuery> = {
  ...query,
  consistency: {
    ...oneOf("Consistency"),
    description:
      "strict (the default): the list is whole, or the call fails. best-effort: where the service's pages keep " +
      "contradicting each other, what there is comes with complete = false, and a warning.",
  },
};

export const getJobInputs: Described<keyof JobQuery> = {
  name: text("The whole name of the job, with its case: 1 to 128 characters."),
  jobType: { ...oneOf("JobTypeFilter"), description: "Of which type it is: BATCH, REAL_TIME, or ALL (the default)." },
  workspace: query.workspace,
};

export const getJobsOutputs: Described<Exclude<keyof GetDlfJobsResult, keyof JobsQuery>> = {
  id: text("A hash of the query: the same in every run."),
  total: count("How many jobs match: the length of jobs."),
  names: listOf({ type: "string" }, "Names of the jobs, in the order of jobs."),
  jobs: listOf({ $ref: "#/types/dlf:index:Job" }, "The jobs, by type, then by name."),
  complete: flag("False only with consistency best-effort, where the list did not settle."),
};

export const snapshotInputs: Described<(typeof snapshotArgs)[number]> = {
  ...query,
  compareFields: listOf(
    { type: "string" },
    "The fields of a job whose change is a change of the snapshot. Default: all but lastInstanceStatus and " +
      "lastInstanceEndTime, which change with every run. A job that comes or goes always counts.",
  ),
  freeze: flag(
    "Keep the recorded list, also in a refresh, until another argument or a trigger changes. Default: false.",
  ),
  triggers: listOf({ $ref: "pulumi.json#/Any" }, "Any values: when one changes, a frozen snapshot is listed again."),
};

export const snapshotOutputs: Described<Exclude<keyof Recorded, "snapshot">> = {
  jobs: listOf(
    { $ref: "#/types/dlf:index:Job" },
    "The jobs as they were when the snapshot was recorded, by type, then by name. To decide on jobs as they are now is " +
      "for a gate or for getJobs.",
  ),
  names: listOf({ type: "string" }, "Names of the jobs, in the order of jobs."),
  total: count("How many jobs there are."),
};

export const gateQuery: Properties = query;

export const gateInputs: Described<(typeof gateArgs)[number]> = {
  query: objectOf("GateQuery", "Which jobs the rules look at. Default: all batch jobs of the default workspace."),
  rules: objectOf("GateRules", "What must hold for the jobs: one rule at least. All that are given must hold."),
  enforcement: {
    ...oneOf("Enforcement"),
    description:
      "What a violated gate does: mandatory (the default) ends preview and update; advisory shows a warning, and the " +
      "deployment goes on.",
  },
  onUnknown: {
    ...oneOf("UnknownPolicy"),
    description:
      "What an unknown gate does, whose jobs cannot be known: stop (the default) ends preview and update; warn shows a " +
      "warning, and the deployment goes on. Mistakes in arguments or configuration always end it.",
  },
  wait: objectOf(
    "GateWait",
    "Ask again, in the update, until the rules hold or the time is over. A preview does not wait: it says what is not so " +
      "yet. Default: no wait.",
  ),
};

export const gateWait: Described<keyof GateWait> = {
  timeout: text("The limit, such as 10m. Then the gate asks a last time."),
  interval: text("How long from one ask to the next: 1s and more. Default: 30s."),
  consecutive: count("The rules must hold so many times in a row, once the gate waits: 1 to 100. Default: 1."),
  failFast: listOf({ type: "string" }, "Rules that end the wait at once when they are violated, such as requiredJobs."),
};

export const gateExemption: Described<keyof GateExemption> = {
  jobs: listOf({ type: "string" }, "Names, or globs of * and ?."),
  reason: text("Why, for the reports: one line."),
  until: text("The last day on which it holds, as 2026-12-31, in UTC. After it the jobs count again."),
};

export const gateOutputs: Described<"finding"> = {
  finding: objectOf("GateFinding", "What the gate found."),
};

export const gateFinding: Described<keyof GateFinding> = {
  result: text(
    "holds; violated (an advisory gate whose rules do not hold); or unknown (the jobs could not be known, and onUnknown " +
      "lets that pass). Not known yet in a preview whose inputs are not known yet, or whose gate is still to wait.",
  ),
  notes: listOf(
    { type: "string" },
    "Exemptions, and rules that are broken by no more jobs than are tolerated. Absent where there are none.",
  ),
  violations: listOf(
    { type: "string" },
    "For each rule that does not hold: which one, and the names of the jobs that break it.",
  ),
};

export const gateRules: Described<keyof GateRules> = {
  requiredJobs: listOf(
    { type: "string" },
    "Jobs with these names exist. ignoreJobs and minPriority hide none from this rule.",
  ),
  minJobs: count("There are so many jobs at least: 0 or more."),
  maxJobs: count("There are so many jobs at most: 0 or more."),
  allowedStatuses: objectOf("AllowedStatuses", "Every job of a type has one of the statuses that are named for it."),
  forbiddenLastInstanceStatuses: listOf(
    { type: "string" },
    "No job's last finished instance has one of these, such as fail and running-exception.",
  ),
  maxAgeOfLastSuccess: text(
    "Every batch job's last finished instance succeeded, and ended no longer ago than this: a number with a unit, such " +
      "as 26h, 90m, 2d. A job that has not run yet breaks the rule.",
  ),
  maxRunning: count("The last instance of so many batch jobs at most is told as running: 0 or more."),
  ignoreJobs: listOf({ type: "string" }, "Names, or globs of * and ? (tmp_*), of jobs that no rule looks at."),
  minPriority: {
    ...oneOf("Priority"),
    description: "Only jobs of this priority and above are looked at. A job without a priority is high.",
  },
  tolerate: text(
    "So many jobs (3), or such a share of the jobs that a rule looks at (5%, rounded down), may break each of " +
      "allowedStatuses, forbiddenLastInstanceStatuses and maxAgeOfLastSuccess. Default: none.",
  ),
  exemptions: listOf(
    reference("GateExemption"),
    "Jobs that no rule looks at until a day, since somebody knows of them.",
  ),
  allowEmpty: flag("Let a gate hold that has no job to look at. Default: false: an empty answer opens no gate."),
};

export const allowedStatuses: Described<"batch" | "realTime"> = {
  batch: listOf({ type: "string" }, "Statuses that are good for a batch job. Default: any."),
  realTime: listOf({ type: "string" }, "Statuses that are good for a real-time job. Default: any."),
};

type SecretKey = (typeof secretKeys)[number];
const secret = (description: string): Property => ({ ...text(description), secret: true });

const credentials: Described<SecretKey> = {
  accessKey: secret("Access key (AK). Default: HW_ACCESS_KEY, or the next place that has credentials."),
  secretKey: secret("Secret key (SK) of the access key. Default: HW_SECRET_KEY."),
  securityToken: secret("Security token of temporary keys. Default: HW_SECURITY_TOKEN."),
  authToken: secret("An IAM token, in the place of keys. Default: HW_AUTH_TOKEN."),
};

export const configuration: Described<ConfigKey> = {
  region: text("Region, such as cn-north-4. Default: HW_REGION_NAME, else that of the project or of KooCLI's profile."),
  projectId: text("ID of the project. Default: HW_PROJECT_ID, else looked up through IAM."),
  projectName: text(
    "Name of the project, such as cn-north-4_team. Default: HW_PROJECT_NAME, else the region's own project.",
  ),
  workspace: text("ID of the workspace for queries that name none. Default: the default workspace."),
  domain: text("Domain of the endpoints. Default: HW_CLOUD, else myhuaweicloud.com."),
  endpoint: text("Address of DataArts Factory. Default: DLF_ENDPOINT, else made of region and domain."),
  iamEndpoint: text("Address of IAM. Default: HUAWEICLOUD_SDK_IAM_ENDPOINT, else made of region and domain."),
  stsEndpoint: text("Address of STS. Default: HUAWEICLOUD_SDK_STS_ENDPOINT, else made of region and domain."),
  profile: text("Profile of KooCLI's shared file. Default: HW_PROFILE, else the current one."),
  sharedConfigFile: text("KooCLI's shared file. Default: HW_SHARED_CONFIG_FILE, else ~/.hcloud/config.json."),
  agencyName: text("An agency of another account that the credentials act for. Default: HW_ASSUME_ROLE_AGENCY_NAME."),
  agencyDomainName: text("Name of the other account. Default: HW_ASSUME_ROLE_DOMAIN_NAME."),
  agencyDomainId: text("ID of the other account, instead of its name. Default: HW_ASSUME_ROLE_DOMAIN_ID."),
  ...credentials,
};

/** Values with a name of their own in typed languages. */
export const enumerations: Readonly<Record<string, { description: string; values: readonly string[] }>> = {
  JobTypeFilter: { description: "Which types of jobs are listed.", values: ["BATCH", "REAL_TIME", "ALL"] },
  TagMatch: { description: "How several tags are meant.", values: ["any", "all"] },
  Consistency: { description: "What becomes of a list that does not settle.", values: ["strict", "best-effort"] },
  Enforcement: { description: "What becomes of a deployment whose gate is shut.", values: enforcements },
  UnknownPolicy: {
    description: "What becomes of a deployment whose gate cannot know the jobs.",
    values: unknownPolicies,
  },
  Priority: { description: "Priority of a job.", values: ["high", "medium", "low"] },
  JobField: { description: "A field of a job that a snapshot may compare.", values: jobFields },
  BatchJobStatus: { description: "Known statuses of batch jobs.", values: Object.keys(statuses.BATCH) },
  RealTimeJobStatus: { description: "Known statuses of real-time jobs.", values: Object.keys(statuses.REAL_TIME) },
  LastInstanceStatus: {
    description: "Known statuses of a job's last finished instance.",
    values: Object.keys(statuses.lastInstance),
  },
};
