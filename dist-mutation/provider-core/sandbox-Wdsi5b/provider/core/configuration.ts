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
import { layOver, type DlfClientOptions } from "../../sdk/index";
import { checkNamespace } from "./namespace";
import { notNull } from "./pick";
const plainKeys = stryMutAct_9fa48("25") ? [] : (stryCov_9fa48("25"), [...(["region", "domain", "projectId", "projectName", "workspace", "profile", "sharedConfigFile"] as const), ...(["endpoint", "iamEndpoint", "stsEndpoint"] as const)]);
const agencyKeys = ["agencyName", "agencyDomainName", "agencyDomainId"] as const;
export const secretKeys = ["accessKey", "secretKey", "securityToken", "authToken"] as const;
export const knownKeys = [...plainKeys, ...agencyKeys, ...secretKeys] as const;

/** A key of the configuration: `dlf:region` of a stack, `region` of a provider. */
export type ConfigKey = (typeof knownKeys)[number];

/** What one configuration says. Secrets come in plain text. */
export type Configuration = Readonly<Partial<Record<ConfigKey, string>>>;

/** Namespace of the stack's configuration where none is named: `pulumi config set dlf:region cn-north-4`. */
export const defaultNamespace = stryMutAct_9fa48("26") ? "" : (stryCov_9fa48("26"), "dlf");

/** What messages call a key of the stack's configuration. */
export function ofStack(namespace: string): (key: string) => string {
  if (stryMutAct_9fa48("27")) {
    {}
  } else {
    stryCov_9fa48("27");
    return stryMutAct_9fa48("28") ? () => undefined : (stryCov_9fa48("28"), key => stryMutAct_9fa48("29") ? `` : (stryCov_9fa48("29"), `Pulumi config ${namespace}:${key}`));
  }
}

/**
 * The options of a client from a configuration: `region` and the like, an agency of another account as `agencyName`
 * with `agencyDomainName` or `agencyDomainId`, and as secrets `accessKey`, `secretKey`, `securityToken`, `authToken`.
 *
 * What the caller gives in code goes before it, and hides what it says of another place; what neither has, the client
 * looks for in the environment and beyond.
 *
 * @param label what messages are to call a key
 * @throws ConfigurationError where it cannot be known whether code and configuration mean one place
 */
export function clientOptions(given: DlfClientOptions, configuration: Configuration, label: (key: string) => string): DlfClientOptions {
  if (stryMutAct_9fa48("30")) {
    {}
  } else {
    stryCov_9fa48("30");
    const pick = stryMutAct_9fa48("31") ? () => undefined : (stryCov_9fa48("31"), (() => {
      const pick = <Key extends ConfigKey,>(keys: readonly Key[]) => notNull(Object.fromEntries(keys.map(key => [key, configuration[key]])) as Partial<Record<Key, string>>);
      return pick;
    })());
    const credentials = pick(secretKeys);
    const {
      agencyName,
      agencyDomainName: domainName,
      agencyDomainId: domainId
    } = pick(agencyKeys);
    const configured = stryMutAct_9fa48("32") ? {} : (stryCov_9fa48("32"), {
      ...pick(plainKeys),
      ...(stryMutAct_9fa48("35") ? Object.keys(credentials).length > 0 || {
        credentials
      } : stryMutAct_9fa48("34") ? false : stryMutAct_9fa48("33") ? true : (stryCov_9fa48("33", "34", "35"), (stryMutAct_9fa48("38") ? Object.keys(credentials).length <= 0 : stryMutAct_9fa48("37") ? Object.keys(credentials).length >= 0 : stryMutAct_9fa48("36") ? true : (stryCov_9fa48("36", "37", "38"), Object.keys(credentials).length > 0)) && (stryMutAct_9fa48("39") ? {} : (stryCov_9fa48("39"), {
        credentials
      })))),
      ...(stryMutAct_9fa48("42") ? agencyName !== undefined || {
        assumeRole: {
          agencyName,
          domainName,
          domainId
        }
      } : stryMutAct_9fa48("41") ? false : stryMutAct_9fa48("40") ? true : (stryCov_9fa48("40", "41", "42"), (stryMutAct_9fa48("44") ? agencyName === undefined : stryMutAct_9fa48("43") ? true : (stryCov_9fa48("43", "44"), agencyName !== undefined)) && (stryMutAct_9fa48("45") ? {} : (stryCov_9fa48("45"), {
        assumeRole: stryMutAct_9fa48("46") ? {} : (stryCov_9fa48("46"), {
          agencyName,
          domainName,
          domainId
        })
      }))))
    });
    const sources = Object.fromEntries(Object.keys(configured).map(stryMutAct_9fa48("47") ? () => undefined : (stryCov_9fa48("47"), key => stryMutAct_9fa48("48") ? [] : (stryCov_9fa48("48"), [key, label(stryMutAct_9fa48("49") ? firstKey[key] && key : (stryCov_9fa48("49"), firstKey[key] ?? key))]))));
    return layOver(given, stryMutAct_9fa48("50") ? {} : (stryCov_9fa48("50"), {
      ...configured,
      sources
    })).options;
  }
}

/** Options that several keys of the configuration make up are called by the first of these. */
const firstKey: Readonly<Record<string, string>> = stryMutAct_9fa48("51") ? {} : (stryCov_9fa48("51"), {
  credentials: stryMutAct_9fa48("52") ? "" : (stryCov_9fa48("52"), "accessKey"),
  assumeRole: stryMutAct_9fa48("53") ? "" : (stryCov_9fa48("53"), "agencyName")
});

/**
 * What a stack's configuration says under a namespace.
 *
 * @param fullNames of all keys that are set: `dlf:region`
 * @throws ConfigurationError for a namespace that is named and not there, or that has a key which means nothing
 */
export async function readNamespace(namespace: string, fullNames: readonly string[], read: (key: ConfigKey) => string | undefined | Promise<string | undefined>): Promise<Configuration> {
  if (stryMutAct_9fa48("54")) {
    {}
  } else {
    stryCov_9fa48("54");
    checkNamespace(namespace, fullNames, stryMutAct_9fa48("55") ? {} : (stryCov_9fa48("55"), {
      knownKeys,
      optional: defaultNamespace
    }));
    const values = await Promise.all(knownKeys.map(stryMutAct_9fa48("56") ? () => undefined : (stryCov_9fa48("56"), async key => [key, await read(key)] as const)));
    return Object.fromEntries(values);
  }
}