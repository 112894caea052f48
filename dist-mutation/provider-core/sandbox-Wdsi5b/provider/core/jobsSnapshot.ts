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
import { createHash, randomUUID } from "node:crypto";
import { ConfigurationError, type Job, type JobsQuery, type ListJobsResult } from "../../sdk/index";
import { refuseCredentials, refuseOtherArguments } from "./arguments";
import { hidingSecrets, messageOf, type Call, type CheckCall, type Checked, type Resource } from "./call";
import { differences, type Difference } from "./differences";
import { hideValues } from "./hideValues";
import { connectionArgs, type Connection } from "./listings";
import { pick } from "./pick";
import { defaultCompareFields, jobFields, takeSnapshot, type JobField, type Snapshot } from "./snapshot";
import { stableKey } from "./stableKey";
import { holdsUnknown, unknownValue } from "./unknown";
export const queryArgs = ["jobType", "jobName", "exactName", "tags", "tagMatch", "workspace", "filter"] as const;
export const snapshotArgs = [...queryArgs, "compareFields", "freeze", "triggers"] as const;

/** What the program gives. Everything of it is written into the state. */
export interface SnapshotArgs extends Pick<JobsQuery, (typeof queryArgs)[number]>, Connection {
  compareFields?: JobField[];
  freeze?: boolean;
  triggers?: unknown[];
}

/** What is recorded, by the names under which programs read it. */
export interface Recorded {
  snapshot: Snapshot;
  total: number;
  names: string[];
  jobs: Job[];
}
export const recordedKeys = ["snapshot", "total", "names", "jobs"] as const;

/** `check` lays the snapshot to the inputs, so that the engine prints how the live list differs. */
export interface SnapshotInputs extends SnapshotArgs, Partial<Record<keyof Recorded, unknown>> {
  snapshot?: Snapshot | typeof unknownValue;
}
export interface SnapshotOutputs extends SnapshotArgs, Recorded {}

/**
 * A snapshot of a list of jobs in the stack's state. One object for all snapshots of a process: `create` and `update`
 * record what the `check` before them has listed.
 */
