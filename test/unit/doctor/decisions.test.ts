import type { Answer, Page } from "../../../sdk/doctor/answer";
import { aboutPage, readAnswer } from "../../../sdk/doctor/answer";
import { clockVerdict, listVerdict, networkVerdict, projectVerdict, takenVerdict } from "../../../sdk/doctor/checks";
import { caseFinding, nameFinding, nameToProbe, tagFinding } from "../../../sdk/doctor/filters";
import type { FirstPage, NoPage } from "../../../sdk/doctor/firstPages";
import { rateHeadersFinding } from "../../../sdk/doctor/headers";
import { Identities, plainWords } from "../../../sdk/doctor/identities";
import { orderFinding } from "../../../sdk/doctor/order";
import {
  cappedPagesFinding,
  fitTogether,
  isLastPageAgain,
  limitFinding,
  pastEndFinding,
  stabilityOf,
  totalFinding,
} from "../../../sdk/doctor/paging";
import type { RecordedExchange } from "../../../sdk/recording/recordedExchange";

function page(names: readonly string[], total: number | undefined = names.length): Page {
  return { kind: "page", names, jobs: names.map((name) => ({ name })), total, bytes: 0, ms: 0 };
}
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `job ${from + index}`);
const refused: Answer = { kind: "refused", status: 400, code: "DLF.3051", said: "", ms: 0 };
const failed: Answer = { kind: "failed", why: "status 503" };

function exchange(
  status: number,
  body: string,
  headers: Record<string, string> = {},
  path = "/v1/p/jobs",
): RecordedExchange {
  const request = { method: "GET", url: `https://h${path}`, headers: {} };
  return { request, response: { status, headers, body }, sentAt: 1_000_000, durationMs: 100 };
}
const byIam = (status: number, body: string, headers?: Record<string, string>) =>
  exchange(status, body, headers, "/v3/projects");

describe("an answer", () => {
  test.each([
    [200, '{"total":"2","jobs":[{"name":"a"},null]}', { kind: "page", names: ["a", "{}"], total: 2 }],
    [200, '{"total":-1,"jobs":[]}', { kind: "page", total: undefined }],
    [200, '{"error_code":"DLF.3051","error_msg":"no"}', { kind: "refused", status: 200, code: "DLF.3051" }],
    [400, '{"errorCode":"DLF.0819"}', { kind: "refused", status: 400, code: "DLF.0819" }],
    [200, "<html>x", { kind: "failed", why: "status 200 with a page of HTML or XML in the place of JSON" }],
    [200, '{"projects":[]}', { kind: "failed", why: "status 200 with JSON that is no list of jobs" }],
    [503, "{}", { kind: "failed", status: 503 }],
    [429, '{"error_code":"APIGW.0308"}', { kind: "failed", status: 429, why: "status 429 APIGW.0308" }],
  ])("%d %s", (status, body, seen) => {
    expect(readAnswer(exchange(status, body))).toMatchObject(seen);
  });

  test("that did not come", () => {
    const { request } = exchange(200, "");
    expect(readAnswer({ request, error: "ECONNREFUSED", sentAt: 0, durationMs: 1 })).toEqual({
      kind: "failed",
      why: "no answer came (ECONNREFUSED)",
    });
    expect(readAnswer({ request, error: "UNEXPECTED_ANSWER", sentAt: 0, durationMs: 1 })).toEqual({
      kind: "failed",
      why: "the answer is larger than any list of jobs",
    });
  });

  test.each([
    [400, "refused"],
    [404, "refused"],
    [401, "failed"],
    [403, "failed"],
  ])("of %d, where other pages came: is it about the page?", (status, kind) => {
    expect(aboutPage({ kind: "refused", status, code: undefined, said: "", ms: 0 }).kind).toBe(kind);
  });
});

test("a limit is honoured, capped, refused, exceeded, or cannot be seen", () => {
  expect(limitFinding(101, page(numbered(101)), 101)).toMatchObject({ value: "honoured" });
  expect(limitFinding(101, page(numbered(100)), 110)).toMatchObject({ value: "capped to 100" });
  expect(limitFinding(101, page(numbered(100)), 100)).toMatchObject({ kind: "not observable" });
  expect(limitFinding(101, page(numbered(102)), 102)).toMatchObject({ value: "exceeded" });
  expect(limitFinding(101, refused, 100)).toMatchObject({ value: "refused", what: "refused: 400 DLF.3051" });
  expect(limitFinding(101, failed, 100)).toEqual({ kind: "not observable", why: "status 503" });
});

