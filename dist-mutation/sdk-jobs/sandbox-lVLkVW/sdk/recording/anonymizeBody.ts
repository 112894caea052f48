// @ts-nocheck
import { fieldsOf, isFieldName, isKnownField, type FieldRule, type ObjectKind } from "./bodyFields";
import { isTime, isTimeInSeconds } from "./times";
import type { Replacements } from "./replacements";

/** The same value of the same shape with everything replaced that could tell whose it is. */
export function anonymizeBody(value: unknown, to: Replacements): unknown {
  return anonymizeValue(value, isAnswer(value) ? "page" : "refusal", "", to);
}

function anonymizeValue(value: unknown, rule: FieldRule, field: string, to: Replacements): unknown {
  if (typeof value === "string") return anonymizeText(value, rule, to);
  if (typeof value === "number") return anonymizeNumber(value, rule, field, to);
  if (Array.isArray(value)) return value.map((each) => anonymizeValue(each, rule, field, to));
  if (typeof value === "object" && value !== null) return anonymizeObject(value, kindOf(rule), to);
  return value;
}

function isAnswer(value: unknown): boolean {
  const { jobs, projects } = (value ?? {}) as Record<string, unknown>;
  return Array.isArray(jobs) || Array.isArray(projects);
}

function kindOf(rule: FieldRule): ObjectKind {
  return Object.hasOwn(fieldsOf, rule) ? (rule as ObjectKind) : "unknown";
}

function anonymizeObject(value: object, kind: ObjectKind, to: Replacements): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(value)) {
    const known = fieldsOf[kind];
    const rule = Object.hasOwn(known, name) ? known[name] : undefined;
    fields.set(fieldName(name, kind, fields, to), anonymizeValue(inner, rule ?? "unknown", name, to));
  }
  return Object.fromEntries(fields);
}

/** No two fields become one. */
function fieldName(name: string, kind: ObjectKind, taken: ReadonlyMap<string, unknown>, to: Replacements): string {
  if (isKnownField(kind, name) || (isFieldName(kind, name) && to.mayStay(name))) return name;
  let made = to.text(name);
  for (let count = 1; taken.has(made); count += 1) made = `${to.text(name)}_${count}`;
  return made;
}

function anonymizeText(value: string, rule: FieldRule, to: Replacements): string {
  switch (rule) {
    case "name":
      return to.name(value);
    case "identity":
      return to.identity(value);
    case "path":
      return value.split("/").map(to.identity).join("/");
    case "id":
      return to.id(value);
    case "projectName":
      return to.projectName(value);
    case "enumeration":
      return to.enumeration(value);
    case "code":
      return /^([A-Za-z][A-Za-z0-9]{0,15}\.)?\d{1,8}$/.test(value) && to.mayStay(value) ? value : to.text(value);
    case "count":
      // A number in a string is one still.
      return /^-?\d{1,9}$/.test(value) ? value : to.text(value);
    default:
      return to.time(value) ?? to.text(value);
  }
}

/** So many digits are more than a count has: an ID, a telephone number. */
const digitsOfId = 9;
const isIdField = /(^i|_i|I)[dD]s?$/;

function anonymizeNumber(value: number, rule: FieldRule, field: string, to: Replacements): number {
  if (rule === "count") return value;
  if (["name", "identity", "id", "path", "projectName"].includes(rule) || isIdField.test(field))
    return to.number(value);
  if (isTime(value)) return value + to.shiftMs;
  if (isTimeInSeconds(field, value)) return value + to.shiftMs / 1_000;
  // Before the first day, or after the last: no time of anything, as "never" is written.
  if (rule === "time") return value;
  return Math.abs(value) >= 10 ** (digitsOfId - 1) ? to.number(value) : value;
}
