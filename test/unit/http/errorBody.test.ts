import { errorBody } from "../../../sdk/http/errorBody";

test.each([null, 1, "x", [], {}, { error: null }, { error_code: "", error_msg: null }])(
  "%j speaks of no error",
  (body) => {
    expect(errorBody(body)).toBeUndefined();
  },
);

test("what is there is told in one text with one space between, and a code only where there is one", () => {
  expect(errorBody({ error_code: "DLF.1", message: "no" })).toStrictEqual({ code: "DLF.1", said: "DLF.1 no" });
  expect(errorBody({ error_msg: "no", title: "Oh" })).toStrictEqual({ said: "no Oh" });
  expect(errorBody({ errorCode: 7 })).toStrictEqual({ code: "7", said: "7" });
});