describe("total", () => {
  const list = { names: numbered(10), pages: [page(numbered(10), 30), page(numbered(2), 30)], atLeast: 10 };
  const job = page(["job 29"], 30);
  test.each([
    [{ last: job, behind: page([], 30) }, { value: "all" }],
    [{ last: job, behind: refused }, { value: "all" }],
    [{ last: job, behind: page(["job 0"], 30) }, { value: "all" }],
    [{ last: job, behind: page(["job 30"], 30) }, { value: "too low" }],
    [{ last: page([], 30), behind: page([], 30) }, { value: "too high" }],
    [{ last: page(["job 0"], 30), behind: page(["job 0"], 30) }, { value: "too high" }],
    [{ last: refused, behind: refused }, { kind: "not observable" }],
    [{ last: page([], 30), behind: job }, { kind: "contradictory" }],
    [{ last: failed, behind: refused }, { kind: "not observable" }],
    [{}, { kind: "not observable" }],
  ])("%#", (probes, finding) => {
    expect(totalFinding(list, { total: 30, ...probes })).toMatchObject(finding);
  });

  test("that is none, less than came, or that of the page", () => {
    const of = (pages: Page[], atLeast = 2) => totalFinding({ names: ["a", "b"], pages, atLeast }, undefined);
    expect(of([{ ...page(["a"]), total: undefined }])).toMatchObject({ value: "missing" });
    expect(of([page(["a", "b"], 1)])).toMatchObject({ value: "too low" });
    expect(of([page(["a"]), page(["a", "b"]), page(["a", "b", "c"])], 3)).toMatchObject({ value: "of the page" });
    expect(of([page(["a"]), page(["a", "b"])])).toMatchObject({ kind: "contradictory" });
  });

  test("where the last page comes again, or empty pages say 0 beside the only job: it cannot be told", () => {
    const probes = { total: 30, last: job, behind: page(["job 30"], 30) };
    expect(totalFinding(list, probes, true)).toMatchObject({ kind: "not observable" });
    const one = { names: ["a"], atLeast: 1 };
    const ends = { total: 1, last: page(["a"]), behind: page([], 1) };
    expect(totalFinding({ ...one, pages: [page(["a"]), page([], 1)] }, ends)).toMatchObject({ value: "all" });
    expect(totalFinding({ ...one, pages: [page(["a"]), page([], 0)] }, ends)).toMatchObject({ kind: "not observable" });
  });
});

test("past the end", () => {
  const names = numbered(5);
  const sure = new Set(["page"] as const);
  expect(pastEndFinding(names, page([]), sure)).toMatchObject({ value: "empty" });
  expect(pastEndFinding(names, refused, sure)).toMatchObject({ value: "refused" });
  expect(pastEndFinding(names, page(names), sure)).toMatchObject({ value: "first page" });
  expect(pastEndFinding(names, page(names), new Set(["page", "ignored"]))).toMatchObject({ kind: "not observable" });
  expect(pastEndFinding(names, page(names), new Set())).toMatchObject({ kind: "not observable" });
  expect(pastEndFinding(names, page(["other"]), sure)).toMatchObject({ kind: "not observable" });
  expect(pastEndFinding([], page([]), sure)).toMatchObject({ kind: "not observable" });
  expect(pastEndFinding(names, page(["job 4"]), sure, true)).toMatchObject({ value: "last page" });
});

test("the last page again: the same jobs at two places, and not the first ones", () => {
  const names = numbered(5);
  expect(isLastPageAgain([page(["x"]), page(["x"])], names)).toBe(true);
  expect(isLastPageAgain([page(["x"]), page(["y"])], names)).toBe(false);
  expect(isLastPageAgain([page(["x"])], names)).toBe(false);
  expect(isLastPageAgain([page([]), page([])], names)).toBe(false);
  expect(isLastPageAgain([page(["job 0"]), page(["job 0"])], names)).toBe(false);
});

