// @ts-nocheck
import { runCommand } from "../../tools/engine/runCommand";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { withoutCallersSettings } from "../../tools/engine/withoutCallersSettings";

test("npm start ends with status 0 and shows the jobs that came through preview and up", async () => {
  const env = withoutCallersSettings(process.env);
  const command = ["--no", "tsx", "examples/overview/start.ts"];
  const { status, output } = await runCommand("npx", command, { cwd: repositoryRoot, env, timeLimit: 110_000 });
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(output).toMatch(/\$ pulumi preview[^]*\$ pulumi up[^]*1 created/);
  expect(output).toMatch(/^REAL_TIME +all +60$/m);
  expect(output).toMatch(/^total +300$/m);
  expect(output).toMatch(/^JOB +TYPE +STATUS +LAST RUN/m);
  expect(output).toMatch(/^Jobs read: 300, requests: \d+\.$/m);
});
