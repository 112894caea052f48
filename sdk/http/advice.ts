/** What to do about codes of the service and of the gateway in front of it. */
const byCode: ReadonlyMap<string | undefined, string> = new Map([
  [
    "DLF.0819",
    "The workspace ID is wrong, or belongs to another project or region, or none was given and there is no default " +
      "workspace: name one by its ID, and check the project",
  ],
  [
    "DLF.6888",
    "These credentials lack the permission: in a workspace the role viewer may list its jobs, the role deployer may not",
  ],
  ["APIGW.0101", "The gateway knows no such API there: check the endpoint's host, the region and the path"],
]);

/** One sentence without its full stop. */
export function advice(status: number, errorCode: string | undefined): string {
  const known = byCode.get(errorCode);
  if (known !== undefined) return known;
  if (status === 401 || status === 403)
    return "Check the access key, the secret key, the security token's age and the rights in this project";
  if (status === 407) return "This is a proxy's answer: check the user and the password in HTTPS_PROXY";
  if (status === 400) return "Check the workspace ID and the filters";
  if (status === 404) return "Check the endpoint, the region and the project ID";
  return status >= 500 ? "The trouble is on its side: try again later" : "Check the endpoint";
}
