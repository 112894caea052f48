/** `npm run matrix [-- TEXT]`: the package with the versions that users have, all of them or the rows that hold TEXT. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { devDependencies } from "../../package.json";
import { formatTable } from "../../sdk/text/formatTable";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { packPackage } from "../../tools/bundle/packPackage";
import { matrix, type Row } from "./rows";
import { tryRow } from "./tryRow";

const columns = [
  ...["NODE.JS", "@PULUMI/PULUMI", "TYPESCRIPT", "MANAGER", "PROGRAM"].map((title) => ({ title })),
  ...["INSTALL", "UP"].map((title) => ({ title, align: "right" as const })),
  { title: "" },
];

async function main(text: string): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const rows = matrix(devDependencies["@pulumi/pulumi"]).filter((row) => titleOf(row).includes(text));
  if (rows.length === 0) throw new Error(`No row holds ${JSON.stringify(text)}.`);
  const folder = await mkdtemp(join(tmpdir(), "pulumi-dlf-matrix-"));
  try {
    const place = {
      engine: await obtainEngine({ say }),
      ...(await packPackage(folder)),
      tools: join(folder, "tools"),
    };
    const lines: string[][] = [];
    for (const row of rows) {
      say(titleOf(row));
      try {
        const { versions, installMs, upMs } = await tryRow(row, place);
        const { node, pulumi, typescript, manager } = versions;
        lines.push([node, pulumi, typescript, manager, row.program, seconds(installMs), seconds(upMs), "ok"]);
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
        lines.push([row.node, row.pulumi, row.typescript ?? "", row.manager, row.program, "", "", "failed"]);
        process.exitCode = 1;
      }
    }
    process.stdout.write(`${formatTable(columns, lines).join("\n")}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function titleOf({ node, pulumi, typescript = "no", manager, program }: Row): string {
  return `Node.js ${node}, @pulumi/pulumi ${pulumi}, TypeScript ${typescript}, ${manager}, ${program}`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
