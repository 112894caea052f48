import * as fc from "fast-check";
import { nameToProbe } from "../../sdk/doctor/filters";
import { anonymize } from "../../sdk/recording/anonymize";
import { askedOfNobody } from "../../sdk/recording/askedOfNobody";
import { formatRecording } from "../../sdk/recording/formatRecording";
import { keyedRandom } from "../../sdk/recording/keyedRandom";
import { orderedNames } from "../../sdk/recording/orderedNames";
import { parseRecording } from "../../sdk/recording/recording";
import type { RecordedExchange } from "../../sdk/recording/recordedExchange";

const project = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
const packageVersion = "0.0.0";

function exchange(
  query: Record<string, string>,
  body: unknown,
  more: Partial<RecordedExchange> = {},
): RecordedExchange {
  const url = `https://dayu-dlf.cn-north-4.myhuaweicloud.com/v1/${project}/jobs?${new URLSearchParams(query).toString()}`;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    request: { method: "GET", url, headers: { "X-Project-Id": project } },
    response: { status: 200, headers: {}, body: text },
    ...{ sentAt: Date.UTC(2026, 10, 24), durationMs: 5, ...more },
  };
}

/** Small alphabets, so that names begin with and contain each other; and all kinds of characters. */
const crowded = fc.string({ unit: fc.constantFrom("a", "b", "A", "B", "1", "_", "数"), minLength: 1, maxLength: 6 });
const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const name = fc.oneof(
  crowded,
  anyText,
  fc.string({ unit: fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz0123456789-_.")) }),
);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 40 });

const inCodeUnits = (texts: readonly string[]) => [...texts].sort((a, b) => (a < b ? -1 : Number(a > b)));
const folded = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

describe("made-up names", () => {
  const made = (texts: readonly string[], sought: readonly string[] = [], seed = 0) =>
    orderedNames(texts, sought, keyedRandom(String(seed), "names"));

  test("have the order of the true ones, by code and without regard to case", () => {
    fc.assert(
      fc.property(names, fc.nat(), (texts, seed) => {
        const { images } = made(texts, [], seed);
        const image = (text: string) => images.get(text) ?? "";
        expect(inCodeUnits(texts).map(image)).toEqual(inCodeUnits(texts.map(image)));
        for (const one of texts) {
          for (const other of texts) {
            expect(folded(image(one)) < folded(image(other))).toBe(folded(one) < folded(other));
            expect(image(one).startsWith(image(other))).toBe(one.startsWith(other));
          }
        }
      }),
    );
  });

  test("have the length and the kind of every character", () => {
    const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[\u4e00-\u9fff]/u];
    const kindOf = (character: string) => {
      const kind = kinds.findIndex((pattern) => pattern.test(character));
      return kind !== -1 ? kind : character < "\u0080" ? character : "other";
    };
    fc.assert(
      fc.property(names, fc.nat(), (texts, seed) => {
        for (const [text, image] of made(texts, [], seed).images) {
          expect(Array.from(image, kindOf)).toEqual(Array.from(text, kindOf));
          expect(image).toHaveLength(text.length);
          expect(Buffer.byteLength(image)).toBe(Buffer.byteLength(text));
        }
      }),
    );
  });

  test("contain what was looked for just where the true ones do, in either case", () => {
    const query = names.chain((texts) =>
      fc.tuple(fc.constant(texts), fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 6 })),
    );
    fc.assert(
      fc.property(query, ([texts, from, begin, length]) => {
        const characters = Array.from(from);
        const at = begin % characters.length;
        const part = characters.slice(at, at + 1 + length).join("");
        const { images, soughtKept } = made(texts, [part]);
        const sought = images.get(part) ?? "";
        for (const text of texts) {
          const contained = (images.get(text) ?? "").includes(sought);
          if (text.includes(part)) expect(contained).toBe(true);
          // Where names leave no room, it is told.
          if (soughtKept) expect(contained).toBe(folded(text).includes(folded(part)) && contained);
          const inCase = folded(images.get(text) ?? "").includes(folded(sought));
          if (folded(text).includes(folded(part))) expect(inCase).toBe(true);
          if (soughtKept) expect(inCase).toBe(folded(text).includes(folded(part)));
        }
      }),
    );
  });

  test("are picked by the doctor where the true ones are, and so are their parts", () => {
    // Short ones may become, by chance, what the doctor passes over.
    const long = fc.string({ unit: fc.constantFrom("a", "A", "b", "c", "_"), minLength: 8, maxLength: 10 });
    const repeated = fc.tuple(fc.constantFrom("a", "b"), fc.nat({ max: 9 }), fc.constantFrom("", "b", "B", "1"));
    const passedOver = repeated.map(([letter, count, last]) => letter.repeat(count + 1) + last);
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(long, passedOver), { minLength: 1 }), fc.nat(), (texts, seed) => {
        const partsOf = (names: readonly string[]) =>
          Object.entries(nameToProbe(names) ?? {}).filter((part): part is [string, string] => part[1] !== undefined);
        const parts = partsOf(texts);
        const { images } = made(texts, parts.map(([, text]) => text), seed); // prettier-ignore
        const image = (text: string) => images.get(text) ?? "";
        expect(partsOf(texts.map(image))).toEqual(parts.map(([part, text]) => [part, image(text)]));
      }),
    );
  });

  test("of usual names contain a usual word nowhere else", () => {
    const words = ["ods", "dwd", "orders", "payments", "users", "stock", "daily", "hourly", "001", "002"];
    const usual = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 4 }).map((parts) => parts.join("_"));
    fc.assert(
      fc.property(fc.uniqueArray(usual, { minLength: 1, maxLength: 60 }), fc.nat(), (texts, seed) => {
        expect(made(texts, ["orders", "ods_", "DAILY"], seed).soughtKept).toBe(true);
      }),
    );
  });

  test("are other ones than the true ones", () => {
    const long = fc.string({ unit: fc.constantFrom(...Array.from("abcdefghijklm")), minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(long, { minLength: 1, maxLength: 30 }), fc.nat(), (texts, seed) => {
        const images = [...made(texts, [], seed).images.values()];
        expect(images.filter((image) => texts.includes(image))).toEqual([]);
      }),
    );
  });
});

