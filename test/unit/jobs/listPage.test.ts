import type { UnexpectedAnswerError } from "../../../sdk/errors";
import type { SignedGet, SignedHttp } from "../../../sdk/http/signedHttp";
import { listPage } from "../../../sdk/jobs/listPage";
import type { ListingFilter } from "../../../sdk/jobs/query";
import type { JobPage } from "../../../sdk/jobs/schema";
import { endless } from "../fakeRuntime";

const credentials = {} as never;
const deadline = endless();

/** What one page of these filters is asked for with. */
function requestOf(filter: Partial<ListingFilter>): SignedGet<JobPage> {
  let request: SignedGet<JobPage> | undefined;
  const http = {
    get: (given: SignedGet<JobPage>, ...rest: unknown[]) => {
      expect(rest).toEqual([credentials, deadline]);
      request = given;
      return Promise.resolve({ total: 0, jobs: [] });
    },
  } as unknown as SignedHttp;
  const connection = { endpoint: "https://dlf.example", projectId: "p-1", credentials };
  void listPage(http, connection, { jobType: "BATCH", tags: [], ...filter }, { offset: 2, limit: 100 }, deadline);
  if (request === undefined) throw new Error("nothing was asked");
  return request;
}

test("a page of the default workspace", () => {
  expect(requestOf({})).toStrictEqual({
    parse: expect.any(Function) as unknown,
    endpoint: "https://dlf.example",
    path: ["v1", "p-1", "jobs"],
    query: [
      ["jobType", "BATCH"],
      ["offset", "2"],
      ["limit", "100"],
    ],
    // Without a workspace: an empty header is an unknown one to the service.
    headers: { Accept: "application/json", "X-Project-Id": "p-1" },
    what: "the list of jobs in the default workspace (jobType=BATCH, offset=2, limit=100)",
  });
});

test("a page of a workspace, with all filters", () => {
  const request = requestOf({ jobType: "REAL_TIME", jobName: "ods", tags: ["a", "b"], workspace: "w-1" });
  expect(request).toMatchObject({
    query: [
      ["jobType", "REAL_TIME"],
      ["jobName", "ods"],
      ["tags", "a,b"],
      ["offset", "2"],
      ["limit", "100"],
    ],
    headers: { workspace: "w-1" },
    what: "the list of jobs in workspace w-1 (jobType=REAL_TIME, jobName=ods, tags=a,b, offset=2, limit=100)",
  });
});

test("an answer is read as a page of that type; what cannot be read is told with status and request ID", () => {
  const request = requestOf({ jobType: "REAL_TIME" });
  const read = (text: string) =>
    request.parse({ status: 200, headers: { "x-request-id": "r-1" }, body: [Buffer.from(text)] });
  expect(read('{"total":1,"jobs":[{"name":"s","jobType":"REAL_TIME"}]}')).toEqual({
    total: 1,
    jobs: [{ name: "s", jobType: "REAL_TIME" }],
  });
  for (const text of ["{}", "<html>"]) {
    const details = { code: "UNEXPECTED_ANSWER", status: 200, requestId: "r-1" };
    expect(() => read(text)).toThrow(expect.objectContaining(details) as UnexpectedAnswerError);
    expect(() => read(text)).toThrow("the list of jobs in the default workspace");
  }
});
