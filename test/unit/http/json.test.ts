import { UnexpectedAnswerError } from "../../../sdk/errors";
import { parseJson } from "../../../sdk/http/json";

const read = (...pieces: (string | Buffer)[]) =>
  parseJson(
    { status: 200, headers: { "x-request-id": "r-1" }, body: pieces.map((piece) => Buffer.from(piece)) },
    "the list",
  );

function refusal(...pieces: (string | Buffer)[]): UnexpectedAnswerError {
  try {
    read(...pieces);
  } catch (error) {
    if (error instanceof UnexpectedAnswerError) return error;
  }
  throw new Error("it was read");
}

test("JSON in pieces is read", () => {
  expect(read('{"total":', "0}")).toEqual({ total: 0 });
});

test("what is not JSON is told by its length and how it begins, so that a page is known from a service", () => {
  const error = refusal("<html>", "log in".repeat(100));
  expect(error).toMatchObject({ code: "UNEXPECTED_ANSWER", status: 200, requestId: "r-1" });
  expect(error.message).toMatch(
    /^The answer to the list is not JSON: 606 bytes beginning "<html>log in.*"\. Is the endpoint the service itself, and no proxy's page\?$/,
  );
  expect(error.message.length).toBeLessThan(220);
});

test("an empty body is told as that", () => {
  expect(refusal().message).toContain("is not JSON: an empty body. Is");
  expect(refusal("").message).toContain("is not JSON: an empty body. Is");
});

test("bytes that are no text are refused, though they stand in a string of JSON", () => {
  expect(refusal(Buffer.from([0x22, 0xff, 0x22])).message).toContain("3 bytes beginning");
});

test("a page of any length costs no more than its begin", () => {
  expect(refusal(Buffer.alloc(2 ** 24, "x")).message).toContain(`${2 ** 24} bytes beginning "xxx`);
});
