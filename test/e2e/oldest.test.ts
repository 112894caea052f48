import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { devDependencies } from "../../package.json";
import { packPackage } from "../../tools/bundle/packPackage";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { matrix } from "../matrix/rows";
import { tryRow } from "../matrix/tryRow";

test("the oldest Pulumi and compiler that are promised list, gate and snapshot (all others: npm run matrix)", async () => {
  const [oldest] = matrix(devDependencies["@pulumi/pulumi"]);
  if (oldest === undefined) throw new Error("The matrix has no rows.");
  const folder = await mkdtemp(join(tmpdir(), "pulumi-dlf-oldest-"));
  try {
    const engine = await obtainEngine({ say: () => undefined });
    const tried = await tryRow(oldest, { engine, ...(await packPackage(folder)), tools: join(folder, "tools") });
    expect(tried.versions).toMatchObject({
      pulumi: "3.200.0",
      typescript: expect.stringMatching(/^5\.0\./) as unknown,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
