import { randomBytes } from "node:crypto";
import { anonymizeBody } from "./anonymizeBody";
import { askedOfNobody } from "./askedOfNobody";
import { collecting } from "./collectIdentities";
import { isKeptRequest, keptRequestHeaders, keptResponseHeaders, quotaHeader } from "./keptParts";
import { recordingVersion, type ExchangeOfRecording, type Recording } from "./recording";
import type { RecordedExchange } from "./recordedExchange";
import type { Replacements } from "./replacements";
import { replacing } from "./replacing";
import { shiftedHttpDate, shiftedReset, shiftedSdkDate, shiftOf } from "./times";

export interface AnonymizeOptions {
  /** Of this package. */
  packageVersion: string;
  /** What the made-up texts are drawn by. Default: chance. Whoever knows it can undo a recording. */
  key?: string;
  /**
   * What must not come out wherever it stands, besides what is seen to be an identity by its place: keys of the
   * credentials, and what else is known to be somebody's. Without regard to case.
   */
  known?: readonly string[];
}

/**
 * A recording that tells what the service does, and nothing of whose jobs they are: names, people, folders, tags, IDs and
 * every other text are made up; times are shifted by one amount. Each kind is made up by itself, so that what everybody
 * knows (a message of the service, the name that the doctor asks for and no job has) tells nothing of the rest.
 *
 * Names keep their length, alphabet and order, and contain what was asked for by `jobName` where they did. Counts,
 * gaps between times, statuses, nulls, types and unknown fields stay as they were.
 */
export function anonymize(
  exchanges: readonly RecordedExchange[],
  { packageVersion, key = randomBytes(32).toString("hex"), known = [] }: AnonymizeOptions,
): Recording {
  const kept = exchanges.filter(({ request }) => isKeptRequest(request));
  const { identities, to: collect } = collecting();
  for (const exchange of kept) anonymizeExchange(exchange, collect);
  const shiftMs = shiftOf(Math.min(...kept.map(({ sentAt }) => sentAt)));
  const to = replacing(identities, known, kept.length === 0 ? 0 : shiftMs, key);
  return {
    about: about(packageVersion),
    version: recordingVersion,
    packageVersion,
    ...(!to.soughtKept && {
      note: "Made-up names contain what was asked for by jobName in other cases than the true names do: names are short.",
    }),
    exchanges: kept.map((exchange) => anonymizeExchange(exchange, to)),
  };
}

function about(packageVersion: string): string {
  return (
    "Requests for the list of jobs of Huawei Cloud DataArts Factory (DLF) and for IAM's projects, with their answers, " +
    `recorded by pulumi-dlf ${packageVersion}. Made up throughout: names of jobs, owners, users, folders and tags; IDs of ` +
    "projects, workspaces, domains and requests; hosts that are not public; and all other text, error messages included. " +
    "In fields that the API's reference does not have, so is every number of more than three digits that is no time, and " +
    "every number of a field whose name tells of an identity; another one of as many digits stands there. " +
    "Times are shifted by one amount. As they were: counts, statuses, error codes, nulls, types, names of the fields of " +
    "jobs and answers (but for statuses and names that share five letters or more with the name of a job, a person, a folder, a tag or " +
    "a project, unless by a usual word), gaps between times, and the length and order of the names of jobs, and " +
    "what they begin with alike. Whoever knows when it was made knows its times. Each kind of " +
    `text is made up by itself: the same word is another one in another kind. "${askedOfNobody}" is asked for by every ` +
    "doctor, and nobody's. No signature, key or token was ever in it."
  );
}

function anonymizeExchange(exchange: RecordedExchange, to: Replacements): ExchangeOfRecording {
  const { request, response, error, sentAt, durationMs } = exchange;
  return {
    sentAt: sentAt + to.shiftMs,
    durationMs,
    request: {
      method: request.method,
      url: anonymizeUrl(request.url, to),
      headers: mapHeaders(keptRequestHeaders(request.headers), (name, value) => requestHeader(name, value, to)),
    },
    ...(response && {
      response: {
        status: response.status,
        headers: mapHeaders(keptResponseHeaders(response.headers), (name, value) => responseHeader(name, value, to)),
        bytes: Buffer.byteLength(response.body),
        ...anonymousBody(response.body, to),
      },
    }),
    ...(error !== undefined && { error: /^[A-Z][A-Z0-9_]{0,63}$/.test(error) ? error : "UNKNOWN" }),
  };
}

