/** A job as the service keeps it: the API's fields, and two that it never sends. */
// @ts-nocheck

export type EmulatedJob = Record<string, unknown> & {
  name: string;
  jobType: string;
  tags?: readonly string[];
  /** Workspace ID. Default: the default workspace. */
  workspace?: string;
};

export interface EmulatedCredentials {
  accessKey: string;
  secretKey: string;
  /** Requests must carry it, and be signed over it. */
  securityToken?: string;
  /** In every workspace. A viewer may list jobs (default), a deployer may not: DLF.6888. */
  workspaceRole?: "viewer" | "deployer";
}

/**
 * What a request asks for: a list of jobs, IAM's projects, keys of an agency by IAM (`securitytokens`) or by STS
 * (`assume`), keys for an ID token by STS (`assume-with-oidc`), an IAM token for an ID token (`id-token`), the metadata
 * service's handshake and its keys, a pod's keys.
 */
export type RequestKind =
  | "jobs"
  | "projects"
  | "securitytokens"
  | "assume"
  | "assume-with-oidc"
  | "id-token"
  | "metadata-token"
  | "metadata-key"
  | "pod"
  | "other";

/** Temporary keys that the emulator has handed out. */
export interface IssuedCredentials extends Required<Omit<EmulatedCredentials, "workspaceRole">> {
  /** What they were asked for with. */
  by: RequestKind;
  /** ms since the epoch, by the emulator's clock. */
  expiresAt: number;
  /** The projects that they see and may list. */
  projects: readonly EmulatedProject[];
}

export interface EmulatedProject {
  id: string;
  name: string;
}

/** An agency in another account. */
export interface EmulatedAgency {
  name: string;
  domainName: string;
  domainId: string;
  /** Of the other account. Default: one, named after the region. */
  projects?: readonly EmulatedProject[];
}

/** A request as it came, without its Authorization header. */
export interface EmulatedRequest {
  /** Counts the requests of this kind from 0, since the start or the last `resetRequests()`. */
  index: number;
  kind: RequestKind;
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
}

/** What is to happen to a request in the place of its true answer. */
export type Intervention =
  /** This answer instead. A header that is `undefined` is left out. */
  | { kind: "respond"; status: number; headers?: Record<string, string>; body?: string | Buffer }
  /** The connection is cut without an answer. */
  | { kind: "drop" }
  /** The true answer's headers and half of its body, then the connection is cut. */
  | { kind: "truncate" }
  /** Never an answer. */
  | { kind: "hang" }
  /** The true answer, `ms` milliseconds later. */
  | { kind: "delay"; ms: number }
  /** The true page, changed. Text is sent as it is, anything else as JSON. */
  | { kind: "page"; change: (page: { total: unknown; jobs: unknown[] }) => unknown };

export interface DlfEmulatorOptions {
  /** Port on 127.0.0.1. Default: 0, any free one. */
  port?: number;
  /** Who may ask. Default: one pair of made-up keys, see `DlfEmulator.credentials`. */
  credentials?: readonly [EmulatedCredentials, ...EmulatedCredentials[]];
  /** Default: `cn-north-4`. */
  region?: string;
  /** The projects that IAM knows. Default: one, named after the region. */
  projects?: readonly EmulatedProject[];
  /** IAM tokens that are taken as `X-Auth-Token` in the place of a signature. Default: none. */
  authTokens?: readonly string[];
  /** How long temporary keys hold, in ms, whatever duration was asked for. Default: as long as was asked for. */
  keyLifetimeMs?: number;
  /** Agencies of other accounts that the emulator's keys may act for. Default: none. */
  agencies?: readonly EmulatedAgency[];
  /** The ID token that STS and IAM take, and for what. Default: none is taken. */
  oidc?: { idToken: string; providerUrn: string; agencyUrn: string } | { idToken: string; idpId: string };
  /**
   * The metadata service: what its handshake answers, a token (default) or the status of a service without handshake;
   * whether the server has an agency (default: true). Absent: no metadata service, all of it is 404.
   */
  metadata?: { handshake?: "token" | 404 | 405 | 503; agency?: boolean };
  /** What a pod must send as `Authorization`; the path is `/pod/credentials`. Absent: 404. */
  pod?: { authorization: string };
  /** Workspace IDs that are known besides those of the jobs. Any other is refused, as the service does. */
  workspaces?: readonly string[];
  /** The jobs, listed in this order; or how many to make up, the same ones for the same seed. Default: none. */
  jobs?: readonly EmulatedJob[] | { seed: number; batch: number; realTime: number };
  /**
   * What `offset` counts: pages (default, as the reference says), records (as other clients find), records rounded
   * down to a multiple of the limit, pages from 1 on, or nothing: always the first page.
   */
  offset?: "page" | "record" | "record-rounded" | "page-from-1" | "ignored";
  /**
   * What offset 0 gives where pages count from 1: the same as offset 1 (default), DLF.3051, an empty page, or an empty
   * page that says `total` 0.
   */
  pageZero?: "page-1" | "refuse" | "empty" | "empty-total-0";
  /** What lies past the end: empty pages (default), DLF.3051, or the first page again. The first page is never past it. */
  pastEnd?: "empty" | "refuse" | "first-page";
  /** `total` never says more than this, however many jobs there are. Default: it is right. */
  maxTotal?: number;
  /** The largest page: 1 to 1000, default 1000. */
  maxLimit?: number;
  /** What becomes of a larger limit: silently `cap`ped (default), or `refuse`d with DLF.3051. */
  overMaxLimit?: "cap" | "refuse";
  /** Under a silent cap page k begins at k times the `cap` (default), or at k times the `limit` asked for. */
  cappedPagesCountIn?: "cap" | "limit";
  /** Whether several tags mean `any` (default) or `all` of them: the reference does not say. */
  tagMatch?: "any" | "all";
  /**
   * A recording, of `dlf-jobs doctor --record`, to answer as it does: what was asked in it as it was answered, any other
   * page or name by the behaviour that it shows, or with 501 and `REPLAY` where it does not tell. The jobs, the project and
   * the workspaces are its own then, under their made-up names; the options about jobs and pages have no effect.
   */
  replay?: string;
  /** Delay of every answer in ms. Default: 0. */
  latencyMs?: number;
  /** More requests in a second are answered with 429 and APIGW.0308. Default: no such limit. */
  requestsPerSecond?: number;
  /** How far the server's clock is ahead of this machine's, in ms. Default: 0, or as the recording tells. */
  clockOffsetMs?: number;
  /** Called for every request before it is answered: to inject failures. */
  intercept?: (request: EmulatedRequest) => Intervention | undefined;
}
