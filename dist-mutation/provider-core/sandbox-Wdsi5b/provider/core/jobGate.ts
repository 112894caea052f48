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
import { randomUUID } from "node:crypto";
import { ConfigurationError, GateShutError, askGate, checkRules, checkWait, describeViolations, mayPass, ruleWarnings, unknownStatuses, waitForGate, type GateNote, type GateOutcome, type GateRules, type GateViolation, type GateWait, type JobsQuery, type KnownOutcome } from "../../sdk/index";
import { refuseCredentials, refuseOtherArguments } from "./arguments";
import { hidingSecrets, messageOf, type Call, type CheckCall, type Checked, type Resource } from "./call";
import { differences, type Difference } from "./differences";
import { connectionArgs, type Connection } from "./listings";
import { pick } from "./pick";
import { stableKey } from "./stableKey";
import { holdsUnknown, unknownValue } from "./unknown";
export const gateArgs = ["query", "rules", "enforcement", "onUnknown", "wait"] as const;
export const enforcements = ["mandatory", "advisory"] as const;
export const unknownPolicies = ["stop", "warn"] as const;

/** What the program gives. Everything of it is written into the state. */
export interface GateArgs extends Connection {
  query?: JobsQuery;
  rules: GateRules;
  enforcement?: (typeof enforcements)[number];
  onUnknown?: (typeof unknownPolicies)[number];
  wait?: GateWait;
}

/**
 * What a gate found. `pending`: inputs are not known yet in this preview. `waiting`: the rules do not hold yet, and an
 * update will wait. `unknown`: the jobs could not be known. Without times and counts: it is kept in the state, and only
 * a change of it is an update of the gate.
 */
export interface GateFinding {
  result: "holds" | "violated" | "unknown" | "waiting" | "pending";
  /** In a line or more each: which rule, and the names of the jobs that break it. */
  violations: string[];
  /** Exemptions, and rules that are broken by no more jobs than are tolerated. Absent where there are none. */
  notes?: string[];
}
export interface GateInputs extends GateArgs {
  finding?: GateFinding;
}

/** What becomes of an outcome: a finding that lets what depends on the gate pass, or why it does not. */
type Judged = {
  finding: GateFinding;
} | {
  failure: string;
};

/**
 * The gate itself. The engine checks it in the preview and again in the update, each time before anything that depends
 * on the gate; a failure stops both. One that may wait is let through as `waiting`, and waits where it is created or
 * updated, which happens in the update alone. What it keeps are its inputs.
 */
