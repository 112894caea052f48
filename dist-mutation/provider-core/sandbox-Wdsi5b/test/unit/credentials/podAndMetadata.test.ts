// @ts-nocheck
import { metadataServiceSource } from "../../../sdk/credentials/metadataService";
import { podIdentitySource } from "../../../sdk/credentials/podIdentity";
import { NetworkError, TimeoutError } from "../../../sdk/errors";
import { endless } from "../fakeRuntime";
import { found, iamAnswer, inAnHour, keyCredentials, notFound, stsAnswer, worldOf } from "./worldOf";

const uri = "https://169.254.1.2/v1/keys?pod=a";
const pod = { HC_CONTAINER_CREDENTIALS_FULL_URI: uri, HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/t" };

describe("a pod with an identity", () => {
  test.each([
    ["as STS spells them", stsAnswer()],
    ["as IAM spells them", iamAnswer()],
  ])("gets keys %s for the file's token, without a proxy", async (_what, answer) => {
    const world = worldOf({ environment: pod, files: { "/t": "hidden\n" }, answers: [answer] });
    expect(await found(podIdentitySource(world))).toMatchObject({
      source: "pod identity (HC_CONTAINER_CREDENTIALS_FULL_URI)",
      credentials: keyCredentials,
      endsAt: inAnHour,
      issued: true,
    });
    expect(world.sent).toEqual([
      {
        method: "POST",
        url: uri,
        headers: { Authorization: "hidden" },
        body: {},
        what: "the pod's keys from 169.254.1.2",
        localLimitMs: 3_000,
      },
    ]);
  });

  test("another host is reached as all others are", async () => {
    const environment = { ...pod, HC_CONTAINER_CREDENTIALS_FULL_URI: "https://keys.example/" };
    const world = worldOf({ environment, files: { "/t": "x" }, answers: [stsAnswer()] });
    await podIdentitySource(world)(endless());
    expect(world.sent[0]).not.toHaveProperty("localLimitMs");
  });

  test("without its variables there is none", async () => {
    expect(await notFound(podIdentitySource(worldOf()))).toMatchObject({ why: "not set" });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      "no file",
      { HC_CONTAINER_CREDENTIALS_FULL_URI: uri },
      /half given: HC_CONTAINER_CREDENTIALS_FULL_URI is set, HC_CONTAINER_AUTHORIZATION_TOKEN_FILE is not/,
    ],
    [
      "no URI",
      { HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/t" },
      /half given: HC_CONTAINER_AUTHORIZATION_TOKEN_FILE is set/,
    ],
    [
      "a file that is not there",
      { ...pod, HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/gone" },
      /names \/gone, and there is no such file/,
    ],
    [
      "plain HTTP to another machine",
      { ...pod, HC_CONTAINER_CREDENTIALS_FULL_URI: "http://10.0.0.1/" },
      /must begin with https/,
    ],
    [
      "plain HTTP to a host that only begins so",
      { ...pod, HC_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.1.2.example/" },
      /must begin with https/,
    ],
    ["a file", { ...pod, HC_CONTAINER_CREDENTIALS_FULL_URI: "file:///etc/passwd" }, /must begin with https/],
    [
      "a password in the URI",
      { ...pod, HC_CONTAINER_CREDENTIALS_FULL_URI: "https://u:hidden@k.example/" },
      /user name or password/,
    ],
  ])("%s is an error that names it", async (_what, environment, message) => {
    const world = worldOf({ environment, files: { "/t": "hidden" } });
    await expect(podIdentitySource(world)(endless())).rejects.toThrow(message);
    await expect(podIdentitySource(world)(endless())).rejects.not.toThrow(/hidden/);
    expect(world.sent).toEqual([]);
  });

  test.each([
    "http://127.0.0.1:1/k",
    "http://[::1]/k",
    "http://localhost/k",
    "http://169.254.170.23/k",
    "https://k.example/",
  ])("%s may be asked", async (address) => {
    const environment = { ...pod, HC_CONTAINER_CREDENTIALS_FULL_URI: address };
    const world = worldOf({ environment, files: { "/t": "x" }, answers: [stsAnswer()] });
    expect((await found(podIdentitySource(world))).credentials).toEqual(keyCredentials);
  });

  test("a refusal is told", async () => {
    const world = worldOf({ environment: pod, files: { "/t": "x" }, answers: [{ status: 401, said: "expired" }] });
    await expect(podIdentitySource(world)(endless())).rejects.toThrow(
      /Pod identity: no credentials.*401 expired.*token in \/t/,
    );
  });
});

describe("the metadata service", () => {
  const endpoint = "http://169.254.169.254";
  const keys = { ...iamAnswer(), status: 200 };
  const source = (answers: Parameters<typeof worldOf>[0] & object) => {
    const world = worldOf(answers);
    return { world, look: metadataServiceSource(world, endpoint) };
  };

  test("a handshake, then the keys of the server's agency", async () => {
    const { world, look } = source({ answers: [{ text: "handshake-token" }, keys] });
    expect(await found(look)).toMatchObject({
      source: "metadata service 169.254.169.254",
      credentials: keyCredentials,
      endsAt: inAnHour,
      issued: true,
    });
    expect(world.sent).toMatchObject([
      {
        method: "PUT",
        url: "http://169.254.169.254/meta-data/latest/api/token",
        headers: { "X-Metadata-Token-Ttl-Seconds": "300" },
        localLimitMs: 1_500,
      },
      {
        method: "GET",
        url: "http://169.254.169.254/openstack/latest/securitykey",
        headers: { "X-Metadata-Token": "handshake-token" },
        localLimitMs: 3_000,
      },
    ]);
  });

  test.each([404, 405, 503])("a handshake that is answered with %d is not supported: on without", async (status) => {
    const { world, look } = source({ answers: [{ status, text: "<html>" }, keys] });
    expect((await found(look)).credentials).toEqual(keyCredentials);
    expect(world.sent[1]).not.toHaveProperty("headers");
  });

  test.each([
    ["nobody answers", [new TimeoutError("x")], "no answer (timeout)", 1],
    ["there is no way", [new NetworkError("x")], "no answer (not reached)", 1],
    ["nobody answers the second request", [{ text: "t" }, new TimeoutError("x")], "no answer (timeout)", 2],
    [
      "the server has no agency",
      [{ text: "t" }, { status: 401, text: "Please configure Cloud Service Agency first" }],
      "this server has no agency",
      2,
    ],
    ["there are no keys", [{ status: 404 }, { status: 404 }], "answered 404, it knows no keys", 2],
    ["the handshake is refused", [{ status: 403 }], "answered 403 to the handshake", 1],
    ["another cloud answers with a page", [{ text: "<html> </html>" }], "answered 200 to the handshake", 1],
  ])("%s: none, and nothing more is asked", async (_what, answers, why, requests) => {
    const { world, look } = source({ answers });
    expect(await notFound(look)).toEqual({ place: "metadata service 169.254.169.254", why });
    expect(world.sent).toHaveLength(requests);
  });

  test("both requests together take no more than 3 s", async () => {
    const { world, look } = source({ answers: [{ text: "t" }, keys] });
    const { exchange } = world;
    world.exchange = async (request, deadline) => {
      await world.runtime.sleep(1_400);
      return exchange(request, deadline);
    };
    await look(endless());
    expect(world.sent[1]?.localLimitMs).toBe(1_600);
  });

  test.each([
    ["a 401 that says something else", { status: 401, text: "no", said: "no" }, "AUTHENTICATION"],
    ["a failure of the service", { status: 500, said: "" }, "API_ERROR"],
    ["keys that are none", { text: '{"credential":{"access":"A"}}' }, "UNEXPECTED_ANSWER"],
    ["text", { text: "hello" }, "UNEXPECTED_ANSWER"],
  ])("%s is an error: there is such a service", async (_what, answer, code) => {
    const { look } = source({ answers: [{ text: "t" }, answer] });
    await expect(look(endless())).rejects.toMatchObject({ code });
  });

  test("switched off: nothing is sent", async () => {
    const world = worldOf();
    expect(await notFound(metadataServiceSource(world, undefined))).toMatchObject({
      why: expect.stringContaining("off") as string,
    });
    expect(world.sent).toEqual([]);
  });
});
