// @ts-nocheck
import type { Background } from "../time/background";
import type { Deadline } from "../time/deadline";
import type { AgencyOptions, Environment } from "../configuration/options";
import type { Runtime } from "../time/runtime";
import type { Credentials } from "./credentials";
import type { Exchange } from "./exchange";
import type { ReadTextFile } from "./readTextFile";

/**
 * One place where credentials may be. It is asked first by the chain, and again whenever what it gave is about to
 * expire or was refused.
 *
 * A place that holds nothing says so; a place that holds something that cannot be used throws, because the next place
 * may belong to another account.
 */
export type Source = (deadline: Deadline) => Promise<Found | NotFound>;

export interface Found {
  /** For people: `environment HW_ACCESS_KEY`. */
  source: string;
  credentials: Credentials;
  /** Fetched over the network: asking again gives new ones although nobody has changed anything. */
  issued: boolean;
  /** When they end, by `Runtime.monotonic()`. Absent: not known, or never. */
  endsAt?: number | undefined;
  /** What the place knows besides. */
  besides?: KnownBesides;
}

/** A project and an agency belong to the account of the credentials beside them: they are used with those alone. */
export interface KnownBesides {
  region?: string | undefined;
  projectId?: string | undefined;
  iamEndpoint?: string | undefined;
  agency?: AgencyOptions | undefined;
}

export interface NotFound {
  /** Where was looked: `KooCLI's file /home/me/.hcloud/config.json`. */
  place: string;
  /** What was found there: `no such file`. Never a value. */
  why: string;
}

export function isFound(result: Found | NotFound): result is Found {
  return "credentials" in result;
}

/** All that sources have of the world. */
export interface SourceContext {
  environment: Environment;
  readTextFile: ReadTextFile;
  exchange: Exchange;
  runtime: Runtime;
  background: Background;
  /** Told of what is no error but should be looked at. */
  warn: (message: string) => void;
  /** Base address of STS. @throws ConfigurationError when no region is known */
  stsEndpoint: () => Promise<string>;
  /** Base address of IAM. @throws ConfigurationError when no region is known */
  iamEndpoint: () => Promise<string>;
}
