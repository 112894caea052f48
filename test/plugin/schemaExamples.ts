import { batchJob } from "../e2e/jobs";
import type { Language } from "../../tools/engine/languages";
import type { ProgramFiles } from "../../tools/engine/programFiles";
import { emulator, pluginStack, succeed } from "./programs";

/** The programs that the schema's descriptions show in a language, by their folder in tools/schema/examples. */
export interface SchemaExamples {
  language: Language;
  /** Laid over the environment of the CLI. Asked for in the test. */
  env?: () => Record<string, string>;
  programs: Readonly<Record<keyof typeof expected, ProgramFiles>>;
}

/** What a preview shows at its end. YAML cannot filter: there `failed` is left out. */
const expected = {
  getJobs: /(failed *: \[\n *\[0\]: "ods_users"\n *\]\n *)?total *: 2\n/,
  jobsSnapshot: /names *: \[\n *\[0\]: "ods_orders"\n *\[1\]: "ods_users"\n/,
  provider: /names *: \[\n *\[0\]: "ods_orders"\n *\[1\]: "ods_users"\n *\]\n *total *: 2\n/,
  jobGate: /finding *: "holds"\n/,
};

export function testSchemaExamples({ language, env, programs }: SchemaExamples): void {
  test("the programs that the schema's descriptions show", async () => {
    const orders = batchJob("ods_orders", { tags: ["daily"] });
    const users = batchJob("ods_users", { tags: ["daily"], lastInstanceStatus: "fail" });
    const service = await emulator({ region: "cn-east-3", jobs: [orders, users] });
    const { accessKey, secretKey } = service.credentials;
    const stack = await pluginStack({
      ...{ language, program: programs.getJobs, env: { ...service.env(), ...env?.() } },
      config: { eastAccessKey: { secret: accessKey }, eastSecretKey: { secret: secretKey } },
    });
    for (const [name, program] of Object.entries(programs)) {
      if (name === "jobGate") service.setJobs([orders]);
      await stack.write(program);
      expect((await succeed(stack, "preview")).output).toMatch(expected[name as keyof typeof expected]);
      service.setJobs([orders, users]);
    }
  });
}
