import { anonymize, examine, formatRecording, mostRequests, type Examination } from "../../sdk/doctor/index";
import { defaultWorkspace } from "../../sdk/text/defaultWorkspace";
import { placeOf, type PlaceFlags } from "../flags";
import { packageVersion } from "../packageVersion";
import { CommandError, showsColors, untilInterrupted, write, type Shell } from "../shell";
import { toJson } from "../toJson";
import { checkWritable, writeAtomically } from "../writeAtomically";
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
  if ((flags.tag?.length ?? 0) > 2) throw new CommandError("--tag can be given twice at most");
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
