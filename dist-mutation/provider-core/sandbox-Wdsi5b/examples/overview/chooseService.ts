// @ts-nocheck
import { startDlfEmulator } from "../../sdk/testing";

/** What the program is to talk to. */
export interface Service {
  readonly description: string;
  /** For the program's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** How many lists of jobs were asked for so far; unknown for the real service. */
  readonly requests: () => number | undefined;
  readonly close: () => Promise<void>;
}

/** The real service when the environment names it and says who asks, else an emulator with jobs made up for it. */
export async function chooseService(env: NodeJS.ProcessEnv): Promise<Service> {
  return namesService(env) ? realService(env) : emulatedService();
}

export function namesService(env: NodeJS.ProcessEnv): boolean {
  const accessKey = env["HW_ACCESS_KEY"] ?? env["HUAWEICLOUD_SDK_AK"];
  return isSet(env["DLF_ENDPOINT"]) || (isSet(env["HW_REGION_NAME"]) && isSet(accessKey));
}

export function settingsOfService(env: NodeJS.ProcessEnv): Record<string, string> {
  const settings = Object.entries(env).filter(([name]) => /^(HW_|HUAWEICLOUD_|DLF_)/.test(name));
  return Object.fromEntries(settings.map(([name, value]) => [name, value ?? ""]));
}

function realService(env: NodeJS.ProcessEnv): Service {
  return {
    description: "The real service that the environment names.",
    env: settingsOfService(env),
    requests: () => undefined,
    close: () => Promise.resolve(),
  };
}

async function emulatedService(): Promise<Service> {
  // Pages of at most 100, so that a list takes several requests.
  const emulator = await startDlfEmulator({ jobs: { seed: 1, batch: 240, realTime: 60 }, maxLimit: 100 });
  return {
    description: "No region and access key in the environment: an emulator of the service with 300 made-up jobs.",
    env: emulator.env(),
    requests: () => emulator.requests.jobs,
    close: () => emulator.close(),
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
