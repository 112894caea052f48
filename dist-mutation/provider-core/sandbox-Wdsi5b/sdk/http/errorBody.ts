// @ts-nocheck
export interface ErrorBody {
  /** Such as `DLF.0819` or `APIGW.0101`. */
  code?: string;
  /** Code, title and message, as far as there are any, in one text. */
  said: string;
}

/**
 * What an answer's JSON says went wrong: `error_code` and `error_msg`, which the API's definition spells `errorCode`
 * and `errorMsg`; or IAM's older `{"error":{"code","title","message"}}`. Nothing of it is fit to be shown yet.
 *
 * @returns undefined for JSON that speaks of no error
 */
export function errorBody(body: unknown): ErrorBody | undefined {
  const fields = fieldsOf(body);
  const code = textOf(fields["error_code"] ?? fields["errorCode"]);
  const older = fieldsOf(fields["error"]);
  const rest = [fields["error_msg"] ?? fields["errorMsg"], older["title"], fields["title"], older["message"]];
  const parts = [code, ...rest.map(textOf), textOf(fields["message"])].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { ...(code !== undefined && { code }), said: parts.join(" ") };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
