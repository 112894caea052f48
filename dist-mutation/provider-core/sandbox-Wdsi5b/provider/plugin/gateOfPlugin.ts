// @ts-nocheck
import { refuseOtherArguments } from "../core/arguments";
import { messageOf, type Resource } from "../core/call";
import type { GateArgs, GateInputs, JobGate } from "../core/jobGate";

/** `allowedStatuses` by type of job: its keys are names of properties, which not every language can write as the API does. */
const names: readonly (readonly [ofPlugin: string, ofRules: string])[] = [
  ["batch", "BATCH"],
  ["realTime", "REAL_TIME"],
];

/** A gate whose rules are in programs, state and messages as the plugin's schema names them. */
export function gateOfPlugin(gate: JobGate): Resource<object, object, object> {
  return {
    check: async (olds, news, call) => {
      try {
        // The gate would take the names of the API as well, and keep them under others than the program's.
        refuseOtherArguments(
          allowedStatusesOf(news) ?? {},
          names.map(([ofPlugin]) => ofPlugin),
        );
      } catch (error) {
        return { inputs: news, failure: `allowedStatuses: ${messageOf(error)}` };
      }
      const { inputs, failure } = await gate.check(olds as GateInputs, renamed(news, 0, 1) as GateArgs, {
        ...call,
        warn: (message) => {
          call.warn(inPluginsNames(message));
        },
      });
      return {
        inputs: renamed(inputs, 1, 0),
        ...(failure !== undefined && { failure: inPluginsNames(failure) }),
      };
    },
    diff: (olds, news) => gate.diff(olds as GateInputs, news as GateInputs),
    create: (inputs, call) =>
      inNames(async () => {
        const { id, outputs } = await gate.create(renamed(inputs, 0, 1) as GateInputs, call);
        return { id, outputs: renamed(outputs, 1, 0) };
      }),
    update: (olds, news, call) =>
      inNames(async () =>
        renamed(await gate.update(olds as GateInputs, renamed(news, 0, 1) as GateInputs, call), 1, 0),
      ),
    read: (state) => gate.read(state as GateInputs),
  };
}

function renamed(given: object, from: 0 | 1, to: 0 | 1): object {
  const allowedStatuses = allowedStatusesOf(given);
  if (allowedStatuses === undefined) return given;
  const entries = Object.entries(allowedStatuses).map(([key, value]): [string, unknown] => [
    names.find((pair) => pair[from] === key)?.[to] ?? key,
    value,
  ]);
  const { rules } = given as { rules: object };
  return { ...given, rules: { ...rules, allowedStatuses: Object.fromEntries(entries) } };
}

function allowedStatusesOf(given: object): object | undefined {
  const { rules } = given as { rules?: unknown };
  const { allowedStatuses } = (isObject(rules) ? rules : {}) as { allowedStatuses?: unknown };
  return isObject(allowedStatuses) ? allowedStatuses : undefined;
}

/** What is thrown speaks in the plugin's names as well. */
async function inNames<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) error.message = inPluginsNames(error.message);
    throw error;
  }
}

function inPluginsNames(message: string): string {
  return names.reduce(
    (text, [ofPlugin, ofRules]) => text.replaceAll(`allowedStatuses.${ofRules}`, `allowedStatuses.${ofPlugin}`),
    message.replaceAll("must name BATCH or REAL_TIME", "must name batch or realTime"),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
