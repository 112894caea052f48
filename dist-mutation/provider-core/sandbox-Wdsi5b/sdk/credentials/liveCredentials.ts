// @ts-nocheck
import type { Background } from "../time/background";
import type { Deadline } from "../time/deadline";
import { MissingCredentialsError } from "../errors";
import { keepSecret } from "../redact";
import type { Runtime } from "../time/runtime";
import { SharedWork } from "../time/sharedWork";
import { sameCredentials, secretsOf, type Credentials } from "./credentials";
import { retryRenewalAt, schedule, type Schedule } from "./expiry";
import { isFound, type Found, type Source } from "./source";

/** Younger than this and never taken by the service: others from the same place would be refused as well. */
const freshMs = 60_000;

export interface LiveCredentialsDependencies {
  runtime: Runtime;
  /** Where they are renewed while the old ones still hold. */
  background: Background;
  /** Told when a renewal failed while the old credentials still hold. */
  warn: (message: string) => void;
  /** Told of every renewal, for people. */
  onRenewed?: ((renewed: Pick<LiveCredentials, "source" | "expiresAt">) => void) | undefined;
}

/** Credentials that stay valid: renewed from the place they came from, once for all who wait. */
export class LiveCredentials {
  // Private to the language: whatever holds these and is printed must show no key.
  readonly #look: Source;
  readonly #dependencies: LiveCredentialsDependencies;
  readonly #renewal = new SharedWork((deadline) => this.#lookAgain(deadline));
  #found: Found;
  #schedule: Schedule;
  #obtainedAt: number;
  #taken = false;

  constructor(look: Source, found: Found, dependencies: LiveCredentialsDependencies) {
    this.#look = look;
    this.#dependencies = dependencies;
    this.#found = found;
    this.#obtainedAt = dependencies.runtime.monotonic();
    this.#schedule = schedule(this.#obtainedAt, found.endsAt);
    keepSecret(...secretsOf(found.credentials));
  }

  /** Where they came from, for people. */
  get source(): string {
    return this.#found.source;
  }

  /** When those in use end, in ms since the epoch, by what the wall clock shows now. Absent: not known, or never. */
  get expiresAt(): number | undefined {
    const { runtime } = this.#dependencies;
    const { endsAt } = this.#found;
    return endsAt === undefined ? undefined : runtime.now() + (endsAt - runtime.monotonic());
  }

  /**
   * Those to use now: a promise only when the last ones are over. Asked for every request, hence no promise else.
   *
   * @param deadline of who waits for them
   * @throws (rejects with) what the source throws, when the last ones are over and no new ones can be had; the reason of
   * the deadline's signal
   */
  current(deadline: Deadline): Credentials | Promise<Credentials> {
    const now = this.#dependencies.runtime.monotonic();
    if (now < this.#schedule.renewAt) return this.#found.credentials;
    if (now >= this.#schedule.useUntil) return this.#renewal.wait(deadline).then(({ credentials }) => credentials);
    // The old ones still hold: nobody waits for the new ones, nor suffers from a failure.
    if (!this.#renewal.underWay) void this.#renewBehind();
    return this.#found.credentials;
  }

  /** The service has taken them. Called for every request. */
  accepted(used: Credentials): void {
    if (used === this.#found.credentials) this.#taken = true;
  }

  /**
   * The service has answered 401 to `used`. Resolves with others to try once more, or with undefined when none can
   * help: keys given in code, keys that their place still holds unchanged, new ones that were refused at once.
   *
   * @throws (rejects with) the reason of the deadline's signal
   */
  async afterRefusal(used: Credentials, deadline: Deadline): Promise<Credentials | undefined> {
    if (used !== this.#found.credentials) return this.#found.credentials;
    const age = this.#dependencies.runtime.monotonic() - this.#obtainedAt;
    if (this.#found.issued && !this.#taken && age < freshMs && !this.#renewal.underWay) return undefined;
    try {
      const { credentials } = await this.#renewal.wait(deadline);
      return credentials === used ? undefined : credentials;
    } catch (error) {
      deadline.signal.throwIfAborted();
      // The refusal is the error to be told; this is only why nothing could be done about it.
      this.#warnOf(error);
      return undefined;
    }
  }

  #renewBehind(): Promise<void> {
    return this.#dependencies.background.run(
      "The renewal",
      (deadline) => this.#renewal.wait(deadline),
      (error) => {
        this.#postpone(error);
      },
    );
  }

  async #lookAgain(deadline: Deadline): Promise<Found> {
    const result = await this.#look(deadline);
    // Stopped meanwhile: by now another renewal may have brought newer ones.
    deadline.signal.throwIfAborted();
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
    const now = this.#dependencies.runtime.monotonic();
    this.#found = unchanged ? { ...found, credentials: this.#found.credentials } : found;
    this.#schedule = schedule(now, found.endsAt);
    keepSecret(...secretsOf(found.credentials));
    if (unchanged) return;
    this.#taken = false;
    this.#obtainedAt = now;
    this.#dependencies.onRenewed?.(this);
  }

  #postpone(error: unknown): void {
    const now = this.#dependencies.runtime.monotonic();
    if (now < this.#schedule.renewAt) return;
    this.#schedule = { ...this.#schedule, renewAt: retryRenewalAt(now, this.#schedule) };
    this.#warnOf(error);
  }

  #warnOf(error: unknown): void {
    const reason = error instanceof Error ? error.message : "unknown error";
    this.#dependencies.warn(`The credentials of ${this.source} could not be renewed: ${reason}`);
  }
}
