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
import { nearest } from "../text/nearest";

/**
 * What a status says. `running`: a job that is meant to run, or an instance that runs; `stopped`: somebody stopped the
 * job; `success`: the instance succeeded, or somebody declared that it counts as such; `bad`: it needs attention.
 */
export type StatusMeaning = "running" | "stopped" | "success" | "bad";

/** From good to bad, as colours of a dashboard; `text` is the colour of plain text. */
export const statusColors = ["green", "blue", "yellow", "text", "orange", "red"] as const;
export type StatusColor = (typeof statusColors)[number];
interface KnownStatus {
  readonly is: readonly StatusMeaning[];
  readonly color: StatusColor;
  /**
   * Only some servers say it: it has a series in a set of metrics while a job has it, and none at 0. A hundred thousand
   * series that are always 0 would tell nobody anything: every rule asks for `== 1`.
   */
  readonly seldom?: true;
}

/** Those of newer servers, which the reference lists for neither type. */
const newer = {
  DISABLE: {
    is: ["stopped"],
    color: "text",
    seldom: true
  },
  OVERLOAD: {
    is: ["running"],
    color: "orange",
    seldom: true
  },
  INIT: {
    is: [],
    color: "yellow",
    seldom: true
  }
} as const;

/**
 * The statuses that are known of batch jobs, of real-time jobs and of last instances. Whatever has to know one looks
 * here: types, gates, summaries, tables, metrics, alerts and dashboards. The set is open: any other may come.
 */
export const statuses = {
  BATCH: {
    SCHEDULING: {
      is: ["running"],
      color: "green"
    },
    STOPPED: {
      is: ["stopped"],
      color: "text"
    },
    PAUSED: {
      is: ["stopped"],
      color: "text"
    },
    PAUSE: {
      is: ["stopped"],
      color: "text",
      seldom: true
    },
    ABNORMAL: {
      is: ["bad"],
      color: "orange",
      seldom: true
    },
    ...newer
  },
  REAL_TIME: {
    STARTING: {
      is: ["running"],
      color: "blue"
    },
    NORMAL: {
      is: ["running"],
      color: "green"
    },
    EXCEPTION: {
      is: ["bad"],
      color: "red"
    },
    STOPPING: {
      is: ["stopped"],
      color: "yellow"
    },
    STOPPED: {
      is: ["stopped"],
      color: "text"
    },
    PAUSE: {
      is: ["stopped"],
      color: "text"
    },
    ABNORMAL: {
      is: ["bad"],
      color: "orange"
    },
    PAUSED: {
      is: ["stopped"],
      color: "text",
      seldom: true
    },
    // As older servers spell it.
    STARTTING: {
      is: ["running"],
      color: "blue",
      seldom: true
    },
    ...newer
  },
  lastInstance: {
    running: {
      is: ["running"],
      color: "blue"
    },
    success: {
      is: ["success"],
      color: "green"
    },
    fail: {
      is: ["bad"],
      color: "red"
    },
    "running-exception": {
      is: ["running", "bad"],
      color: "orange"
    },
    "manual-stop": {
      is: [],
      color: "yellow"
    },
    forceSuccess: {
      is: ["success"],
      color: "green",
      seldom: true
    },
    ignoreSuccess: {
      is: ["success"],
      color: "green",
      seldom: true
    },
    freeze: {
      is: [],
      color: "text",
      seldom: true
    },
    "skip-by-depend": {
      is: [],
      color: "text",
      seldom: true
    },
    "waiting-confirm": {
      is: [],
      color: "yellow",
      seldom: true
    }
  }
} as const satisfies Record<string, Record<string, KnownStatus>>;

/** Whose status: that of a type of job, or that of a job's last instance. */
export type StatusOf = keyof typeof statuses;

/** What a job without a status is counted under. No status of the service has a space in it. */
export const noStatus = stryMutAct_9fa48("1208") ? "" : (stryCov_9fa48("1208"), "no status");
export interface DescribedStatus {
  /** In the known spelling; as it came where it is none of the known ones; `no status` where there is none. */
  name: string;
  known: boolean;
  is: readonly StatusMeaning[];
  color: StatusColor | undefined;
}
const known = new Map(Object.entries(statuses).map(stryMutAct_9fa48("1209") ? () => undefined : (stryCov_9fa48("1209"), ([of, rows]) => stryMutAct_9fa48("1210") ? [] : (stryCov_9fa48("1210"), [of, new Map(Object.entries<KnownStatus>(rows).flatMap(([name, {
  is,
  color
}]): [string, DescribedStatus][] => {
  if (stryMutAct_9fa48("1211")) {
    {}
  } else {
    stryCov_9fa48("1211");
    const described: DescribedStatus = stryMutAct_9fa48("1212") ? {} : (stryCov_9fa48("1212"), {
      name,
      known: stryMutAct_9fa48("1213") ? false : (stryCov_9fa48("1213"), true),
      is,
      color
    });
    // As it is usually written, too: that is found without making it comparable first.
    return (stryMutAct_9fa48("1214") ? [] : (stryCov_9fa48("1214"), [name, comparable(name)])).map(stryMutAct_9fa48("1215") ? () => undefined : (stryCov_9fa48("1215"), key => stryMutAct_9fa48("1216") ? [] : (stryCov_9fa48("1216"), [key, described])));
  }
}))]))));

