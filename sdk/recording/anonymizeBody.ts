import { fieldsOf, isFieldName, isKnownField, tellsIdentity, type FieldRule, type ObjectKind } from "./bodyFields";
import type { Replacements } from "./replacements";
import { endsAsTime, shiftedNumber, shiftedText, shiftedTime } from "./times";

/** Where a value stands. */
interface Place {
  field: string;
  /** By its name, or by that of a field around it, it may tell who or what something is. */
  tellsIdentity: boolean;
}

/** The same value of the same shape with everything replaced that could tell whose it is. */
export function anonymizeBody(value: unknown, to: Replacements): unknown {
  return anonymizeValue(value, isAnswer(value) ? "page" : "refusal", { field: "", tellsIdentity: false }, to);
}

function anonymizeValue(value: unknown, rule: FieldRule, place: Place, to: Replacements): unknown {
  if (typeof value === "string") return anonymizeText(value, rule, place, to);
  if (typeof value === "number") return anonymizeNumber(value, rule, place, to);
  if (Array.isArray(value)) return value.map((each) => anonymizeValue(each, rule, place, to));
  if (typeof value === "object" && value !== null) return anonymizeObject(value, kindOf(rule), place, to);
  return value;
}

function isAnswer(value: unknown): boolean {
  const { jobs, projects } = (value ?? {}) as Record<string, unknown>;
  return Array.isArray(jobs) || Array.isArray(projects);
}

function kindOf(rule: FieldRule): ObjectKind {
  return Object.hasOwn(fieldsOf, rule) ? (rule as ObjectKind) : "unknown";
}

function anonymizeObject(value: object, kind: ObjectKind, around: Place, to: Replacements): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(value)) {
    const known = fieldsOf[kind];
    const rule = Object.hasOwn(known, name) ? known[name] : undefined;
    const place = {
      field: name,
      tellsIdentity: rule === undefined && (around.tellsIdentity || tellsIdentity(name)),
    };
    fields.set(fieldName(name, kind, fields, to), anonymizeValue(inner, rule ?? "unknown", place, to));
  }
  return Object.fromEntries(fields);
}

/** No two fields become one. */
function fieldName(name: string, kind: ObjectKind, taken: ReadonlyMap<string, unknown>, to: Replacements): string {
  if (isKnownField(kind, name) || (isFieldName(kind, name) && to.mayStay(name))) return name;
  const image = to.text(name, "a field's name");
  let made = image;
  for (let count = 1; taken.has(made); count += 1) made = `${image}_${count}`;
  return made;
}

function anonymizeText(value: string, rule: FieldRule, place: Place, to: Replacements): string {
  const text = () => to.text(value, `field ${place.field}`);
  switch (rule) {
    case "name":
      return to.name(value);
    case "identity":
      return to.identity(value);
    case "tags":
      return value.split(",").map(to.identity).join(",");
    case "path":
      return value.split("/").map(to.identity).join("/");
    case "id":
      return to.id(value);
    case "requestId":
      return to.requestId(value);
    case "projectName":
      return to.projectName(value);
    case "enumeration":
      return to.enumeration(value);
    case "code":
      return /^([A-Za-z][A-Za-z0-9]{0,15}\.)?\d{1,8}$/.test(value) && to.mayStay(value) ? value : text();
    case "count":
      // A number in a string is one still.
      return /^-?\d{1,9}$/.test(value) ? value : text();
    case "rank":
      return /^-?\d{1,3}$/.test(value) ? value : text();
    default:
      return shiftedText(value, to.shiftMs) ?? timeInDigits(value, rule, place, to) ?? text();
  }
}

function timeInDigits(value: string, rule: FieldRule, place: Place, { shiftMs }: Replacements): string | undefined {
  if (!/^\d{10,13}$/.test(value) || !mayBeTime(place)) return undefined;
  const number = Number(value);
  return (rule === "time" ? shiftedTime(number, shiftMs) : shiftedNumber(number, place.field, shiftMs))?.toString();
}

function mayBeTime({ field, tellsIdentity }: Place): boolean {
  return !tellsIdentity || endsAsTime(field);
}

/** An error's code has no more digits. */
const mostOfCode = 99_999_999;

/**
 * A number that the reference knows as a count is one. Any other may be somebody's ID, or a day, which would tell the
 * shift: unless it is small, or a time, another one of as many digits takes its place. Where the field tells of somebody
 * even then.
 */
function anonymizeNumber(value: number, rule: FieldRule, place: Place, to: Replacements): number {
  const { field, tellsIdentity } = place;
  const other = () => to.number(value, field);
  const unlessSmall = () => (isSmall(value) ? value : other());
  switch (rule) {
    case "count":
      return value;
    case "code":
      return Number.isInteger(value) && Math.abs(value) <= mostOfCode ? value : other();
    case "time":
      return shiftedTime(value, to.shiftMs) ?? unlessSmall();
    case "rank":
      return unlessSmall();
    case "name":
    case "identity":
    case "tags":
    case "path":
    case "id":
    case "requestId":
    case "projectName":
      return other();
    default:
      return (
        (mayBeTime(place) ? shiftedNumber(value, field, to.shiftMs) : undefined) ??
        (tellsIdentity ? other() : unlessSmall())
      );
  }
}

/** Of three digits at most, as a count, a flag, a percentage is. More behind the point may be a place on the map. */
function isSmall(number: number): boolean {
  const digits = String(Math.abs(number)).replace(".", "").replace(/^0+/, "");
  return Math.abs(number) < 1_000 && /^\d{0,3}$/.test(digits);
}
