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
import { UnexpectedAnswerError, type DlfErrorDetails } from "../errors";
import { errorBody } from "../http/errorBody";
import { describeIssues } from "../configuration/options";
import { safeText } from "../redact";
import type { Job, JobType } from "./job";
export interface JobPage {
  /** How many jobs the service says there are, on all pages together. */
  total: number;
  jobs: Job[];
}

/** What is known of an answer, for error messages. */
export interface AnswerDescription extends Pick<DlfErrorDetails, "status" | "requestId"> {
  /** What was asked for. */
  what: string;
}

/** What a field holds: for zod, and as the same check without it, for `isPlain`. */
interface Kind {
  schema: z.ZodType;
  holds(value: unknown): boolean;
}
const text: Kind = stryMutAct_9fa48("1056") ? {} : (stryCov_9fa48("1056"), {
  schema: z.string(),
  holds: stryMutAct_9fa48("1057") ? () => undefined : (stryCov_9fa48("1057"), value => stryMutAct_9fa48("1060") ? typeof value !== "string" : stryMutAct_9fa48("1059") ? false : stryMutAct_9fa48("1058") ? true : (stryCov_9fa48("1058", "1059", "1060"), typeof value === (stryMutAct_9fa48("1061") ? "" : (stryCov_9fa48("1061"), "string"))))
});
const filledText: Kind = stryMutAct_9fa48("1062") ? {} : (stryCov_9fa48("1062"), {
  schema: stryMutAct_9fa48("1063") ? z.string().max(1) : (stryCov_9fa48("1063"), z.string().min(1)),
  holds: stryMutAct_9fa48("1064") ? () => undefined : (stryCov_9fa48("1064"), value => stryMutAct_9fa48("1067") ? typeof value === "string" || value !== "" : stryMutAct_9fa48("1066") ? false : stryMutAct_9fa48("1065") ? true : (stryCov_9fa48("1065", "1066", "1067"), (stryMutAct_9fa48("1069") ? typeof value !== "string" : stryMutAct_9fa48("1068") ? true : (stryCov_9fa48("1068", "1069"), typeof value === (stryMutAct_9fa48("1070") ? "" : (stryCov_9fa48("1070"), "string")))) && (stryMutAct_9fa48("1072") ? value === "" : stryMutAct_9fa48("1071") ? true : (stryCov_9fa48("1071", "1072"), value !== (stryMutAct_9fa48("1073") ? "Stryker was here!" : (stryCov_9fa48("1073"), ""))))))
});
const whole: Kind = stryMutAct_9fa48("1074") ? {} : (stryCov_9fa48("1074"), {
  schema: z.int(),
  holds: Number.isSafeInteger
});
const flag: Kind = stryMutAct_9fa48("1075") ? {} : (stryCov_9fa48("1075"), {
  schema: z.boolean(),
  holds: stryMutAct_9fa48("1076") ? () => undefined : (stryCov_9fa48("1076"), value => stryMutAct_9fa48("1079") ? typeof value !== "boolean" : stryMutAct_9fa48("1078") ? false : stryMutAct_9fa48("1077") ? true : (stryCov_9fa48("1077", "1078", "1079"), typeof value === (stryMutAct_9fa48("1080") ? "" : (stryCov_9fa48("1080"), "boolean"))))
});
const mandatory = stryMutAct_9fa48("1081") ? {} : (stryCov_9fa48("1081"), {
  name: filledText
});
const optional = stryMutAct_9fa48("1082") ? {} : (stryCov_9fa48("1082"), {
  // Mandatory in the reference, and missing in the one answer of a real server that was ever published.
  status: filledText,
  createUser: text,
  createTime: whole,
  owner: text,
  priority: whole,
  startTime: whole,
  endTime: whole,
  lastUpdateTime: whole,
  lastUpdateUser: text,
  path: text,
  singleNodeJobFlag: flag,
  lastInstanceStatus: text,
  lastInstanceEndTime: whole
});

