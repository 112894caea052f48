// @ts-nocheck
import { batchJob } from "../e2e/jobs";
import type { Language } from "../../tools/engine/languages";
import type { ProgramFiles } from "../../tools/engine/programFiles";
import { emulator, pluginStack, succeed } from "./programs";

/** The folders of tools/schema/examples: each has a program in every language, which the schema's descriptions show. */
export const schemaExamples = ["getJobs", "getJob", "jobsSnapshot", "jobGate", "provider"] as const;
export type SchemaExample = (typeof schemaExamples)[number];

export interface SchemaExamplesUnderTest {
  language: Language;
  /** Laid over the environment of the CLI. Asked for in the test. */
  env?: () => Record<string, string>;
  program: (name: SchemaExample) => ProgramFiles;
}

const bothNames = 'names *: \\[\\n *\\[0\\]: "ods_orders"\\n *\\[1\\]: "ods_users"\\n *\\]\\n *';

/** What a preview shows at its end. YAML has nothing to filter a list with. */
const shown: Readonly<Record<SchemaExample, (language: Language) => RegExp>> = {
  getJobs: (language) =>
    language === "yaml" ? /total *: 2\n/ : /failed *: \[\n *\[0\]: "ods_users"\n *\]\n *total *: 2\n/,
  getJob: () => /lastRun *: "success"\n *status *: "SCHEDULING"\n/,
  jobsSnapshot: () => new RegExp(bothNames),
  jobGate: () => /finding *: "holds"\n/,
  provider: () => new RegExp(`${bothNames}total *: 2\\n`),
};

export function testSchemaExamples({ language, env, program }: SchemaExamplesUnderTest): void {
  test("the programs that the schema's descriptions show", async () => {
    const orders = batchJob("ods_orders", { tags: ["daily"] });
    const users = batchJob("ods_users", { tags: ["daily"], lastInstanceStatus: "fail" });
    const service = await emulator({ region: "cn-east-3" });
    const { accessKey, secretKey } = service.credentials;
    const stack = await pluginStack({
      ...{ language, program: program("getJobs"), env: { ...service.env(), ...env?.() } },
      config: { eastAccessKey: { secret: accessKey }, eastSecretKey: { secret: secretKey } },
    });
    for (const name of schemaExamples) {
      service.setJobs(name === "jobGate" ? [orders] : [orders, users]);
      await stack.write(program(name));
      expect((await succeed(stack, "preview")).output).toMatch(shown[name](language));
    }
  });
}
