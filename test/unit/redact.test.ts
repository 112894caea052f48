import { safeText, withoutSecrets } from "../../sdk/redact";

test("text from outside becomes one line of bounded length", () => {
  expect(safeText(" a\r\n\tb\u2028c\u001b[31m ")).toBe("a b c [31m");
  expect(safeText("x".repeat(1_000))).toHaveLength(301);
});

test("a quoted Authorization header is taken out", () => {
  const quoted = "verify failed: SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=abcdef";
  expect(safeText(quoted)).toBe("verify failed: SDK-HMAC-SHA256 ***");
});

test("every occurrence of every secret is replaced", () => {
  expect(withoutSecrets("s3cret and token and s3cret", ["s3cret", "", "token"])).toBe("*** and *** and ***");
});
