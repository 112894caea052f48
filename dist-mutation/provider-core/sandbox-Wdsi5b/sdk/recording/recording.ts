// @ts-nocheck
import * as z from "zod";
import { ConfigurationError } from "../errors";
import { describeIssues } from "../configuration/options";

/** Of the file's form. */
export const recordingVersion = 1;

const headers = z.record(z.string(), z.string());

const exchangeSchema = z.strictObject({
  sentAt: z.number(),
  durationMs: z.number(),
  request: z.strictObject({ method: z.string(), url: z.url(), headers }),
  response: z
    .strictObject({
      status: z.int(),
      headers,
      /** Of the body as it came. */
      bytes: z.int(),
      body: z.unknown().optional(),
      notJson: z.string().optional(),
    })
    .optional(),
  error: z.string().optional(),
});

const recordingSchema = z.strictObject({
  about: z.string(),
  version: z.literal(recordingVersion),
  packageVersion: z.string(),
  note: z.string().optional(),
  exchanges: z.array(exchangeSchema),
});

/** Requests and their answers, made anonymous: what a file of `dlf-jobs doctor --record` holds. */
export interface Recording {
  /** What it is, and what was replaced, for whoever reads the file. */
  about: string;
  version: typeof recordingVersion;
  packageVersion: string;
  note?: string;
  exchanges: ExchangeOfRecording[];
}

export interface ExchangeOfRecording {
  /** ms since the epoch, shifted as all times. */
  sentAt: number;
  durationMs: number;
  request: { method: string; url: string; headers: Record<string, string> };
  /** Absent: no answer came, and `error` says why. */
  response?: {
    status: number;
    headers: Record<string, string>;
    /** How long the body was. */
    bytes: number;
    /** The body's JSON. */
    body?: unknown;
    /** In the place of a body that is no JSON: a text of the same length. */
    notJson?: string;
  };
  error?: string;
}

/** @throws ConfigurationError for a text that is no recording, or one of another version */
export function parseRecording(text: string): Recording {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConfigurationError("This is no recording: it is not JSON.");
  }
  const { version } = (value ?? {}) as Record<string, unknown>;
  if (typeof version === "number" && version !== recordingVersion) {
    throw new ConfigurationError(
      `This is a recording of version ${version}. This version of pulumi-dlf reads version ${recordingVersion}: use the one that made it, or record again.`,
    );
  }
  const parsed = recordingSchema.safeParse(value);
  if (!parsed.success) throw new ConfigurationError(`This is no recording: ${describeIssues(parsed.error)}.`);
  return parsed.data as Recording;
}
