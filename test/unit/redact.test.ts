import { keepSecret, safeText } from "../../sdk/redact";

test("text from outside becomes one line of bounded length", () => {
  expect(safeText(" a\r\n\tb\u2028c\u001b[31m ")).toBe("a b c [31m");
  expect(safeText("x".repeat(1_000))).toHaveLength(301);
});

test("a quoted Authorization header is taken out", () => {
  const quoted = "verify failed: SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=abcdef";
  expect(safeText(quoted)).toBe("verify failed: SDK-HMAC-SHA256 ***");
});

test("secrets are replaced before anything is cut, in every text and in their percent-encoded form", () => {
  keepSecret("s3cret/key", undefined, "", "a".repeat(400));
  expect(safeText("s3cret/key and s3cret%2Fkey and s3cret/key")).toBe("*** and *** and ***");
  expect(safeText(`${"x".repeat(250)}${"a".repeat(400)}`)).toBe(`${"x".repeat(250)}***`);
});

test("a signature alone is taken out as well", () => {
  expect(safeText("wrong Signature=0123abcd; Access=AK")).toBe("wrong Signature: ***; Access=AK");
});