export class JobGate implements Resource<GateArgs, GateInputs, GateInputs> {
  /** How messages of a gate that waits hide its secrets, by its arguments: `check` alone is told which those are. */
  private readonly hiding = new Map<string, (message: string) => string>();
  async check(_olds: GateInputs, news: GateArgs, call: CheckCall): Promise<Checked<GateInputs>> {
    if (stryMutAct_9fa48("171")) {
      {}
    } else {
      stryCov_9fa48("171");
      const given = argsOf(news);
      const shown = hidingSecrets(news, call);
      if (stryMutAct_9fa48("173") ? false : stryMutAct_9fa48("172") ? true : (stryCov_9fa48("172", "173"), given.wait)) this.hiding.set(stableKey(given), shown);
      const warn = (message: string) => {
        if (stryMutAct_9fa48("174")) {
          {}
        } else {
          stryCov_9fa48("174");
          call.warn(shown(message));
        }
      };
      try {
        if (stryMutAct_9fa48("175")) {
          {}
        } else {
          stryCov_9fa48("175");
          if (stryMutAct_9fa48("177") ? false : stryMutAct_9fa48("176") ? true : (stryCov_9fa48("176", "177"), holdsUnknown(news))) return stryMutAct_9fa48("178") ? {} : (stryCov_9fa48("178"), {
            inputs: stryMutAct_9fa48("179") ? {} : (stryCov_9fa48("179"), {
              ...given,
              finding: stryMutAct_9fa48("180") ? {} : (stryCov_9fa48("180"), {
                result: stryMutAct_9fa48("181") ? "" : (stryCov_9fa48("181"), "pending"),
                violations: stryMutAct_9fa48("182") ? ["Stryker was here"] : (stryCov_9fa48("182"), [])
              })
            })
          });
          checkArgs(given, news, call.args);
          for (const warning of ruleWarnings(given.rules)) warn(warning);
          const outcome = await ask(given, call);
          if (stryMutAct_9fa48("185") ? outcome.result === "unknown" : stryMutAct_9fa48("184") ? false : stryMutAct_9fa48("183") ? true : (stryCov_9fa48("183", "184", "185"), outcome.result !== (stryMutAct_9fa48("186") ? "" : (stryCov_9fa48("186"), "unknown")))) {
            if (stryMutAct_9fa48("187")) {
              {}
            } else {
              stryCov_9fa48("187");
              const unknown = unknownStatuses(outcome.jobs);
              if (stryMutAct_9fa48("189") ? false : stryMutAct_9fa48("188") ? true : (stryCov_9fa48("188", "189"), unknown)) warn(unknown.message);
              for (const warning of outcome.warnings) warn(warning);
            }
          }
          for (const note of notesOf(outcome)) if (stryMutAct_9fa48("192") ? note.severity !== "warn" : stryMutAct_9fa48("191") ? false : stryMutAct_9fa48("190") ? true : (stryCov_9fa48("190", "191", "192"), note.severity === (stryMutAct_9fa48("193") ? "" : (stryCov_9fa48("193"), "warn")))) warn(note.message);
          const judged = (stryMutAct_9fa48("196") ? given.wait || mayPass(outcome, checkWait(given.wait)) : stryMutAct_9fa48("195") ? false : stryMutAct_9fa48("194") ? true : (stryCov_9fa48("194", "195", "196"), given.wait && mayPass(outcome, checkWait(given.wait)))) ? stryMutAct_9fa48("197") ? {} : (stryCov_9fa48("197"), {
            finding: waiting(outcome)
          }) : judge(outcome, given);
          if (stryMutAct_9fa48("199") ? false : stryMutAct_9fa48("198") ? true : (stryCov_9fa48("198", "199"), (stryMutAct_9fa48("200") ? "" : (stryCov_9fa48("200"), "failure")) in judged)) return stryMutAct_9fa48("201") ? {} : (stryCov_9fa48("201"), {
            inputs: given,
            failure: shown(judged.failure)
          });
          return stryMutAct_9fa48("202") ? {} : (stryCov_9fa48("202"), {
            inputs: stryMutAct_9fa48("203") ? {} : (stryCov_9fa48("203"), {
              ...given,
              finding: mapTexts(judged.finding, shown)
            })
          });
        }
      } catch (error) {
        if (stryMutAct_9fa48("204")) {
          {}
        } else {
          stryCov_9fa48("204");
          return stryMutAct_9fa48("205") ? {} : (stryCov_9fa48("205"), {
            inputs: given,
            failure: shown(messageOf(error))
          });
        }
      }
    }
  }
  diff(olds: GateInputs, news: GateInputs): Difference[] {
    if (stryMutAct_9fa48("206")) {
      {}
    } else {
      stryCov_9fa48("206");
      const compared = stryMutAct_9fa48("207") ? () => undefined : (stryCov_9fa48("207"), (() => {
        const compared = (inputs: GateInputs) => stryMutAct_9fa48("208") ? {} : (stryCov_9fa48("208"), {
          ...argsOf(inputs),
          finding: inputs.finding
        });
        return compared;
      })());
      return differences(compared(olds), compared(news));
    }
  }

  /** @throws GateShutError when the wait is over and the rules do not hold */
  async create(inputs: GateInputs, call: Call): Promise<{
    id: string;
    outputs: GateInputs;
  }> {
    if (stryMutAct_9fa48("209")) {
      {}
    } else {
      stryCov_9fa48("209");
      return stryMutAct_9fa48("210") ? {} : (stryCov_9fa48("210"), {
        id: randomUUID(),
        outputs: await this.waited(inputs, call)
      });
    }
  }