export class JobsSnapshot implements Resource<SnapshotArgs, SnapshotInputs, SnapshotOutputs> {
  private readonly checked = new Map<string, Recorded>();
  async check(olds: SnapshotInputs, news: SnapshotArgs, call: CheckCall): Promise<Checked<SnapshotInputs>> {
    if (stryMutAct_9fa48("441")) {
      {}
    } else {
      stryCov_9fa48("441");
      const given = argsOf(news);
      const shown = hidingSecrets(news, call);
      const laid = stryMutAct_9fa48("442") ? recordedKeys : (stryCov_9fa48("442"), recordedKeys.filter(stryMutAct_9fa48("443") ? () => undefined : (stryCov_9fa48("443"), key => stryMutAct_9fa48("446") ? key === "snapshot" && call.laid.includes(key) : stryMutAct_9fa48("445") ? false : stryMutAct_9fa48("444") ? true : (stryCov_9fa48("444", "445", "446"), (stryMutAct_9fa48("448") ? key !== "snapshot" : stryMutAct_9fa48("447") ? false : (stryCov_9fa48("447", "448"), key === (stryMutAct_9fa48("449") ? "" : (stryCov_9fa48("449"), "snapshot")))) || call.laid.includes(key)))));
      try {
        if (stryMutAct_9fa48("450")) {
          {}
        } else {
          stryCov_9fa48("450");
          if (stryMutAct_9fa48("452") ? false : stryMutAct_9fa48("451") ? true : (stryCov_9fa48("451", "452"), holdsUnknown(news))) return stryMutAct_9fa48("453") ? {} : (stryCov_9fa48("453"), {
            inputs: stryMutAct_9fa48("454") ? {} : (stryCov_9fa48("454"), {
              ...given,
              ...allUnknown(laid)
            })
          });
          checkArgs(given, news, call.args);
          if (stryMutAct_9fa48("457") ? given.freeze && olds.snapshot !== undefined || stableKey(argsOf(olds)) === stableKey(given) : stryMutAct_9fa48("456") ? false : stryMutAct_9fa48("455") ? true : (stryCov_9fa48("455", "456", "457"), (stryMutAct_9fa48("459") ? given.freeze || olds.snapshot !== undefined : stryMutAct_9fa48("458") ? true : (stryCov_9fa48("458", "459"), given.freeze && (stryMutAct_9fa48("461") ? olds.snapshot === undefined : stryMutAct_9fa48("460") ? true : (stryCov_9fa48("460", "461"), olds.snapshot !== undefined)))) && (stryMutAct_9fa48("463") ? stableKey(argsOf(olds)) !== stableKey(given) : stryMutAct_9fa48("462") ? true : (stryCov_9fa48("462", "463"), stableKey(argsOf(olds)) === stableKey(given))))) {
            if (stryMutAct_9fa48("464")) {
              {}
            } else {
              stryCov_9fa48("464");
              return stryMutAct_9fa48("465") ? {} : (stryCov_9fa48("465"), {
                inputs: stryMutAct_9fa48("466") ? {} : (stryCov_9fa48("466"), {
                  ...given,
                  ...pick(olds, laid)
                })
              });
            }
          }
          const list = await call.list(...questionOf(given));
          for (const warning of stryMutAct_9fa48("467") ? list.warnings && [] : (stryCov_9fa48("467"), list.warnings ?? (stryMutAct_9fa48("468") ? ["Stryker was here"] : (stryCov_9fa48("468"), [])))) call.warn(shown(warning));
          const listed = recordOf(given, list);
          const inputs = stryMutAct_9fa48("469") ? {} : (stryCov_9fa48("469"), {
            ...given,
            ...pick(listed, laid)
          });
          this.checked.set(keyOf(inputs), listed);
          return stryMutAct_9fa48("470") ? {} : (stryCov_9fa48("470"), {
            inputs
          });
        }
      } catch (error) {
        if (stryMutAct_9fa48("471")) {
          {}
        } else {
          stryCov_9fa48("471");
          return stryMutAct_9fa48("472") ? {} : (stryCov_9fa48("472"), {
            inputs: given,
            failure: shown(messageOf(error))
          });
        }
      }
    }
  }
  diff(olds: SnapshotInputs, news: SnapshotInputs): Difference[] {
    if (stryMutAct_9fa48("473")) {
      {}
    } else {
      stryCov_9fa48("473");
      const compared = stryMutAct_9fa48("474") ? () => undefined : (stryCov_9fa48("474"), (() => {
        const compared = (inputs: SnapshotInputs) => stryMutAct_9fa48("475") ? {} : (stryCov_9fa48("475"), {
          ...argsOf(inputs),
          snapshot: inputs.snapshot
        });
        return compared;
      })());
      return differences(compared(olds), compared(news));
    }
  }
  async create(inputs: SnapshotInputs, call: Call): Promise<{
    id: string;
    outputs: SnapshotOutputs;
  }> {
    if (stryMutAct_9fa48("476")) {
      {}
    } else {
      stryCov_9fa48("476");
      return stryMutAct_9fa48("477") ? {} : (stryCov_9fa48("477"), {
        id: randomUUID(),
        outputs: await this.record(inputs, call)
      });
    }
  }
  async update(olds: SnapshotOutputs, news: SnapshotInputs, call: Call): Promise<SnapshotOutputs> {
    if (stryMutAct_9fa48("478")) {
      {}
    } else {
      stryCov_9fa48("478");
      const unchanged = stryMutAct_9fa48("481") ? news.freeze || stableKey(news.snapshot) === stableKey(olds.snapshot) : stryMutAct_9fa48("480") ? false : stryMutAct_9fa48("479") ? true : (stryCov_9fa48("479", "480", "481"), news.freeze && (stryMutAct_9fa48("483") ? stableKey(news.snapshot) !== stableKey(olds.snapshot) : stryMutAct_9fa48("482") ? true : (stryCov_9fa48("482", "483"), stableKey(news.snapshot) === stableKey(olds.snapshot))));
      return unchanged ? stryMutAct_9fa48("484") ? {} : (stryCov_9fa48("484"), {
        ...argsOf(news),
        ...pick(olds, recordedKeys)
      }) : await this.record(news, call);
    }
  }

