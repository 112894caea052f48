import { columns } from "../../../cli/list/jobsToCsv";
import { jobFields } from "../../../provider/core/snapshot";
import { listedFields } from "../../../sdk/doctor/fields";
import { jobForms } from "../../../sdk/jobs/schema";
import { generateJobs } from "../../../sdk/testing/generateJobs";
import { job } from "../../../tools/schema/types";

/** The schema's type is checked against `Job`: a field that is missing there does not compile. */
const fields = Object.keys(job).sort();

test("each field of a job is read from answers, compared by snapshots and written into CSV", () => {
  for (const { kinds } of Object.values(jobForms)) expect([...kinds.keys()].sort()).toEqual(fields);
  expect(["name", "jobType", ...jobFields].sort()).toEqual(fields);
  expect([...columns].sort()).toEqual(fields);
});

test("the emulator makes jobs with each, and the doctor knows it", () => {
  const jobs = generateJobs({ seed: 1, batch: 200, realTime: 20 });
  const sent = new Set(jobs.flatMap((each) => Object.keys(each)));
  // That a job ends is rare. test/cli/schemas.test.ts lists one that does.
  expect(fields.filter((field) => !sent.has(field))).toEqual(["endTime"]);
  expect(fields.filter((field) => !listedFields.includes(field))).toEqual([]);
});
