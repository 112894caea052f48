// @ts-nocheck
import type { EmulatedCredentials } from "../../../sdk/testing/index";

/** What the emulator's process tells when it is ready. */
export interface Service {
  endpoint: string;
  projectId: string;
  credentials: EmulatedCredentials;
}

/** How one listing is to be made. */
export interface Listing {
  service: Service;
  /** So many jobs there are: a contestant that brings another number has failed. */
  jobs: number;
  /** What the service counts with `offset`. Ours has to find out; the others are told. */
  offset: "page" | "record";
  /** The longest page that the service sends. For the ideal, which is told everything. */
  pageSize: number;
  /** Requests in a second that ours allows itself; undefined for its default. */
  requestsPerSecond?: number | undefined;
}

export type ContestantName = "ours" | "iterate" | "loop" | "bareLoop" | "ideal";

export interface Measurement {
  wallMs: number;
  cpuMs: number;
  /** Peak of the process, modules and all. */
  peakMiB: number;
  /** Why it brought no list. */
  failure?: string;
}

/** One request, the first of its process and then the same again. */
export interface RoundTrip {
  coldMs: number;
  warmMs: number;
}

/** What a process has used since it began. */
export interface Usage {
  cpuMs: number;
  rssMiB: number;
  peakMiB: number;
}
