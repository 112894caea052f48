// @ts-nocheck
import { randomBytes } from "node:crypto";
import { answers, type Answer } from "./answer";
import type { IssuedKeys } from "./issuedKeys";
import type { DlfEmulatorOptions, EmulatedProject, EmulatedRequest, IssuedCredentials } from "./options";

const defaultSeconds = 3_600;
/** Stands for all of STS's codes: a client has no need to tell them apart. */
const stsRefusal = "PAP5.0001";

export interface ServiceRequest extends EmulatedRequest {
  /** The body's JSON; undefined for none. */
  body: unknown;
  authorization: string | undefined;
}

/** IAM's and STS's calls for temporary keys, a pod's endpoint, and the metadata service of a cloud server. */
export class CredentialServices {
  private readonly idpTokens = new Set<string>();
  private readonly handshakes = new Set<string>();

  constructor(
    private readonly options: DlfEmulatorOptions,
    private readonly issued: IssuedKeys,
    private readonly ownProjects: readonly EmulatedProject[],
    private readonly region: string,
  ) {}

  /** Those that need no signature. Undefined for requests of another kind. */
  answerUnsigned(request: ServiceRequest): Answer | undefined {
    switch (request.kind) {
      case "assume-with-oidc":
        return this.assumeWithOidc(request);
      case "id-token":
        return this.tokenForIdToken(request);
      case "metadata-token":
        return this.handshake(request);
      case "metadata-key":
        return this.metadataKey(request);
      case "pod":
        return this.podKeys(request);
      case "securitytokens":
        return methods(request.body).includes("token") ? this.keysForToken(request) : undefined;
      default:
        return undefined;
    }
  }

  /** Those whose signature has been verified. Undefined for requests of another kind. */
  answerSigned(request: ServiceRequest): Answer | undefined {
    if (request.kind === "securitytokens") {
      const role = at(request.body, "auth", "identity", "assume_role");
      const agency = this.options.agencies?.find(
        ({ name, domainName }) => name === at(role, "agency_name") && domainName === at(role, "domain_name"),
      );
      if (!agency) return answers.iamError(404, "Could not find the agency.");
      return iamKeys(201, this.issue(request, seconds(at(role, "duration_seconds")), agency.projects));
    }
    if (request.kind === "assume") {
      const urn = at(request.body, "agency_urn");
      const agency = this.options.agencies?.find(({ name, domainId }) => urn === `iam::${domainId}:agency:${name}`);
      if (!agency || typeof at(request.body, "agency_session_name") !== "string") return refusedBySts("no such agency");
      return stsKeys(this.issue(request, seconds(at(request.body, "duration_seconds")), agency.projects));
    }
    return undefined;
  }

  private issue(request: ServiceRequest, asked: number, projects?: readonly EmulatedProject[]): IssuedCredentials {
    const otherAccount = [{ id: "9f8e7d6c5b4a39281706f5e4d3c2b1a0", name: this.region }];
    return this.issued.issue(
      request.kind,
      this.options.keyLifetimeMs ?? asked * 1_000,
      projects ?? (request.kind === "assume" || isRole(request) ? otherAccount : this.ownProjects),
    );
  }

  private assumeWithOidc(request: ServiceRequest): Answer {
    const { oidc } = this.options;
    const { body } = request;
    const known =
      oidc !== undefined &&
      "agencyUrn" in oidc &&
      at(body, "provider_urn") === oidc.providerUrn &&
      at(body, "agency_urn") === oidc.agencyUrn &&
      typeof at(body, "agency_session_name") === "string";
    if (!known) return refusedBySts("no such identity provider or agency");
    if (at(body, "id_token") !== oidc.idToken) return refusedBySts("the ID token is not valid");
    return stsKeys(this.issue(request, seconds(at(body, "duration_seconds"))));
  }

  private tokenForIdToken({ headers, body }: ServiceRequest): Answer {
    const { oidc } = this.options;
    const known = oidc !== undefined && "idpId" in oidc && headers["x-idp-id"] === oidc.idpId;
    if (!known || at(body, "auth", "id_token", "id") !== oidc.idToken) {
      return answers.iamError(401, "The ID token is not valid.");
    }
    const token = `iam-token-${randomBytes(24).toString("hex")}`;
    this.idpTokens.add(token);
    const expires_at = isoWithMicroseconds(Date.now() + 86_400_000);
    return { status: 201, headers: { "X-Subject-Token": token }, body: { token: { expires_at, methods: ["mapped"] } } };
  }

  private keysForToken(request: ServiceRequest): Answer {
    const token = at(request.body, "auth", "identity", "token");
    const id = at(token, "id");
    if (typeof id !== "string" || !this.idpTokens.has(id)) return answers.iamError(401, "The token is not valid.");
    return iamKeys(201, this.issue(request, seconds(at(token, "duration_seconds"))));
  }

  private handshake({ headers, method }: ServiceRequest): Answer {
    const { metadata } = this.options;
    if (metadata === undefined) return { status: 404, body: "not found" };
    const { handshake = "token" } = metadata;
    if (handshake !== "token") return { status: handshake, body: "no handshake here" };
    if (method !== "PUT" || !/^\d+$/.test(headers["x-metadata-token-ttl-seconds"] ?? "")) {
      return { status: 400, body: "X-Metadata-Token-Ttl-Seconds is missing" };
    }
    const token = `metadata-token-${randomBytes(16).toString("hex")}`;
    this.handshakes.add(token);
    return { status: 200, body: token };
  }

  private metadataKey(request: ServiceRequest): Answer {
    const { metadata } = this.options;
    if (metadata === undefined) return { status: 404, body: "not found" };
    const { handshake = "token", agency = true } = metadata;
    if (handshake === "token" && !this.handshakes.has(request.headers["x-metadata-token"] ?? "")) {
      return { status: 401, body: "Unauthorized" };
    }
    if (!agency) return { status: 401, body: "Please configure Cloud Service Agency first" };
    return iamKeys(200, this.issue(request, defaultSeconds));
  }

  private podKeys(request: ServiceRequest): Answer {
    const { pod } = this.options;
    if (pod === undefined) return { status: 404, body: "not found" };
    if (request.method !== "POST" || request.authorization !== pod.authorization) {
      return refusedBySts("the pod's token is not valid");
    }
    return stsKeys(this.issue(request, defaultSeconds));
  }
}

function isRole(request: ServiceRequest): boolean {
  return methods(request.body).includes("assume_role");
}

function methods(body: unknown): unknown[] {
  const found = at(body, "auth", "identity", "methods");
  return Array.isArray(found) ? found : [];
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  );
}

function seconds(asked: unknown): number {
  return typeof asked === "number" && asked > 0 ? asked : defaultSeconds;
}

function refusedBySts(message: string): Answer {
  return { status: 403, body: { error_code: stsRefusal, error_msg: message } };
}

function stsKeys({ accessKey, secretKey, securityToken, expiresAt }: IssuedCredentials): Answer {
  return answers.ok({
    credentials: {
      access_key_id: accessKey,
      secret_access_key: secretKey,
      security_token: securityToken,
      expiration: isoWithMicroseconds(expiresAt),
    },
  });
}

function iamKeys(status: number, { accessKey, secretKey, securityToken, expiresAt }: IssuedCredentials): Answer {
  return {
    status,
    body: {
      credential: {
        access: accessKey,
        secret: secretKey,
        securitytoken: securityToken,
        expires_at: isoWithMicroseconds(expiresAt),
      },
    },
  };
}

/** As the services write times: `2026-11-23T12:00:00.000000Z`. */
function isoWithMicroseconds(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "000Z");
}