  /** @throws GateShutError as `create` */
  update(_olds: GateInputs, news: GateInputs, call: Call): Promise<GateInputs> {
    if (stryMutAct_9fa48("211")) {
      {}
    } else {
      stryCov_9fa48("211");
      return this.waited(news, call);
    }
  }
  read(state: GateInputs): Promise<{
    outputs: GateInputs;
  }> {
    if (stryMutAct_9fa48("212")) {
      {}
    } else {
      stryCov_9fa48("212");
      return Promise.resolve(stryMutAct_9fa48("213") ? {} : (stryCov_9fa48("213"), {
        outputs: state
      }));
    }
  }
  private async waited(inputs: GateInputs, call: Call): Promise<GateInputs> {
    if (stryMutAct_9fa48("214")) {
      {}
    } else {
      stryCov_9fa48("214");
      const {
        result
      } = stryMutAct_9fa48("215") ? inputs.finding && {} : (stryCov_9fa48("215"), inputs.finding ?? {});
      if (stryMutAct_9fa48("218") ? result !== undefined && result !== "pending" || result !== "waiting" : stryMutAct_9fa48("217") ? false : stryMutAct_9fa48("216") ? true : (stryCov_9fa48("216", "217", "218"), (stryMutAct_9fa48("220") ? result !== undefined || result !== "pending" : stryMutAct_9fa48("219") ? true : (stryCov_9fa48("219", "220"), (stryMutAct_9fa48("222") ? result === undefined : stryMutAct_9fa48("221") ? true : (stryCov_9fa48("221", "222"), result !== undefined)) && (stryMutAct_9fa48("224") ? result === "pending" : stryMutAct_9fa48("223") ? true : (stryCov_9fa48("223", "224"), result !== (stryMutAct_9fa48("225") ? "" : (stryCov_9fa48("225"), "pending")))))) && (stryMutAct_9fa48("227") ? result === "waiting" : stryMutAct_9fa48("226") ? true : (stryCov_9fa48("226", "227"), result !== (stryMutAct_9fa48("228") ? "" : (stryCov_9fa48("228"), "waiting")))))) return stryMutAct_9fa48("229") ? {} : (stryCov_9fa48("229"), {
        ...inputs
      });
      // What depends on a finding that is still to come does not know it yet.
      if (stryMutAct_9fa48("231") ? false : stryMutAct_9fa48("230") ? true : (stryCov_9fa48("230", "231"), call.isPreview)) return stryMutAct_9fa48("232") ? {} : (stryCov_9fa48("232"), {
        ...inputs,
        finding: unknownValue as unknown as GateFinding
      });
      const given = argsOf(inputs);
      const shown = stryMutAct_9fa48("233") ? this.hiding.get(stableKey(given)) && ((message: string) => message) : (stryCov_9fa48("233"), this.hiding.get(stableKey(given)) ?? (stryMutAct_9fa48("234") ? () => undefined : (stryCov_9fa48("234"), (message: string) => message)));
      const outcome = given.wait ? await waitForGate(stryMutAct_9fa48("235") ? () => undefined : (stryCov_9fa48("235"), since => ask(given, call, since)), checkWait(given.wait), call.clock, call.show,
      // One whose inputs were not known has not asked yet.
      (stryMutAct_9fa48("238") ? result !== "waiting" : stryMutAct_9fa48("237") ? false : stryMutAct_9fa48("236") ? true : (stryCov_9fa48("236", "237", "238"), result === (stryMutAct_9fa48("239") ? "" : (stryCov_9fa48("239"), "waiting")))) ? stryMutAct_9fa48("240") ? "" : (stryCov_9fa48("240"), "nextTick") : stryMutAct_9fa48("241") ? "" : (stryCov_9fa48("241"), "now")) : await ask(given, call);
      // One that waited told them before, where it was checked.
      if (stryMutAct_9fa48("244") ? result === "pending" || outcome.result !== "unknown" : stryMutAct_9fa48("243") ? false : stryMutAct_9fa48("242") ? true : (stryCov_9fa48("242", "243", "244"), (stryMutAct_9fa48("246") ? result !== "pending" : stryMutAct_9fa48("245") ? true : (stryCov_9fa48("245", "246"), result === (stryMutAct_9fa48("247") ? "" : (stryCov_9fa48("247"), "pending")))) && (stryMutAct_9fa48("249") ? outcome.result === "unknown" : stryMutAct_9fa48("248") ? true : (stryCov_9fa48("248", "249"), outcome.result !== (stryMutAct_9fa48("250") ? "" : (stryCov_9fa48("250"), "unknown")))))) {
        if (stryMutAct_9fa48("251")) {
          {}
        } else {
          stryCov_9fa48("251");
          for (const warning of outcome.warnings) call.warn(shown(warning));
        }
      }
      const judged = judge(outcome, given);
      if (stryMutAct_9fa48("253") ? false : stryMutAct_9fa48("252") ? true : (stryCov_9fa48("252", "253"), (stryMutAct_9fa48("254") ? "" : (stryCov_9fa48("254"), "failure")) in judged)) throw new GateShutError(shown(judged.failure));
      return stryMutAct_9fa48("255") ? {} : (stryCov_9fa48("255"), {
        ...inputs,
        finding: mapTexts(judged.finding, shown)
      });
    }
  }
}
function ask({
  query = {},
  rules,
  client,
  configNamespace
}: GateArgs, call: Call, since?: number) {
  if (stryMutAct_9fa48("256")) {
    {}
  } else {
    stryCov_9fa48("256");
    return askGate(stryMutAct_9fa48("257") ? () => undefined : (stryCov_9fa48("257"), () => call.list(query, stryMutAct_9fa48("258") ? {} : (stryCov_9fa48("258"), {
      client,
      configNamespace
    }), since)), rules);
  }
}
function judge(outcome: GateOutcome, {
  enforcement = stryMutAct_9fa48("259") ? "" : (stryCov_9fa48("259"), "mandatory"),
  onUnknown = stryMutAct_9fa48("260") ? "" : (stryCov_9fa48("260"), "stop")
}: GateArgs): Judged {
  if (stryMutAct_9fa48("261")) {
    {}
  } else {
    stryCov_9fa48("261");
    if (stryMutAct_9fa48("264") ? outcome.result !== "unknown" : stryMutAct_9fa48("263") ? false : stryMutAct_9fa48("262") ? true : (stryCov_9fa48("262", "263", "264"), outcome.result === (stryMutAct_9fa48("265") ? "" : (stryCov_9fa48("265"), "unknown")))) {
      if (stryMutAct_9fa48("266")) {
        {}
      } else {
        stryCov_9fa48("266");
        const {
          message
        } = outcome.error;
        if (stryMutAct_9fa48("269") ? onUnknown !== "warn" : stryMutAct_9fa48("268") ? false : stryMutAct_9fa48("267") ? true : (stryCov_9fa48("267", "268", "269"), onUnknown === (stryMutAct_9fa48("270") ? "" : (stryCov_9fa48("270"), "warn")))) return stryMutAct_9fa48("271") ? {} : (stryCov_9fa48("271"), {
          finding: stryMutAct_9fa48("272") ? {} : (stryCov_9fa48("272"), {
            result: stryMutAct_9fa48("273") ? "" : (stryCov_9fa48("273"), "unknown"),
            violations: stryMutAct_9fa48("274") ? [] : (stryCov_9fa48("274"), [message])
          })
        });
        return stryMutAct_9fa48("275") ? {} : (stryCov_9fa48("275"), {
          failure: stryMutAct_9fa48("276") ? `` : (stryCov_9fa48("276"), `The gate stays shut, since the jobs could not be known: ${message}`)
        });
      }
    }
    const finding = findingOf(outcome.result, outcome);
    if (stryMutAct_9fa48("279") ? outcome.result === "holds" && enforcement === "advisory" : stryMutAct_9fa48("278") ? false : stryMutAct_9fa48("277") ? true : (stryCov_9fa48("277", "278", "279"), (stryMutAct_9fa48("281") ? outcome.result !== "holds" : stryMutAct_9fa48("280") ? false : (stryCov_9fa48("280", "281"), outcome.result === (stryMutAct_9fa48("282") ? "" : (stryCov_9fa48("282"), "holds")))) || (stryMutAct_9fa48("284") ? enforcement !== "advisory" : stryMutAct_9fa48("283") ? false : (stryCov_9fa48("283", "284"), enforcement === (stryMutAct_9fa48("285") ? "" : (stryCov_9fa48("285"), "advisory")))))) return stryMutAct_9fa48("286") ? {} : (stryCov_9fa48("286"), {
      finding
    });
    const {
      violations,
      notes
    } = outcome.decision;
    const block = describeViolations(violations, stryMutAct_9fa48("287") ? {} : (stryCov_9fa48("287"), {
      now: outcome.listedAt
    }));
    return stryMutAct_9fa48("288") ? {} : (stryCov_9fa48("288"), {
      failure: (stryMutAct_9fa48("289") ? [] : (stryCov_9fa48("289"), [stryMutAct_9fa48("290") ? "" : (stryCov_9fa48("290"), "The gate is shut:"), block, ...notes.map(stryMutAct_9fa48("291") ? () => undefined : (stryCov_9fa48("291"), ({
        message
      }) => message))])).join(stryMutAct_9fa48("292") ? "" : (stryCov_9fa48("292"), "\n"))
    });
  }
}
function waiting(outcome: GateOutcome): GateFinding {
  if (stryMutAct_9fa48("293")) {
    {}
  } else {
    stryCov_9fa48("293");
    if (stryMutAct_9fa48("296") ? outcome.result !== "unknown" : stryMutAct_9fa48("295") ? false : stryMutAct_9fa48("294") ? true : (stryCov_9fa48("294", "295", "296"), outcome.result === (stryMutAct_9fa48("297") ? "" : (stryCov_9fa48("297"), "unknown")))) return stryMutAct_9fa48("298") ? {} : (stryCov_9fa48("298"), {
      result: stryMutAct_9fa48("299") ? "" : (stryCov_9fa48("299"), "waiting"),
      violations: stryMutAct_9fa48("300") ? [] : (stryCov_9fa48("300"), [outcome.error.message])
    });
    return findingOf(stryMutAct_9fa48("301") ? "" : (stryCov_9fa48("301"), "waiting"), outcome);
  }
}
function findingOf(result: GateFinding["result"], {
  decision
}: KnownOutcome): GateFinding {
  if (stryMutAct_9fa48("302")) {
    {}
  } else {
    stryCov_9fa48("302");
    const lines = stryMutAct_9fa48("303") ? () => undefined : (stryCov_9fa48("303"), (() => {
      const lines = (violations: readonly GateViolation[]) => violations.map(stryMutAct_9fa48("304") ? () => undefined : (stryCov_9fa48("304"), ({
        rule,
        message,
        jobs
      }) => stryMutAct_9fa48("305") ? `` : (stryCov_9fa48("305"), `${rule}: ${message}${namesOf(jobs)}`)));
      return lines;
    })());
    const notes = stryMutAct_9fa48("306") ? [] : (stryCov_9fa48("306"), [...lines(decision.tolerated), ...decision.notes.map(stryMutAct_9fa48("307") ? () => undefined : (stryCov_9fa48("307"), ({
      message
    }) => message))]);
    return stryMutAct_9fa48("308") ? {} : (stryCov_9fa48("308"), {
      result,
      violations: lines(decision.violations),
      ...(stryMutAct_9fa48("311") ? notes.length > 0 || {
        notes
      } : stryMutAct_9fa48("310") ? false : stryMutAct_9fa48("309") ? true : (stryCov_9fa48("309", "310", "311"), (stryMutAct_9fa48("314") ? notes.length <= 0 : stryMutAct_9fa48("313") ? notes.length >= 0 : stryMutAct_9fa48("312") ? true : (stryCov_9fa48("312", "313", "314"), notes.length > 0)) && (stryMutAct_9fa48("315") ? {} : (stryCov_9fa48("315"), {
        notes
      }))))
    });
  }
}
function notesOf(outcome: GateOutcome): readonly GateNote[] {
  if (stryMutAct_9fa48("316")) {
    {}
  } else {
    stryCov_9fa48("316");
    return (stryMutAct_9fa48("319") ? outcome.result !== "unknown" : stryMutAct_9fa48("318") ? false : stryMutAct_9fa48("317") ? true : (stryCov_9fa48("317", "318", "319"), outcome.result === (stryMutAct_9fa48("320") ? "" : (stryCov_9fa48("320"), "unknown")))) ? stryMutAct_9fa48("321") ? ["Stryker was here"] : (stryCov_9fa48("321"), []) : outcome.decision.notes;
  }
}
function mapTexts({
  result,
  violations,
  notes
}: GateFinding, change: (text: string) => string): GateFinding {
  if (stryMutAct_9fa48("322")) {
    {}
  } else {
    stryCov_9fa48("322");
    return stryMutAct_9fa48("323") ? {} : (stryCov_9fa48("323"), {
      result,
      violations: violations.map(change),
      ...(stryMutAct_9fa48("326") ? notes || {
        notes: notes.map(change)
      } : stryMutAct_9fa48("325") ? false : stryMutAct_9fa48("324") ? true : (stryCov_9fa48("324", "325", "326"), notes && (stryMutAct_9fa48("327") ? {} : (stryCov_9fa48("327"), {
        notes: notes.map(change)
      }))))
    });
  }
}

