import { holdsUnknown, unknownValue } from "../../../provider/core/unknown";

test.each([unknownValue, [1, unknownValue], { a: { b: [unknownValue] } }])(
  "%j holds what is not known yet",
  (value) => {
    expect(holdsUnknown(value)).toBe(true);
  },
);

test.each([null, undefined, "", "x", 0, [], {}, { a: null, b: [null, { c: undefined }] }])("%j is known", (value) => {
  expect(holdsUnknown(value)).toBe(false);
});
