// @ts-nocheck
import type { dynamic } from "@pulumi/pulumi";
import { messageOf, type CheckCall, type Resource } from "../core/call";
import { connectionArgs, sinceOfRefresh } from "../core/listings";
import { waitClock } from "../core/monotonicMs";
import { listFor, show, warn } from "./serviceOfStack";

/** What a resource is called in messages, what a program gives it, and what comes out. */
interface Names {
  resource: string;
  args: readonly string[];
  outputs: readonly string[];
}

/** What Pulumi and the constructors of the resources add to what a program gives. It stays out of the state. */
interface Own {
  __provider?: unknown;
  /** As `askedAt` gives it. */
  asked?: unknown;
  /** As `secretArgs` gives them. */
  secrets?: unknown;
}

/** To be named where one is exported: the inferred type names modules inside of Pulumi's package. */
export type DynamicProvider<Inputs, Outputs> = Required<
  Omit<dynamic.ResourceProvider<Inputs, Outputs>, "configure" | "delete">
>;

/** A resource as Pulumi's process for dynamic resources calls it. */
export function dynamicProvider<Args extends object, Inputs extends object, Outputs extends object>(
  resource: Resource<Args, Inputs, Outputs>,
  { resource: name, args, outputs }: Names,
): DynamicProvider<Inputs, Outputs> {
  const callOf = ({ asked, secrets }: Own, laid: readonly string[]): CheckCall => ({
    list: (query, connection, since) => listFor(since ?? asked, query, connection, since !== undefined),
    warn: (message) => {
      warn(`${name}: ${message}`);
    },
    show: (line) => {
      show(`${name}: ${line}`);
    },
    isPreview: false,
    clock: waitClock(),
    secretArgs: Array.isArray(secrets) ? (secrets as string[]) : [],
    args: [...args, ...connectionArgs],
    laid,
  });
  const own = ["__provider", "asked", "secrets", ...outputs];
  return {
    check: async (olds, news) => {
      // Outputs are among the inputs where an argument is a secret: the engine then keeps what comes out under their
      // names as a secret too.
      const laid = outputs.filter((key) => key in news);
      const given = Object.fromEntries(Object.entries(news).filter(([key]) => !own.includes(key))) as Args;
      const { inputs, failure } = await resource.check(olds, given, callOf(news, laid));
      // Without a property: the engine would print its whole value before the reason.
      return { inputs, ...(failure !== undefined && { failures: [{ property: "", reason: failure }] }) };
    },
    diff: (_id, olds, news) => Promise.resolve({ changes: resource.diff(olds, news).length > 0 }),
    create: (inputs) =>
      readableFailure(name, async () => {
        const { id, outputs: outs } = await resource.create(inputs, callOf({}, []));
        return { id, outs };
      }),
    update: (_id, olds, news) =>
      readableFailure(name, async () => ({ outs: await resource.update(olds, news, callOf({}, [])) })),
    read: async (id, state) => {
      if (state === undefined) return { id };
      const { outputs: props, inputs } = await resource.read(state, callOf({ asked: sinceOfRefresh() }, []));
      return { id, props, ...(inputs && { inputs: inputs as unknown as Outputs }) };
    },
  };
}

/** Pulumi prints name, message and stack of what is thrown by `create` and `update`: the message says it all. */
async function readableFailure<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw Object.assign(new Error(messageOf(error)), { name, stack: "" });
  }
}
