// @ts-nocheck
import { Command, CommanderError } from "commander";
import { doctorCommand } from "./commands/doctor";
import { exporterCommand } from "./commands/exporter";
import { externalCommand } from "./commands/external";
import { gateCommand } from "./commands/gate";
import { listCommand } from "./commands/list";
import { metricsCommand } from "./commands/metrics";
import { widthLimit } from "../sdk/text/formatTable";
import { describeError } from "./describeError";
import { refuseRepeatedFlags } from "./flags";
import { packageVersion } from "./packageVersion";
import { Interrupted, write, type Shell } from "./shell";

/** Of a command that could not do what it was asked to. 1 is the verdict of `gate`, and the failure of `external`. */
const failed = 2;

/** Runs the command line. Resolves with the exit status, and never rejects. */
export async function run(args: readonly string[], shell: Shell): Promise<number> {
  let status = 0;
  const program = commandLine(shell, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof Interrupted) return error.status;
    // Help that was asked for is no failure; a usage error has been told already, with the way to the help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : failed;
    await write(shell.stderr, `dlf-jobs: ${describeError(error)}\n`).catch(() => undefined);
    return failed;
  }
}

function commandLine(shell: Shell, done: (status: number) => void): Command {
  const program = new Command("dlf-jobs")
    .description("Jobs of Huawei Cloud DataArts Factory (DLF): list them, check them, and turn them into metrics.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", help);
  for (const make of [listCommand, gateCommand, metricsCommand, exporterCommand, externalCommand, doctorCommand]) {
    program.addCommand(make(shell, done));
  }
  for (const command of [program, ...program.commands]) {
    const path = command === program ? "dlf-jobs" : `dlf-jobs ${command.name()}`;
    refuseRepeatedFlags(command);
    command.exitOverride().showHelpAfterError(`Try "${path} --help".`);
    command.configureOutput({
      writeOut: (text) => void write(shell.stdout, text).catch(() => undefined),
      writeErr: (text) => void write(shell.stderr, text).catch(() => undefined),
      outputError: (text, print) => {
        print(`dlf-jobs: ${text.replace(/^error: /, "")}`);
      },
      getOutHelpWidth: () => widthLimit(shell.stdout.columns ?? 100),
      getErrHelpWidth: () => widthLimit(shell.stderr.columns ?? 100),
    });
  }
  return program;
}

const help = `
Credentials are no flags, since everyone on the machine can read those. They are found where a Pulumi program without
configuration finds them, in the environment first:
  HW_ACCESS_KEY, HW_SECRET_KEY          access key (AK) and secret key (SK)
  HW_SECURITY_TOKEN                     with temporary credentials
  HUAWEICLOUD_SDK_AK, _SK, _SECURITY_TOKEN   the same, by the names of the official SDKs
then OIDC (HUAWEICLOUD_OIDC_*), ~/.hcloud/config.json of KooCLI, ~/.huaweicloud/credentials of the SDKs, a pod's
identity, and the metadata service of a cloud server. DEBUG=dlf tells which it was.
What is not given as a flag comes from HW_REGION_NAME, HW_PROJECT_ID, DLF_ENDPOINT,
HUAWEICLOUD_SDK_IAM_ENDPOINT and HW_CLOUD, as far as it is of the same place: --region leaves out another region's.

Exit status:
  0    done; for gate: all rules hold (or, with --on-unknown warn, could not be checked)
  1    gate: a rule is violated; external: not listed; doctor: a problem was found
  2    not done, or not found out: wrong usage, no credentials, service not reached
  130  ended by Ctrl-C (143 by SIGTERM); exporter ends with 0 after either

Examples:
  $ export HW_REGION_NAME=cn-north-4 HW_ACCESS_KEY=... HW_SECRET_KEY=...
  $ dlf-jobs list --type ALL
  $ dlf-jobs gate --rules rules.yaml
  $ dlf-jobs exporter --listen :9471
  $ dlf-jobs doctor

"dlf-jobs help <command>" tells more about one of them.`;