/** Long enough not to come about by chance. */
const identity = fc.string({
  unit: fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz0123456789订单数据")),
  minLength: 9,
  maxLength: 14,
});
const prefixed = (prefix: string) => identity.map((text) => `${prefix}${text}z`);

const shifted = (text: string, form: "base64" | "base64url") =>
  ["", "x", "xy"].map((before) =>
    Buffer.from(`${before}${text}`)
      .toString(form)
      .slice(before === "" ? 0 : 4)
      .replace(/.{0,2}=*$/, ""),
  );

/** What it may look like in an answer. */
const forms = (text: string): string[] => [
  text,
  encodeURIComponent(text),
  encodeURIComponent(encodeURIComponent(text)),
  JSON.stringify(text).slice(1, -1),
  Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  Array.from(text, (character) => `&#${character.charCodeAt(0)};`).join(""),
  Buffer.from(text).toString("hex"),
  ...shifted(text, "base64"),
  ...shifted(text, "base64url"),
];

const secrets = fc.record({
  job: prefixed("job_"),
  other: prefixed("Job-"),
  owner: prefixed("own"),
  user: prefixed("use"),
  folder: prefixed("dir"),
  tag: prefixed("tag"),
  workspace: fc.stringMatching(/^[0-9a-f]{32}$/),
  domain: fc.stringMatching(/^[0-9a-f]{32}$/),
  request: fc.stringMatching(/^[0-9a-f]{32}$/),
  host: fc.stringMatching(/^[a-z]{10}$/),
  accessKey: fc.stringMatching(/^[A-Z0-9]{20}$/),
  secretKey: fc.stringMatching(/^[A-Za-z0-9]{40}$/),
  word: prefixed("any"),
  key: fc.stringMatching(/^[a-z]{12}$/),
  phone: fc.integer({ min: 4_000_000_000, max: 9_999_999_999 }).map(String),
});
type Secrets = typeof secrets extends fc.Arbitrary<infer T> ? T : never;