/** @internal */
export const jobForms = {
  BATCH: jobForm("BATCH"),
  REAL_TIME: jobForm("REAL_TIME")
} as const;

/** The fields of one type of job, in both their forms. */
function jobForm(jobType: JobType) {
  if (stryMutAct_9fa48("1083")) {
    {}
  } else {
    stryCov_9fa48("1083");
    const isType: Kind = stryMutAct_9fa48("1084") ? {} : (stryCov_9fa48("1084"), {
      schema: z.literal(jobType),
      holds: stryMutAct_9fa48("1085") ? () => undefined : (stryCov_9fa48("1085"), value => stryMutAct_9fa48("1088") ? value !== jobType : stryMutAct_9fa48("1087") ? false : stryMutAct_9fa48("1086") ? true : (stryCov_9fa48("1086", "1087", "1088"), value === jobType))
    });
    const needed = Object.entries(stryMutAct_9fa48("1089") ? {} : (stryCov_9fa48("1089"), {
      jobType: isType,
      ...mandatory
    }));
    const others = Object.entries(optional);
    return stryMutAct_9fa48("1090") ? {} : (stryCov_9fa48("1090"), {
      needed: needed.map(stryMutAct_9fa48("1091") ? () => undefined : (stryCov_9fa48("1091"), ([name]) => name)),
      kinds: new Map(stryMutAct_9fa48("1092") ? [] : (stryCov_9fa48("1092"), [...needed, ...others])),
      /** Fields that are not listed here are dropped: servers add fields over time. */
      schema: z.object(stryMutAct_9fa48("1093") ? {} : (stryCov_9fa48("1093"), {
        ...Object.fromEntries(needed.map(stryMutAct_9fa48("1094") ? () => undefined : (stryCov_9fa48("1094"), ([name, kind]) => stryMutAct_9fa48("1095") ? [] : (stryCov_9fa48("1095"), [name, kind.schema])))),
        ...Object.fromEntries(others.map(stryMutAct_9fa48("1096") ? () => undefined : (stryCov_9fa48("1096"), ([name, kind]) => stryMutAct_9fa48("1097") ? [] : (stryCov_9fa48("1097"), [name, kind.schema.optional()]))))
      }))
    });
  }
}

/** A whole number, or one in a string: there is only one way to read it. */
const totalSchema = z.union(stryMutAct_9fa48("1098") ? [] : (stryCov_9fa48("1098"), [z.int().nonnegative(), z.string().regex(stryMutAct_9fa48("1102") ? /^\D{1,15}$/ : stryMutAct_9fa48("1101") ? /^\d$/ : stryMutAct_9fa48("1100") ? /^\d{1,15}/ : stryMutAct_9fa48("1099") ? /\d{1,15}$/ : (stryCov_9fa48("1099", "1100", "1101", "1102"), /^\d{1,15}$/)).transform(Number)]));
const pageSchema = z.object(stryMutAct_9fa48("1103") ? {} : (stryCov_9fa48("1103"), {
  total: totalSchema,
  jobs: z.array(z.unknown())
}));

/**
 * Reads an answer with status 200. A page that is not one is an error and never an empty list.
 *
 * @param jobType the type that was asked for: a job of the other one means that the filter was not understood
 * @throws UnexpectedAnswerError
 */
