import { NetworkError, UnexpectedAnswerError } from "../../../sdk/errors";
import { connectionError } from "../../../sdk/http/connectionError";

function errorOf(code: string | undefined): Error {
  const cause = Object.assign(new Error("cut off"), { config: { headers: "signed" }, code });
  const error = connectionError(cause, "dlf.example");
  expect(error).toBeInstanceOf(NetworkError);
  return error;
}

const certificate = "If it has a private CA, name its file in NODE_EXTRA_CA_CERTS.";
const name = "Is the region, or the endpoint, spelled right?";
const network = "Check the endpoint, the network and HTTPS_PROXY.";

test.each([
  ["DEPTH_ZERO_SELF_SIGNED_CERT", true, certificate],
  ["CERT_HAS_EXPIRED", true, certificate],
  ["ERR_TLS_CERT_ALTNAME_INVALID", true, certificate],
  ["ERR_TLS_HANDSHAKE_TIMEOUT", true, certificate],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", true, certificate],
  ["ENOTFOUND", false, name],
  ["EAI_AGAIN", false, name],
  ["ECONNRESET", false, network],
  ["ECONNREFUSED", false, network],
  ["NO_ERR_TLS_", false, network],
  ["NOT_UNABLE_TO_", false, network],
])("%s: for good %p: %s", (code, permanent, advice) => {
  const error = errorOf(code);
  expect(error).toMatchObject({ code: "NETWORK", permanent, cause: { message: "cut off", code } });
  expect(error.message).toBe(`dlf.example could not be reached: cut off. ${advice}`);
  expect(error.cause).not.toHaveProperty("config");
});

test("one without a code has one all the same", () => {
  expect(errorOf(undefined)).toMatchObject({ permanent: false, cause: { code: "UNKNOWN" } });
});

test("an error of ours stays what it is", () => {
  const own = new UnexpectedAnswerError("too long");
  expect(connectionError(own, "dlf.example")).toBe(own);
});
