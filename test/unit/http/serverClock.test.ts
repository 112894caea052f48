import { ServerClock } from "../../../sdk/http/serverClock";

const now = Date.UTC(2026, 10, 23, 12);
const hour = 3_600_000;
const answer = (status: number, date = new Date(now + hour).toUTCString()) => ({ status, headers: { date }, body: [] });

test("a 401 with another time than ours corrects the clock, once", () => {
  const clock = new ServerClock();
  expect(clock.correct(answer(401), now, 0)).toBe(true);
  expect(clock.offsetMs).toBe(hour);
  expect(clock.correct(answer(401), now, clock.offsetMs)).toBe(false);
  expect(clock.offsetMs).toBe(hour);
});

test.each([200, 400, 403, 500])("a %d is not explained by the clock", (status) => {
  const clock = new ServerClock();
  expect(clock.correct(answer(status), now, 0)).toBe(false);
  expect(clock.offsetMs).toBe(0);
});

test("neither is a 401 whose time is ours", () => {
  const clock = new ServerClock();
  expect(clock.correct(answer(401, new Date(now).toUTCString()), now, 0)).toBe(false);
  expect(clock.offsetMs).toBe(0);
});