test("capped pages", () => {
  const cap = { size: 2, next: page(["c"]) };
  expect(cappedPagesFinding(cap, page(["c", "d"]), "page")).toMatchObject({ value: "cap" });
  expect(cappedPagesFinding(cap, page(["x"]), "page")).toMatchObject({ value: "limit" });
  expect(cappedPagesFinding(cap, page(["b", "c"]), "page")).toMatchObject({ kind: "contradictory" });
  expect(cappedPagesFinding(cap, undefined, "record")).toMatchObject({ kind: "not observable" });
  expect(cappedPagesFinding(undefined, undefined, "page")).toMatchObject({ kind: "not observable" });
  expect(cappedPagesFinding(cap, page(["c", "d"]), "page", true)).toMatchObject({ kind: "not observable" });
});

test("whether a list stayed as it was", () => {
  const both = (before: Answer, after: Answer) => stabilityOf([{ before, after }]);
  expect(both(page(["a", "b"]), page(["a", "b"]))).toBe("same");
  expect(both(page(["a", "b"]), page(["b", "a"]))).toBe("other order");
  expect(both(page(["a", "b"]), page(["a", "c"]))).toBe("changed");
  expect(both(page(["a"], 5), page(["a"], 6))).toBe("changed");
  expect(both(page([]), refused)).toBe("changed");
  expect(both(page([]), failed)).toBe("unknown");
  expect(both(failed, failed)).toBe("same");
  expect(fitTogether([page(["a"], 3), page(["a", "b"], 3), page([], 0)], [page(["a"], 3), page(["a", "b"], 3)])).toBe(
    "same",
  );
  expect(fitTogether([page(["a"], 3), page(["a", "b"], 4)], [])).toBe("changed");
  expect(fitTogether([], [page(["a", "c"]), page(["a", "b", "c"])])).toBe("changed");
  expect(fitTogether([], [page(["b", "a"]), page(["a", "b", "c"])])).toBe("other order");
  expect(fitTogether([], [page([]), page(["a"])])).toBe("changed");
});

test("order: by a field, by none, or too few to tell", () => {
  const of = (values: number[]) =>
    orderFinding({
      ...page([]),
      jobs: values.map((createTime, index) => ({ name: `${(index * 5) % 7}`, createTime })),
    });
  expect(of([1, 2, 3, 4, 5, 6])).toMatchObject({ value: "createTime, ascending" });
  expect(of([6, 5, 4, 3, 2, 1])).toMatchObject({ value: "createTime, descending" });
  expect(of([1, 3, 2, 4, 5, 6])).toMatchObject({ value: "none" });
  expect(of([1, 2, 3, 4, 5])).toMatchObject({ kind: "not observable" });
  expect(of([1, 3, 2, 4, 5, NaN])).toMatchObject({ value: "none" });
  const untold = orderFinding({ ...page([]), jobs: numbered(9).map((_, index) => ({ name: `${(index * 5) % 7}` })) });
  expect(untold).toEqual({ kind: "not observable", why: "not all jobs tell their createTime" });
});

describe("tags", () => {
  const a = page(["a", "b"]);
  const none = page([]);
  const probes = { tags: 1, before: a, after: a, twice: a, madeUp: none };
  test.each([
    [{ ...probes, both: a }, { value: "any" }],
    [{ ...probes, both: none }, { value: "all" }],
    [{ ...probes, both: page(["c"]) }, { kind: "contradictory" }],
    [{ ...probes, both: none, twice: none }, { kind: "contradictory" }],
    [{ ...probes, both: none, after: page(["a"]) }, { kind: "not observable" }],
    [{ ...probes, both: a, madeUp: a }, { value: "ignored" }],
    [{ ...probes, both: refused }, { kind: "not observable" }],
    [{ tags: 0 }, { kind: "not observable" }],
    [
      { tags: 1, before: none },
      { kind: "not observable", why: "no job has the tag" },
    ],
    [
      { tags: 2, before: failed },
      { kind: "not observable", why: "status 503" },
    ],
  ])("%#", (seen, finding) => {
    expect(tagFinding(seen)).toMatchObject(finding);
  });
});

