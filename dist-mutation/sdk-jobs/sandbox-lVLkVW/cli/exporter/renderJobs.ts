// @ts-nocheck
import { jobFamilies, samplesText, type WorkspaceJobs } from "../metrics/jobMetrics";
import { headerOf } from "../metrics/textFormat";
import { gzipPart, joinParts, type GzipPart } from "./gzipPart";

/** The text of one metric of one workspace. What stands before the samples is apart: it stands there once for all. */
interface RenderedFamily {
  header: GzipPart;
  samples: GzipPart;
}

/** One workspace's jobs, in the order of `jobFamilies`: all that has to be kept of them. */
export type RenderedJobs = readonly RenderedFamily[];

/** @throws the signal's reason, once it is aborted */
export async function renderJobs(jobs: WorkspaceJobs, signal: AbortSignal): Promise<RenderedJobs> {
  const rendered: RenderedFamily[] = [];
  for (const family of jobFamilies) {
    signal.throwIfAborted();
    rendered.push({ header: await gzipPart([headerOf(family)]), samples: await gzipPart(samplesText(family, jobs)) });
  }
  return rendered;
}

/** The text that `jobMetrics` gives for all these workspaces: metric by metric. */
export function joinRendered(workspaces: readonly RenderedJobs[]): GzipPart {
  const parts = jobFamilies.flatMap((_, index) => {
    const families = workspaces.flatMap((rendered) => rendered[index] ?? []).filter(({ samples }) => samples.size > 0);
    return [...families.slice(0, 1).map(({ header }) => header), ...families.map(({ samples }) => samples)];
  });
  return joinParts(parts);
}
