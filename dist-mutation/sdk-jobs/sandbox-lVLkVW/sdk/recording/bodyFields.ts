/**
 * What becomes of a value: an `identity` (a name, an owner, a tag), a `path` of those, an `id`, the name of a `project`,
 * a word of a fixed set (`enumeration`, error `code`), a number that is a `count` or a `time`, any other `text`; or what an object
 * is, whose fields have rules of their own.
 */
// @ts-nocheck

export type FieldRule =
  "name" | "identity" | "path" | "id" | "projectName" | "enumeration" | "code" | "count" | "time" | "text" | ObjectKind;

export type ObjectKind = "page" | "refusal" | "job" | "alarm" | "error" | "project" | "links" | "unknown";

const page: Readonly<Record<string, FieldRule>> = {
  total: "count",
  jobs: "job",
  projects: "project",
  error_code: "code",
  errorCode: "code",
  error_msg: "text",
  errorMsg: "text",
  error: "error",
  request_id: "text",
  links: "links",
};

/**
 * The fields that are known. Those of a job and of a list that are not listed here keep their name (they are what is
 * new), and their value is `unknown`: every text in it is replaced, and so is every name of a field within. Elsewhere
 * unknown names are replaced: a refusal may hold anything.
 */
export const fieldsOf: Readonly<Record<ObjectKind, Readonly<Record<string, FieldRule>>>> = {
  page,
  refusal: page,
  job: {
    name: "name",
    jobType: "enumeration",
    owner: "identity",
    priority: "count",
    status: "enumeration",
    createUser: "identity",
    createTime: "time",
    startTime: "time",
    endTime: "time",
    lastInstanceStatus: "enumeration",
    lastInstanceEndTime: "time",
    lastUpdateTime: "time",
    lastUpdateUser: "identity",
    path: "path",
    singleNodeJobFlag: "text",
    singleNodeJobType: "enumeration",
    alarms: "alarm",
    scheduleType: "enumeration",
    frequencyType: "enumeration",
    tags: "identity",
  },
  alarm: { alarmType: "enumeration", topicUrn: "text" },
  error: { code: "code", message: "text", title: "text" },
  project: {
    id: "id",
    name: "projectName",
    domain_id: "id",
    parent_id: "id",
    description: "text",
    enabled: "text",
    is_domain: "text",
    links: "links",
  },
  links: { self: "text", next: "text", previous: "text" },
  unknown: {},
};

const allKnown = new Set(Object.values(fieldsOf).flatMap(Object.keys));

/** Whether the name of a field tells nothing about whose it is. Within what is unknown it may be a job's name. */
export function isFieldName(kind: ObjectKind, name: string): boolean {
  if (kind === "unknown") return allKnown.has(name);
  if (kind !== "job" && kind !== "page") return Object.hasOwn(fieldsOf[kind], name);
  return Object.hasOwn(fieldsOf[kind], name) || /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name);
}

export function isKnownField(kind: ObjectKind, name: string): boolean {
  return kind === "unknown" ? allKnown.has(name) : Object.hasOwn(fieldsOf[kind], name);
}
