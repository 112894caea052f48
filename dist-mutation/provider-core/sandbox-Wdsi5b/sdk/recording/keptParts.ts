/** What of requests and answers is kept at all. Everything else is left out, whatever it is. */
// @ts-nocheck


const requestHeaders: readonly RegExp[] = [/^accept$/, /^host$/, /^workspace$/, /^x-project-id$/, /^x-sdk-date$/];

/** About the quota. By words that are usual there: any other may name somebody. */
export const quotaHeader =
  /^(x-)?(api-)?rate-?limit(-(limit|remaining|remain|reset|used|policy|user|api|app|ip|requests?|window|second|minute|hour|day))*$/;

const responseHeaders: readonly RegExp[] = [
  /^content-(type|length|encoding)$/,
  /^transfer-encoding$/,
  /^date$/,
  /^retry-after$/,
  /^x-request-id$/,
  quotaHeader,
  // These tell a proxy from the service.
  /^(server|via)$/,
];

const jobsPath = /^\/v1\/[^/]+\/jobs\/?$/;
const projectsPath = /^\/v3\/projects\/?$/;

/** The list of jobs and IAM's projects. A bare address that is no URL is none of them. */
export function isKeptRequest({ method, url }: { method: string; url: string }): boolean {
  if (method !== "GET" || !URL.canParse(url)) return false;
  const { pathname } = new URL(url);
  return jobsPath.test(pathname) || projectsPath.test(pathname);
}

/** By lower-cased name. */
export function keptRequestHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return kept(headers, requestHeaders);
}

/** By lower-cased name. */
export function keptResponseHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return kept(headers, responseHeaders);
}

function kept(headers: Readonly<Record<string, string | undefined>>, names: readonly RegExp[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [header, value] of Object.entries(headers)) {
    const name = header.toLowerCase();
    if (value !== undefined && names.some((pattern) => pattern.test(name))) found[name] = value;
  }
  return found;
}
