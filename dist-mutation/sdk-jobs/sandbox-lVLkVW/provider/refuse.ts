// @ts-nocheck
import * as pulumi from "@pulumi/pulumi";
import { ConfigurationError, InvalidQueryError, refuseNoQuery } from "../sdk/index";
import { connectionArgs } from "./core/listings";
import { GetDlfJobsError } from "./readableError";

/** For programs without TypeScript. */
export function refuseOthers(args: object | null, options: object | null, outputForm: string): void {
  if (args === null) throw new InvalidQueryError("Invalid query: it is null. Leave it out for all batch jobs.");
  refuseNoQuery(args);
  if (options === null) throw new ConfigurationError("The options are null. Leave them out.");
  refuseOutputs(args, outputForm);
  refuseOtherOptions(options, connectionArgs);
}

/** An output would otherwise be sent as text. */
function refuseOutputs(args: object, outputForm: string): void {
  const name = Object.keys(args).find((key) => holdsOutput((args as Record<string, unknown>)[key]));
  if (name !== undefined) throw new InvalidQueryError(`Invalid query: ${name} is an output. Use ${outputForm}.`);
}

function holdsOutput(value: unknown): boolean {
  if (pulumi.Output.isInstance(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsOutput);
}

/** An option that is not known, such as Pulumi's own `provider`, is refused: dropping it would change its meaning. */
export function refuseOtherOptions(options: object, known: readonly string[]): void {
  const other = Object.keys(options).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw new GetDlfJobsError(
      new ConfigurationError(`There is no option ${JSON.stringify(other)}. There is: ${known.join(", ")}.`),
    );
  }
}
