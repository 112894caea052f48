import { batchJob } from "../e2e/jobs";
import type { DlfEmulator } from "../../sdk/testing";
import type { Language } from "../../tools/engine/languages";
import type { ProgramFiles } from "../../tools/engine/programFiles";
import type { Stack } from "../../tools/engine/pulumiCli";
import { emulator, fail, pluginStack, succeed, type PluginStackOptions } from "./programs";

/** What the tests of a language bring: the same programs in each. */
export interface LanguageUnderTest {
  language: Language;
  /** Laid over the environment of the CLI: where it finds what the programs import. Asked for in each test. */
  env?(): Record<string, string>;
  /** The example, or its folder: what it exports, and its configuration, are the same in every language. */
  example: string | ProgramFiles;
  /**
   * A stash `first`; getJobs, JobsSnapshot and JobGate (at most 0 jobs, none is no mistake) of the jobs whose name is
   * the ID of `first`; a stash `guarded` with the finding's result. Exports `found` and `recorded`, the two totals.
   */
  unknownInputs: ProgramFiles;
  /** getJobs, JobsSnapshot and an advisory JobGate (no job failed) of the jobs named like the secret `pattern`. */
  secretInputs: ProgramFiles;
  /** An advisory gate (no job failed), and a stash `guarded` that depends on it. */
  advisory: ProgramFiles;
  /** One JobsSnapshot without arguments. */
  bare: ProgramFiles;
  /** Programs with a mistake in them, and what is said about it. */
  mistakes: readonly (readonly [title: string, program: ProgramFiles, said: RegExp])[];
}

/** What the provider says of mistakes that several languages can make. */
export const said = {
  noSuchValue: /jobType must be "BATCH", "REAL_TIME" or/,
  optionImport: /dlf:index:JobsSnapshot cannot be imported, nor r/,
  staticGet: /cannot be imported, nor read by an ID: nothing of it exists i/,
} as const;

const failed = { lastInstanceStatus: "fail" };
const orders = batchJob("ods_orders");
const clicks = { ...batchJob("click_stream"), jobType: "REAL_TIME", status: "NORMAL" };
const eastKeys = { accessKey: "EASTERNACCESSKEY0000", secretKey: "eastern-secret-key-that-opens-nothing-00" };

