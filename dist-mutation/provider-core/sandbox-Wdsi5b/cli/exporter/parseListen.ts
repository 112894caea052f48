// @ts-nocheck
import { InvalidArgumentError } from "commander";

export interface ListenAddress {
  /** Absent: all of the machine's addresses. */
  host?: string;
  port: number;
}

/** `:9471`, `127.0.0.1:9471`, `[::1]:9471`; port 0 is any free one. */
export function parseListen(text: string): ListenAddress {
  const parts = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9.-]*)):(\d{1,5})$/.exec(text);
  const port = Number(parts?.[3]);
  if (!parts || port > 65_535) {
    throw new InvalidArgumentError('It must be an address such as ":9471", "127.0.0.1:9471" or "[::1]:9471".');
  }
  const host = parts[1] ?? parts[2] ?? "";
  return { ...(host !== "" && { host }), port };
}
