// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import * as z from "zod";
import { UnexpectedAnswerError } from "../errors";
import { describeIssues } from "../configuration/options";
import type { Job } from "./job";
import { succeededSince } from "./lastSuccess";
import { describeStatus, statusIs, type StatusOf } from "./statuses";
const counts = z.record(z.string(), stryMutAct_9fa48("1281") ? z.int().max(0) : (stryCov_9fa48("1281"), z.int().min(0)));
const summarySchema = z.object(stryMutAct_9fa48("1282") ? {} : (stryCov_9fa48("1282"), {
  total: stryMutAct_9fa48("1283") ? z.int().max(0) : (stryCov_9fa48("1283"), z.int().min(0)),
  byType: counts,
  byStatus: z.object(stryMutAct_9fa48("1284") ? {} : (stryCov_9fa48("1284"), {
    BATCH: counts,
    REAL_TIME: counts
  })),
  byLastInstanceStatus: counts,
  failed: z.array(z.string()),
  stale: z.array(z.string())
}));

/**
 * A list of jobs in a few figures: small enough for the outputs of a stack. Statuses are counted under their known
 * spelling, whatever case the service writes them in.
 */
export interface JobsSummary {
  total: number;
  byType: Record<string, number>;
  /** `no status` counts jobs that came without one. */
  byStatus: {
    BATCH: Record<string, number>;
    REAL_TIME: Record<string, number>;
  };
  /**
   * Of batch jobs, and of the real-time jobs that have one: the last **finished** instance, not what runs now.
   * `never run` counts batch jobs without one.
   */
  byLastInstanceStatus: Record<string, number>;
  /** Names of jobs in `EXCEPTION` or `ABNORMAL`, and of those whose last instance is `fail` or `running-exception`. */
  failed: string[];
  /**
   * Names of batch jobs whose last instance did not end with success (or one that was forced or ignored) within
   * `staleAfterMs`, or ended in the future. Empty without it.
   */
  stale: string[];
}

/**
 * Counts the jobs by type, status and last instance, and names those that failed or are stale. Pure; the same jobs
 * give the same summary, in whatever order they come.
 *
 * @param options `staleAfterMs`: a batch job that did not end with success within this time before `now` is stale
 */
