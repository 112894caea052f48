import * as pulumi from "@pulumi/pulumi";

/** Nothing, and a secret where one of the arguments is: a property that begins as this is kept like them. */
export function undefinedLike(args: object): pulumi.Output<undefined> {
  return pulumi.output(args).apply(() => undefined);
}

/**
 * The arguments, each a secret as a whole where it holds one. Where a value becomes a secret and nothing else changes, the
 * engine keeps the recorded outputs, and makes secrets of those alone that are inputs of the same name.
 */
export function wholeSecrets(args: object): Record<string, unknown> {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, pulumi.output(value)]));
}

/** The names of the arguments that hold a secret. No message shows a value of these. */
export function secretArgs(args: object): Promise<string[]> {
  const names = Object.entries(args).map(async ([name, value]) => ((await isSecret(value)) ? [name] : []));
  return Promise.all(names).then((all) => all.flat());
}

function isSecret(value: unknown): Promise<boolean> {
  return pulumi.isSecret(pulumi.output(value));
}
