// @ts-nocheck
import { listPlaces } from "../credentials/chain";
import type { ResolvedCredentials } from "../credentials/resolveCredentials";
import type { NotFound } from "../credentials/source";
import type { Deadline } from "../time/deadline";
import type { DescribedValue } from "./describeConfiguration";
import { ConfigurationError } from "../errors";
import type { SignedHttp } from "../http/signedHttp";
import { lookUpProject } from "./lookUpProject";
import type { Location } from "./location";
import { projectIdSchema } from "../configuration/options";
import type { Settings } from "../configuration/settings";

export interface FindProjectDependencies {
  http: SignedHttp;
  warn: (message: string) => void;
}

/**
 * The project's ID: where something gives it, else from IAM.
 *
 * @throws ConfigurationError when there is none, or nothing to look it up by
 */
export async function findProject(
  location: Location,
  credentials: ResolvedCredentials,
  { http, warn }: FindProjectDependencies,
  deadline: Deadline,
): Promise<DescribedValue> {
  const known = knownProject(location.settings, credentials);
  if ("value" in known) return known;
  const name = location.settings.projectName ?? (await location.region());
  if (name === undefined) {
    throw new ConfigurationError(
      "No project ID, and no region to look it up by. Set the project ID in code or configuration or as " +
        `HW_PROJECT_ID, or the region (HW_REGION_NAME). Looked at: ${listPlaces([...known, ...location.placesWithout])}.`,
    );
  }
  const iamEndpoint = await location.endpoint("iamEndpoint");
  const { live, agency } = credentials;
  const { projectId: ownProject, origins, leftOut } = location.settings;
  const query = { iamEndpoint, name, credentials: live, places: listPlaces(known) };
  deadline.doing = `looking up the project ${name} in IAM (${new URL(iamEndpoint).host})`;
  const value = await lookUpProject(http, query, deadline);
  const unused =
    leftOut.find(({ option, by }) => option === "projectId" && by === "agency")?.place ??
    (agency && ownProject !== undefined && ownProject !== value ? origins.projectId?.source : undefined);
  if (unused !== undefined) {
    warn(
      `The project of ${unused} is not used: behind the agency it is the other account's project ${name}. Give projectId or ` +
        "projectName in code or configuration for another one.",
    );
  }
  return { value, source: `IAM, by the name ${name}` };
}

type LocatedProject = Pick<Settings, "projectId" | "projectName" | "origins" | "region" | "leftOut">;

/**
 * The project that something names by its ID; else the places that do not.
 *
 * A project belongs to one account: the environment's, and that of a file, are those of one's own credentials. Behind
 * an agency it is another account's, and looked up there unless the options name it.
 *
 * @throws ConfigurationError for one beside the credentials that is none, or that may be of another region than the
 * options name: names both
 */
export function knownProject(
  { projectId, projectName, origins, region, leftOut }: LocatedProject,
  { agency, besides, live }: Pick<ResolvedCredentials, "agency" | "besides"> & { live: { source: string } },
): DescribedValue | NotFound[] {
  const hidden = leftOut.find(({ option }) => option === "projectId" || option === "projectName");
  const idPlace =
    origins.projectId?.source ?? hidden?.place ?? "environment HW_PROJECT_ID and HUAWEICLOUD_SDK_PROJECT_ID";
  const notSet = hidden === undefined ? "not set" : `left out: ${hidden.because}`;
  if (projectId !== undefined && (origins.projectId?.by === "options" || agency === undefined)) {
    return { value: projectId, source: idPlace };
  }
  const given = { place: "projectId in code or configuration", why: "none" };
  if (agency !== undefined) {
    const why = projectId === undefined ? notSet : "of the account that uses the agency";
    return [given, { place: idPlace, why }];
  }
  if (projectName !== undefined) {
    return [given, { place: origins.projectName?.source ?? "projectName", why: "a name, to be looked up" }];
  }
  const sameRegion = besides.region === undefined || region === undefined || besides.region === region;
  if (besides.projectId === undefined || !sameRegion) {
    const why = besides.projectId === undefined ? "no project ID" : "a project of another region";
    return [given, { place: idPlace, why: notSet }, { place: live.source, why }];
  }
  if (besides.region === undefined && origins.region?.by === "options") {
    throw new ConfigurationError(
      `Two places: region ${region ?? ""} from ${origins.region.source}, and a project from ${live.source}, of which ` +
        "nothing tells the region. Name the project where the region is named, by projectId or projectName.",
    );
  }
  if (!projectIdSchema.safeParse(besides.projectId).success) {
    throw new ConfigurationError(`The project ID of ${live.source} is none: letters, digits, - and _ are allowed.`);
  }
  return { value: besides.projectId, source: live.source };
}
