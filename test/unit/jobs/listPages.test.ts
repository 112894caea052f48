import { listAll } from "../../../sdk/jobs/listAll";
import { simulateService, someJobs, type Paging } from "../../property/simulatedService";

const honest: Paging = { offset: "page", cap: 1_000, overCap: "cap", countedIn: "cap" };

async function list(paging: Partial<Paging>, count: number, total = count) {
  const jobs = someJobs(count);
  const service = simulateService(
    { ...honest, ...paging },
    () => jobs,
    () => total,
  );
  const result = await listAll(service.fetchPage, {
    concurrency: 10,
    consistency: "strict",
    onProgress: () => undefined,
  });
  return { listed: result.jobs.length, requests: service.requests };
}

const offsets = ["page", "record"] as const;

describe.each(offsets)("offset counting by %s", (offset) => {
  test("a list on one page takes two requests, sent at once", async () => {
    const { listed, requests } = await list({ offset }, 50);
    expect(listed).toBe(50);
    expect(requests).toEqual([
      { offset: 0, limit: 1_000 },
      { offset: 1, limit: 100 },
    ]);
  });

  test("a first page of as many as were asked for is confirmed, though total says that it was all", async () => {
    expect((await list({ offset }, 1_500, 1_000)).listed).toBe(1_500);
    expect((await list({ offset }, 1_000)).requests).toHaveLength(3);
  });

  test("a first page of exactly 100 is confirmed by the probe", async () => {
    expect((await list({ offset, cap: 100 }, 250, 100)).listed).toBe(250);
    expect((await list({ offset, cap: 100 }, 100)).requests).toHaveLength(2);
  });

  test("a last page that is full is followed by one request more: a total that is too small hides nothing", async () => {
    expect((await list({ offset, cap: 100 }, 450, 300)).listed).toBe(450);
  });

  test("a total that is one too small is found out, at whatever place", async () => {
    for (const count of [101, 102, 103, 201, 202, 301]) {
      expect((await list({ offset, cap: 100 }, count, count - 1)).listed).toBe(count);
    }
  });

  test("with a limit over 100 refused, a list of 300 takes two requests more than pages", async () => {
    const { listed, requests } = await list({ offset, cap: 100, overCap: "refuse" }, 300);
    expect(listed).toBe(300);
    expect(requests.length).toBeLessThanOrEqual(5);
  });
});