  /** The jobs as they are now; where they cannot be known, what was recorded. */
  async read(state: SnapshotOutputs, call: Call): Promise<{
    outputs: SnapshotOutputs;
    inputs?: SnapshotInputs;
  }> {
    if (stryMutAct_9fa48("485")) {
      {}
    } else {
      stryCov_9fa48("485");
      if (stryMutAct_9fa48("487") ? false : stryMutAct_9fa48("486") ? true : (stryCov_9fa48("486", "487"), state.freeze)) return stryMutAct_9fa48("488") ? {} : (stryCov_9fa48("488"), {
        outputs: state
      });
      const given = argsOf(state);
      try {
        if (stryMutAct_9fa48("489")) {
          {}
        } else {
          stryCov_9fa48("489");
          const outputs = stryMutAct_9fa48("490") ? {} : (stryCov_9fa48("490"), {
            ...given,
            ...recordOf(given, await call.list(...questionOf(given)))
          });
          return stryMutAct_9fa48("491") ? {} : (stryCov_9fa48("491"), {
            outputs,
            inputs: stryMutAct_9fa48("492") ? {} : (stryCov_9fa48("492"), {
              ...given,
              snapshot: outputs.snapshot
            })
          });
        }
      } catch (error) {
        if (stryMutAct_9fa48("493")) {
          {}
        } else {
          stryCov_9fa48("493");
          // A stack must be destroyed, with a refresh before it, while the service is down.
          const {
            jobName,
            tags,
            workspace,
            filter
          } = given;
          const reason = hideValues(messageOf(error), jobName, tags, workspace, filter);
          call.warn(stryMutAct_9fa48("494") ? `` : (stryCov_9fa48("494"), `not refreshed, the recorded list stays as it is: ${reason}`));
          return stryMutAct_9fa48("495") ? {} : (stryCov_9fa48("495"), {
            outputs: state
          });
        }
      }
    }
  }
  private async record(inputs: SnapshotInputs, call: Call): Promise<SnapshotOutputs> {
    if (stryMutAct_9fa48("496")) {
      {}
    } else {
      stryCov_9fa48("496");
      const given = argsOf(inputs);
      if (stryMutAct_9fa48("498") ? false : stryMutAct_9fa48("497") ? true : (stryCov_9fa48("497", "498"), holdsUnknown(inputs))) return stryMutAct_9fa48("499") ? {} : (stryCov_9fa48("499"), {
        ...given,
        ...(allUnknown(recordedKeys) as unknown as Recorded)
      });
      const shown = this.checked.get(keyOf(inputs));
      return stryMutAct_9fa48("500") ? {} : (stryCov_9fa48("500"), {
        ...given,
        ...(stryMutAct_9fa48("501") ? shown && recordOf(given, await call.list(...questionOf(given))) : (stryCov_9fa48("501"), shown ?? recordOf(given, await call.list(...questionOf(given)))))
      });
    }
  }
}
function keyOf(inputs: SnapshotInputs): string {
  if (stryMutAct_9fa48("502")) {
    {}
  } else {
    stryCov_9fa48("502");
    const text = stableKey(stryMutAct_9fa48("503") ? [] : (stryCov_9fa48("503"), [argsOf(inputs), inputs.snapshot]));
    return createHash(stryMutAct_9fa48("504") ? "" : (stryCov_9fa48("504"), "sha256")).update(text).digest(stryMutAct_9fa48("505") ? "" : (stryCov_9fa48("505"), "base64"));
  }
}
function questionOf(given: SnapshotArgs): [JobsQuery, Connection] {
  if (stryMutAct_9fa48("506")) {
    {}
  } else {
    stryCov_9fa48("506");
    return stryMutAct_9fa48("507") ? [] : (stryCov_9fa48("507"), [pick(given, queryArgs), pick(given, connectionArgs)]);
  }
}
function recordOf(given: SnapshotArgs, {
  jobs,
  total
}: ListJobsResult): Recorded {
  if (stryMutAct_9fa48("508")) {
    {}
  } else {
    stryCov_9fa48("508");
    const snapshot = takeSnapshot(jobs, stryMutAct_9fa48("509") ? given.compareFields && defaultCompareFields : (stryCov_9fa48("509"), given.compareFields ?? defaultCompareFields));
    return stryMutAct_9fa48("510") ? {} : (stryCov_9fa48("510"), {
      snapshot,
      total,
      names: jobs.map(stryMutAct_9fa48("511") ? () => undefined : (stryCov_9fa48("511"), job => job.name)),
      jobs
    });
  }
}
function argsOf(inputs: SnapshotArgs): SnapshotArgs {
  if (stryMutAct_9fa48("512")) {
    {}
  } else {
    stryCov_9fa48("512");
    return pick(inputs, stryMutAct_9fa48("513") ? [] : (stryCov_9fa48("513"), [...snapshotArgs, ...connectionArgs]));
  }
}
function allUnknown<Key extends keyof Recorded>(keys: readonly Key[]): Record<Key, typeof unknownValue> {
  if (stryMutAct_9fa48("514")) {
    {}
  } else {
    stryCov_9fa48("514");
    return Object.fromEntries(keys.map(key => [key, unknownValue])) as Record<Key, typeof unknownValue>;
  }
}

