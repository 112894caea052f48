// @ts-nocheck
import type { Column } from "../../sdk/text/formatTable";
import type { ContestantName } from "./children/messages";
import { isLoop, quotaPerSecond, type Row } from "./measureSetting";

const numbers = ["jobs", "latency", "cap"];
const measured = ["requests", "wall ms", "CPU ms", "peak MiB", "x loop", "x bare", "/ ideal", "/ ideal run", "runs"];

export const columns: readonly Column[] = [
  ...numbers.map((title): Column => ({ title, align: "right" })),
  { title: "offset" },
  { title: "quota" },
  { title: "contestant" },
  ...measured.map((title): Column => ({ title, align: "right" })),
  { title: "" },
];

export function tableRows(rows: readonly Row[]): string[][] {
  return rows.map((row) => {
    const { setting, contestant, figures, note = "" } = row;
    const { jobs, latencyMs, cap, offset, quota } = setting;
    const cells = [jobs.toLocaleString("en-US"), `${latencyMs} ms`, String(cap), offset];
    cells.push(quota === "kept" ? `${quotaPerSecond}/s` : "-", labels[contestant]);
    if (!figures) return [...cells, ...measured.map(() => "-"), note];
    const { requests, wallMs, cpuMs, peakMiB, idealMs, runs } = figures;
    cells.push(String(requests), wallMs.toFixed(0), cpuMs.toFixed(0), peakMiB.toFixed(0));
    cells.push(ratio(wallOf(rows, row, "loop"), wallMs), ratio(wallOf(rows, row, "bareLoop"), wallMs));
    cells.push(ratio(wallMs, idealMs), ratio(wallMs, wallOf(rows, row, "ideal")), String(runs), note);
    return cells;
  });
}

const labels: Readonly<Record<ContestantName, string>> = {
  ours: "ours",
  iterate: "ours, iterateJobs",
  loop: "the loop",
  bareLoop: "a bare loop",
  ideal: "the ideal, run",
};

/** What another contestant needed in the same setting; a loop's setting has no cap, as it asks for 100 anyway. */
export function wallOf(rows: readonly Row[], { setting }: Row, contestant: ContestantName): number | undefined {
  const { jobs, latencyMs, cap, offset, quota } = setting;
  const same = rows.find((other) => {
    const its = other.setting;
    const likewise = its.jobs === jobs && its.latencyMs === latencyMs && its.offset === offset && its.quota === quota;
    return likewise && other.contestant === contestant && (isLoop(contestant) || its.cap === cap);
  });
  return same?.figures?.wallMs;
}

function ratio(of: number | undefined, to: number | undefined): string {
  return of === undefined || to === undefined ? "-" : (of / to).toFixed(2);
}

export function explanation(idle: Readonly<Record<ContestantName, number>>): string[] {
  const megabytes = (contestant: ContestantName) => idle[contestant].toFixed(0);
  return [
    "Each listing in a fresh process of its own, cold; the emulator in another. Medians of the runs. CPU and memory are",
    `the client's alone; memory is over a process that loaded the same modules and did nothing (ours ${megabytes("ours")} MiB, loop`,
    `${megabytes("loop")} MiB). "x loop": how many times as fast as the loop. "/ ideal": wall time over the ideal's.`,
    "The loop: pages of 100 one after another over one connection until a page is empty, sent by the official SDK's",
    "  client. It asks for 100 whatever the cap is, so it runs once, with cap 100, and is compared with both. A bare",
    '  loop: the same by node:http with the official signer and JSON.parse, without a client ("x bare").',
    "The ideal: knows the page size and what offset counts; the first page alone, then all others 10 at a time.",
    "  A first page that is full (1,000 or exactly 100) has to be confirmed by one request more, in the ideal too: the",
    "  second page is that, or, where there is none, a round trip of its own. Later full pages are not confirmed again.",
    "  Its time is computed: the first request of a fresh process, plus the other round trips at the median of such a",
    "  request on a warm connection, both measured with this latency and page; a quota adds whole seconds. It takes ten",
    '  answers to arrive in the time of one, and to be read in none. "The ideal, run" makes those very requests by',
    "  node:http and parses the JSON: where it is far above 1.00, the emulator or this machine is the limit.",
    `Quota "-": none, neither of the service nor kept by ours. ${quotaPerSecond}/s: the service's own; a loop heeds none and is refused.`,
  ];
}