/** Statuses are the same without regard to case and to space around them: servers differ in both. */
export function sameStatus(a: string, b: string): boolean {
  if (stryMutAct_9fa48("1217")) {
    {}
  } else {
    stryCov_9fa48("1217");
    return stryMutAct_9fa48("1220") ? comparable(a) !== comparable(b) : stryMutAct_9fa48("1219") ? false : stryMutAct_9fa48("1218") ? true : (stryCov_9fa48("1218", "1219", "1220"), comparable(a) === comparable(b));
  }
}
function comparable(status: string): string {
  if (stryMutAct_9fa48("1221")) {
    {}
  } else {
    stryCov_9fa48("1221");
    return stryMutAct_9fa48("1223") ? status.toLowerCase() : stryMutAct_9fa48("1222") ? status.trim().toUpperCase() : (stryCov_9fa48("1222", "1223"), status.trim().toLowerCase());
  }
}

/** What is known of a status, as a job or a rule has it. */
export function describeStatus(of: StatusOf, status: string | undefined = stryMutAct_9fa48("1224") ? "Stryker was here!" : (stryCov_9fa48("1224"), "")): DescribedStatus {
  if (stryMutAct_9fa48("1225")) {
    {}
  } else {
    stryCov_9fa48("1225");
    const ofThese = known.get(of);
    const asWritten = stryMutAct_9fa48("1226") ? ofThese.get(status) : (stryCov_9fa48("1226"), ofThese?.get(status));
    if (stryMutAct_9fa48("1229") ? asWritten === undefined : stryMutAct_9fa48("1228") ? false : stryMutAct_9fa48("1227") ? true : (stryCov_9fa48("1227", "1228", "1229"), asWritten !== undefined)) return asWritten;
    const key = comparable(status);
    return stryMutAct_9fa48("1230") ? ofThese?.get(key) && {
      name: key === "" ? noStatus : status,
      known: false,
      is: [],
      color: undefined
    } : (stryCov_9fa48("1230"), (stryMutAct_9fa48("1231") ? ofThese.get(key) : (stryCov_9fa48("1231"), ofThese?.get(key))) ?? (stryMutAct_9fa48("1232") ? {} : (stryCov_9fa48("1232"), {
      name: (stryMutAct_9fa48("1235") ? key !== "" : stryMutAct_9fa48("1234") ? false : stryMutAct_9fa48("1233") ? true : (stryCov_9fa48("1233", "1234", "1235"), key === (stryMutAct_9fa48("1236") ? "Stryker was here!" : (stryCov_9fa48("1236"), "")))) ? noStatus : status,
      known: stryMutAct_9fa48("1237") ? true : (stryCov_9fa48("1237"), false),
      is: stryMutAct_9fa48("1238") ? ["Stryker was here"] : (stryCov_9fa48("1238"), []),
      color: undefined
    })));
  }
}
export function statusIs(of: StatusOf, status: string | undefined, meaning: StatusMeaning): boolean {
  if (stryMutAct_9fa48("1239")) {
    {}
  } else {
    stryCov_9fa48("1239");
    return describeStatus(of, status).is.includes(meaning);
  }
}

/** The known statuses, by name: all of them, or those that mean this. */
export function knownStatuses(of: StatusOf, meaning?: StatusMeaning): string[] {
  if (stryMutAct_9fa48("1240")) {
    {}
  } else {
    stryCov_9fa48("1240");
    const rows = Object.entries<KnownStatus>(statuses[of]);
    return stryMutAct_9fa48("1241") ? rows.map(([name]) => name) : (stryCov_9fa48("1241"), rows.filter(stryMutAct_9fa48("1242") ? () => undefined : (stryCov_9fa48("1242"), ([, {
      is
    }]) => stryMutAct_9fa48("1245") ? meaning === undefined && is.includes(meaning) : stryMutAct_9fa48("1244") ? false : stryMutAct_9fa48("1243") ? true : (stryCov_9fa48("1243", "1244", "1245"), (stryMutAct_9fa48("1247") ? meaning !== undefined : stryMutAct_9fa48("1246") ? false : (stryCov_9fa48("1246", "1247"), meaning === undefined)) || is.includes(meaning)))).map(stryMutAct_9fa48("1248") ? () => undefined : (stryCov_9fa48("1248"), ([name]) => name)));
  }
}

