// @ts-nocheck
import { MissingCredentialsError } from "../errors";
import { keepSecret } from "../redact";
import { checkHeaderText } from "./checkKeys";
import type { ReadTextFile } from "./readTextFile";

/**
 * The token that a platform keeps in a file for its workloads. It is read anew whenever it is used: platforms replace
 * it while a program runs.
 *
 * @param name what names the file: `HUAWEICLOUD_OIDC_TOKEN_FILE`
 * @throws MissingCredentialsError when there is no such file, or nothing in it
 */
export async function readToken(path: string, name: string, readTextFile: ReadTextFile): Promise<string> {
  const file = await readTextFile(path);
  if (file === undefined) throw new MissingCredentialsError(`${name} names ${path}, and there is no such file.`);
  const token = file.text.trim();
  if (token === "") throw new MissingCredentialsError(`${name} names ${path}, which is empty: no token.`);
  keepSecret(token);
  return token;
}

/** The same for a token that must be one word. */
export async function readWord(path: string, name: string, readTextFile: ReadTextFile): Promise<string> {
  const token = await readToken(path, name, readTextFile);
  checkHeaderText(token, `The token in ${path} (${name})`);
  return token;
}
