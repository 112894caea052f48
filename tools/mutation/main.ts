import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Command } from "commander";
import { repositoryRoot } from "../engine/repositoryRoot";
import { folders } from "./folders";
import { strykerOptions } from "./strykerOptions";
import { namedSurvivors } from "./namedSurvivors";
import { judge, type Mutant, type Verdict } from "./verdict";

interface Flags {
  readonly changed?: true;
  readonly static?: true;
}

const command = new Command("npm run mutation --")
  .description("Breaks the code in small ways, and tells which of them no test notices.")
  .argument("[paths...]", "files or folders to break. Default: all that have tests of their own")
  .option("--changed", "files that differ from main")
  .option("--static", "also what is evaluated when a file is loaded, such as schemas: slow, a process for each mutant")
  .parse();

function changedFiles(): string[] {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: repositoryRoot, encoding: "utf8" }).split("\n");
  return [
    ...git("diff", "--name-only", "--diff-filter=d", "--merge-base", "main"),
    ...git("ls-files", "--others", "--exclude-standard"),
  ].filter((file) => file.endsWith(".ts"));
}

/** What of a folder is asked for, as globs; none where nothing of it is. */
function globsIn(folder: string, paths: readonly string[] | undefined): string[] {
  if (paths === undefined) return [`${folder}/**/*.ts`];
  const inside = paths.filter((path) => path === folder || path.startsWith(`${folder}/`));
  return inside.map((path) => (path.includes(".ts") ? path : `${path}/**/*.ts`));
}

async function run(paths: readonly string[] | undefined, isStatic: boolean): Promise<void> {
  process.chdir(repositoryRoot);
  const { Stryker } = await import("@stryker-mutator/core");
  const named = namedSurvivors(readFileSync(join(__dirname, "survivors.txt"), "utf8"));
  const verdicts = new Map<string, Verdict>();
  for (const [folder, tests] of Object.entries(folders)) {
    const files = globsIn(folder, paths);
    if (files.length === 0) continue;
    const results = await new Stryker(strykerOptions(files, tests, isStatic)).runMutationTest();
    const mutants = results.map((each): Mutant => ({ ...each, fileName: relative(repositoryRoot, each.fileName) }));
    const names = [...new Set(mutants.map(({ fileName }) => fileName))];
    const sources = new Map(names.map((name) => [name, readFileSync(join(repositoryRoot, name), "utf8")]));
    verdicts.set(folder, judge(mutants, sources, named, paths?.includes(folder) ?? true));
  }
  for (const [folder, verdict] of verdicts) report(folder, verdict);
  if (verdicts.size === 0) say("Nothing to break: none of these files has tests that belong to it.");
  if ([...verdicts.values()].some(({ isGood }) => !isGood)) process.exitCode = 1;
}

function report(folder: string, { killed, counted, untried, unnamed, outdated }: Verdict): void {
  const share = counted === 0 ? 100 : Math.floor((killed / counted) * 1_000) / 10;
  const rest = untried === 0 ? "" : `, ${untried} not tried (--static)`;
  say(`${folder}: ${killed} of ${counted} mutants killed (${share} %), ${unnamed.length} not named${rest}`);
  for (const { file, line, code, becomes, isReached } of unnamed) {
    say(`  ${file}:${line}${isReached ? "" : " (no test reaches it)"}\n    - ${code}\n    + ${becomes}`);
  }
  for (const { file, code } of outdated) say(`  survivors.txt names one that there is not: ${file}: ${code}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const { changed, static: isStatic = false } = command.opts<Flags>();
const paths = changed === true ? changedFiles() : command.args.length > 0 ? command.args : undefined;
run(paths, isStatic).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