/** What the plugin promises in every language, by programs of that language and the real engine. */
export function testEveryPromise(tested: LanguageUnderTest): void {
  const stackOf = (program: PluginStackOptions["program"], service: DlfEmulator, config = {}) =>
    pluginStack({
      ...{ language: tested.language, program, config: { ...keysOf(service), ...config } },
      env: { ...service.addresses(), ...tested.env?.() },
    });

  async function stackOfExample(service: DlfEmulator, latencyMs = 0) {
    const east = await emulator({
      region: "cn-east-3",
      latencyMs,
      jobs: [batchJob("east_orders")],
      credentials: [eastKeys],
    });
    const stack = await stackOf(tested.example, service, {
      ...{ eastEndpoint: east.endpoint, eastProjectId: east.projectId },
      ...{ eastAccessKey: { secret: eastKeys.accessKey }, eastSecretKey: { secret: eastKeys.secretKey } },
    });
    return { east, stack };
  }

  test("the example: two accounts, from the first preview to a destroy while the services are down", async () => {
    const service = await emulator({ jobs: [orders, batchJob("ods_users", { owner: "a" }), batchJob("old"), clicks] });
    const { east, stack } = await stackOfExample(service);

    const { output } = await succeed(stack, "up", "--yes");
    const shown = { streams: ["click_stream"], east: 1, recorded: 4, gate: "holds" };
    const preview = output.slice(0, output.indexOf("Updating (dev):"));
    expect(preview).toMatch(/east *: 1\n *gate *: "holds"\n *recorded: 4\n *streams *: \[\n *\[0\]: "click_stream"\n/);
    expect(await stack.outputs()).toEqual(shown);
    await succeed(stack, "preview", "--expect-no-changes");

    service.setJobs([orders, batchJob("ods_users", { owner: "b" }), batchJob("new"), clicks]);
    const drift = await succeed(stack, "preview", "--diff");
    const changes = ["+ BATCH/new", "- BATCH/old", "~ BATCH/ods_users", '~ owner: "a" => "b"'];
    expect(differences(drift.output).sort()).toEqual(changes);
    await succeed(stack, "up", "--yes", "--skip-preview");
    await succeed(stack, "preview", "--expect-no-changes");

    service.setJobs([orders, clicks]);
    await succeed(stack, "refresh", "--yes", "--skip-preview");
    await succeed(stack, "preview", "--expect-no-changes");
    const state = JSON.stringify(await stack.exportState());
    for (const secret of [service.credentials, eastKeys].flatMap((keys) => [keys.accessKey, keys.secretKey])) {
      expect(state + output).not.toContain(secret);
    }

    await Promise.all([service.close(), east.close()]);
    expect((await fail(stack, "preview")).output).toMatch(/could not be reached: .*ECONNREFUSED/);
    await succeed(stack, "destroy", "--yes", "--skip-preview");
    expect(await resources(stack)).toEqual([]);
  });

  test("the example's gate ends the preview, or the update where a job fails between the two", async () => {
    const service = await emulator({ jobs: [batchJob("ods_orders", failed), batchJob("ods_users")] });
    // The gate is shut while the function is still listing.
    const { stack } = await stackOfExample(service, 1_000);
    const preview = await fail(stack, "preview");
    expect(preview.output).toMatch(shutGate);
    expectNoStack(preview.output);

    service.setJobs([orders]);
    let broken = false;
    const update = await stack.run(["up", "--yes"], {
      onOutput: (text) => {
        // The CLI's last words of the preview, before the update begins.
        if (broken || !text.includes("to create")) return;
        broken = true;
        service.setJobs([batchJob("ods_orders", failed)]);
      },
    });
    expect(update).toMatchObject({
      status: expect.not.stringMatching("0") as number,
      output: expect.stringMatching(shutGate) as string,
    });
    expect(update.output.search(shutGate)).toBeGreaterThan(update.output.indexOf("Updating (dev):"));
    expect(await resources(stack)).not.toContain("release");
  });

  test("inputs that a preview does not know: nothing is asked, and the gate says so and holds back what needs it", async () => {
    const service = await emulator({ jobs: [orders] });
    const stack = await stackOf(tested.unknownInputs, service);
    const { output } = await succeed(stack, "preview", "--diff");
    expect(output).toContain("The gate will be checked at `pulumi up`: its inputs are not known yet.");
    expect(output).toMatch(/pulumi:index:Stash: \(create\)\n.*::guarded\]\n *input *: \[unknown\]/);
    expect(service.requests.jobs).toBe(0);

    await succeed(stack, "up", "--yes", "--skip-preview");
    expect(await stack.outputs()).toMatchObject({ found: 0, recorded: 0 });
    await succeed(stack, "preview", "--expect-no-changes");
  });

  test("a secret argument: neither output nor state tell it, nor what was found by it", async () => {
    const service = await emulator({ jobs: [orders, batchJob("hush_users", failed)] });
    const stack = await stackOf(tested.secretInputs, service, { pattern: { secret: "hush" } });
    const outputs = [
      (await succeed(stack, "preview", "--diff")).output,
      (await succeed(stack, "up", "--yes", "--skip-preview")).output,
    ];
    service.setJobs([orders, batchJob("hush_users"), batchJob("hush_new")]);
    outputs.push((await succeed(stack, "preview", "--diff")).output);
    service.setJobs([orders, batchJob("hush_users", failed)]);
    expect(await stack.outputs({ showSecrets: true })).toMatchObject({
      ...{ found: ["hush_users"], recorded: ["hush_users"], gate: "violated" },
    });
    outputs.push(JSON.stringify(await stack.outputs()), JSON.stringify(await stack.exportState()));
    expect(outputs.filter((text) => text.includes("hush"))).toEqual([]);
  });

  test("an advisory gate warns by name of job, and goes on", async () => {
    const service = await emulator({ jobs: [batchJob("ods_orders", failed)] });
    const stack = await stackOf(tested.advisory, service);
    const { output } = await succeed(stack, "up", "--yes", "--skip-preview");
    expect(output).toMatch(/warning: The gate would be shut, but is advisory:\n.*last instance is fail: ods_orders/);
    expect(await resources(stack)).toContain("guarded");
  });

  test("mistakes are told in a sentence", async () => {
    const service = await emulator({ jobs: [orders] });
    const stack = await stackOf(tested.bare, service);
    const expectSaid = async (title: string, said: RegExp) => {
      const { status, output } = await stack.run(["preview"]);
      expect({ title, status: status === 0, output }).toMatchObject({
        ...{ title, status: false, output: expect.stringMatching(said) as string },
      });
      expectNoStack(output);
    };

    for (const [title, program, said] of tested.mistakes) {
      await stack.write(program);
      await expectSaid(title, said);
    }
    await stack.write(tested.bare);
    await stack.setConfig("dlf:regoin", "cn-north-4");
    await expectSaid("an unknown configuration", /no configuration "regoin". The nearest one is region\. There is: /);
    await succeed(stack, "config", "rm", "dlf:regoin");
    await stack.setConfig("dlf:secretKey", "another", { secret: true });
    await expectSaid("a wrong key", /The service refused the credentials \(401 .*Check the access key, the secret key/);
    for (const key of ["accessKey", "secretKey", "projectId"]) await succeed(stack, "config", "rm", `dlf:${key}`);
    await expectSaid(
      "no credentials",
      /No credentials\. Looked at: .* its keys are \(dlf:region and so on\): region, /,
    );
    for (const [key, value] of Object.entries(keysOf(service))) {
      await (typeof value === "string"
        ? stack.setConfig(key, value)
        : stack.setConfig(key, value.secret, { secret: true }));
    }
    await service.close();
    await expectSaid(
      "a service that is down",
      /127\.0\.0\.1:\d+ could not be reached: .* Check the endpoint, the network/,
    );
  });
}

const shutGate = new RegExp(
  "healthy.*:\\n.*The gate is shut:\\n" +
    " *forbiddenLastInstanceStatuses: 1 batch job whose last instance is fail or running-exception\\n" +
    " *JOB +TYPE +STATUS +LAST INSTANCE +ENDED +OWNER +PATH\\n" +
    " *ods_orders +BATCH +SCHEDULING +fail +1h ago +data_team +/ods\\n" +
    " *maxAgeOfLastSuccess: 1 batch job whose last instance did not succeed within 26h\\n",
);

function keysOf({ projectId, credentials }: DlfEmulator) {
  return {
    "dlf:projectId": projectId,
    "dlf:accessKey": { secret: credentials.accessKey },
    "dlf:secretKey": { secret: credentials.secretKey },
  };
}

/** The jobs that differ by a preview, and what differs inside of those that are there before and after. */
function differences(output: string): string[] {
  const lines = output.matchAll(/^ +([+~-]) ((?:BATCH|REAL_TIME)\/\S+) *: |^ +(~ (?!snapshot)\w+ *: .*)$/gm);
  return [...lines].map(([, sign, job, field]) => field?.replace(/ +:/, ":") ?? `${sign ?? ""} ${job ?? ""}`);
}

async function resources(stack: Stack): Promise<string[]> {
  const { deployment } = await stack.exportState();
  return (deployment.resources ?? []).map(({ urn }) => urn.split("::").at(-1) ?? "");
}

/** What a program throws, its language shows in its own way; the plugin's part of an output is a sentence. */
function expectNoStack(output: string): void {
  expect(output).not.toMatch(/^\s+at \S+|node:internal|pulumi-resource-dlf|\.js:\d/m);
}