export function parsePage(body: unknown, jobType: JobType, answer: AnswerDescription): JobPage {
  if (stryMutAct_9fa48("1104")) {
    {}
  } else {
    stryCov_9fa48("1104");
    const page = isPlainPage(body) ? stryMutAct_9fa48("1105") ? {} : (stryCov_9fa48("1105"), {
      success: true as const,
      data: body
    }) : pageSchema.safeParse(body);
    const failure = stryMutAct_9fa48("1106") ? failureOf(body) && (page.success ? undefined : describeIssues(page.error)) : (stryCov_9fa48("1106"), failureOf(body) ?? (page.success ? undefined : describeIssues(page.error)));
    if (stryMutAct_9fa48("1109") ? !page.success && failure !== undefined : stryMutAct_9fa48("1108") ? false : stryMutAct_9fa48("1107") ? true : (stryCov_9fa48("1107", "1108", "1109"), (stryMutAct_9fa48("1110") ? page.success : (stryCov_9fa48("1110"), !page.success)) || (stryMutAct_9fa48("1112") ? failure === undefined : stryMutAct_9fa48("1111") ? false : (stryCov_9fa48("1111", "1112"), failure !== undefined)))) {
      if (stryMutAct_9fa48("1113")) {
        {}
      } else {
        stryCov_9fa48("1113");
        throw new UnexpectedAnswerError(stryMutAct_9fa48("1114") ? `` : (stryCov_9fa48("1114"), `The answer to ${answer.what} is not a list of jobs: ${stryMutAct_9fa48("1115") ? failure && "" : (stryCov_9fa48("1115"), failure ?? (stryMutAct_9fa48("1116") ? "Stryker was here!" : (stryCov_9fa48("1116"), "")))}.`), answer);
      }
    }
    return stryMutAct_9fa48("1117") ? {} : (stryCov_9fa48("1117"), {
      total: page.data.total,
      jobs: page.data.jobs.map(stryMutAct_9fa48("1118") ? () => undefined : (stryCov_9fa48("1118"), (job, index) => parseJob(job, index, jobType, answer)))
    });
  }
}

/** As `isPlain`: an array that zod walks through for nothing is long. */
function isPlainPage(body: unknown): body is z.output<typeof pageSchema> {
  if (stryMutAct_9fa48("1119")) {
    {}
  } else {
    stryCov_9fa48("1119");
    const {
      total,
      jobs
    } = (body ?? {}) as Record<string, unknown>;
    return stryMutAct_9fa48("1122") ? whole.holds(total) && total as number >= 0 || Array.isArray(jobs) : stryMutAct_9fa48("1121") ? false : stryMutAct_9fa48("1120") ? true : (stryCov_9fa48("1120", "1121", "1122"), (stryMutAct_9fa48("1124") ? whole.holds(total) || total as number >= 0 : stryMutAct_9fa48("1123") ? true : (stryCov_9fa48("1123", "1124"), whole.holds(total) && (stryMutAct_9fa48("1127") ? total as number < 0 : stryMutAct_9fa48("1126") ? total as number > 0 : stryMutAct_9fa48("1125") ? true : (stryCov_9fa48("1125", "1126", "1127"), total as number >= 0)))) && Array.isArray(jobs));
  }
}

