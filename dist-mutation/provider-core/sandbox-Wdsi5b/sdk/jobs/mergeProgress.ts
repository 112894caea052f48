// @ts-nocheck
import type { ListProgress } from "./listAll";

/** Adds up the progress of several listings that run at once. Returns the function to report one of them with. */
export function mergeProgress(
  onProgress: ((progress: ListProgress) => void) | undefined,
): (listing: object, progress: ListProgress) => void {
  const latest = new Map<object, ListProgress>();
  return (listing, progress) => {
    latest.set(listing, progress);
    const all = [...latest.values()];
    onProgress?.({
      listed: all.reduce((sum, each) => sum + each.listed, 0),
      total: all.reduce((sum, each) => sum + each.total, 0),
    });
  };
}
