import * as pulumi from "@pulumi/pulumi";
import type { GateRules, GateWait, JobsQuery } from "../sdk/index";
import { askedAt } from "./askedAt";
import { refuseImport, type ResourceClientOptions } from "./dlfJobs";
import { tellingOf, type GateFinding } from "./core/jobGate";
import { secretArgs, undefinedLike, wholeSecrets } from "./secretArgs";
import { storedProvider } from "./storedProvider";

/** What must hold, of which jobs. */
export interface DlfJobGateArgs extends pulumi.Inputs {
  /** Which jobs the rules look at. Default: all batch jobs of the default workspace. */
  query?: pulumi.Input<GateQuery | undefined>;
  /** What must hold for them: one rule at least. */
  rules: pulumi.Input<GateRules>;
  /**
   * When a rule does not hold: `mandatory` (default) ends the preview or update, `advisory` prints a warning, and the
   * deployment goes on.
   */
  enforcement?: pulumi.Input<"mandatory" | "advisory" | undefined>;
  /**
   * When the jobs cannot be known: `stop` (default) ends the preview or update, `warn` prints a warning, and the
   * deployment goes on. Mistakes in the arguments or in the configuration always end it.
   */
  onUnknown?: pulumi.Input<"stop" | "warn" | undefined>;
  /**
   * Ask again, in `pulumi up`, until the rules hold or the time is over. A preview does not wait: it says what is not so
   * yet. Default: no wait.
   */
  wait?: pulumi.Input<GateWait | undefined>;
  /** How to reach the service. What is not given is taken from the stack's configuration, then the environment. */
  client?: pulumi.Input<ResourceClientOptions | undefined>;
  /** Namespace of the stack's configuration, for a second account or region. Default: `dlf`. */
  configNamespace?: pulumi.Input<string | undefined>;
}

/** As in `getDlfJobs`. A gate needs the whole list: there is no `consistency`. */
export type GateQuery = Omit<JobsQuery, "consistency">;

/**
 * A check that other resources depend on: `{ dependsOn: gate }`.
 *
 * The rules are evaluated in the preview, and again in the update before anything that depends on the gate. With
 * inputs that a preview does not know yet, they are evaluated in the update alone.
 *
 * Under `--target` the engine asks no resource that is left out: a gate that is not targeted holds nothing back, and its
 * `finding` is the recorded one, or undefined. `requireDlfJobs` is asked in every run of the program.
 */
export class DlfJobGate extends pulumi.dynamic.Resource {
  /** What the gate found. */
  declare readonly finding: pulumi.Output<GateFinding>;

  constructor(name: string, args: DlfJobGateArgs, options: pulumi.CustomResourceOptions = {}) {
    refuseImport("DlfJobGate", options);
    const own = { asked: askedAt(args, options), secrets: secretArgs(args) };
    const inputs = { finding: undefinedLike(args), ...wholeSecrets(args), ...own };
    super(storedProvider("gate"), name, inputs, options, "dlf", "JobGate");
    // Absent where the engine did not ask the gate, as under --target, and under mocks.
    const finding = this.finding as pulumi.Output<GateFinding | undefined>;
    finding.apply(async (found) => {
      // A gate that waits knows its wait; one that is pending may not.
      const wait = found?.result === "waiting" ? await plain(args.wait) : undefined;
      const telling = found && tellingOf(found, await pulumi.isSecret(finding), wait);
      if (telling) void pulumi.log[telling.severity](telling.message, this);
    });
  }
}

function plain<T>(input: pulumi.Input<T> | undefined): Promise<T | undefined> {
  return new Promise((resolve) => {
    pulumi.output(input).apply((value) => {
      resolve(value as T | undefined);
    });
  });
}
