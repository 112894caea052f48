// @ts-nocheck
import { join } from "node:path";
import { runCommand } from "../../../tools/engine/runCommand";
import { withoutCallersSettings } from "../../../tools/engine/withoutCallersSettings";

test("200 runs in one process, two at a time: each has its own account, and none leaves a socket, a timer or its store", async () => {
  const { status, stdout, output } = await runCommand(
    process.execPath,
    ["--expose-gc", "--import", "tsx", join(__dirname, "manyRunsChild.ts")],
    { cwd: __dirname, env: withoutCallersSettings(process.env), timeLimit: 60_000 },
  );
  if (status !== 0) throw new Error(output);
  const { alive, ...seen } = JSON.parse(/^SEEN (.*)$/m.exec(stdout)?.[1] ?? "null") as { alive: number };
  expect(seen).toEqual({ totals: ["6,10"], requests: [200, 200], runs: 200, left: [] });
  expect(alive).toBeLessThan(10);
});
