// @ts-nocheck
import type { Plugin } from "rolldown";

/*
 * Parts of axios that this package never uses, and that take half of the time in which axios loads: its senders for
 * browsers and for `fetch`, and forms, which bring a table of all media types.
 */
const parts = [/[\\/]axios[\\/]lib[\\/]adapters[\\/](?:fetch|xhr)\.js$/, /[\\/]form-data[\\/]lib[\\/]form_data\.js$/];

/** A class, since axios would turn to the global `FormData` otherwise. */
const nothing = "export default class NeverUsed {} export const getFetch = undefined;";

/** Where axios looks whether there is a global `FormData`. Node.js loads all of its `fetch` to answer that. */
const utils = /[\\/]axios[\\/]lib[\\/]utils\.js$/;
const globalForm = "typeof G.FormData !== 'undefined' ? G.FormData : undefined";

/** Whether nothing of a module is in a bundle but its name. */
export function isNeverUsed(id: string): boolean {
  return parts.some((part) => part.test(id));
}

/** Leaves these parts out of a bundle. */
export const neverUsed: Plugin = {
  name: "never-used",
  load: (id) => (isNeverUsed(id) ? nothing : null),
  transform(code, id) {
    if (!utils.test(id)) return null;
    if (!code.includes(globalForm)) throw new Error(`${id} is not what it was: see tools/bundle/neverUsed.ts.`);
    // Of the same length, so that the source map stays as it is.
    return { code: code.replace(globalForm, "undefined".padEnd(globalForm.length)), map: null };
  },
};