/**
 * What people should know of a finding, though the gate is open.
 *
 * @param secret whether an argument is one: what was found may tell it
 */
export function tellingOf({
  result,
  violations,
  notes = stryMutAct_9fa48("328") ? ["Stryker was here"] : (stryCov_9fa48("328"), [])
}: GateFinding, secret: boolean, wait?: GateWait): {
  severity: "info" | "warn";
  message: string;
} | undefined {
  if (stryMutAct_9fa48("329")) {
    {}
  } else {
    stryCov_9fa48("329");
    const lines = secret ? stryMutAct_9fa48("330") ? "" : (stryCov_9fa48("330"), "[secret], as its arguments are") : (stryMutAct_9fa48("331") ? [] : (stryCov_9fa48("331"), [...violations, ...notes])).join(stryMutAct_9fa48("332") ? "" : (stryCov_9fa48("332"), "\n"));
    switch (result) {
      case stryMutAct_9fa48("334") ? "" : (stryCov_9fa48("334"), "pending"):
        if (stryMutAct_9fa48("333")) {} else {
          stryCov_9fa48("333");
          return stryMutAct_9fa48("335") ? {} : (stryCov_9fa48("335"), {
            severity: stryMutAct_9fa48("336") ? "" : (stryCov_9fa48("336"), "info"),
            message: stryMutAct_9fa48("337") ? "" : (stryCov_9fa48("337"), "The gate will be checked at `pulumi up`: its inputs are not known yet.")
          });
        }
      case stryMutAct_9fa48("339") ? "" : (stryCov_9fa48("339"), "waiting"):
        if (stryMutAct_9fa48("338")) {} else {
          stryCov_9fa48("338");
          return stryMutAct_9fa48("340") ? {} : (stryCov_9fa48("340"), {
            severity: stryMutAct_9fa48("341") ? "" : (stryCov_9fa48("341"), "info"),
            message: stryMutAct_9fa48("342") ? `` : (stryCov_9fa48("342"), `The gate is not open yet: \`pulumi up\` will wait for it up to ${stryMutAct_9fa48("343") ? wait?.timeout && "its limit" : (stryCov_9fa48("343"), (stryMutAct_9fa48("344") ? wait.timeout : (stryCov_9fa48("344"), wait?.timeout)) ?? (stryMutAct_9fa48("345") ? "" : (stryCov_9fa48("345"), "its limit")))}.\n${lines}`)
          });
        }
      case stryMutAct_9fa48("347") ? "" : (stryCov_9fa48("347"), "violated"):
        if (stryMutAct_9fa48("346")) {} else {
          stryCov_9fa48("346");
          return stryMutAct_9fa48("348") ? {} : (stryCov_9fa48("348"), {
            severity: stryMutAct_9fa48("349") ? "" : (stryCov_9fa48("349"), "warn"),
            message: stryMutAct_9fa48("350") ? `` : (stryCov_9fa48("350"), `The gate would be shut, but is advisory:\n${lines}`)
          });
        }
      case stryMutAct_9fa48("352") ? "" : (stryCov_9fa48("352"), "unknown"):
        if (stryMutAct_9fa48("351")) {} else {
          stryCov_9fa48("351");
          return stryMutAct_9fa48("353") ? {} : (stryCov_9fa48("353"), {
            severity: stryMutAct_9fa48("354") ? "" : (stryCov_9fa48("354"), "warn"),
            message: stryMutAct_9fa48("355") ? `` : (stryCov_9fa48("355"), `The jobs could not be known, and the gate lets that pass: ${lines}`)
          });
        }
      case stryMutAct_9fa48("357") ? "" : (stryCov_9fa48("357"), "holds"):
        if (stryMutAct_9fa48("356")) {} else {
          stryCov_9fa48("356");
          return (stryMutAct_9fa48("360") ? notes.length !== 0 : stryMutAct_9fa48("359") ? false : stryMutAct_9fa48("358") ? true : (stryCov_9fa48("358", "359", "360"), notes.length === 0)) ? undefined : stryMutAct_9fa48("361") ? {} : (stryCov_9fa48("361"), {
            severity: stryMutAct_9fa48("362") ? "" : (stryCov_9fa48("362"), "info"),
            message: stryMutAct_9fa48("363") ? `` : (stryCov_9fa48("363"), `The gate is open:\n${lines}`)
          });
        }
    }
  }
}
function argsOf(inputs: GateArgs): GateArgs {
  if (stryMutAct_9fa48("364")) {
    {}
  } else {
    stryCov_9fa48("364");
    return pick(inputs, stryMutAct_9fa48("365") ? [] : (stryCov_9fa48("365"), [...gateArgs, ...connectionArgs]));
  }
}

