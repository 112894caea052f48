// @ts-nocheck
import { shortHash } from "./labelValue";

/**
 * A selector of PromQL: `metric{job="…",status=~"a|b"}`. Any text may be a label's value.
 *
 * @param oneOf labels that may have one of several values
 */
export function selector(
  metric: string,
  equal: Readonly<Record<string, string>>,
  oneOf: Readonly<Record<string, readonly string[]>> = {},
): string {
  const matchers = [
    ...Object.entries(equal).map(([label, value]) => `${label}=${goString(value)}`),
    ...Object.entries(oneOf).map(([label, values]) => `${label}=~${goString(values.map(literal).join("|"))}`),
  ];
  return `${metric}{${matchers.join(",")}}`;
}

/** What breaks a line, YAML or PromQL (which takes U+FFFD for a broken text), and lone surrogates: UTF-8 has none. */
const awkward = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\ufffd]/gu;

/** In Go's string literals, which PromQL and templates share, JSON's escapes mean the same. */
export function goString(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(awkward, codeUnits);
}

function codeUnits(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function literal(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

/** Text for a template of Go, where `{{` begins an action: Prometheus expands labels and annotations. */
export function templateText(text: string): string {
  return text.replace(/\{\{/g, '{{"{{"}}').replace(awkward, (character) => `{{${goString(character)}}}`);
}

/** Text for a name that people read: without awkward characters, and different for different texts all the same. */
export function plainName(text: string): string {
  const plain = text.replace(awkward, "\ufffd");
  return plain === text ? text : `${plain}~${shortHash(text)}`;
}