/** An answer that names an error is one, whatever list it holds besides. 0 is the code of none. */
function failureOf(body: unknown): string | undefined {
  if (stryMutAct_9fa48("1128")) {
    {}
  } else {
    stryCov_9fa48("1128");
    const said = errorBody(body);
    return (stryMutAct_9fa48("1131") ? said?.code === undefined && /^0+$/.test(said.code) : stryMutAct_9fa48("1130") ? false : stryMutAct_9fa48("1129") ? true : (stryCov_9fa48("1129", "1130", "1131"), (stryMutAct_9fa48("1133") ? said?.code !== undefined : stryMutAct_9fa48("1132") ? false : (stryCov_9fa48("1132", "1133"), (stryMutAct_9fa48("1134") ? said.code : (stryCov_9fa48("1134"), said?.code)) === undefined)) || (stryMutAct_9fa48("1137") ? /^0$/ : stryMutAct_9fa48("1136") ? /^0+/ : stryMutAct_9fa48("1135") ? /0+$/ : (stryCov_9fa48("1135", "1136", "1137"), /^0+$/)).test(said.code))) ? undefined : stryMutAct_9fa48("1138") ? `` : (stryCov_9fa48("1138"), `it is the error ${safeText(said.said)}`);
  }
}
function parseJob(value: unknown, index: number, jobType: JobType, answer: DlfErrorDetails): Job {
  if (stryMutAct_9fa48("1139")) {
    {}
  } else {
    stryCov_9fa48("1139");
    if (stryMutAct_9fa48("1141") ? false : stryMutAct_9fa48("1140") ? true : (stryCov_9fa48("1140", "1141"), isPlain(value, jobType))) return value;
    const parsed = jobForms[jobType].schema.safeParse(withoutNothing(value));
    // The schema checks what `Job` promises; fields that were not sent are absent from its result as well.
    if (stryMutAct_9fa48("1143") ? false : stryMutAct_9fa48("1142") ? true : (stryCov_9fa48("1142", "1143"), parsed.success)) return parsed.data as unknown as Job;
    const name = stryMutAct_9fa48("1144") ? (value as {
      name?: unknown;
    } | null).name : (stryCov_9fa48("1144"), (value as {
      name?: unknown;
    } | null)?.name);
    const shown = (stryMutAct_9fa48("1147") ? typeof name === "string" || name !== "" : stryMutAct_9fa48("1146") ? false : stryMutAct_9fa48("1145") ? true : (stryCov_9fa48("1145", "1146", "1147"), (stryMutAct_9fa48("1149") ? typeof name !== "string" : stryMutAct_9fa48("1148") ? true : (stryCov_9fa48("1148", "1149"), typeof name === (stryMutAct_9fa48("1150") ? "" : (stryCov_9fa48("1150"), "string")))) && (stryMutAct_9fa48("1152") ? name === "" : stryMutAct_9fa48("1151") ? true : (stryCov_9fa48("1151", "1152"), name !== (stryMutAct_9fa48("1153") ? "Stryker was here!" : (stryCov_9fa48("1153"), "")))))) ? safeText(name) : stryMutAct_9fa48("1154") ? `` : (stryCov_9fa48("1154"), `number ${stryMutAct_9fa48("1155") ? index - 1 : (stryCov_9fa48("1155"), index + 1)} of the page`);
    throw new UnexpectedAnswerError(stryMutAct_9fa48("1156") ? `` : (stryCov_9fa48("1156"), `The service's answer cannot be used: job ${JSON.stringify(shown)}: ${describeIssues(parsed.error)}.`), stryMutAct_9fa48("1157") ? {} : (stryCov_9fa48("1157"), {
      ...answer,
      permanent: stryMutAct_9fa48("1158") ? false : (stryCov_9fa48("1158"), true),
      job: shown
    }));
  }
}

/**
 * Whether the schema would return the job just as it is, as it does with nearly all of them: no field missing, odd,
 * null or unknown. Checking that takes a third of zod's time, cold a quarter; zod has the last word on all other jobs.
 */
function isPlain(value: unknown, jobType: JobType): value is Job {
  if (stryMutAct_9fa48("1159")) {
    {}
  } else {
    stryCov_9fa48("1159");
    if (stryMutAct_9fa48("1162") ? typeof value !== "object" && value === null : stryMutAct_9fa48("1161") ? false : stryMutAct_9fa48("1160") ? true : (stryCov_9fa48("1160", "1161", "1162"), (stryMutAct_9fa48("1164") ? typeof value === "object" : stryMutAct_9fa48("1163") ? false : (stryCov_9fa48("1163", "1164"), typeof value !== (stryMutAct_9fa48("1165") ? "" : (stryCov_9fa48("1165"), "object")))) || (stryMutAct_9fa48("1167") ? value !== null : stryMutAct_9fa48("1166") ? false : (stryCov_9fa48("1166", "1167"), value === null)))) return stryMutAct_9fa48("1168") ? true : (stryCov_9fa48("1168"), false);
    const {
      kinds,
      needed
    } = jobForms[jobType];
    const fields = value as Record<string, unknown>;
    for (const name in fields) {
      if (stryMutAct_9fa48("1169")) {
        {}
      } else {
        stryCov_9fa48("1169");
        if (stryMutAct_9fa48("1172") ? false : stryMutAct_9fa48("1171") ? true : stryMutAct_9fa48("1170") ? kinds.get(name)?.holds(fields[name]) : (stryCov_9fa48("1170", "1171", "1172"), !(stryMutAct_9fa48("1173") ? kinds.get(name).holds(fields[name]) : (stryCov_9fa48("1173"), kinds.get(name)?.holds(fields[name]))))) return stryMutAct_9fa48("1174") ? true : (stryCov_9fa48("1174"), false);
      }
    }
    return stryMutAct_9fa48("1175") ? needed.some(name => Object.hasOwn(fields, name)) : (stryCov_9fa48("1175"), needed.every(stryMutAct_9fa48("1176") ? () => undefined : (stryCov_9fa48("1176"), name => Object.hasOwn(fields, name))));
  }
}

