// @ts-nocheck
import { grafanaDashboard, type Job } from "../../../sdk/index";

const batch: Job = { name: "a", jobType: "BATCH", status: "SCHEDULING", createUser: "etl", createTime: 1 };
const realTime: Job = { name: "s", jobType: "REAL_TIME", status: "NORMAL", createUser: "etl", createTime: 1 };

test("panels lie side by side, none over another, within 24 columns", () => {
  const { panels } = grafanaDashboard([batch, realTime]);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) => {
    expect(x + w).toBeLessThanOrEqual(24);
    return Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`);
  });
  expect(new Set(cells).size).toBe(cells.length);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});

test("has the panels for the types of job that there are", () => {
  const titles = (jobs: Job[]) => grafanaDashboard(jobs).panels.map(({ title }) => title);
  expect(titles([batch])).toContain("Time since the last success");
  expect(titles([batch])).not.toContain("Real-time jobs over time");
  expect(titles([realTime])).toContain("Real-time jobs over time");
  expect(titles([realTime])).not.toContain("Last instances over time");
});

test("is the same for the same jobs", () => {
  expect(JSON.stringify(grafanaDashboard([batch, realTime]))).toBe(JSON.stringify(grafanaDashboard([realTime, batch])));
});
