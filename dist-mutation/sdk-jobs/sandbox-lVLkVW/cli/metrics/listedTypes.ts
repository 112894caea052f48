// @ts-nocheck
import type { JobType } from "../../sdk/index";
import type { QueryFlags } from "../flags";

export function listedTypes(type: QueryFlags["type"]): readonly JobType[] {
  return type === "ALL" ? ["BATCH", "REAL_TIME"] : [type];
}