/** At every place at which an answer can have something. */
function exchangesWith(all: Secrets): RecordedExchange[] {
  const {
    job,
    other,
    owner,
    user,
    folder,
    tag,
    workspace,
    domain,
    request,
    host,
    accessKey,
    secretKey,
    word,
    key,
    phone,
  } = all;
  const quoted = [job, owner, tag, workspace, accessKey, secretKey, word].flatMap(forms).join(" ");
  const jobs = [
    {
      name: job,
      jobType: "BATCH",
      owner,
      createUser: user,
      path: `/${folder}/${job}`,
      status: "SCHEDULING",
      tags: [tag],
    },
    { name: other, jobType: job, lastUpdateUser: owner, path: folder, status: user, lastInstanceStatus: word },
    {
      name: null,
      telephone: Number(phone),
      accountId: Number(phone),
      [job]: 1,
      extra: { [user]: { [key]: [owner, null] } },
    },
    {
      name: `${job}.${word}`,
      description: quoted,
      alarms: [{ alarmType: word, topicUrn: `urn:smn:${domain}:${word}` }],
    },
  ];
  const headers = {
    ...{ Authorization: `SDK-HMAC-SHA256 Access=${accessKey}, Signature=${secretKey}`, "X-Auth-Token": secretKey },
    ...{ "X-Security-Token": secretKey, workspace, "X-Project-Id": project, "X-Trace": word, Cookie: word },
    ...{ Accept: `application/${word}`, Host: `${host}.${word}` },
  };
  const answered = {
    ...{
      "x-request-id": request,
      "set-cookie": secretKey,
      server: word,
      via: host,
      "x-ratelimit-user": `${owner} remain:3`,
    },
    ...{ "content-type": `text/${word}`, "retry-after": word, date: word },
  };
  const one = exchange({ jobName: job, tags: `${tag},${word}`, [word]: word }, { total: 4, jobs, [word]: word });
  const url = one.request.url.replace("dayu-dlf.cn-north-4.myhuaweicloud.com", `${host}.example.org:8443`);
  const request_ = { ...one.request, url, headers };
  return [
    { ...one, request: request_, response: { status: 200, headers: answered, body: one.response?.body ?? "" } },
    exchange({ jobName: job.slice(2) }, { error_code: word, error_msg: quoted, request_id: request }),
    exchange({}, { error: { code: 401, title: word, message: `${job}: ${quoted}` } }),
    exchange({ offset: word, limit: word, jobType: word }, `<html>${quoted}</html>`),
    { ...exchange({}, ""), error: word },
    {
      ...exchange(
        {},
        { projects: [{ id: workspace, name: `cn-north-4_${word}`, domain_id: domain, description: quoted }] },
      ),
      request: { method: "GET", url: `https://iam.${host}.com/v3/projects?name=cn-north-4_${word}`, headers },
    },
    {
      ...one,
      request: { ...request_, method: "POST", url: `https://iam.${host}.com/v3.0/OS-CREDENTIAL/securitytokens` },
    },
  ];
}

