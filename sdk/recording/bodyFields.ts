/**
 * What becomes of a value: the `name` of a job, an `identity` (an owner, say), `tags`, a `path` of folders, an `id`, that
 * of a request (`requestId`), the name of a project, a word of a fixed set (`enumeration`, error `code`), a number that is a
 * `count`, a small one (`rank`) or a `time`, any other `text`; or what an object is, whose fields have rules of their own.
 */
export type FieldRule =
  | ("name" | "identity" | "tags" | "path" | "id" | "requestId" | "projectName")
  | ("enumeration" | "code" | "count" | "rank" | "time" | "text")
  | ObjectKind;

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
  request_id: "requestId",
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
    priority: "rank",
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
    singleNodeJobType: "text",
    flinkJobInfo: "text",
    alarms: "alarm",
    scheduleType: "text",
    frequencyType: "text",
    tags: "tags",
    jobTags: "tags",
  },
  alarm: { alarmType: "text", topicUrn: "text" },
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

/** In the name of a field, wherever it stands in it. */
const identifying =
  /user|owner|creator|createdby|updater|updatedby|operator|author|account|person|employee|staff|member|customer|company|tenant|project|workspace|domain|department|organi[sz]ation|agency|contact|phone|mobile|mail|address|passport|serial|host|(^|[^a-z])(uu|gu|u|g)id/;
/** As a word of it. */
const identifyingWords = new Set(
  "id ids no ip ips emp dept org team group tel fax qq wechat name names uin sn pin card".split(" "),
);

/** Whether the name of a field says that its value tells who or what it is: a number there counts nothing. */
export function tellsIdentity(field: string): boolean {
  const name = field.toLowerCase();
  return (
    identifying.test(name) || /[^aeiou]ids?$/.test(name) || wordsOf(field).some((word) => identifyingWords.has(word))
  );
}

/** `lastInstanceId`, `user_id`: what such names are made of, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== "");
}

/** Those that the names of fields are made of: in a name that somebody has given they tell nothing. */
export const wordsOfFields: readonly string[] = [...allKnown].flatMap(wordsOf);

export function isKnownField(kind: ObjectKind, name: string): boolean {
  return kind === "unknown" ? allKnown.has(name) : Object.hasOwn(fieldsOf[kind], name);
}
