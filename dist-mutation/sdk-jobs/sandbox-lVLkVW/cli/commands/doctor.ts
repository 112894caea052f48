// @ts-nocheck
import { Command, Option } from "commander";
import type { DoctorFlags } from "../doctor/doctor";
import { addPlaceFlags, addWorkspaceFlag, collect, duration, nonEmpty } from "../flags";
import type { Shell } from "../shell";

export function doctorCommand(shell: Shell, done: (status: number) => void): Command {
  const command = new Command("doctor")
    .description("Finds out what keeps a list from coming, and what the service does. Sends few requests, all reading.")
    .addOption(new Option("-o, --output <format>", "form of the report").choices(["text", "json"]).default("text"))
    .addOption(new Option("--dry-run", "say what would be asked, and send nothing"))
    .addOption(
      new Option(
        "--record <file>",
        "write what was asked and answered to this file, with made-up names and shifted times",
      )
        .argParser(nonEmpty)
        .conflicts("dryRun"),
    )
    .addOption(
      new Option("--tag <tag>", "a tag that jobs have, to see how tags are read; twice at most").argParser(collect),
    )
    .addOption(
      new Option("--timeout <duration>", "limit of the whole examination").argParser(duration()).default(120_000, "2m"),
    );
  addPlaceFlags(addWorkspaceFlag(command));
  return command.addHelpText("after", help).action(async (flags: DoctorFlags) => {
    // Loaded where it is needed: other commands do not wait for it.
    const { doctor } = await import("../doctor/doctor");
    done(await doctor(flags, shell));
  });
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
