/** A job as the service keeps it: the API's fields, and two that it never sends. */
export type EmulatedJob = Record<string, unknown> & {
  /** Unique in its workspace. */
  name: string;
  /** `BATCH` or `REAL_TIME`; anything else is never listed. */
  jobType: string;
  /** What the filter `tags` asks for. Default: none. */
  tags?: readonly string[];
  /** Workspace ID. Default: the default workspace. */
  workspace?: string;
};

/** Keys that may ask. */
export interface EmulatedCredentials {
  /** Access key (AK). */
  accessKey: string;
  /** Secret key (SK): requests must be signed with it. */
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

/** A project as IAM lists it. */
export interface EmulatedProject {
  /** What stands in the paths of requests. */
  id: string;
  /** Begins with that of its region: `cn-north-4_team`. */
  name: string;
}

/** An agency in another account. */
export interface EmulatedAgency {
  /** In the other account. */
  name: string;
  /** Name of the other account. */
  domainName: string;
  /** ID of the other account. */
  domainId: string;
  /** Of the other account. Default: one, named after the region. */
  projects?: readonly EmulatedProject[];
}

/** A request as it came, without its Authorization header. */
export interface EmulatedRequest {
  /** Counts the requests of this kind from 0, since the start or the last `resetRequests()`. */
  index: number;
  /** What it asks for. */
  kind: RequestKind;
  /** `GET`, `POST` or `PUT`. */
  method: string;
  /** As it was sent, still encoded, without the query. */
  path: string;
  /** What follows the `?`. */
  query: URLSearchParams;
  /** By their names in small letters. */
  headers: Readonly<Record<string, string>>;
}

/** What is to happen to a request in the place of its true answer. */
export type Intervention =
  | {
      /** This answer instead. */
      kind: "respond";
      /** Of HTTP. */
      status: number;
      /** One that is `undefined` is left out. Default: those of the service. */
      headers?: Record<string, string>;
      /** Default: empty. */
      body?: string | Buffer;
    }
  | {
      /** The connection is cut without an answer. */
      kind: "drop";
    }
  | {
      /** The true answer's headers and half of its body, then the connection is cut. */
      kind: "truncate";
    }
  | {
      /** Never an answer. */
      kind: "hang";
    }
  | {
      /** The true answer, later. */
      kind: "delay";
      /** So many milliseconds. */
      ms: number;
    }
  | {
      /** The true page, changed. */
      kind: "page";
      /** Makes of the page what is sent: text as it is, anything else as JSON. */
      change: (page: { total: unknown; jobs: unknown[] }) => unknown;
    };

/** How the emulator behaves. Everything is optional. */
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
  oidc?:
    | {
        /** The token. */
        idToken: string;
        /** The identity provider, as STS is asked for it. */
        providerUrn: string;
        /** The agency whose keys STS gives. */
        agencyUrn: string;
      }
    | {
        /** The token. */
        idToken: string;
        /** The identity provider, as IAM is asked for it. */
        idpId: string;
      };
  /** The metadata service. Absent: there is none, all of it is 404. */
  metadata?: {
    /** What its handshake answers: a token (default), or the status of a service without handshake. */
    handshake?: "token" | 404 | 405 | 503;
    /** Whether the server has an agency. Default: true. */
    agency?: boolean;
  };
  /** Where a pod gets its keys: `/pod/credentials`. Absent: 404. */
  pod?: {
    /** What the pod must send as `Authorization`. */
    authorization: string;
  };
  /** Workspace IDs that are known besides those of the jobs. Any other is refused, as the service does. */
  workspaces?: readonly string[];
  /** The jobs, listed in this order; or how many to make up, the same ones for the same seed. Default: none. */
  jobs?:
    | readonly EmulatedJob[]
    | {
        /** Any whole number. */
        seed: number;
        /** How many batch jobs. */
        batch: number;
        /** How many real-time jobs. */
        realTime: number;
      };
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