/** null counts as absent, and so does a status that is empty. Most jobs hold neither, and are not copied for it. */
function withoutNothing(value: unknown): unknown {
  if (stryMutAct_9fa48("1177")) {
    {}
  } else {
    stryCov_9fa48("1177");
    if (stryMutAct_9fa48("1180") ? (typeof value !== "object" || value === null) && Array.isArray(value) : stryMutAct_9fa48("1179") ? false : stryMutAct_9fa48("1178") ? true : (stryCov_9fa48("1178", "1179", "1180"), (stryMutAct_9fa48("1182") ? typeof value !== "object" && value === null : stryMutAct_9fa48("1181") ? false : (stryCov_9fa48("1181", "1182"), (stryMutAct_9fa48("1184") ? typeof value === "object" : stryMutAct_9fa48("1183") ? false : (stryCov_9fa48("1183", "1184"), typeof value !== (stryMutAct_9fa48("1185") ? "" : (stryCov_9fa48("1185"), "object")))) || (stryMutAct_9fa48("1187") ? value !== null : stryMutAct_9fa48("1186") ? false : (stryCov_9fa48("1186", "1187"), value === null)))) || Array.isArray(value))) return value;
    const fields = Object.entries(value);
    const given = stryMutAct_9fa48("1188") ? fields : (stryCov_9fa48("1188"), fields.filter(stryMutAct_9fa48("1189") ? () => undefined : (stryCov_9fa48("1189"), ([name, field]) => stryMutAct_9fa48("1192") ? field !== null || !(name === "status" && field === "") : stryMutAct_9fa48("1191") ? false : stryMutAct_9fa48("1190") ? true : (stryCov_9fa48("1190", "1191", "1192"), (stryMutAct_9fa48("1194") ? field === null : stryMutAct_9fa48("1193") ? true : (stryCov_9fa48("1193", "1194"), field !== null)) && (stryMutAct_9fa48("1195") ? name === "status" && field === "" : (stryCov_9fa48("1195"), !(stryMutAct_9fa48("1198") ? name === "status" || field === "" : stryMutAct_9fa48("1197") ? false : stryMutAct_9fa48("1196") ? true : (stryCov_9fa48("1196", "1197", "1198"), (stryMutAct_9fa48("1200") ? name !== "status" : stryMutAct_9fa48("1199") ? true : (stryCov_9fa48("1199", "1200"), name === (stryMutAct_9fa48("1201") ? "" : (stryCov_9fa48("1201"), "status")))) && (stryMutAct_9fa48("1203") ? field !== "" : stryMutAct_9fa48("1202") ? true : (stryCov_9fa48("1202", "1203"), field === (stryMutAct_9fa48("1204") ? "Stryker was here!" : (stryCov_9fa48("1204"), ""))))))))))));
    return (stryMutAct_9fa48("1207") ? given.length !== fields.length : stryMutAct_9fa48("1206") ? false : stryMutAct_9fa48("1205") ? true : (stryCov_9fa48("1205", "1206", "1207"), given.length === fields.length)) ? value : Object.fromEntries(given);
  }
}