/** @throws ConfigurationError */
function checkArgs(given: SnapshotArgs, news: object, known: readonly string[]): void {
  if (stryMutAct_9fa48("515")) {
    {}
  } else {
    stryCov_9fa48("515");
    refuseOtherArguments(news, known);
    const {
      compareFields = stryMutAct_9fa48("516") ? ["Stryker was here"] : (stryCov_9fa48("516"), []),
      freeze = stryMutAct_9fa48("517") ? true : (stryCov_9fa48("517"), false),
      triggers = stryMutAct_9fa48("518") ? ["Stryker was here"] : (stryCov_9fa48("518"), [])
    } = given as Record<string, unknown>;
    if (stryMutAct_9fa48("521") ? false : stryMutAct_9fa48("520") ? true : stryMutAct_9fa48("519") ? Array.isArray(compareFields) : (stryCov_9fa48("519", "520", "521"), !Array.isArray(compareFields))) throw new ConfigurationError(stryMutAct_9fa48("522") ? "" : (stryCov_9fa48("522"), 'compareFields must be a list such as ["status"].'));
    if (stryMutAct_9fa48("525") ? false : stryMutAct_9fa48("524") ? true : stryMutAct_9fa48("523") ? Array.isArray(triggers) : (stryCov_9fa48("523", "524", "525"), !Array.isArray(triggers))) throw new ConfigurationError(stryMutAct_9fa48("526") ? "" : (stryCov_9fa48("526"), "triggers must be a list."));
    if (stryMutAct_9fa48("529") ? typeof freeze === "boolean" : stryMutAct_9fa48("528") ? false : stryMutAct_9fa48("527") ? true : (stryCov_9fa48("527", "528", "529"), typeof freeze !== (stryMutAct_9fa48("530") ? "" : (stryCov_9fa48("530"), "boolean")))) throw new ConfigurationError(stryMutAct_9fa48("531") ? "" : (stryCov_9fa48("531"), "freeze must be true or false."));
    const unknownField = (compareFields as string[]).find(stryMutAct_9fa48("532") ? () => undefined : (stryCov_9fa48("532"), field => stryMutAct_9fa48("533") ? (jobFields as readonly string[]).includes(field) : (stryCov_9fa48("533"), !(jobFields as readonly string[]).includes(field))));
    if (stryMutAct_9fa48("536") ? unknownField === undefined : stryMutAct_9fa48("535") ? false : stryMutAct_9fa48("534") ? true : (stryCov_9fa48("534", "535", "536"), unknownField !== undefined)) {
      if (stryMutAct_9fa48("537")) {
        {}
      } else {
        stryCov_9fa48("537");
        throw new ConfigurationError(stryMutAct_9fa48("538") ? `` : (stryCov_9fa48("538"), `compareFields: a job has no field ${JSON.stringify(unknownField)}. It has: ${jobFields.join(stryMutAct_9fa48("539") ? "" : (stryCov_9fa48("539"), ", "))}.`));
      }
    }
    refuseCredentials(given);
  }
}