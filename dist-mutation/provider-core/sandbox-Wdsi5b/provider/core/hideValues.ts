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
import { escapeRegExp } from "../../sdk/text/escapeRegExp";

/** A message without the texts that these values hold, which are secrets: as they are, quoted, or as part of a URL. */
export function hideValues(message: string, ...values: unknown[]): string {
  if (stryMutAct_9fa48("103")) {
    {}
  } else {
    stryCov_9fa48("103");
    return hide(message, values, escapeRegExp);
  }
}

/** The same where it is not known whether they are secrets: a short one breaks no word of the message. */
export function hideWords(message: string, ...values: unknown[]): string {
  if (stryMutAct_9fa48("104")) {
    {}
  } else {
    stryCov_9fa48("104");
    return hide(message, values, stryMutAct_9fa48("105") ? () => undefined : (stryCov_9fa48("105"), text => stryMutAct_9fa48("106") ? `` : (stryCov_9fa48("106"), `(?<!${letter})${escapeRegExp(text)}(?!${letter})`)));
  }
}
const letter = stryMutAct_9fa48("107") ? "" : (stryCov_9fa48("107"), "[\\p{L}\\p{N}_]");
function hide(message: string, values: readonly unknown[], patternOf: (text: string) => string): string {
  if (stryMutAct_9fa48("108")) {
    {}
  } else {
    stryCov_9fa48("108");
    const held = values.flatMap(heldIn);
    const texts = stryMutAct_9fa48("109") ? held.flatMap(spellings) : (stryCov_9fa48("109"), held.filter(stryMutAct_9fa48("110") ? () => undefined : (stryCov_9fa48("110"), each => stryMutAct_9fa48("113") ? typeof each !== "string" : stryMutAct_9fa48("112") ? false : stryMutAct_9fa48("111") ? true : (stryCov_9fa48("111", "112", "113"), typeof each === (stryMutAct_9fa48("114") ? "" : (stryCov_9fa48("114"), "string"))))).flatMap(spellings));
    const patterns = stryMutAct_9fa48("115") ? [] : (stryCov_9fa48("115"), [
    // Longest first: a text may be part of another one.
    ...(stryMutAct_9fa48("117") ? [...new Set(texts)].sort((a, b) => b.length - a.length).map(patternOf) : stryMutAct_9fa48("116") ? [...new Set(texts)].filter(text => text !== "").map(patternOf) : (stryCov_9fa48("116", "117"), (stryMutAct_9fa48("118") ? [] : (stryCov_9fa48("118"), [...new Set(texts)])).filter(stryMutAct_9fa48("119") ? () => undefined : (stryCov_9fa48("119"), text => stryMutAct_9fa48("122") ? text === "" : stryMutAct_9fa48("121") ? false : stryMutAct_9fa48("120") ? true : (stryCov_9fa48("120", "121", "122"), text !== (stryMutAct_9fa48("123") ? "Stryker was here!" : (stryCov_9fa48("123"), ""))))).sort(stryMutAct_9fa48("124") ? () => undefined : (stryCov_9fa48("124"), (a, b) => stryMutAct_9fa48("125") ? b.length + a.length : (stryCov_9fa48("125"), b.length - a.length))).map(patternOf))), ...(stryMutAct_9fa48("126") ? held.map(numberPattern) : (stryCov_9fa48("126"), held.filter(stryMutAct_9fa48("127") ? () => undefined : (stryCov_9fa48("127"), each => stryMutAct_9fa48("130") ? typeof each !== "number" : stryMutAct_9fa48("129") ? false : stryMutAct_9fa48("128") ? true : (stryCov_9fa48("128", "129", "130"), typeof each === (stryMutAct_9fa48("131") ? "" : (stryCov_9fa48("131"), "number"))))).map(numberPattern)))]);
    // All at once: none is looked for in what stands for another.
    return (stryMutAct_9fa48("134") ? patterns.length !== 0 : stryMutAct_9fa48("133") ? false : stryMutAct_9fa48("132") ? true : (stryCov_9fa48("132", "133", "134"), patterns.length === 0)) ? message : message.replace(new RegExp(patterns.join(stryMutAct_9fa48("135") ? "" : (stryCov_9fa48("135"), "|")), stryMutAct_9fa48("136") ? "" : (stryCov_9fa48("136"), "gu")), stryMutAct_9fa48("137") ? "" : (stryCov_9fa48("137"), "[secret]"));
  }
}
function heldIn(value: unknown): (string | number)[] {
  if (stryMutAct_9fa48("138")) {
    {}
  } else {
    stryCov_9fa48("138");
    if (stryMutAct_9fa48("141") ? typeof value === "string" && typeof value === "number" : stryMutAct_9fa48("140") ? false : stryMutAct_9fa48("139") ? true : (stryCov_9fa48("139", "140", "141"), (stryMutAct_9fa48("143") ? typeof value !== "string" : stryMutAct_9fa48("142") ? false : (stryCov_9fa48("142", "143"), typeof value === (stryMutAct_9fa48("144") ? "" : (stryCov_9fa48("144"), "string")))) || (stryMutAct_9fa48("146") ? typeof value !== "number" : stryMutAct_9fa48("145") ? false : (stryCov_9fa48("145", "146"), typeof value === (stryMutAct_9fa48("147") ? "" : (stryCov_9fa48("147"), "number")))))) return stryMutAct_9fa48("148") ? [] : (stryCov_9fa48("148"), [value]);
    return (stryMutAct_9fa48("151") ? typeof value === "object" || value !== null : stryMutAct_9fa48("150") ? false : stryMutAct_9fa48("149") ? true : (stryCov_9fa48("149", "150", "151"), (stryMutAct_9fa48("153") ? typeof value !== "object" : stryMutAct_9fa48("152") ? true : (stryCov_9fa48("152", "153"), typeof value === (stryMutAct_9fa48("154") ? "" : (stryCov_9fa48("154"), "object")))) && (stryMutAct_9fa48("156") ? value === null : stryMutAct_9fa48("155") ? true : (stryCov_9fa48("155", "156"), value !== null)))) ? Object.values(value).flatMap(heldIn) : stryMutAct_9fa48("157") ? ["Stryker was here"] : (stryCov_9fa48("157"), []);
  }
}
function spellings(text: string): string[] {
  if (stryMutAct_9fa48("158")) {
    {}
  } else {
    stryCov_9fa48("158");
    const encoded = stryMutAct_9fa48("159") ? new URLSearchParams([["", text]]).toString() : (stryCov_9fa48("159"), new URLSearchParams(stryMutAct_9fa48("160") ? [] : (stryCov_9fa48("160"), [stryMutAct_9fa48("161") ? [] : (stryCov_9fa48("161"), [stryMutAct_9fa48("162") ? "Stryker was here!" : (stryCov_9fa48("162"), ""), text])])).toString().slice(1));
    const inPath = encoded.replaceAll(stryMutAct_9fa48("163") ? "" : (stryCov_9fa48("163"), "+"), stryMutAct_9fa48("164") ? "" : (stryCov_9fa48("164"), "%20"));
    return stryMutAct_9fa48("165") ? [] : (stryCov_9fa48("165"), [text, stryMutAct_9fa48("166") ? JSON.stringify(text) : (stryCov_9fa48("166"), JSON.stringify(text).slice(1, stryMutAct_9fa48("167") ? +1 : (stryCov_9fa48("167"), -1))), encoded, inPath, stryMutAct_9fa48("168") ? inPath.toUpperCase() : (stryCov_9fa48("168"), inPath.toLowerCase())]);
  }
}

/** A number is not looked for inside of another one. */
function numberPattern(number: number): string {
  if (stryMutAct_9fa48("169")) {
    {}
  } else {
    stryCov_9fa48("169");
    return stryMutAct_9fa48("170") ? `` : (stryCov_9fa48("170"), `(?<![\\w.])${escapeRegExp(String(number))}(?!\\w|\\.\\d)`);
  }
}