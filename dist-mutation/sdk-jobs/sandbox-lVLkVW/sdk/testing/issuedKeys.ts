// @ts-nocheck
import { randomBytes } from "node:crypto";
import type { EmulatedProject, IssuedCredentials, RequestKind } from "./options";

/** The temporary keys that were handed out, until they expire or are revoked. */
export class IssuedKeys {
  /** All that were ever handed out, in order. */
  readonly all: IssuedCredentials[] = [];
  private readonly revoked = new Set<string>();

  /** @param now the emulator's clock, ms since the epoch */
  constructor(private readonly now: () => number) {}

  issue(by: RequestKind, lifetimeMs: number, projects: readonly EmulatedProject[]): IssuedCredentials {
    const number = String(this.all.length).padStart(4, "0");
    const issued = {
      by,
      accessKey: `EMULATORTEMPKEY${number}X`,
      secretKey: `temporary-secret-${number}-${randomBytes(12).toString("hex")}`,
      securityToken: `temporary-token-${number}-${randomBytes(24).toString("hex")}`,
      expiresAt: this.now() + lifetimeMs,
      projects,
    };
    this.all.push(issued);
    return issued;
  }

  /** The keys that may be used now. */
  valid(): IssuedCredentials[] {
    return this.all.filter(({ accessKey, expiresAt }) => expiresAt > this.now() && !this.revoked.has(accessKey));
  }

  /** From now on these are refused, as expired ones are. */
  revoke(accessKey: string): void {
    this.revoked.add(accessKey);
  }
}