/** The known statuses that have a series in a set of metrics even where no job has them. */
export function usualStatuses(of: StatusOf): string[] {
  if (stryMutAct_9fa48("1249")) {
    {}
  } else {
    stryCov_9fa48("1249");
    const rows = Object.entries<KnownStatus>(statuses[of]);
    return stryMutAct_9fa48("1250") ? rows.map(([name]) => name) : (stryCov_9fa48("1250"), rows.filter(stryMutAct_9fa48("1251") ? () => undefined : (stryCov_9fa48("1251"), ([, {
      seldom
    }]) => stryMutAct_9fa48("1254") ? seldom === true : stryMutAct_9fa48("1253") ? false : stryMutAct_9fa48("1252") ? true : (stryCov_9fa48("1252", "1253", "1254"), seldom !== (stryMutAct_9fa48("1255") ? false : (stryCov_9fa48("1255"), true))))).map(stryMutAct_9fa48("1256") ? () => undefined : (stryCov_9fa48("1256"), ([name]) => name)));
  }
}

/** Whose statuses messages speak of. */
const whose: Readonly<Record<StatusOf, string>> = stryMutAct_9fa48("1257") ? {} : (stryCov_9fa48("1257"), {
  BATCH: stryMutAct_9fa48("1258") ? "" : (stryCov_9fa48("1258"), "a batch job"),
  REAL_TIME: stryMutAct_9fa48("1259") ? "" : (stryCov_9fa48("1259"), "a real-time job"),
  lastInstance: stryMutAct_9fa48("1260") ? "" : (stryCov_9fa48("1260"), "a last instance")
});

/**
 * A line for each status that somebody named and that is not known: no job may ever have it.
 *
 * @param where what names them: `allowedStatuses.BATCH`
 * @param of whose statuses are meant: those of any of these
 */
export function unknownStatusWarnings(where: string, of: readonly StatusOf[], named: readonly string[] = stryMutAct_9fa48("1261") ? ["Stryker was here"] : (stryCov_9fa48("1261"), [])): string[] {
  if (stryMutAct_9fa48("1262")) {
    {}
  } else {
    stryCov_9fa48("1262");
    const all = stryMutAct_9fa48("1263") ? [] : (stryCov_9fa48("1263"), [...new Set(of.flatMap(stryMutAct_9fa48("1264") ? () => undefined : (stryCov_9fa48("1264"), each => knownStatuses(each))))]);
    return stryMutAct_9fa48("1265") ? named.map(status => `${where}: ${JSON.stringify(status)} is no known status of ${of.map(each => whose[each]).join(" or ")}, ` + `the nearest is ${JSON.stringify(nearest(status, all))}. Known: ${all.join(", ")}.`) : (stryCov_9fa48("1265"), named.filter(stryMutAct_9fa48("1266") ? () => undefined : (stryCov_9fa48("1266"), status => stryMutAct_9fa48("1269") ? comparable(status) !== noStatus || !of.some(each => describeStatus(each, status).known) : stryMutAct_9fa48("1268") ? false : stryMutAct_9fa48("1267") ? true : (stryCov_9fa48("1267", "1268", "1269"), (stryMutAct_9fa48("1271") ? comparable(status) === noStatus : stryMutAct_9fa48("1270") ? true : (stryCov_9fa48("1270", "1271"), comparable(status) !== noStatus)) && (stryMutAct_9fa48("1272") ? of.some(each => describeStatus(each, status).known) : (stryCov_9fa48("1272"), !(stryMutAct_9fa48("1273") ? of.every(each => describeStatus(each, status).known) : (stryCov_9fa48("1273"), of.some(stryMutAct_9fa48("1274") ? () => undefined : (stryCov_9fa48("1274"), each => describeStatus(each, status).known))))))))).map(stryMutAct_9fa48("1275") ? () => undefined : (stryCov_9fa48("1275"), status => (stryMutAct_9fa48("1276") ? `` : (stryCov_9fa48("1276"), `${where}: ${JSON.stringify(status)} is no known status of ${of.map(stryMutAct_9fa48("1277") ? () => undefined : (stryCov_9fa48("1277"), each => whose[each])).join(stryMutAct_9fa48("1278") ? "" : (stryCov_9fa48("1278"), " or "))}, `)) + (stryMutAct_9fa48("1279") ? `` : (stryCov_9fa48("1279"), `the nearest is ${JSON.stringify(nearest(status, all))}. Known: ${all.join(stryMutAct_9fa48("1280") ? "" : (stryCov_9fa48("1280"), ", "))}.`)))));
  }
}