test("nothing that went in comes out, in no reading", () => {
  fc.assert(
    fc.property(secrets, (all) => {
      const text = formatRecording(anonymize(exchangesWith(all), { packageVersion }));
      const read = [text, unescaped(text), unquoted(text)].map((each) => each.toLowerCase());
      for (const [what, secret] of Object.entries({ ...all, project })) {
        for (const form of forms(secret)) {
          const found = read.some((each) => each.includes(form.toLowerCase()));
          if (found) throw new Error(`${what} is in it: ${form}`);
        }
      }
    }),
    { numRuns: 40 },
  );
});

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Made-up text is not always well-formed where the true one was. */
function unquoted(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

describe("what is known to be somebody's comes out nowhere", () => {
  const known = ["AKTESTAKTEST", "sksecretsksecret9", "STSTOKENvalue123"];
  const [accessKey = "", , token = ""] = known;
  const secretKey = "SKSECRETSKSECRET9";

  test.each<[string, unknown, Partial<RecordedExchange>?]>([
    ["names of the fields of a refusal", { error_code: "DLF.1", [token]: "x", [secretKey]: { [secretKey]: 1 } }],
    ["names of the fields of a list", { total: 0, jobs: [], [accessKey]: 1, [`x_${accessKey}`]: 1 }],
    ["names of the fields of a job", { total: 1, jobs: [{ name: "a", [accessKey]: 1, [`my_${secretKey}_x`]: 1 }] }],
    ["statuses", { total: 1, jobs: [{ name: "a", status: accessKey, lastInstanceStatus: `X_${accessKey}` }] }],
    ["types", { total: 1, jobs: [{ name: "a", jobType: accessKey, scheduleType: `X-${accessKey.toLowerCase()}` }] }],
    ["codes", { error_code: `${accessKey}.0001` }],
  ])("not as %s", (_where, body) => {
    const text = formatRecording(anonymize([exchange({ jobType: accessKey }, body)], { packageVersion, known }));
    for (const each of known) expect(text.toLowerCase()).not.toContain(each.toLowerCase());
  });

  test("not as the name of a header: those about the quota are of usual words", () => {
    const headers = { "X-RateLimit-Limit-User": "limit:5", [`X-RateLimit-${accessKey}`]: "1", "x-ratelimit-bob": "1" };
    const [made] = anonymize([exchange({}, {}, { response: { status: 200, headers, body: "{}" } })], {
      ...{ packageVersion, known },
    }).exchanges;
    expect(made?.response?.headers).toEqual({ "x-ratelimit-limit-user": "limit:5" });
  });

  test("nor does a refusal keep the name of a field that it made up: it may be anybody's", () => {
    for (const body of [
      { error_code: "DLF.1", jobzulu: { a: 1 } },
      [["x", { jobzulu: 1 }]],
      { error: { jobzulu: 1 } },
    ]) {
      expect(formatRecording(anonymize([exchange({}, body)], { packageVersion }))).not.toContain("jobzulu");
    }
  });
});

describe("what everybody knows tells nothing of the rest", () => {
  const sentence = "The request parameter is invalid.";
  const words = ["request", "parameter", "invalid", "The", "pulse", "pu", "payroll_2026", "orders"];
  const of = (names: readonly string[], more: readonly RecordedExchange[] = [], key?: string) => {
    const jobs = names.map((each, index) => ({
      ...{ name: each, owner: names[index + 1] ?? names[0], createUser: each, path: `/${each}/a`, tags: [each] },
      ...{ note: each, [`_${each}`]: 1 },
    }));
    const exchanges = [exchange({}, { total: jobs.length, jobs }), ...more];
    const made = anonymize(exchanges, { packageVersion, ...(key !== undefined && { key }) }).exchanges;
    const body = made[0]?.response?.body as { jobs: Record<string, unknown>[] };
    return { jobs: body.jobs, others: made.slice(1) };
  };
  const refusal = exchange({ limit: "1001" }, { error_code: "DLF.3051", error_msg: sentence, [sentence]: sentence });
  const names = fc.uniqueArray(fc.oneof(fc.constantFrom(...words), prefixed("p"), name), {
    ...{ minLength: 1, maxLength: 12 },
  });

  test("the name that every doctor asks for stays as it is, and places no name", () => {
    const asked = exchange({ jobName: askedOfNobody, tags: `${askedOfNobody},daily` }, { total: 0, jobs: [] });
    fc.assert(
      fc.property(names, fc.string(), (texts, key) => {
        const { jobs, others } = of(texts, [asked], key);
        const query = new URL(others[0]?.request.url ?? "").searchParams;
        expect(query.get("jobName")).toBe(askedOfNobody);
        expect(query.get("tags")).toMatch(new RegExp(`^${askedOfNobody},(?!daily)[a-z]{5}$`));
        const nameOf = (job: Record<string, unknown>) => job["name"];
        expect(jobs.map(nameOf)).toEqual(of(texts, [], key).jobs.map(nameOf));
        expect(jobs.filter((job) => String(job["name"]).includes(askedOfNobody))).toEqual([]);
      }),
    );
  });

  test("the words of a message become others than names, people, folders, tags, texts and names of fields", () => {
    fc.assert(
      fc.property(fc.constantFrom("request", "parameter", "invalid"), names, (word, more) => {
        const { jobs, others } = of([word, ...more.filter((each) => each !== word)], [refusal]);
        const [job = {}, ...rest] = jobs;
        const owner = rest.length === 0 ? job["owner"] : rest.at(-1)?.["owner"];
        const told = [job["name"], owner, String(job["path"]).slice(1, -2), (job["tags"] as string[])[0], job["note"]];
        const field = Object.keys(job).find((each) => each.startsWith("_") && each.length === word.length + 1) ?? "";
        const body = others[0]?.response?.body as Record<string, string>;
        const ofMessage = body["error_msg"]?.split(/[ .]/)[sentence.split(/[ .]/).indexOf(word)] ?? "";
        expect(ofMessage).toHaveLength(word.length);
        expect([...told, field.slice(1)]).not.toContain(ofMessage);
        // Nor does one of those tell another. The owner, the folder and the tag are of one kind.
        expect(new Set([...told, ofMessage]).size).toBe(4);
        expect(Object.keys(body)).not.toContain(body["error_msg"]);
      }),
    );
  });

  test("a message is made up without regard to what there is of names, and a name without regard to messages", () => {
    const message = (made: ReturnType<typeof of>) =>
      (made.others[0]?.response?.body as { error_msg: string }).error_msg;
    fc.assert(
      fc.property(prefixed("job"), fc.string(), (other, key) => {
        const [plain, known] = [of([other], [refusal], key), of([other, "parameter", "invalid"], [refusal], key)];
        expect(message(known)).toBe(message(plain));
        expect(of([other], [], key).jobs).toEqual(plain.jobs);
      }),
    );
  });
});

describe("IDs", () => {
  const uuid = "550e8400-e29b-41d4-a716-446655440000";
  const keys = Array.from({ length: 80 }, (_, index) => `key ${index}`);
  const headers = { "x-request-id": project };
  const body = {
    ...{ error_msg: `project ${project}, request ${uuid}.`, request_id: uuid },
    projects: [{ id: project, domain_id: uuid.toUpperCase(), name: "a" }],
  };
  const asked = exchange({}, "", { response: { status: 400, headers, body: JSON.stringify(body) } });
  const made = keys.map((key) => anonymize([asked], { packageVersion, key }).exchanges[0]);
  const bodies = made.map((each) => each?.response?.body as typeof body);

  test.each([
    ["in an address", made.map((each) => new URL(each?.request.url ?? "").pathname.split("/")[2] ?? "")],
    ["in a header", made.map((each) => each?.response?.headers["x-request-id"] ?? "")],
    ["as an ID", bodies.map(({ projects }) => projects[0]?.id ?? "")],
    ["as a UUID in upper case", bodies.map(({ projects }) => projects[0]?.domain_id ?? "")],
    ["as a UUID of a request", bodies.map(({ request_id }) => request_id)],
    ["in a text", bodies.map(({ error_msg }) => error_msg.split(/[ ,.]/)[1] ?? "")],
    ["in a text, as a UUID", bodies.map(({ error_msg }) => error_msg.split(/[ ,.]/)[4] ?? "")],
  ])("%s tell not even which places have a digit", (_where, images) => {
    const [first = ""] = images;
    expect(first).toMatch(/^[0-9a-f]{32}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9A-F-]{36}$/);
    const places = Array.from(first, (_character, index) => index).filter((index) => first[index] !== "-");
    const kinds = places.map((index) => new Set(images.map((image) => /\d/.test(image[index] ?? ""))).size);
    expect(kinds).toEqual(places.map(() => 2));
    expect(images.filter((image) => image.replace(/-/g, "").length !== 32)).toEqual([]);
  });
});

