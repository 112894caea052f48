import { Command, Option } from "commander";
import type { Examination } from "../../sdk/doctor/index";
import { anonymize, formatRecording } from "../../sdk/index";
import { doctorReport } from "../doctor/doctorReport";
import { reportToText } from "../doctor/reportToText";
import { readVersions, versionChecks } from "../doctor/versionChecks";
import { addPlaceFlags, addWorkspaceFlag, collect, defaultWorkspace, duration, type PlaceFlags } from "../flags";
import { packageVersion } from "../packageVersion";
import { untilInterrupted, write, type Shell } from "../shell";
import { toJson } from "../toJson";
import { writeAtomically } from "../writeAtomically";

interface DoctorFlags extends PlaceFlags {
  workspace?: string;
  tag?: string[];
  timeout: number;
  record?: string;
  dryRun?: boolean;
  output: "text" | "json";
}

/** Of an examination that found a problem. */
const problemFound = 1;

export function doctorCommand(shell: Shell, done: (status: number) => void): Command {
  const command = new Command("doctor")
    .description("Finds out what keeps a list from coming, and what the service does. Sends few requests, all reading.")
    .addOption(new Option("-o, --output <format>", "form of the report").choices(["text", "json"]).default("text"))
    .addOption(new Option("--dry-run", "say what would be asked, and send nothing"))
    .addOption(
      new Option(
        "--record <file>",
        "write what was asked and answered to this file, with made-up names and shifted times",
      ).conflicts("dryRun"),
    )
    .addOption(
      new Option("--tag <tag>", "a tag that jobs have, to see how tags are read; twice at most").argParser(collect),
    )
    .addOption(
      new Option("--timeout <duration>", "limit of the whole examination").argParser(duration()).default(120_000, "2m"),
    );
  addPlaceFlags(addWorkspaceFlag(command));
  return command.addHelpText("after", help).action(async (flags: DoctorFlags) => {
    done(await doctor(flags, shell));
  });
}

async function doctor(flags: DoctorFlags, shell: Shell): Promise<number> {
  const { stdout, env, signal } = shell;
  const version = packageVersion();
  let examination: Examination | undefined;
  if (flags.dryRun !== true) {
    examination = await look(flags, shell);
    examination.checks.push(...versionChecks(await readVersions(version, env, signal)));
    if (flags.record !== undefined) await record(examination, flags.record, version, shell);
  }
  const report = doctorReport(examination, { version, at: shell.now() });
  const color = stdout.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  await write(stdout, flags.output === "json" ? toJson(report) : reportToText(report, { color }));
  return report.result === "ok" ? 0 : problemFound;
}

const announcement = (mostRequests: number) =>
  `dlf-jobs: sends ${mostRequests} requests at most, one after the other: lists of jobs, IAM's projects, and what the ` +
  "place of the credentials needs. It changes nothing.\n";

async function record({ exchanges }: Examination, file: string, packageVersion: string, { stderr }: Shell) {
  await writeAtomically(file, formatRecording(anonymize(exchanges, { packageVersion })));
  await write(
    stderr,
    `dlf-jobs: recorded ${exchanges.length} requests in ${file}. Names, IDs and texts in it are made up, times are ` +
      "shifted. It is plain JSON: read it before you give it away.\n",
  );
}

async function look(flags: DoctorFlags, shell: Shell): Promise<Examination> {
  const { stderr, env, now, monotonic, sleep, signal } = shell;
  // Loaded where it is needed: other commands do not wait for it.
  const { examine, mostRequests } = await import("../../sdk/doctor/index.js");
  await write(stderr, announcement(mostRequests));
  const { region, projectId, endpoint, iamEndpoint, domain, workspace } = flags;
  const sources = {
    region: "--region",
    projectId: "--project-id",
    endpoint: "--endpoint",
    iamEndpoint: "--iam-endpoint",
  };
  return examine(
    {
      client: {
        ...{ region, projectId, endpoint, iamEndpoint, domain },
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

const help = `
It goes through what can be wrong, in the order in which it would be: configuration, network, clock, credentials,
project, workspace, rights, versions. Then it looks at what the service does: how it counts, what becomes of limits,
tags and names.
Neither form holds a secret, nor the name of a job, owner, workspace, project or account: it can be put into an issue.

Output:
  text  for people, 100 columns
  json  of the shape of dist/doctor-report.schema.json of this package; its "version" is 1

Exit status: 0 no problem was found, 1 a problem was found, 2 wrong usage, or the report could not be written.

Examples:
  What is wrong here?
    $ dlf-jobs doctor
  The same for one workspace, with a tag that its jobs have:
    $ dlf-jobs doctor --workspace 5f2c... --tag daily
  What did it see, for a test that replays it (startDlfEmulator({ replay: "dlf.json" }) of pulumi-dlf/testing)?
    $ dlf-jobs doctor --record dlf.json
  What would it ask?
    $ dlf-jobs doctor --dry-run
  How does this service count pages?
    $ dlf-jobs doctor -o json | jq -r '.observations[] | select(.id == "offset").value'`;
