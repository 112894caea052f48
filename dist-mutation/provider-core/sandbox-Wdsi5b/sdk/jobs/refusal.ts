// @ts-nocheck
import { ApiError } from "../errors";
import type { JobPage } from "./schema";

/** A 400: of the limit, of page 0 where pages count from 1, of a page past the end, or of all that is asked for. */
export function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 400;
}

/** The page, or the refusal of it. Every other failure is thrown. */
export async function orRefusal(page: Promise<JobPage>): Promise<JobPage | ApiError> {
  return page.catch((error: unknown) => {
    if (isRefusal(error)) return error;
    throw error;
  });
}