export function summarizeJobs(jobs: readonly Job[], {
  staleAfterMs,
  now = Date.now()
}: {
  staleAfterMs?: number;
  now?: number;
} = {}): JobsSummary {
  if (stryMutAct_9fa48("1285")) {
    {}
  } else {
    stryCov_9fa48("1285");
    const batch = stryMutAct_9fa48("1286") ? jobs : (stryCov_9fa48("1286"), jobs.filter(stryMutAct_9fa48("1287") ? () => undefined : (stryCov_9fa48("1287"), job => stryMutAct_9fa48("1290") ? job.jobType !== "BATCH" : stryMutAct_9fa48("1289") ? false : stryMutAct_9fa48("1288") ? true : (stryCov_9fa48("1288", "1289", "1290"), job.jobType === (stryMutAct_9fa48("1291") ? "" : (stryCov_9fa48("1291"), "BATCH"))))));
    const realTime = stryMutAct_9fa48("1292") ? jobs : (stryCov_9fa48("1292"), jobs.filter(stryMutAct_9fa48("1293") ? () => undefined : (stryCov_9fa48("1293"), job => stryMutAct_9fa48("1296") ? job.jobType !== "REAL_TIME" : stryMutAct_9fa48("1295") ? false : stryMutAct_9fa48("1294") ? true : (stryCov_9fa48("1294", "1295", "1296"), job.jobType === (stryMutAct_9fa48("1297") ? "" : (stryCov_9fa48("1297"), "REAL_TIME"))))));
    const stale = stryMutAct_9fa48("1298") ? batch : (stryCov_9fa48("1298"), batch.filter(stryMutAct_9fa48("1299") ? () => undefined : (stryCov_9fa48("1299"), job => stryMutAct_9fa48("1302") ? staleAfterMs !== undefined || !succeededSince(job, now - staleAfterMs, now) : stryMutAct_9fa48("1301") ? false : stryMutAct_9fa48("1300") ? true : (stryCov_9fa48("1300", "1301", "1302"), (stryMutAct_9fa48("1304") ? staleAfterMs === undefined : stryMutAct_9fa48("1303") ? true : (stryCov_9fa48("1303", "1304"), staleAfterMs !== undefined)) && (stryMutAct_9fa48("1305") ? succeededSince(job, now - staleAfterMs, now) : (stryCov_9fa48("1305"), !succeededSince(job, stryMutAct_9fa48("1306") ? now + staleAfterMs : (stryCov_9fa48("1306"), now - staleAfterMs), now)))))));
    const failed = stryMutAct_9fa48("1307") ? jobs : (stryCov_9fa48("1307"), jobs.filter(stryMutAct_9fa48("1308") ? () => undefined : (stryCov_9fa48("1308"), job => stryMutAct_9fa48("1311") ? statusIs(job.jobType, job.status, "bad") && statusIs("lastInstance", job.lastInstanceStatus, "bad") : stryMutAct_9fa48("1310") ? false : stryMutAct_9fa48("1309") ? true : (stryCov_9fa48("1309", "1310", "1311"), statusIs(job.jobType, job.status, stryMutAct_9fa48("1312") ? "" : (stryCov_9fa48("1312"), "bad")) || statusIs(stryMutAct_9fa48("1313") ? "" : (stryCov_9fa48("1313"), "lastInstance"), job.lastInstanceStatus, stryMutAct_9fa48("1314") ? "" : (stryCov_9fa48("1314"), "bad"))))));
    const ran = stryMutAct_9fa48("1315") ? jobs : (stryCov_9fa48("1315"), jobs.filter(stryMutAct_9fa48("1316") ? () => undefined : (stryCov_9fa48("1316"), job => stryMutAct_9fa48("1319") ? job.jobType === "BATCH" && job.lastInstanceStatus !== undefined : stryMutAct_9fa48("1318") ? false : stryMutAct_9fa48("1317") ? true : (stryCov_9fa48("1317", "1318", "1319"), (stryMutAct_9fa48("1321") ? job.jobType !== "BATCH" : stryMutAct_9fa48("1320") ? false : (stryCov_9fa48("1320", "1321"), job.jobType === (stryMutAct_9fa48("1322") ? "" : (stryCov_9fa48("1322"), "BATCH")))) || (stryMutAct_9fa48("1324") ? job.lastInstanceStatus === undefined : stryMutAct_9fa48("1323") ? false : (stryCov_9fa48("1323", "1324"), job.lastInstanceStatus !== undefined))))));
    return stryMutAct_9fa48("1325") ? {} : (stryCov_9fa48("1325"), {
      total: jobs.length,
      byType: countBy(jobs.map(stryMutAct_9fa48("1326") ? () => undefined : (stryCov_9fa48("1326"), job => job.jobType))),
      byStatus: stryMutAct_9fa48("1327") ? {} : (stryCov_9fa48("1327"), {
        BATCH: countBy(batch.map(statusOf(stryMutAct_9fa48("1328") ? "" : (stryCov_9fa48("1328"), "BATCH")))),
        REAL_TIME: countBy(realTime.map(statusOf(stryMutAct_9fa48("1329") ? "" : (stryCov_9fa48("1329"), "REAL_TIME"))))
      }),
      byLastInstanceStatus: countBy(ran.map(stryMutAct_9fa48("1330") ? () => undefined : (stryCov_9fa48("1330"), job => (stryMutAct_9fa48("1333") ? job.lastInstanceStatus !== undefined : stryMutAct_9fa48("1332") ? false : stryMutAct_9fa48("1331") ? true : (stryCov_9fa48("1331", "1332", "1333"), job.lastInstanceStatus === undefined)) ? stryMutAct_9fa48("1334") ? "" : (stryCov_9fa48("1334"), "never run") : describeStatus(stryMutAct_9fa48("1335") ? "" : (stryCov_9fa48("1335"), "lastInstance"), job.lastInstanceStatus).name))),
      failed: stryMutAct_9fa48("1336") ? failed.map(job => job.name) : (stryCov_9fa48("1336"), failed.map(stryMutAct_9fa48("1337") ? () => undefined : (stryCov_9fa48("1337"), job => job.name)).sort()),
      stale: stryMutAct_9fa48("1338") ? stale.map(job => job.name) : (stryCov_9fa48("1338"), stale.map(stryMutAct_9fa48("1339") ? () => undefined : (stryCov_9fa48("1339"), job => job.name)).sort())
    });
  }
}
function statusOf(of: StatusOf): (job: Job) => string {
  if (stryMutAct_9fa48("1340")) {
    {}
  } else {
    stryCov_9fa48("1340");
    return stryMutAct_9fa48("1341") ? () => undefined : (stryCov_9fa48("1341"), ({
      status
    }) => describeStatus(of, status).name);
  }
}

/**
 * Reads a summary that another stack has exported, and checks that it is one.
 *
 * @throws UnexpectedAnswerError (`UNEXPECTED_ANSWER`), also for the undefined of an output that does not exist
 */
export function parseJobsSummary(value: unknown): JobsSummary {
  if (stryMutAct_9fa48("1342")) {
    {}
  } else {
    stryCov_9fa48("1342");
    const parsed = summarySchema.safeParse(value);
    if (stryMutAct_9fa48("1344") ? false : stryMutAct_9fa48("1343") ? true : (stryCov_9fa48("1343", "1344"), parsed.success)) return parsed.data;
    throw new UnexpectedAnswerError(stryMutAct_9fa48("1345") ? `` : (stryCov_9fa48("1345"), `This is not a summary of jobs (the output of a stack that exports summarizeJobs): ${describeIssues(parsed.error)}.`), stryMutAct_9fa48("1346") ? {} : (stryCov_9fa48("1346"), {
      permanent: stryMutAct_9fa48("1347") ? false : (stryCov_9fa48("1347"), true)
    }));
  }
}

/** Keys sorted: the outputs of a stack change only when the figures do. */
function countBy(values: readonly string[]): Record<string, number> {
  if (stryMutAct_9fa48("1348")) {
    {}
  } else {
    stryCov_9fa48("1348");
    const found = new Map<string, number>();
    for (const value of stryMutAct_9fa48("1349") ? [...values] : (stryCov_9fa48("1349"), (stryMutAct_9fa48("1350") ? [] : (stryCov_9fa48("1350"), [...values])).sort())) found.set(value, stryMutAct_9fa48("1351") ? (found.get(value) ?? 0) - 1 : (stryCov_9fa48("1351"), (stryMutAct_9fa48("1352") ? found.get(value) && 0 : (stryCov_9fa48("1352"), found.get(value) ?? 0)) + 1));
    return Object.fromEntries(found);
  }
}