describe("numbers", () => {
  const made = (jobs: readonly object[], more: object = {}, key?: string) => {
    const [all] = anonymize([exchange({}, { total: jobs.length, ...more, jobs })], {
      ...{ packageVersion, ...(key !== undefined && { key }) },
    }).exchanges;
    return all?.response?.body as Record<string, unknown> & { jobs: Record<string, unknown>[] };
  };
  /** Nor what stands for the end of all days, as nines do. */
  const noTime = (number: number) =>
    !/^9+$/.test(String(number)) && !(number >= 1_400_000_000 && number <= 2_200_000_000);

  test("in fields that are not of the API: another of as many digits, wherever they stand", () => {
    const number = fc.integer({ min: 10_000_000, max: 99_999_999_999 }).filter(noTime);
    const field = fc.constantFrom("uid", "phone", "weight", "extra", "code", "startTime2", "serial", "constructor");
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 4, maxLength: 4 }), field, ([a, b, c, d], name) => {
        const job = { name: "n", [name]: a, owner: b, list: [a, [c]], deep: { [name]: { [name]: d, x: `${a}` } } };
        const body = made([job], { tenant: c, [name]: b });
        const numbers = (value: unknown): string[] =>
          typeof value === "object" && value !== null
            ? (Object.values(value) as unknown[]).flatMap(numbers)
            : [String(value)];
        const [was, is] = [numbers({ tenant: c, [name]: b, job }), numbers({ ...body, total: undefined, jobs: 0 })];
        const all = [...is, ...numbers(body.jobs[0])];
        expect(all.filter((each) => each.length >= 4 && was.includes(each) && each !== "undefined")).toEqual([]);
        expect(numbers(body.jobs[0]).map(({ length }) => length)).toEqual(numbers(job).map(({ length }) => length));
      }),
    );
  });

  test.each([
    ...["uid", "uuid", "userID", "user_id", "jobid", "ids", "idList", "phone", "mobile", "account", "employeeNo"],
    ...["workspace", "tenant", "creator", "ip", "no", "owner2", "host", "accountName", "x-id"],
  ])("of the field %s: small ones, too, and in all that is within", (field) => {
    const keys = Array.from({ length: 12 }, (_, index) => `key ${index}`);
    const images = keys.map((key) => {
      const [job = {}] = made([{ name: "n", [field]: 42, deep: { [field]: { a: 7, b: [571] } } }], {}, key).jobs;
      const values = Object.entries(job).filter(([name]) => !["name", "deep"].includes(name));
      return [...values.map(([, value]) => value), ...Object.values(job["deep"] as Record<string, unknown>)];
    });
    for (const image of images) {
      expect(JSON.stringify(image)).toMatch(/^\[[1-9]\d,\{"[^"]+":[1-9],"[^"]+":\[[1-9]\d\d\]\}\]$/);
      expect(JSON.stringify(image)).not.toMatch(/\b(42|7|571)\b/);
    }
    expect(new Set(images.map((image) => JSON.stringify(image))).size).toBeGreaterThan(8);
  });

  test.each([0, 1, -1, 42, 999, 99.5, 0.75, 0.025])(
    "%p of another field stays: it is a count, a flag, a share",
    (number) => {
      expect(made([{ name: "n", weight: number, retryCount: number }]).jobs[0]).toMatchObject({
        ...{ weight: number, retryCount: number },
      });
    },
  );

  test.each([1_000, 12_345, 116.4074, 39.904, -77_213_457, 1e22, 3.14159265358979, 20_261_120, 20_261_120_133_742])(
    "%p does not stay",
    (number) => {
      const { weight, createTime } = made([{ name: "n", weight: number, createTime: number }]).jobs[0] ?? {};
      expect([weight, createTime]).not.toContain(number);
      expect(String(weight)).toHaveLength(String(number).length);
    },
  );

  test("that is no priority does not stay as one", () => {
    const { jobs } = made([{ name: "n", priority: 998_877 }]);
    expect(jobs[0]?.["priority"]).not.toBe(998_877);
  });

  test.each(["alarmType", "singleNodeJobType", "scheduleType"])(
    "nor do words of the field %s: nobody lists them",
    (field) => {
      const { jobs } = made([{ name: "n", [field]: "gurkensalat", alarms: [{ [field]: "gurkensalat" }] }]);
      expect(JSON.stringify(jobs)).not.toContain("gurkensalat");
    },
  );

  test("of fields that the API knows stay: counts, places in an order, codes", () => {
    const body = { total: 12_345, error_code: 3051, jobs: [{ name: "n", priority: 2, status: 3 }] };
    expect(made(body.jobs, { total: 12_345, error_code: 3051 })).toMatchObject({
      ...{ total: 12_345, error_code: 3051, jobs: [{ priority: 2, status: 3 }] },
    });
  });
});