/** @throws ConfigurationError, InvalidRulesError */
function checkArgs(given: GateArgs, news: object, known: readonly string[]): void {
  if (stryMutAct_9fa48("366")) {
    {}
  } else {
    stryCov_9fa48("366");
    refuseOtherArguments(news, known);
    if (stryMutAct_9fa48("369") ? given.enforcement !== undefined || !enforcements.includes(given.enforcement) : stryMutAct_9fa48("368") ? false : stryMutAct_9fa48("367") ? true : (stryCov_9fa48("367", "368", "369"), (stryMutAct_9fa48("371") ? given.enforcement === undefined : stryMutAct_9fa48("370") ? true : (stryCov_9fa48("370", "371"), given.enforcement !== undefined)) && (stryMutAct_9fa48("372") ? enforcements.includes(given.enforcement) : (stryCov_9fa48("372"), !enforcements.includes(given.enforcement))))) {
      if (stryMutAct_9fa48("373")) {
        {}
      } else {
        stryCov_9fa48("373");
        throw new ConfigurationError(stryMutAct_9fa48("374") ? "" : (stryCov_9fa48("374"), 'enforcement must be "mandatory" or "advisory".'));
      }
    }
    if (stryMutAct_9fa48("377") ? given.onUnknown !== undefined || !unknownPolicies.includes(given.onUnknown) : stryMutAct_9fa48("376") ? false : stryMutAct_9fa48("375") ? true : (stryCov_9fa48("375", "376", "377"), (stryMutAct_9fa48("379") ? given.onUnknown === undefined : stryMutAct_9fa48("378") ? true : (stryCov_9fa48("378", "379"), given.onUnknown !== undefined)) && (stryMutAct_9fa48("380") ? unknownPolicies.includes(given.onUnknown) : (stryCov_9fa48("380"), !unknownPolicies.includes(given.onUnknown))))) {
      if (stryMutAct_9fa48("381")) {
        {}
      } else {
        stryCov_9fa48("381");
        throw new ConfigurationError(stryMutAct_9fa48("382") ? "" : (stryCov_9fa48("382"), 'onUnknown must be "stop" or "warn".'));
      }
    }
    if (stryMutAct_9fa48("385") ? given.query !== undefined || typeof given.query !== "object" || Array.isArray(given.query) : stryMutAct_9fa48("384") ? false : stryMutAct_9fa48("383") ? true : (stryCov_9fa48("383", "384", "385"), (stryMutAct_9fa48("387") ? given.query === undefined : stryMutAct_9fa48("386") ? true : (stryCov_9fa48("386", "387"), given.query !== undefined)) && (stryMutAct_9fa48("389") ? typeof given.query !== "object" && Array.isArray(given.query) : stryMutAct_9fa48("388") ? true : (stryCov_9fa48("388", "389"), (stryMutAct_9fa48("391") ? typeof given.query === "object" : stryMutAct_9fa48("390") ? false : (stryCov_9fa48("390", "391"), typeof given.query !== (stryMutAct_9fa48("392") ? "" : (stryCov_9fa48("392"), "object")))) || Array.isArray(given.query))))) {
      if (stryMutAct_9fa48("393")) {
        {}
      } else {
        stryCov_9fa48("393");
        throw new ConfigurationError(stryMutAct_9fa48("394") ? "" : (stryCov_9fa48("394"), 'query must be an object such as { jobType: "ALL" }.'));
      }
    }
    if (stryMutAct_9fa48("397") ? given.query || "consistency" in given.query : stryMutAct_9fa48("396") ? false : stryMutAct_9fa48("395") ? true : (stryCov_9fa48("395", "396", "397"), given.query && (stryMutAct_9fa48("398") ? "" : (stryCov_9fa48("398"), "consistency")) in given.query)) {
      if (stryMutAct_9fa48("399")) {
        {}
      } else {
        stryCov_9fa48("399");
        throw new ConfigurationError(stryMutAct_9fa48("400") ? "" : (stryCov_9fa48("400"), "A gate needs the whole list: its query has no consistency."));
      }
    }
    if (stryMutAct_9fa48("403") ? false : stryMutAct_9fa48("402") ? true : stryMutAct_9fa48("401") ? "rules" in given : (stryCov_9fa48("401", "402", "403"), !((stryMutAct_9fa48("404") ? "" : (stryCov_9fa48("404"), "rules")) in given))) throw new ConfigurationError(stryMutAct_9fa48("405") ? "" : (stryCov_9fa48("405"), "A gate needs rules such as { minJobs: 1 }: there is no rule."));
    checkRules(given.rules);
    if (stryMutAct_9fa48("408") ? given.wait === undefined : stryMutAct_9fa48("407") ? false : stryMutAct_9fa48("406") ? true : (stryCov_9fa48("406", "407", "408"), given.wait !== undefined)) checkWait(given.wait);
    refuseCredentials(given);
  }
}

