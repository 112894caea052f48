// @ts-nocheck
import { answers, type Answer } from "./answer";
import { CredentialServices, type ServiceRequest } from "./credentialServices";
import type { IssuedKeys } from "./issuedKeys";
import { listJobs } from "./listJobs";
import type { DlfEmulatorOptions, EmulatedCredentials, EmulatedJob, EmulatedProject, RequestKind } from "./options";
import type { Replay } from "./replay";
import type { RequestLog } from "./requestLog";
import { refusal, type SignedRequest } from "./verifySignature";

/** What the emulator is, once the defaults are in their place. */
export interface EmulatedState {
  options: DlfEmulatorOptions;
  region: string;
  credentials: readonly EmulatedCredentials[];
  projects: readonly EmulatedProject[];
  issued: IssuedKeys;
  requests: RequestLog;
  /** Answers in the place of the jobs. */
  replay: Replay | undefined;
  /** Read for every request: a test may replace them. */
  jobs: () => readonly EmulatedJob[];
  /** ms since the epoch. */
  clock: () => number;
}

const paths: readonly (readonly [RegExp, RequestKind])[] = [
  [/^\/v1\/[^/]+\/jobs$/, "jobs"],
  [/^\/v3\/projects$/, "projects"],
  [/^\/v3\.0\/OS-CREDENTIAL\/securitytokens$/, "securitytokens"],
  [/^\/v3\.0\/OS-AUTH\/id-token\/tokens$/, "id-token"],
  [/^\/v5\/agencies\/assume$/, "assume"],
  [/^\/v5\/agencies\/assume-with-oidc$/, "assume-with-oidc"],
  [/^\/meta-data\/latest\/api\/token$/, "metadata-token"],
  [/^\/openstack\/latest\/securitykey$/, "metadata-key"],
  [/^\/pod\/credentials$/, "pod"],
];

export function kindOf(path: string): RequestKind {
  return paths.find(([pattern]) => pattern.test(path))?.[1] ?? "other";
}

const posted: readonly RequestKind[] = ["securitytokens", "assume", "assume-with-oidc", "id-token", "pod"];

/** Answers as the services do that a client has to do with. */
export class EmulatedServices {
  private readonly credentialServices: CredentialServices;

  constructor(private readonly state: EmulatedState) {
    const { options, issued, projects, region } = state;
    this.credentialServices = new CredentialServices(options, issued, projects, region);
  }

  answer(request: ServiceRequest, signed: SignedRequest, requestId: string): Answer {
    const { options, requests, clock, replay } = this.state;
    const method = posted.includes(request.kind) ? "POST" : request.kind === "metadata-token" ? "PUT" : "GET";
    if (request.kind === "other" || request.method !== method) {
      const text = "The API does not exist or has not been published in the environment";
      return answers.gateway(404, "APIGW.0101", text, requestId);
    }
    const unsigned = this.credentialServices.answerUnsigned(request);
    if (unsigned) return unsigned;
    const projects = this.projectsOf(signed);
    if (typeof projects === "string") {
      return answers.gateway(401, "APIGW.0301", `Incorrect IAM authentication information: ${projects}`, requestId);
    }
    if (requests.inLastSecond(clock()) > (options.requestsPerSecond ?? Infinity)) {
      const message = `The throttling threshold has been reached: policy user over ratelimit,limit:${options.requestsPerSecond ?? ""},time:1 second`;
      return answers.gateway(429, "APIGW.0308", message, requestId);
    }
    const keys = this.credentialServices.answerSigned(request);
    if (keys) return keys;
    if (request.kind === "projects") {
      if (replay?.knowsProjects) return replay.answer("projects", request.query, undefined);
      const name = request.query.get("name");
      return answers.ok({ projects: projects.filter((each) => name === null || each.name === name) });
    }
    if (!projects.some(({ id }) => request.path === `/v1/${id}/jobs`)) {
      return answers.gateway(403, "APIGW.0302", "No permission to access the project", requestId);
    }
    if (this.keysOf(signed, this.state.credentials)?.workspaceRole === "deployer") return answers.mayNotList();
    if (replay) return replay.answer("jobs", request.query, signed.headers["workspace"]);
    return listJobs(this.state.jobs(), request.query, signed.headers["workspace"], options);
  }

  /** The projects that whoever sent this may see; why it is not taken, as text. */
  private projectsOf(signed: SignedRequest): readonly EmulatedProject[] | string {
    const { options, credentials, issued, projects, clock } = this.state;
    const token = signed.headers["x-auth-token"];
    if (token !== undefined && signed.headers["authorization"] === undefined) {
      return options.authTokens?.includes(token) ? projects : "the token is not valid";
    }
    const temporary = issued.valid();
    const refused = refusal(signed, [...credentials, ...temporary], clock());
    if (refused !== undefined) return refused;
    return this.keysOf(signed, temporary)?.projects ?? projects;
  }

  private keysOf<Keys extends EmulatedCredentials>({ headers }: SignedRequest, all: readonly Keys[]): Keys | undefined {
    return all.find(({ accessKey }) => headers["authorization"]?.includes(`Access=${accessKey},`));
  }
}
