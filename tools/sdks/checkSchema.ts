import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainEngine } from "../engine/obtainEngine";
import { cliEnvironment } from "./generators";
import { mustRun } from "../engine/mustRun";

interface CheckOptions {
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** `pulumi schema check`: rejects with what the CLI finds wrong with the schema in that file. */
export async function checkSchema(file: string, { say, signal }: CheckOptions): Promise<void> {
  const engine = await obtainEngine({ say, ...(signal && { signal }) });
  const scratch = await mkdtemp(join(tmpdir(), "pulumi-dlf-"));
  try {
    await mustRun(engine.pulumi, ["schema", "check", file], {
      ...{ cwd: scratch, env: cliEnvironment(engine, scratch), signal },
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
