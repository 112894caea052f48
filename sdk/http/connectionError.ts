import { DlfError, NetworkError } from "../errors";
import { safeText } from "../redact";

/** An error of ours in the place of axios' own, which carries the request with its headers. */
export function connectionError(error: unknown, host: string): Error {
  if (error instanceof DlfError) return error;
  const { message: said, code = "UNKNOWN" } = error as NodeJS.ErrnoException;
  // It may hold words of the other side: names of its certificate, say.
  const message = safeText(said);
  const cause = Object.assign(new Error(message), { code });
  return new NetworkError(`${host} could not be reached: ${message}. ${advice(code)}`, {
    cause,
    permanent: isCertificateProblem(code),
  });
}

function isCertificateProblem(code: string): boolean {
  return /CERT|SELF_SIGNED|^ERR_TLS_|^UNABLE_TO_/.test(code);
}

function advice(code: string): string {
  if (isCertificateProblem(code)) return "If it has a private CA, name its file in NODE_EXTRA_CA_CERTS.";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "Is the region, or the endpoint, spelled right?";
  return "Check the endpoint, the network and HTTPS_PROXY.";
}