function anonymizeUrl(url: string, to: Replacements): string {
  const { protocol, host, pathname, searchParams } = new URL(url);
  // Of the two requests that are kept, one has somebody's ID in its path.
  const path = pathname
    .split("/")
    .map((part, index, parts) => (parts[1] === "v1" && index === 2 ? idInUrl(part, to) : part));
  const query = [...searchParams].map(([name, value]) => {
    const known = ["jobType", "jobName", "tags", "offset", "limit", "name"].includes(name);
    return [known ? name : to.text(name, "a parameter's name"), parameter(name, value, to)]
      .map(encodeURIComponent)
      .join("=");
  });
  return `${protocol}//${to.host(host)}${path.join("/")}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

function idInUrl(part: string, to: Replacements): string {
  try {
    return encodeURIComponent(to.id(decodeURIComponent(part)));
  } catch {
    return to.text(part, "an ID");
  }
}

function parameter(name: string, value: string, to: Replacements): string {
  const text = () => to.text(value, `parameter ${name}`);
  switch (name) {
    case "jobType":
      return to.enumeration(value);
    case "jobName":
      return value === askedOfNobody ? value : to.sought(value);
    case "tags":
      return value
        .split(",")
        .map((tag) => (tag === askedOfNobody ? tag : to.identity(tag)))
        .join(",");
    case "name":
      return to.projectName(value);
    case "offset":
    case "limit":
      return /^-?\d{1,9}$/.test(value) ? value : text();
    default:
      return text();
  }
}

function mapHeaders(
  headers: Readonly<Record<string, string>>,
  change: (name: string, value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, change(name, value)]));
}

function requestHeader(name: string, value: string, to: Replacements): string {
  switch (name) {
    case "workspace":
    case "x-project-id":
      return to.id(value);
    case "host":
      return to.host(value);
    case "x-sdk-date":
      return shiftedSdkDate(value, to.shiftMs) ?? to.text(value, `header ${name}`);
    default:
      return mediaType(name, value, to);
  }
}

function responseHeader(name: string, value: string, to: Replacements): string {
  const text = () => to.text(value, `header ${name}`);
  switch (name) {
    case "content-type":
      return mediaType(name, value, to);
    case "content-length":
      return /^\d{1,12}$/.test(value) ? value : text();
    case "content-encoding":
    case "transfer-encoding":
      return /^(gzip|br|deflate|zstd|identity|chunked|, ?)+$/.test(value) ? value : text();
    case "date":
      return shiftedHttpDate(value, to.shiftMs) ?? text();
    case "retry-after":
      return /^\d{1,6}$/.test(value) ? value : (shiftedHttpDate(value, to.shiftMs) ?? text());
    case "x-request-id":
      return to.requestId(value);
    default:
      return quotaHeader.test(name) ? quota(name, value, to) : text();
  }
}

/** `application/json; charset=utf-8`. Of its other parameters nothing is kept: a reader does without. */
function mediaType(name: string, value: string, to: Replacements): string {
  const [type = "", ...parameters] = value.split(/(?=;)/);
  if (!/^(application|text|\*)\/(json|html|plain|xml|octet-stream|\*) ?$/i.test(type)) {
    return to.text(value, `header ${name}`);
  }
  const known = parameters.filter((each) => /^; ?charset="?(utf-?8|iso-8859-1|us-ascii|gbk)"? ?$/i.test(each));
  return [type, ...known].join("").trimEnd();
}

/** A quota has no more digits. */
const mostDigitsOfQuota = 6;

/** `remain:29,limit:30,time:1 second`: its numbers and a few words are what it is about. */
function quota(name: string, value: string, to: Replacements): string {
  const text = (word: string) => to.text(word, `header ${name}`);
  const isAddress = /\d\.\d+\.\d|::|:[0-9a-f]*:/i.test(value);
  if (isAddress) return text(value);
  const tellsTime = /reset/i.test(`${name} ${value}`);
  const words = /^(remain(ing|ed)?|limit|time|reset|w|q|second|minute|hour|day|s|m|h|d)s?$/i;
  return value.replace(/[\w\u0080-\u{10ffff}]+/gu, (word) => {
    if (!/^\d+$/.test(word)) return words.test(word) ? word : text(word);
    if (word.length <= mostDigitsOfQuota) return word;
    return (tellsTime ? shiftedReset(Number(word), to.shiftMs)?.toString() : undefined) ?? text(word);
  });
}

function anonymousBody(body: string, to: Replacements): { body: unknown } | { notJson: string } {
  try {
    return { body: anonymizeBody(JSON.parse(body), to) };
  } catch {
    return { notJson: filler(body.length) };
  }
}

/** A page of a proxy may name anybody. Nothing of it is kept but its length. */
function filler(length: number): string {
  return `(a text that is no JSON, of ${length} characters)`.padEnd(length, ".").slice(0, length);
}
