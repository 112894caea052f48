// @ts-nocheck
import type { Deadline } from "../time/deadline";
import { MissingCredentialsError } from "../errors";
import { isFound, type Found, type NotFound, type Source } from "./source";

export interface FirstFound {
  /** What is asked again when the credentials have to be renewed. */
  source: Source;
  found: Found;
  /** The places before it, and what was there. */
  passed: readonly NotFound[];
}

/**
 * Asks the sources one after the other, and none after the first that has credentials.
 *
 * @throws MissingCredentialsError that lists all places when none has; whatever a source throws; the reason of the
 * deadline's signal
 */
export async function firstOf(sources: readonly Source[], deadline: Deadline): Promise<FirstFound> {
  const passed: NotFound[] = [];
  for (const source of sources) {
    const result = await source(deadline);
    deadline.signal.throwIfAborted();
    if (isFound(result)) return { source, found: result, passed };
    passed.push(result);
  }
  throw new MissingCredentialsError(
    `No credentials. Looked at: ${listPlaces(passed)}. ` +
      "Give an access key (AK) and its secret key (SK) in one of these places.",
  );
}

/** `environment HW_REGION_NAME (not set); KooCLI's file /home/me/.hcloud/config.json (no such file)`. */
export function listPlaces(places: readonly NotFound[]): string {
  return places.map(({ place, why }) => `${place} (${why})`).join("; ");
}