describe("jobName", () => {
  const probe = { name: "Stock", inner: "toc", prefix: "Stoc", suffix: "tock", otherCase: "sTOCK", word: undefined };
  const yes = page(["Stock"]);
  const no = page([]);
  const all = { madeUp: no, name: yes, inner: yes, prefix: yes, otherCase: yes };
  test.each([
    [all, "contains", "ignored"],
    [{ ...all, inner: no }, "prefix", "ignored"],
    [{ ...all, inner: no, prefix: no, otherCase: no, suffix: no }, "exact", "matters"],
    [{ ...all, inner: no, prefix: no, suffix: no, word: no }, "exact", "ignored"],
    [{ ...all, inner: no, prefix: no, suffix: yes }, "suffix", "ignored"],
    [{ ...all, inner: no, prefix: no, suffix: no, word: yes }, "word", "ignored"],
    [{ ...all, inner: no, prefix: no, suffix: page(["x", "y"], 50) }, undefined, undefined],
    [{ ...all, madeUp: yes }, "ignored", "ignored"],
    [{ ...all, name: no }, undefined, undefined],
    [{ ...all, inner: page(["x", "y"], 50) }, undefined, undefined],
    [{ ...all, inner: refused }, undefined, undefined],
  ])("%#", (answers, match, letters) => {
    const expected = (value: string | undefined) => (value === undefined ? { kind: "not observable" } : { value });
    expect(nameFinding(probe, answers)).toMatchObject(expected(match));
    expect(caseFinding(probe, answers)).toMatchObject(expected(letters));
  });

  test("a name that tells is long enough, has letters, and does not begin with its own middle", () => {
    expect(nameToProbe(["abc", "1234", "aaaa", "Stock"])).toEqual(probe);
    expect(nameToProbe(["数据作业"])).toBeUndefined();
    expect(nameToProbe(["Stock", "ods_orders-2"])).toMatchObject({ word: "orders", suffix: "ds_orders-2" });
  });

  test("that the very name finds alone is not said before its end was asked for", () => {
    expect(nameFinding(probe, { ...all, inner: no, prefix: no })).toMatchObject({ kind: "not observable" });
  });
});

test("rate headers: their names, and of their values what is no name", () => {
  const headers = { "X-RateLimit-Remaining": "remain:99,limit:100,time:1 minute,user:Meier", Date: "x" };
  expect(rateHeadersFinding([exchange(200, "", headers)])).toMatchObject({
    value: "x-ratelimit-remaining: remain:99,limit:100,time:1 minute,user:…",
  });
  expect(rateHeadersFinding([exchange(200, "")])).toMatchObject({ value: "none" });
  expect(rateHeadersFinding([])).toMatchObject({ kind: "not observable" });
});