describe("the name of a field, a status, a type", () => {
  const word = (names: readonly string[], made: string, more: object = {}) => {
    const jobs = names.map((each) => ({ name: each, status: "STOPPED", ...more }));
    const odd = { name: "x", status: made.toUpperCase(), jobType: made, alarms: [{ alarmType: made }], [made]: 1 };
    const [all] = anonymize([exchange({}, { total: 1, jobs: [...jobs, odd] })], { packageVersion }).exchanges;
    return JSON.stringify(all?.response?.body).toLowerCase();
  };

  test.each([
    ["a job's beginning", ["Alphabetasoup_load", "Alphabetasoup_load_daily"], "Alphabetasoup"],
    ["part of a beginning", ["Alphabetasoup_load"], "Alphabeta"],
    ["a part with more around", ["ods_gurkensalat_2026"], "user_gurkensalat"],
    ["a part that a case parts", ["odsGurkensalatLoad"], "by_gurkensalat"],
    ["a part that digits part", ["gurkensalat2026"], "gurkensalatMode"],
  ])("is made up where it is %s", (_what, names, made) => {
    expect(word(names, made)).not.toContain(made.toLowerCase());
  });

  test.each([
    ["an owner", { owner: "gurke.salat" }],
    ["a user", { lastUpdateUser: "dr_salat-7" }],
    ["a folder", { path: "/obst/feinsalat" }],
    ["a tag", { tags: ["nudelsalat"] }],
  ])("is made up where it names %s", (_what, more) => {
    expect(word(["a"], "stopped_by_salat", more)).not.toContain("salat");
  });

  test.each(["retryCount", "extraField", "lastInstanceMode", "WAITING"])(
    "%s stays whatever usual words jobs have",
    (made) => {
      const names = ["retry_orders_count", "extra_field_check", "instance_load", "waiting_list"];
      expect(word(names, made)).toContain(`"${made.toLowerCase()}":1`);
    },
  );
});

