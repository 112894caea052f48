// @ts-nocheck
import { inspect } from "node:util";
import { DlfClient, DlfError } from "../../sdk";
import type { ChildsReport, ChildsTask } from "./children";

/** Run by `listInChild`: lists jobs as told by the first argument, and writes a report. */
async function run({ options, warmUpEndpoint, close }: ChildsTask): Promise<ChildsReport> {
  if (warmUpEndpoint !== undefined) await new DlfClient({ ...options, endpoint: warmUpEndpoint }).listJobs();
  const before = process.memoryUsage.rss();
  // Sampled: the maximum that the system keeps counts the parent's memory in, from before this program began.
  let most = before;
  const sample = () => (most = Math.max(most, process.memoryUsage.rss()));
  const sampling = setInterval(sample, 2).unref();
  const grownBytes = () => sample() - before;
  try {
    const client = new DlfClient(options);
    const { jobs } = await client.listJobs();
    const names = jobs.map(({ name }) => name);
    if (close !== true) return { names, grownBytes: grownBytes() };
    clearInterval(sampling);
    client.close();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const left = process.getActiveResourcesInfo().filter((kind) => /Timeout|TCP|TLS|GetAddrInfo/.test(kind));
    return { names, grownBytes: grownBytes(), left };
  } catch (error) {
    if (!(error instanceof DlfError)) throw error;
    const { code, message, attempts } = error;
    const shown = inspect(error, { depth: Infinity, showHidden: true });
    const permanent = "permanent" in error ? Boolean(error.permanent) : false;
    return {
      error: { code, message, ...(attempts !== undefined && { attempts }), permanent, shown },
      grownBytes: grownBytes(),
    };
  }
}

void run(JSON.parse(process.argv[2] ?? "") as ChildsTask).then((report) => {
  process.stdout.write(JSON.stringify(report));
});
