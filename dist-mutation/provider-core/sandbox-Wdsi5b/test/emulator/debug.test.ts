// @ts-nocheck
import { spawn } from "node:child_process";
import { join } from "node:path";
import { start } from "./officialRequest";

const root = join(__dirname, "../..");
const program = `new (require("./sdk").DlfClient)().listJobs().then(({ total }) => console.log(total));`;

/** What a program that lists jobs writes, run with these variables and none of the caller's own. */
async function outputOf(variables: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
  const env = { PATH: process.env["PATH"] ?? "", ...variables };
  const child = spawn(process.execPath, ["--import", "tsx", "-e", program], { cwd: root, env, timeout: 20_000 });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => (output[stream] += text));
  }
  await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return output;
}

test("DEBUG=dlf tells on stderr where every value came from, keys shortened; without it nothing is written", async () => {
  const oidc = { idToken: "id-token-of-the-ci-system", providerUrn: "urn:p", agencyUrn: "urn:a" };
  const emulator = await start({ oidc });
  const variables = {
    ...emulator.addresses(),
    HUAWEICLOUD_OIDC_PROVIDER_URN: oidc.providerUrn,
    HUAWEICLOUD_OIDC_AGENCY_URN: oidc.agencyUrn,
    HUAWEICLOUD_OIDC_ID_TOKEN: oidc.idToken,
  };
  const told = await outputOf({ ...variables, DEBUG: "dlf" });
  expect(told.stdout).toBe("0\n");
  const lines = told.stderr.split("\n").map((line) => line.replace(/^.*?dlf /, "").replace(/ \+\d+ms$/, ""));
  expect(lines).toEqual(
    expect.arrayContaining([
      "credentials: not from credentials given in code or configuration (none)",
      expect.stringMatching(
        /^credentials: temporary keys EMUL…0X from OIDC \(HUAWEICLOUD_OIDC_PROVIDER_URN\), until \d{4}-.*Z$/,
      ),
      "region: cn-north-4 from environment HW_REGION_NAME",
      `project: ${emulator.projectId} from IAM, by the name cn-north-4`,
      `endpoint: ${emulator.endpoint} from environment DLF_ENDPOINT`,
    ]),
  );
  const [issued] = emulator.issued;
  for (const secret of [oidc.idToken, issued?.secretKey, issued?.securityToken, issued?.accessKey]) {
    expect(told.stderr).not.toContain(secret);
  }
  expect(await outputOf(variables)).toEqual({ stdout: "0\n", stderr: "" });
});
