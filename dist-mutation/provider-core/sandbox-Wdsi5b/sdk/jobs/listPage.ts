// @ts-nocheck
import type { Deadline } from "../time/deadline";
import type { SignedHttp } from "../http/signedHttp";
import { parseJson } from "../http/json";
import { requestId } from "../http/responseError";
import type { DlfCredentials } from "../credentials/resolveCredentials";
import type { ListingFilter } from "./query";
import { parsePage, type JobPage } from "./schema";

/** Where the service is, and who asks. */
export interface Connection {
  endpoint: string;
  projectId: string;
  credentials: DlfCredentials;
}

/** A place in the list, in the API's own parameters. */
export interface PageRequest {
  offset: number;
  limit: number;
}

export type FetchPage = (page: PageRequest) => Promise<JobPage>;

/** One signed "Viewing a Job List": `GET /v1/{project_id}/jobs`. */
export function listPage(
  http: SignedHttp,
  connection: Connection,
  filter: ListingFilter,
  page: PageRequest,
  deadline: Deadline,
): Promise<JobPage> {
  const query: [string, string][] = [["jobType", filter.jobType]];
  if (filter.jobName !== undefined) query.push(["jobName", filter.jobName]);
  if (filter.tags.length > 0) query.push(["tags", filter.tags.join(",")]);
  query.push(["offset", String(page.offset)], ["limit", String(page.limit)]);

  const workspace = filter.workspace === undefined ? "the default workspace" : `workspace ${filter.workspace}`;
  const parameters = query.map(([name, value]) => `${name}=${value}`).join(", ");
  const what = `the list of jobs in ${workspace} (${parameters})`;

  return http.get(
    {
      endpoint: connection.endpoint,
      path: ["v1", connection.projectId, "jobs"],
      query,
      headers: {
        Accept: "application/json",
        "X-Project-Id": connection.projectId,
        // An empty header is not the default workspace but an unknown one: it is left out altogether.
        ...(filter.workspace !== undefined && { workspace: filter.workspace }),
      },
      what,
      parse: (response) =>
        parsePage(parseJson(response, what), filter.jobType, {
          what,
          status: response.status,
          // Read for an error alone: to make a text fit to be shown takes longer than to read a short page.
          get requestId() {
            return requestId(response);
          },
        }),
    },
    connection.credentials,
    deadline,
  );
}
