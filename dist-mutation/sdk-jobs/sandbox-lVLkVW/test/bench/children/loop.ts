// @ts-nocheck
import { Agent } from "node:http";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials";
import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient";
import { DefaultHttpClient } from "@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient";
import type { Contestant } from "./contestant";

/**
 * What users of the Terraform provider and of the official SDK write: one page of 100 after another over one
 * connection, until a page is empty. Whatever comes is believed. Sent by the official SDK's own client, as the SDK's
 * clients for single services send theirs.
 */
export const loop: Contestant = async ({ service, offset }) => {
  const { endpoint, projectId, credentials } = service;
  const httpAgent = new Agent({ keepAlive: true, maxSockets: 1 });
  const keys = new BasicCredentials().withAk(credentials.accessKey).withSk(credentials.secretKey);
  const http = new DefaultHttpClient({ axiosRequestConfig: { httpAgent } }, [endpoint]);
  const client = new HcClient(http).withEndpoints([endpoint]).withCredential(keys.withProjectId(projectId));
  const jobs: unknown[] = [];
  for (let page = 0; ; page += 1) {
    const answer = (await client.sendRequest({
      ...{ method: "GET", url: "/v1/{project_id}/jobs", contentType: "application/json", headers: {} },
      pathParams: { project_id: projectId },
      queryParams: { jobType: "BATCH", offset: offset === "page" ? page : page * 100, limit: 100 },
    })) as { jobs: unknown[] };
    if (answer.jobs.length === 0) break;
    jobs.push(...answer.jobs);
  }
  httpAgent.destroy();
  return jobs.length;
};