/** So many names a warning holds: it must stay readable. */
const namesShown = 20;
function namesOf(jobs: readonly {
  name: string;
}[]): string {
  if (stryMutAct_9fa48("409")) {
    {}
  } else {
    stryCov_9fa48("409");
    if (stryMutAct_9fa48("412") ? jobs.length !== 0 : stryMutAct_9fa48("411") ? false : stryMutAct_9fa48("410") ? true : (stryCov_9fa48("410", "411", "412"), jobs.length === 0)) return stryMutAct_9fa48("413") ? "Stryker was here!" : (stryCov_9fa48("413"), "");
    const names = stryMutAct_9fa48("414") ? jobs.map(job => job.name) : (stryCov_9fa48("414"), jobs.slice(0, namesShown).map(stryMutAct_9fa48("415") ? () => undefined : (stryCov_9fa48("415"), job => job.name)));
    const more = stryMutAct_9fa48("416") ? jobs.length + names.length : (stryCov_9fa48("416"), jobs.length - names.length);
    return stryMutAct_9fa48("417") ? `` : (stryCov_9fa48("417"), `: ${names.join(stryMutAct_9fa48("418") ? "" : (stryCov_9fa48("418"), ", "))}${(stryMutAct_9fa48("422") ? more <= 0 : stryMutAct_9fa48("421") ? more >= 0 : stryMutAct_9fa48("420") ? false : stryMutAct_9fa48("419") ? true : (stryCov_9fa48("419", "420", "421", "422"), more > 0)) ? stryMutAct_9fa48("423") ? `` : (stryCov_9fa48("423"), ` and ${more} more`) : stryMutAct_9fa48("424") ? "Stryker was here!" : (stryCov_9fa48("424"), "")}`);
  }
}