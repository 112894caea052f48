import type { JobType } from "../jobs/job";
import type { Answer, Ask, Page, Seen } from "./answer";

export type SendAsk = (ask: Ask) => Promise<Answer>;

/** The beginning of the list of one type. */
export interface FirstPage {
  jobType: JobType;
  /** The offset that brought it: 1 where 0 brought no job. */
  base: 0 | 1;
  limit: number;
  page: Page;
  /** All that was asked for it. */
  seen: Seen[];
}

/** Where no limit and no offset brings a page. */
export interface NoPage {
  refusal: Exclude<Answer, Page>;
  seen: Seen[];
}

/** 100 is taken everywhere, as far as is known; 10 is the default; nothing is smaller than 1. */
const limits = [100, 10, 1] as const;
const bases = [0, 1] as const;

/** Refusals that every other offset and limit would meet as well. */
const hopeless = /^(DLF\.0819|DLF\.6888|APIGW\..*)$/;

/** The first jobs of both types; the type with more of them first. */
export async function firstPages(send: SendAsk): Promise<[FirstPage, FirstPage | NoPage] | NoPage> {
  const batch = await firstPage(send, "BATCH", limits, bases);
  if (!("page" in batch)) return batch;
  const known = batch.page.names.length > 0;
  const realTime = await firstPage(send, "REAL_TIME", [batch.limit], known ? [batch.base] : bases);
  const more = "page" in realTime && size(realTime) > size(batch);
  return more ? [realTime, batch] : [batch, realTime];
}

async function firstPage(
  send: SendAsk,
  jobType: JobType,
  ofLimits: readonly number[],
  ofBases: readonly (0 | 1)[],
): Promise<FirstPage | NoPage> {
  const seen: Seen[] = [];
  let refusal: Exclude<Answer, Page> = { kind: "failed", why: "nothing was asked" };
  for (const limit of ofLimits) {
    let empty: FirstPage | undefined;
    for (const base of ofBases) {
      const ask: Ask = { jobType, offset: base, limit };
      const answer = await send(ask);
      seen.push({ ask, answer });
      if (answer.kind === "page") {
        const found = { jobType, base, limit, page: answer, seen };
        if (answer.names.length > 0) return found;
        empty ??= found;
        continue;
      }
      refusal = answer;
      if (answer.kind === "failed" || answer.status !== 400 || hopeless.test(answer.code ?? "")) {
        return empty ?? { refusal, seen };
      }
    }
    if (empty !== undefined) return empty;
  }
  return { refusal, seen };
}

/** Where pages are capped, `total` alone tells which list is the longer one. Without a job there is nothing to look at. */
function size({ page: { names, total } }: FirstPage): number {
  return names.length === 0 ? 0 : Math.max(names.length, total ?? 0);
}
