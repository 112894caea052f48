import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { defaultWorkspace } from "../../sdk/text/defaultWorkspace";

/**
 * Tells of each request for a list of jobs that this process sends, with its workspace: also of those that are sent
 * again, which the client does not report. Returns the function that ends it.
 */
export function countRequests(requested: (workspace: string) => void): () => void {
  const channel = "http.client.request.start";
  const onRequest = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    if (!/\/jobs(\?|$)/.test(request.path)) return; // IAM, asked for the project, or a proxy, for a tunnel.
    const workspace = request.getHeader("workspace");
    requested(typeof workspace === "string" ? workspace : defaultWorkspace);
  };
  subscribe(channel, onRequest);
  return () => {
    unsubscribe(channel, onRequest);
  };
}
