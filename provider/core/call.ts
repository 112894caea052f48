import { DlfError, type JobsQuery, type ListJobsResult, type WaitClock } from "../../sdk/index";
import type { Difference } from "./differences";
import { hideValues } from "./hideValues";
import type { Connection } from "./listings";
import { pick } from "./pick";

/** What a shell hands to a resource, each time that the engine calls one of its operations. */
export interface Call {
  /**
   * The jobs, from a listing that is new enough for this resource.
   *
   * @param since from one that started at this time or later (as `clock`). Default: when the resource asked
   */
  list(query: JobsQuery, connection: Connection, since?: number): Promise<ListJobsResult>;
  /** Told of what is no error but should be looked at. */
  readonly warn: (message: string) => void;
  /** Told what goes on, for a passing line. */
  readonly show: (line: string) => void;
  /** The engine wants to know what would come out, and nothing may take long or change. */
  readonly isPreview: boolean;
  readonly clock: WaitClock;
}

/** A call of `check`. */
export interface CheckCall extends Call {
  /** The names of the arguments that hold a secret: no message shows a value of these. */
  readonly secretArgs: readonly string[];
  /** The arguments that there are, for a program that gives another one. */
  readonly args: readonly string[];
  /** Outputs that become part of the inputs as well, besides what the resource itself lays there. */
  readonly laid: readonly string[];
}

/** What `check` answers: the inputs of the resource, or why there can be none. */
export interface Checked<Inputs> {
  inputs: Inputs;
  failure?: string;
}

/**
 * What a resource does when the engine calls, whatever process that is in.
 *
 * `olds` are what the state holds: inputs for `check`, outputs for the others.
 */
export interface Resource<Args, Inputs, Outputs> {
  check(olds: Inputs, news: Args, call: CheckCall): Promise<Checked<Inputs>>;
  diff(olds: Outputs, news: Inputs): Difference[];
  /** @throws DlfError */
  create(inputs: Inputs, call: Call): Promise<{ id: string; outputs: Outputs }>;
  /** @throws DlfError */
  update(olds: Outputs, news: Inputs, call: Call): Promise<Outputs>;
  /**
   * For a refresh. Inputs come with it where they are others now: the engine compares the next preview with them.
   *
   * @param inputs those in the state. A process of dynamic resources is not told
   */
  read(state: Outputs, call: Call, inputs?: Inputs): Promise<{ outputs: Outputs; inputs?: Inputs }>;
}

/** Takes out of a message the values of those arguments that hold a secret. */
export function hidingSecrets(news: object, { secretArgs }: CheckCall): (message: string) => string {
  const secrets = pick(news, secretArgs as never[]);
  return (message) => hideValues(message, secrets);
}

/** What went wrong, for people: it is printed without a stack. Mistakes of this package are thrown on. */
export function messageOf(error: unknown): string {
  if (error instanceof DlfError) return error.message;
  throw error;
}
