// @ts-nocheck
import { request, type Agent } from "node:http";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner";
import type { Service } from "./messages";

/** One list request, signed by the official SDK, with nothing around it. Rejects unless the status is 200. */
export function get(agent: Agent, service: Service, page: { offset: number; limit: number }): Promise<Buffer> {
  const { endpoint, projectId, credentials } = service;
  const path = `/v1/${projectId}/jobs`;
  const queryParams = { jobType: "BATCH", offset: String(page.offset), limit: String(page.limit) };
  const unsigned = { method: "GET", endpoint: endpoint + path, queryParams, headers: { "X-Project-Id": projectId } };
  const keys = { getAk: () => credentials.accessKey, getSk: () => credentials.secretKey };
  const headers = AKSKSigner.sign(unsigned, keys as never);
  const url = `${endpoint}${path}?${new URLSearchParams(queryParams).toString()}`;
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`status ${response.statusCode ?? 0}`));
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}
