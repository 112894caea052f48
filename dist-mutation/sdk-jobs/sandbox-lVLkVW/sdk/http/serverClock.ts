// @ts-nocheck
import { clockOffset } from "../signing/clockOffset";
import type { HttpResponse } from "./transport";

/** How far the service's clock is ahead of ours, found out from its refusals. One for all requests of a client. */
export class ServerClock {
  offsetMs = 0;

  /**
   * Whether a 401 is explained by our clock: then it is corrected, and the request is worth another try.
   *
   * @param now ms since the epoch
   * @param offsetInUse the offset that the request was signed with
   */
  correct(response: HttpResponse, now: number, offsetInUse: number): boolean {
    if (response.status !== 401) return false;
    const offset = clockOffset(response.headers["date"], now, offsetInUse);
    if (offset === undefined) return false;
    this.offsetMs = offset;
    return true;
  }
}
