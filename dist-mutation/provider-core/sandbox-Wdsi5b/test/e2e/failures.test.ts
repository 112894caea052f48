// @ts-nocheck
import { emulator, stackOf } from "./programs";

const list = (args: string, options = "{}") => `
import { getDlfJobs } from "pulumi-dlf";
export = async () => ({ names: (await getDlfJobs(${args}, ${options})).names });`;

const secretKey = "a-secret-key-that-nobody-may-see";

interface Failure {
  program: string;
  env?: Record<string, string>;
  says: RegExp;
}

const failures: Record<string, Failure> = {
  "a wrong secret key": {
    program: list("{}"),
    env: { HW_SECRET_KEY: secretKey },
    says: /refused the credentials \(401 APIGW\.0301 .*request ID/,
  },
  "an unknown workspace": {
    program: list('{ workspace: "nowhere" }'),
    says: /400 DLF\.0819 Workspace does not exists to the list of jobs in workspace nowhere .*name one by its ID, and check the project \(request ID request\d+\)/,
  },
  "an unreachable endpoint": {
    program: list("{}", "{ client: { maxAttempts: 2 } }"),
    env: { DLF_ENDPOINT: "http://127.0.0.1:9" },
    says: /127\.0\.0\.1:9 could not be reached: .*ECONNREFUSED.*Check the endpoint/,
  },
  "a bad jobType": {
    program: list('{ jobType: "STREAM" as never }'),
    says: /Invalid query: jobType must be "BATCH", "REAL_TIME" or "ALL"/,
  },
  "a tag with a comma": {
    program: list('{ tags: ["daily,finance"] }'),
    says: /Invalid query: tags\[0\] must not hold a comma/,
  },
  "no credentials": {
    program: list("{}"),
    env: { HW_ACCESS_KEY: "", HW_SECRET_KEY: "" },
    says: /No credentials\. Looked at: .*HW_ACCESS_KEY and HW_SECRET_KEY; HUAWEICLOUD_SDK_AK/,
  },
  "neither region nor endpoint": {
    program: list("{}"),
    env: { DLF_ENDPOINT: "", HW_REGION_NAME: "" },
    says: /No region and no endpoint/,
  },
  "an option of Pulumi's own that has no meaning here": {
    program: list("{}", '{ provider: "x" } as never'),
    says: /There is no option "provider"\. There is: client/,
  },
  "an output among plain arguments": {
    program: `
      import * as pulumi from "@pulumi/pulumi";
      import { getDlfJobs } from "pulumi-dlf";
      export = () => getDlfJobs({ workspace: pulumi.output("w") as never });`,
    says: /workspace is an output\. Use getDlfJobsOutput/,
  },
  "a mistake in a promise that nobody awaits": {
    program: `
      import { getDlfJobs } from "pulumi-dlf";
      void getDlfJobs({ tags: [""] });`,
    says: /Invalid query: tags\[0\] must not be empty/,
  },
  "a mistake in the arguments of getDlfJobsOutput": {
    program: `
      import { getDlfJobsOutput } from "pulumi-dlf";
      export const names = getDlfJobsOutput({ tags: [""] }).names;`,
    says: /Invalid query: tags\[0\] must not be empty/,
  },
};

test.each(Object.entries(failures))(
  "%s ends the preview with one clear line",
  async (_what, { program, env, says }) => {
    const service = await emulator();
    const stack = await stackOf(program, { env: { ...service.env(), ...env } });
    const { status, output } = await stack.run(["preview"]);
    expect(status).not.toBe(0);
    const errors = output
      .split("Diagnostics:")[1]
      ?.split("\n")
      .filter((line) => line.includes("error:"));
    expect(errors).toEqual([expect.stringMatching(says)]);
    expect(output).not.toMatch(/^\s+at /m);
    expect(output).not.toMatch(/unhandled|UnhandledPromise|node_modules/i);
    for (const secret of [secretKey, service.credentials.secretKey]) expect(output).not.toContain(secret);
  },
);
