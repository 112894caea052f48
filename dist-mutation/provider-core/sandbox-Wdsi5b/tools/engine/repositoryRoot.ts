// @ts-nocheck
import { join } from "node:path";

export const repositoryRoot = join(__dirname, "..", "..");