test("the name of a field that is known as one stays", () => {
  const body = { total: 1, jobs: [{ name: "n", s3BucketName: 1 }] };
  const [made] = anonymize([exchange({}, body)], { packageVersion, known: ["field s3bucketname"] }).exchanges;
  expect(JSON.stringify(made?.response?.body)).toContain("s3BucketName");
});

describe("headers", () => {
  const headersOf = (headers: Record<string, string>) => {
    const asked = exchange({}, "", { response: { status: 200, headers, body: "{}" } });
    const [made] = anonymize([asked], { packageVersion }).exchanges;
    return { made: made?.response?.headers ?? {}, shift: (made?.sentAt ?? 0) - asked.sentAt };
  };

  test("about the quota: when it is full again is shifted, in seconds and in ms", () => {
    const at = Date.UTC(2026, 10, 24, 1);
    const { made, shift } = headersOf({
      "x-ratelimit-reset": String(at / 1_000),
      "ratelimit-reset": "30",
      "x-ratelimit-limit": `remain:29,limit:30,time:1 minute,reset:${at}`,
    });
    expect(made).toEqual({
      "x-ratelimit-reset": String((at + shift) / 1_000),
      "ratelimit-reset": "30",
      "x-ratelimit-limit": `remain:29,limit:30,time:1 minute,reset:${at + shift}`,
    });
  });

  test.each(["88213457", "10.9.8.7", "2001:12::7", "fe80:1:2:3:4:5:6:7"])(
    "about the quota of %s: that is made up",
    (who) => {
      const { made } = headersOf({ "x-ratelimit-user": who, "x-ratelimit-ip": `${who};limit=30` });
      expect(JSON.stringify(made)).not.toContain(who);
      expect(made["x-ratelimit-user"]).toHaveLength(who.length);
      expect(headersOf({ "retry-after": "88213457" }).made["retry-after"]).toMatch(/^(?!88213457)\d{8}$/);
      expect(headersOf({ "retry-after": "120" }).made["retry-after"]).toBe("120");
    },
  );

  test.each([
    ["application/json; charset=utf-8; boundary=gurkensalat", "application/json; charset=utf-8"],
    ["application/json;charset=UTF-8", "application/json;charset=UTF-8"],
    ["text/html; owner=gurkensalat", "text/html"],
  ])("content-type %s", (type, expected) => {
    expect(headersOf({ "content-type": type }).made).toEqual({ "content-type": expected });
  });
});

test("the same stands for the same of its kind, wherever it stands", () => {
  fc.assert(
    fc.property(secrets, (all) => {
      const { exchanges } = anonymize(exchangesWith(all), { packageVersion });
      const query = new URL(exchanges[0]?.request.url ?? "").searchParams;
      const { jobs } = exchanges[0]?.response?.body as { jobs: Record<string, unknown>[] };
      const [first, second, , fourth] = jobs;
      expect(query.get("jobName")).toBe(first?.["name"]);
      expect(query.get("tags")?.split(",")[0]).toBe((first?.["tags"] as string[])[0]);
      expect(String(first?.["path"]).startsWith(`/${String(second?.["path"])}/`)).toBe(true);
      expect(second?.["lastUpdateUser"]).toBe(first?.["owner"]);
      expect(String(fourth?.["name"]).startsWith(`${String(first?.["name"])}.`)).toBe(true);
      const refused = exchanges[1]?.response?.body as { request_id: string };
      expect(exchanges[0]?.response?.headers["x-request-id"]).toBe(refused.request_id);
      // Of another kind the same is another one: whoever knows the one knows nothing of the other.
      expect(fourth?.["description"]).not.toContain(first?.["name"]);
      expect(first?.["path"]).not.toContain(first?.["name"]);
      const { error } = exchanges[2]?.response?.body as { error: { message: string } };
      expect(error.message).not.toContain(first?.["name"]);
      const told = exchanges[5]?.response?.body as { projects: { id: string; name: string }[] };
      expect(exchanges[0]?.request.headers["workspace"]).toBe(told.projects[0]?.id);
      expect(new URL(exchanges[5]?.request.url ?? "").searchParams.get("name")).toBe(told.projects[0]?.name);
    }),
    { numRuns: 30 },
  );
});

