/** One request and what came back, as it went over the wire; secrets and signatures are left out of `headers`. */
// @ts-nocheck

export interface RecordedExchange {
  request: { method: string; url: string; headers: Record<string, string> };
  /** Absent: no answer came; `error` says why (a code such as ECONNREFUSED, TIMEOUT). */
  response?: { status: number; headers: Record<string, string>; body: string };
  error?: string;
  /** ms since the epoch, by this machine's clock. */
  sentAt: number;
  durationMs: number;
}
