// @ts-nocheck
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

test.each([400, 401, 403, 404, 418, 500])("a %d with another code keeps the advice of its status", (status) => {
  expect(errorOf(status, { error_code: "__proto__" }).message).toMatch(/\. [A-Z][^.]+\.$/);
});

test.each(["null", "1", "[]", '"x"', "{}", '{"error":null}'])("the JSON %s is no error of the service's", (body) => {
  expect(errorOf(500, body)).toMatchObject({ code: "API_ERROR", status: 500 });
});
