import { readFileSync } from "node:fs";
import * as z from "zod";

/** Of the recording's form, which this reads by itself. */
const version = 1;

/** As HTTP has them: what else stood there would end the process that answers. */
const headers = z.record(z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/), z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/));
const fileSchema = z.object({
  exchanges: z.array(
    z.object({
      sentAt: z.number(),
      durationMs: z.number(),
      request: z.object({ url: z.url(), headers }),
      response: z
        .object({
          status: z.int().min(200).max(599),
          headers,
          body: z.unknown().optional(),
          notJson: z.string().optional(),
        })
        .refine(({ body, notJson }) => body !== undefined || notJson !== undefined, "has neither body nor notJson")
        .optional(),
    }),
  ),
});

export interface RecordedAnswer {
  status: number;
  /** By lower-cased name. */
  headers: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  body: unknown;
  /** How far the service's clock was ahead, in ms; undefined where it told no time. */
  clockAheadMs: number | undefined;
}

export interface RecordedRequest {
  url: URL;
  workspace: string | undefined;
  answer: RecordedAnswer;
}

/**
 * The requests of a recording that were answered, in order.
 *
 * @throws Error that names the file when it is no recording, or one of another version
 */
export function readReplayFile(path: string): RecordedRequest[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`The recording ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const found = (value as { version?: unknown } | null)?.version;
  if (found !== version) {
    throw new Error(
      `${path} is no recording that can be replayed: its version is ${found === undefined ? "missing" : JSON.stringify(found)}, this emulator reads ${version}.`,
    );
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) throw new Error(`${path} is no recording: ${z.prettifyError(parsed.error)}`);
  return parsed.data.exchanges.flatMap(({ sentAt, durationMs, request, response }) => {
    if (!response) return [];
    const date = Date.parse(response.headers["date"] ?? "");
    return {
      url: new URL(request.url),
      workspace: request.headers["workspace"],
      answer: {
        status: response.status,
        headers: response.headers,
        body: response.notJson ?? response.body,
        clockAheadMs: Number.isNaN(date) ? undefined : date - (sentAt + durationMs),
      },
    };
  });
}
