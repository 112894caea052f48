import { gzipSync } from "node:zlib";
import { packJobs, unpackJobs } from "../../../provider/core/packedJobs";
import type { Job } from "../../../sdk/index";

const jobs: Job[] = [
  { name: "ods_orders", jobType: "BATCH", owner: "数据" },
  { name: "clicks", jobType: "REAL_TIME", status: "NORMAL" },
];
const packed = (text: string | Buffer) => gzipSync(text).toString("base64");

test("what is packed is a text of letters that states can hold, and comes out as it was", () => {
  expect(packJobs(jobs)).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(unpackJobs(packJobs(jobs))).toEqual(jobs);
  expect(unpackJobs(packJobs([]))).toEqual([]);
});

test("the list itself, as 0.1.0 wrote it, is read as well", () => {
  expect(unpackJobs(jobs)).toEqual(jobs);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["null", null],
  ["an object", { name: "a" }],
  ["a list in which one is no job", [jobs[0], { jobType: "BATCH" }]],
  ["a list of nothing", [null]],
  ["a list of texts", ["ods_orders"]],
  ["a text that is not packed", "ods_orders"],
  ["a packed text that is no JSON", packed("ods_orders")],
  ["packed JSON that is no list", packed('{"name":"a"}')],
  ["packed JSON with one that is no job", packed('[{"name":"a"},{"name":1}]')],
])("%s, which somebody has made of the state, is no list of jobs", (_what, value) => {
  expect(unpackJobs(value)).toBeUndefined();
});

test("what unpacks to more than any list is not unpacked", () => {
  const many = `[${'{"name":"a"},'.repeat(1_000)}{"name":"b"}]`;
  expect(unpackJobs(packed(many))).toHaveLength(1_001);
  expect(unpackJobs(packed(Buffer.concat([Buffer.from("["), Buffer.alloc(2 ** 28, " "), Buffer.from("]")])))).toBe(
    undefined,
  );
});