describe("checks", () => {
  const at = (offMs: number) => clockVerdict([exchange(200, "", { date: new Date(1_000_000 - offMs).toUTCString() })]);
  test("the clock", () => {
    expect(at(0)).toMatchObject({ mark: "ok" });
    expect(at(30_000)).toMatchObject({ mark: "ok", seen: expect.stringMatching(/^(29|30)s ahead of/) as unknown });
    expect(at(300_000).mark).toBe("note");
    expect(at(1_000_000)).toMatchObject({ mark: "problem", seen: expect.stringContaining("ahead of") as unknown });
    expect(at(-1_000_000)).toMatchObject({ mark: "problem", seen: expect.stringContaining("behind") as unknown });
    expect(clockVerdict([exchange(200, "")]).mark).toBe("skipped");
  });

  test("the clock, by the one that is further off: the service's or IAM's", () => {
    const date = (offMs: number) => ({ date: new Date(1_000_000 - offMs).toUTCString() });
    const of = (serviceMs: number, iamMs: number) =>
      clockVerdict([byIam(200, "", date(iamMs)), exchange(200, "", date(serviceMs))]);
    expect(of(0, 0)).toEqual({ mark: "ok", seen: "as the service's and IAM's, within 2 s" });
    expect(of(7_200_000, 0)).toMatchObject({ mark: "problem", seen: "1h 59m ahead of the service's" });
    expect(of(0, 7_200_000)).toMatchObject({ mark: "problem", seen: "1h 59m ahead of IAM's" });
    expect(of(7_200_000, 7_200_000).seen).toContain("the service's");
  });

  test("credentials: taken, refused, not looked at", () => {
    const no = exchange(
      401,
      '{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: Meier"}',
    );
    expect(takenVerdict([no, exchange(200, "{}")]).mark).toBe("ok");
    expect(takenVerdict([no])).toMatchObject({
      mark: "problem",
      seen: "refused: 401 APIGW.0301 (Incorrect IAM authentication information: …)",
    });
    expect(takenVerdict([exchange(200, "<html>"), exchange(503, "{}")]).mark).toBe("skipped");
    // IAM may take what the service refuses; keys may end meanwhile.
    expect(takenVerdict([byIam(200, "{}"), no])).toMatchObject({ mark: "problem" });
    expect(takenVerdict([byIam(200, "{}")])).toEqual({ mark: "ok", seen: "taken by IAM" });
    expect(takenVerdict([exchange(200, "{}"), no])).toMatchObject({
      mark: "problem",
      seen: expect.stringContaining("refused, after they had been taken: 401 APIGW.0301") as unknown,
    });
  });

  test("the right to list: both types, or what is wrong with one", () => {
    const of = (jobType: FirstPage["jobType"]): FirstPage => ({
      ...{ jobType, base: 0, limit: 100, page: page(["a"]), seen: [] },
    });
    const counts = { BATCH: { jobs: 1_200, atLeast: true }, REAL_TIME: { jobs: 1, atLeast: false } };
    expect(listVerdict([of("REAL_TIME"), of("BATCH")], counts)).toEqual({
      mark: "ok",
      seen: "they may: at least 1,200 batch jobs, 1 real-time job",
    });
    const none: NoPage = {
      refusal: { kind: "refused", status: 403, code: "DLF.6888", said: "", ms: 0 },
      seen: [],
    };
    expect(listVerdict([of("BATCH"), none], { BATCH: counts.BATCH })).toMatchObject({
      mark: "problem",
      seen: "they may: at least 1,200 batch jobs; real-time jobs: refused: 403 DLF.6888",
    });
    expect(listVerdict([of("BATCH"), of("REAL_TIME")], counts, ["total is more than there are"])).toMatchObject({
      mark: "problem",
      seen: expect.stringMatching(
        /^they may: .* but the list ends with an error: total is more than there are$/,
      ) as unknown,
    });
    const throttled: NoPage = { refusal: { kind: "failed", why: "status 429 APIGW.0308", status: 429 }, seen: [] };
    expect(listVerdict(throttled, {})).toMatchObject({
      mark: "problem",
      todo: expect.stringContaining("quota") as unknown,
    });
    const html: NoPage = { refusal: { kind: "failed", why: "status 200 with text", status: 200 }, seen: [] };
    expect(listVerdict([of("BATCH"), html], { BATCH: counts.BATCH }).mark).toBe("problem");
  });

  test("the way to an endpoint, by the step that fails", () => {
    const identities = new Identities();
    const url = "https://iam.cn-north-4.myhuaweicloud.com";
    const verdict = (reached: Parameters<typeof networkVerdict>[1]) => networkVerdict(url, reached, 0, identities);
    expect(verdict({ failed: "DNS", code: "ENOTFOUND" })).toMatchObject({
      mark: "problem",
      seen: "iam.cn-north-4.myhuaweicloud.com: DNS failed (ENOTFOUND)",
    });
    expect(verdict({ failed: "proxy", code: "status 407", proxy: "proxy.meier.example:3128" })).toMatchObject({
      seen: "iam.cn-north-4.myhuaweicloud.com: proxy failed (status 407), by the proxy host-1:3128",
      todo: expect.stringContaining("user and a password") as unknown,
    });
    expect(verdict({ failed: "TLS", code: "SELF_SIGNED_CERT_IN_CHAIN" }).todo).toContain("NODE_EXTRA_CA_CERTS");
    expect(verdict({ failed: "TLS", code: "CERT_HAS_EXPIRED" }).todo).toContain("clock");
    expect(verdict({ failed: "TLS", code: "ERR_TLS_CERT_ALTNAME_INVALID" }).todo).toContain("of another name");
    expect(verdict({ failed: "TLS", code: "EPROTO" }).todo).toContain("speaks no TLS");
    expect(verdict({ addresses: 2, protocol: "TLSv1.3", certificateEndsAt: 86_400_000 }).mark).toBe("note");
    expect(verdict({ addresses: 2, protocol: "TLSv1.3", certificateEndsAt: 8_640_000_000 })).toEqual({
      mark: "ok",
      seen: "iam.cn-north-4.myhuaweicloud.com, 2 addresses, TLSv1.3, certificate until 1970-04-11",
    });
  });

  test("a project that is given", () => {
    const known = { id: "p", region: "cn-north-4", source: "code" };
    const of = (name: string) => projectVerdict(known, [{ id: "p", name }], new Identities());
    expect(of("cn-north-4").mark).toBe("ok");
    expect(of("cn-north-4_team")).toMatchObject({
      mark: "ok",
      seen: "project-1, from code; in IAM it is called project-2",
    });
    expect(of("cn-east-3").mark).toBe("problem");
    expect(projectVerdict(known, [{ id: "q", name: "cn-north-4" }], new Identities()).mark).toBe("note");
    expect(projectVerdict(known, "status 403", new Identities()).mark).toBe("note");
  });
});

