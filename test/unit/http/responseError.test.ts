import { responseError } from "../../../sdk/http/responseError";

function errorOf(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return responseError({ status, headers, body: [Buffer.from(text)] }, { what: "the list", now: 0 });
}

test.each([
  ["as the reference writes it", { error_code: "DLF.3051", error_msg: "The request parameter is invalid." }],
  ["as the API's definition writes it", { errorCode: "DLF.3051", errorMsg: "The request parameter is invalid." }],
])("an error %s is read", (_how, body) => {
  const error = errorOf(400, body);
  expect(error).toMatchObject({ code: "API_ERROR", errorCode: "DLF.3051" });
  expect(error.message).toContain("400 DLF.3051 The request parameter is invalid. to the list");
});

test("a code that is a number is read as one in a string", () => {
  expect(errorOf(500, { error_code: 30_510, error_msg: "no" })).toMatchObject({ errorCode: "30510" });
});

test("IAM's older form is read, and is no code of the service", () => {
  const error = errorOf(404, { error: { code: 404, title: "Not Found", message: "no such project" } });
  expect(error.message).toContain("404 Not Found no such project to the list");
  expect(error.errorCode).toBeUndefined();
});

test.each([
  [400, "DLF.0819", ["workspace ID", "default workspace", "project"]],
  [400, "DLF.6888", ["role viewer", "deployer may not"]],
  [403, "DLF.6888", ["role viewer", "deployer may not"]],
  [404, "APIGW.0101", ["host", "region", "path"]],
])("%d %s says what to do", (status, errorCode, words) => {
  for (const body of [{ error_code: errorCode }, { errorCode }]) {
    const { message } = errorOf(status, body, { "x-request-id": "r-1" });
    for (const word of words) expect(message).toContain(word);
    expect(message).toMatch(/[a-z] \(request ID r-1\)\.$/);
  }
});

describe("without a code of the service's that is known, the status says what to do", () => {
  const credentials = "access key, the secret key, the security token's age and the rights";
  test.each([
    [400, "API_ERROR", "Check the workspace ID and the filters."],
    [401, "AUTHENTICATION", credentials],
    [403, "AUTHENTICATION", credentials],
    [404, "API_ERROR", "Check the endpoint, the region and the project ID."],
    [407, "API_ERROR", "proxy's answer: check the user and the password in HTTPS_PROXY."],
    [409, "API_ERROR", "Check the endpoint."],
    [499, "API_ERROR", "Check the endpoint."],
    [500, "API_ERROR", "try again later."],
    [503, "API_ERROR", "try again later."],
  ])("%d is an error %s: %s", (status, code, words) => {
    const error = errorOf(status, { error_code: "DLF.1", error_msg: "no" });
    expect(error).toMatchObject({ code, status, errorCode: "DLF.1" });
    expect(error.message).toContain(`${status} DLF.1 no`);
    expect(error.message).toContain("the list");
    expect(error.message).toContain(words);
    expect(errorOf(status, {}).message).toContain(words);
  });
});

describe("an answer that is no error of the service's", () => {
  test.each([200, 204, 299])("status %d instead of 200", (status) => {
    const error = errorOf(status, {});
    expect(error).toMatchObject({ code: "UNEXPECTED_ANSWER", status, permanent: true });
    expect(error.message).toBe(`The service answered status ${status} instead of 200 to the list.`);
  });

  test.each([300, 302, 399])("a redirect (%d) says why it is not followed, and what to do", (status) => {
    const error = errorOf(status, {}, { "x-request-id": "r-1" });
    expect(error).toMatchObject({ code: "UNEXPECTED_ANSWER", status, permanent: true, requestId: "r-1" });
    expect(error.message).toBe(
      `The service answered with a redirect (${status}) to the list. It is not followed, because the signature would ` +
        "go to another host: set the endpoint to the right address (request ID r-1).",
    );
  });

  test("one that is not even a success is an error of the service's side", () => {
    expect(errorOf(199, {})).toMatchObject({ code: "API_ERROR" });
  });
});

describe("429", () => {
  test("says what may be lowered", () => {
    const error = errorOf(429, { error_msg: "slow down" }, { "retry-after": "60" });
    expect(error).toMatchObject({ code: "THROTTLED", status: 429, retryAfterMs: 60_000 });
    expect(error.message).toBe(
      "The service throttles this user (429 slow down). Lower requestsPerSecond or concurrency.",
    );
    expect(errorOf(429, {}).message).toContain("Lower requestsPerSecond");
  });

  test("that asks for more than is waited for says for how long", () => {
    const error = errorOf(429, {}, { "retry-after": "61", "x-request-id": "r-2" });
    expect(error).toMatchObject({ retryAfterMs: 61_000 });
    expect(error.message).toMatch(/It asks to wait (1m 1s|61 ?s)\. \(request ID r-2\)$/);
  });
});

test("what is not JSON is shown as a page is read, and nothing as that no reason was given", () => {
  expect(errorOf(502, "<html><b>Bad</b> gateway</html>").message.replace(/\s+/g, " ")).toContain("502 Bad gateway to");
  expect(errorOf(500, "").message).toBe(
    "The service answered 500 no reason given to the list. The trouble is on its side: try again later.",
  );
});

test.each([
  [{ title: "Unauthorized" }, "500 Unauthorized to"],
  [{ message: "it broke" }, "500 it broke to"],
  [{ error_code: "", error_msg: "", message: "it broke" }, "500 it broke to"],
  [{ error_code: true, error_msg: ["x"], message: "it broke" }, "500 it broke to"],
  [{ error_code: "A.1", error: { title: "t", message: "m" }, title: "u", message: "n" }, "500 A.1 t u m n to"],
])("of %j all that is text is told, in one order", (body, words) => {
  const error = errorOf(500, body);
  expect(error.message).toContain(words);
  expect(error.errorCode).toBe("error_code" in body && body.error_code === "A.1" ? "A.1" : undefined);
});

test.each([400, 401, 403, 404, 418, 500])("a %d with another code keeps the advice of its status", (status) => {
  expect(errorOf(status, { error_code: "__proto__" }).message).toMatch(/\. [A-Z][^.]+\.$/);
});

test.each(["null", "1", "[]", '"x"', "{}", '{"error":null}'])("the JSON %s is no error of the service's", (body) => {
  expect(errorOf(500, body)).toMatchObject({ code: "API_ERROR", status: 500 });
  expect(errorOf(500, body).message).toContain(`500 ${body} to the list`);
});