/** Kinds of values and of characters; the names of fields that are known. */
function shapeOf(value: unknown): unknown {
  if (typeof value === "string") {
    // Of what looks like an ID every place is made up from digits and letters alike.
    const withoutIds = (value.startsWith("http") ? unquoted(value) : value).replace(
      /[A-Za-z0-9\u0080-\u{10ffff}-]+/gu,
      (word) =>
        /\d/.test(word) && /[A-Za-z]/.test(word) && word.replace(/[^A-Za-z0-9]/g, "").length >= 8
          ? word.replace(/[A-Za-z0-9]/g, "?")
          : word,
    );
    return withoutIds.replace(/\p{L}/gu, "a").replace(/\d/g, "0");
  }
  if (typeof value === "number") return String(value).length;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.values(value).map(shapeOf);
}

describe("what stays", () => {
  test("the shape of any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const json = JSON.stringify(body);
        const [made] = anonymize([exchange({}, json)], { packageVersion }).exchanges;
        // No time: those would be shifted, and numbers too long to be exact lose digits as JSON.
        const parsed = JSON.parse(json) as unknown;
        if (!/\d{9}|e[+-]?\d/.test(json)) expect(shapeOf(made?.response?.body)).toEqual(shapeOf(parsed));
        expect(made?.response?.bytes).toBe(Buffer.byteLength(json));
      }),
    );
  });

  test("the shape of a recording that is made anonymous again", () => {
    fc.assert(
      fc.property(secrets, (all) => {
        const once = anonymize(exchangesWith(all), { packageVersion });
        const again = anonymize(
          once.exchanges.map(({ response, ...rest }) => ({
            ...rest,
            ...(response && {
              response: { ...response, body: response.notJson ?? JSON.stringify(response.body) },
            }),
          })),
          { packageVersion },
        );
        expect(shapeOf(again.exchanges)).toEqual(shapeOf(once.exchanges));
      }),
      { numRuns: 30 },
    );
  });

  test("gaps between times, at all places", () => {
    const begin = Date.UTC(2026, 0);
    const time = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2027, 0) });
    fc.assert(
      fc.property(time, time, fc.nat({ max: 10_000 }), (created, ended, later) => {
        const sentAt = begin + later;
        const at = Math.floor(sentAt / 1_000) * 1_000;
        const iso = new Date(at).toISOString();
        const job = {
          name: "n",
          createTime: created,
          lastInstanceEndTime: ended,
          at: iso,
          seconds: 1,
          end_time: at / 1_000,
          expiresAt: String(at / 1_000),
          began: String(at),
          userLoginTime: at / 1_000,
        };
        const sdkDate = iso.replace(/[-:]|\.\d+/g, "");
        const one = exchange(
          {},
          { total: 1, jobs: [{ ...job, endTime: 253_402_271_999_000, startTime: 0 }] },
          { sentAt },
        );
        const date = new Date(at).toUTCString();
        const headers = { ...one.request.headers, "X-Sdk-Date": sdkDate };
        const { exchanges } = anonymize(
          [
            {
              ...one,
              request: { ...one.request, headers },
              response: { status: 200, headers: { date }, body: one.response?.body ?? "" },
            },
          ],
          { packageVersion },
        );
        const [made] = exchanges;
        const shift = (made?.sentAt ?? 0) - sentAt;
        expect(Math.abs(shift) % 1_000).toBe(0);
        expect(Math.abs(shift)).toBeGreaterThan(86_400_000);
        const [told] = (made?.response?.body as { jobs: Record<string, unknown>[] }).jobs;
        expect(told).toMatchObject({
          ...{ createTime: created + shift, lastInstanceEndTime: ended + shift, seconds: 1 },
          ...{ at: new Date(at + shift).toISOString(), end_time: (at + shift) / 1_000 },
          ...{ expiresAt: String((at + shift) / 1_000), began: String(at + shift) },
          userLoginTime: (at + shift) / 1_000,
          // Those are no times, and would tell the shift.
          ...{ endTime: 253_402_271_999_000, startTime: 0 },
        });
        expect(made?.response?.headers["date"]).toBe(new Date(at + shift).toUTCString());
        expect(made?.request.headers["x-sdk-date"]).toBe(new Date(at + shift).toISOString().replace(/[-:]|\.\d+/g, ""));
      }),
    );
  });

  test("what is written can be read, and says the same", () => {
    fc.assert(
      fc.property(secrets, (all) => {
        const recording = anonymize(exchangesWith(all), { packageVersion });
        expect(parseRecording(formatRecording(recording))).toEqual(recording);
      }),
      { numRuns: 30 },
    );
  });
});
