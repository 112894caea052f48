import { constants } from "node:fs";
import { access, readlink, realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { anonymize, examine, formatRecording, mostRequests, type Examination } from "../../sdk/doctor/index";
import { defaultWorkspace } from "../../sdk/text/defaultWorkspace";
import { placeOf, type PlaceFlags } from "../flags";
import { packageVersion } from "../packageVersion";
import { CommandError, showsColors, untilInterrupted, write, type Shell } from "../shell";
import { toJson } from "../toJson";
import { writeAtomically } from "../writeAtomically";
import { doctorReport } from "./doctorReport";
import { reportToText } from "./reportToText";
import { readVersions, versionChecks } from "./versionChecks";

export interface DoctorFlags extends PlaceFlags {
  workspace?: string;
  tag?: string[];
  timeout: number;
  record?: string;
  dryRun?: boolean;
  output: "text" | "json";
}

/** Of an examination that found a problem. */
const problemFound = 1;

/** What `dlf-jobs doctor` does. Resolves to the exit status. */
export async function doctor(flags: DoctorFlags, shell: Shell): Promise<number> {
  const { stdout, env, signal } = shell;
  if (flags.tag?.some((tag) => tag.includes(",")))
    throw new CommandError("--tag takes one tag, without a comma: the service would read it as two");
  if (flags.record !== undefined) await checkWritable(flags.record);
  const version = packageVersion();
  let examination: Examination | undefined;
  if (flags.dryRun !== true) {
    examination = await look(flags, shell);
    examination.checks.push(...versionChecks(await readVersions(version, env, signal)));
  }
  const report = doctorReport(examination, { version, at: shell.now() });
  await write(stdout, flags.output === "json" ? toJson(report) : reportToText(report, { color: showsColors(shell) }));
  // What was found is told, whatever becomes of the file.
  if (examination !== undefined && flags.record !== undefined) await record(examination, flags.record, version, shell);
  return report.result === "ok" ? 0 : problemFound;
}

const announcement =
  `dlf-jobs: sends ${mostRequests} requests at most, one after the other: lists of jobs, IAM's projects, and what the ` +
  "place of the credentials needs. It changes nothing.\n";

async function record({ exchanges, identities }: Examination, file: string, packageVersion: string, { stderr }: Shell) {
  await writeAtomically(file, formatRecording(anonymize(exchanges, { packageVersion, known: identities.known })));
  await write(
    stderr,
    `dlf-jobs: recorded ${exchanges.length} requests in ${file}. Names, IDs and texts in it are made up, times are ` +
      "shifted. It is plain JSON: read it before you give it away.\n",
  );
}

/**
 * Before anything is sent for it. The file is not touched: an old one stays as it is until the new one is whole.
 *
 * @throws CommandError
 */
async function checkWritable(file: string): Promise<void> {
  try {
    await checkPlace(file);
  } catch (error) {
    throw new CommandError(
      `cannot write ${file}: ${error instanceof Error ? error.message : String(error)}; nothing was sent`,
    );
  }
}

/** A file is replaced by a new one, so that its folder must be open to that; what is no file is written to. */
async function checkPlace(file: string): Promise<void> {
  const found = await unlessMissing(stat(file));
  if (found?.isDirectory()) throw new Error("it is a folder");
  if (found !== undefined && !found.isFile()) return access(file, constants.W_OK);
  if (found !== undefined) return access(dirname(await realpath(file)), constants.W_OK);
  const folder = await realpath(dirname(file));
  // A link that leads to no file yet.
  const leadsTo = await unlessMissing(readlink(file));
  return leadsTo === undefined ? access(folder, constants.W_OK) : checkPlace(resolve(folder, leadsTo));
}

async function look(flags: DoctorFlags, shell: Shell): Promise<Examination> {
  const { stderr, env, now, monotonic, sleep, signal } = shell;
  await write(stderr, announcement);
  const { workspace } = flags;
  const sources = {
    region: "--region",
    projectId: "--project-id",
    endpoint: "--endpoint",
    iamEndpoint: "--iam-endpoint",
  };
  return examine(
    {
      client: {
        ...placeOf(flags),
        ...(workspace !== defaultWorkspace && { workspace }),
        sources: { ...sources, domain: "--domain", workspace: "--workspace" },
      },
      tags: flags.tag ?? [],
      timeLimitMs: flags.timeout,
    },
    {
      environment: env,
      runtime: {
        ...{ now, monotonic },
        random: () => Math.random(),
        sleep: (ms, until) => (until === undefined ? sleep(ms) : untilInterrupted(sleep(ms), until)),
      },
      signal,
    },
  );
}

async function unlessMissing<T>(looked: Promise<T>): Promise<T | undefined> {
  return looked.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  });
}
