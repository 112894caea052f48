// @ts-nocheck
import { Listings, startedSince, type SharedListOptions } from "../../../provider/core/listings";
import { startDlfEmulator, type DlfEmulator } from "../../../sdk/testing";

const askedNow: SharedListOptions = { isNewEnough: startedSince(Infinity) };

/** How the service takes a listing: it hangs up at once, or refuses, and so many ms pass by the clock of `Listings`. */
let emulator: DlfEmulator;
let answer: "drop" | "refuse" | "list";
let time: number;
let takesMs: number;

beforeEach(async () => {
  [answer, time, takesMs] = ["drop", 0, 20_000];
  emulator = await startDlfEmulator({
    jobs: { seed: 1, batch: 3, realTime: 0 },
    intercept: () => {
      time += takesMs;
      if (answer === "drop") return { kind: "drop" };
      return answer === "refuse" ? { kind: "respond", status: 400, body: "{}" } : undefined;
    },
  });
});

afterEach(() => emulator.close());

function listingsOfRun(): Listings {
  const { accessKey, secretKey } = {
    accessKey: emulator.env()["HW_ACCESS_KEY"],
    secretKey: emulator.env()["HW_SECRET_KEY"],
  };
  const { region, projectId, endpoint } = emulator;
  const credentials = { accessKey: accessKey ?? "", secretKey: secretKey ?? "" };
  return new Listings(
    () => Promise.resolve({ region, projectId, endpoint, credentials, maxAttempts: 1, concurrency: 1 }),
    () => undefined,
    undefined,
    () => time,
  );
}

/** How a listing ends, and how many requests it took. */
async function ask(listings: Listings, options: Partial<SharedListOptions> = {}, jobName?: string) {
  const before = emulator.requests.jobs;
  const ended = await listings.list({ jobName }, {}, { ...askedNow, ...options }).then(
    ({ total }) => total,
    (error: unknown) => (error as { code: string }).code,
  );
  return [ended, emulator.requests.jobs > before] as const;
}

test("a service that did not answer one is not asked by the next, as long again as that took", async () => {
  const listings = listingsOfRun();
  expect(await ask(listings)).toEqual(["NETWORK", true]);
  const took = time;
  answer = "list";
  time = 2 * took - 1;
  expect(await ask(listings)).toEqual(["NETWORK", false]);
  time = 2 * took;
  expect(await ask(listings)).toEqual([3, true]);
  expect(await ask(listings)).toEqual([3, true]);
});

test("and for a minute at most", async () => {
  takesMs = 600_000;
  const listings = listingsOfRun();
  await ask(listings);
  time += 59_999;
  expect(await ask(listings)).toEqual(["NETWORK", false]);
  time += 1;
  expect(await ask(listings)).toEqual(["NETWORK", true]);
});

test("who waits for the service asks it anew, and what it answers holds for the next", async () => {
  const listings = listingsOfRun();
  await ask(listings);
  answer = "list";
  expect(await ask(listings, { asksAnew: true })).toEqual([3, true]);
  expect(await ask(listings)).toEqual([3, true]);
});

test("another question is asked, and so is one that failed at once, or was answered by a refusal", async () => {
  const listings = listingsOfRun();
  await ask(listings);
  expect(await ask(listings, {}, "job")).toEqual(["NETWORK", true]);
  answer = "refuse";
  const refused = listingsOfRun();
  expect(await ask(refused)).toEqual(["API_ERROR", true]);
  expect(await ask(refused)).toEqual(["API_ERROR", true]);
  [answer, takesMs] = ["drop", 0];
  const atOnce = listingsOfRun();
  expect(await ask(atOnce)).toEqual(["NETWORK", true]);
  expect(await ask(atOnce)).toEqual(["NETWORK", true]);
});