describe("identities", () => {
  test("the same made-up text throughout, in any case", () => {
    const identities = new Identities();
    identities.add("workspace", "w-77");
    identities.add("user", "Meier", "w");
    const hidden = identities.hide('W-77 of meier ("w-77", "unknown"), x-77, cn-north-4 "cn-north-4"');
    expect(hidden).toBe('workspace-1 of user-1 ("workspace-1", "…"), x-77, cn-north-4 "cn-north-4"');
  });

  test.each([
    ["file /home/meier/.hcloud/config.json (no such file)", "file ~/.hcloud/config.json (no such file)"],
    ["file /srv/meier/keys", "file path-1"],
    ["https://iam.cn-north-4.myhuaweicloud.com/v3", "https://iam.cn-north-4.myhuaweicloud.com"],
    ["Use https://iam.cn-north-4.myhuaweicloud.com. Or http://meier.example:80/a.b,", "Use https://iam.cn-north-4.myhuaweicloud.com. Or http://host-1:80,"], // prettier-ignore
    ["must begin with https:// (http:// is for this machine)", "must begin with https:// (http:// is for this machine)"], // prettier-ignore
    ['must be a domain, such as "myhuaweicloud.eu", not "meier.eu"', 'must be a domain, such as "myhuaweicloud.eu", not "…"'], // prettier-ignore
    ["iam.meier.example.org refused 10.1.2.3", "host-1 refused host-2"],
    ["0badc0de5a1e4d6f8b7c9a0e1f2d3c4b of a@meier.example", "id-1 of user-1"],
    ["KooCLI's file, profile meier (SSO)", "KooCLI's file, profile profile-1 (SSO)"],
  ])("%s", (text, hidden) => {
    expect(new Identities().hide(text)).toBe(hidden);
  });

  test("a word is somebody's where it has a part of a person, a place or an account within", () => {
    const identities = new Identities();
    identities.add("user", "meier.li");
    identities.add("project", "cn-north-4_obsthof");
    identities.add("path", "/garten/beet");
    identities.add("job", "ods_update_orders");
    for (const word of ["MEIER", "ownedByMeier", "obsthofFlag", "garten"]) expect(identities.isIn(word)).toBe(true);
    // Fields are made of the words that jobs are named by.
    for (const word of ["lastUpdateReason", "li", "beet"]) expect(identities.isIn(word)).toBe(false);
    expect(identities.isIn("xods_update_orders")).toBe(true);
  });

  test("of the service's words those that tell nobody anything", () => {
    expect(plainWords("Incorrect IAM authentication information: user meier of 0123456 expired, limit:100")).toBe(
      "Incorrect IAM authentication information: user … of … expired, limit:100",
    );
    expect(plainWords("x ".repeat(50))).toBe("…");
  });
});
