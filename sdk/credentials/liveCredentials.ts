import { MissingCredentialsError } from "../errors";
import { keepSecret } from "../redact";
import type { Runtime } from "../runtime";
import { sameCredentials, secretsOf, type Credentials } from "./credentials";
import { retryRenewalAt, schedule, type Schedule } from "./expiry";
import { isFound, type Found, type Source } from "./source";

/** Younger than this and never taken by the service: others from the same place would be refused as well. */
const freshMs = 60_000;

export interface LiveCredentialsDependencies {
  runtime: Runtime;
  /** Told when a renewal failed while the old credentials still hold. */
  warn: (message: string) => void;
  /** Told of every renewal, for people. */
  onRenewed?: ((found: Found) => void) | undefined;
}

/** Credentials that stay valid: renewed from the place they came from, once for all who wait. */
export class LiveCredentials {
  // Private to the language: whatever holds these and is printed must show no key.
  readonly #look: Source;
  readonly #dependencies: LiveCredentialsDependencies;
  #found: Found;
  #schedule: Schedule;
  #obtainedAt: number;
  #taken = false;
  #renewing: Promise<Found> | undefined;

  constructor(look: Source, found: Found, dependencies: LiveCredentialsDependencies) {
    this.#look = look;
    this.#dependencies = dependencies;
    this.#found = found;
    this.#obtainedAt = dependencies.runtime.now();
    this.#schedule = schedule(this.#obtainedAt, found.expiresAt);
    keepSecret(...secretsOf(found.credentials));
  }

  /** Where they came from, for people. */
  get source(): string {
    return this.#found.source;
  }

  /** The same text for the same account. */
  get account(): string {
    return this.#found.account;
  }

  /** When those in use end, in ms since the epoch. Absent: not known, or never. */
  get expiresAt(): number | undefined {
    return this.#found.expiresAt;
  }

  /**
   * Those to use now: a promise only when the last ones are over. Asked for every request, hence no promise else.
   *
   * @throws (rejects with) what the source throws, when the last ones are over and no new ones can be had
   */
  current(): Credentials | Promise<Credentials> {
    const now = this.#dependencies.runtime.now();
    if (now < this.#schedule.renewAt) return this.#found.credentials;
    const renewal = this.#renew();
    if (now >= this.#schedule.useUntil) return renewal.then(({ credentials }) => credentials);
    // The old ones still hold: nobody waits for the new ones, nor suffers from a failure.
    renewal.catch((error: unknown) => {
      this.#postpone(error);
    });
    return this.#found.credentials;
  }

  /** The service has taken them. Called for every request. */
  accepted(used: Credentials): void {
    if (used === this.#found.credentials) this.#taken = true;
  }

  /**
   * The service has answered 401 to `used`. Resolves with others to try once more, or with undefined when none can
   * help: keys given in code, keys that their place still holds unchanged, new ones that were refused at once.
   */
  async afterRefusal(used: Credentials): Promise<Credentials | undefined> {
    if (used !== this.#found.credentials) return this.#found.credentials;
    const age = this.#dependencies.runtime.now() - this.#obtainedAt;
    if (this.#found.issued && !this.#taken && age < freshMs && this.#renewing === undefined) return undefined;
    try {
      const { credentials } = await this.#renew();
      return credentials === used ? undefined : credentials;
    } catch (error) {
      // The refusal is the error to be told; this is only why nothing could be done about it.
      this.#warnOf(error);
      return undefined;
    }
  }

  #renew(): Promise<Found> {
    this.#renewing ??= this.#lookAgain().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #lookAgain(): Promise<Found> {
    const result = await this.#look();
    if (!isFound(result)) {
      throw new MissingCredentialsError(
        `The credentials in use came from ${this.source}, which has none any more: ${result.place} (${result.why}).`,
      );
    }
    this.#adopt(result);
    return this.#found;
  }

  #adopt(found: Found): void {
    // The same keys stay the same object: who was refused with them can tell that nothing has changed.
    const unchanged = sameCredentials(found.credentials, this.#found.credentials);
    const now = this.#dependencies.runtime.now();
    this.#found = unchanged ? { ...found, credentials: this.#found.credentials } : found;
    this.#schedule = schedule(now, found.expiresAt);
    keepSecret(...secretsOf(found.credentials));
    if (unchanged) return;
    this.#taken = false;
    this.#obtainedAt = now;
    this.#dependencies.onRenewed?.(this.#found);
  }

  #postpone(error: unknown): void {
    const now = this.#dependencies.runtime.now();
    if (now < this.#schedule.renewAt) return;
    this.#schedule = { ...this.#schedule, renewAt: retryRenewalAt(now, this.#schedule) };
    this.#warnOf(error);
  }

  #warnOf(error: unknown): void {
    const reason = error instanceof Error ? error.message : "unknown error";
    this.#dependencies.warn(`The credentials of ${this.source} could not be renewed: ${reason}`);
  }
}
