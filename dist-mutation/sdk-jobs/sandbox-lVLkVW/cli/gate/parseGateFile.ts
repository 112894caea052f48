// @ts-nocheck
import { parseDocument } from "yaml";
import {
  DlfError,
  InvalidRulesError,
  checkFilter,
  checkRules,
  checkWait,
  type GateRules,
  type GateWait,
  type JobsFilter,
} from "../../sdk/index";
import { oneLine } from "../../sdk/text/printable";

/** A file of rules. Beside the rules it may say which jobs are meant, and how long to wait. */
export interface GateFile {
  rules: GateRules;
  filter?: JobsFilter;
  wait?: GateWait;
}

/**
 * Rules as they stand in a file. One reader for both forms: JSON is YAML, and YAML's errors know their line.
 *
 * @param file how to call the text in errors
 * @throws InvalidRulesError
 */
export function parseGateFile(text: string, file: string): GateFile {
  // To YAML a line break, to the parser a part of the line: a rule behind a comment would be none.
  if (/\r(?!\n)/.test(text))
    throw new InvalidRulesError(`${file}: a carriage return without a line feed. Save it anew.`);
  const document = parseDocument(text, { prettyErrors: true });
  const [trouble] = document.errors;
  if (trouble !== undefined) {
    const [start] = trouble.linePos ?? [];
    const place = start === undefined ? file : `${file}:${start.line}:${start.col}`;
    // The parser's own first line; the others quote the file.
    const [reason = ""] = trouble.message.split("\n");
    throw new InvalidRulesError(`${place}: ${oneLine(reason.replace(/ at line \d+, column \d+:?$/, ""))}`);
  }
  const given = contents(document, file);
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new InvalidRulesError(`${file}: no rules: there must be names and values such as "minJobs: 1"`);
  }
  const { filter, wait, ...rules } = given as Record<string, unknown>;
  try {
    // Checked here, so that nothing is sent for a file that cannot be used. What is there and null is refused as well.
    checkRules(rules);
    return {
      rules,
      ...("filter" in given && { filter: checkFilter(filter) }),
      ...("wait" in given && { wait: checked(wait as GateWait) }),
    };
  } catch (error) {
    if (error instanceof DlfError) throw new InvalidRulesError(`${file}: ${oneLine(error.message)}`);
    throw error;
  }
}

function checked(wait: GateWait): GateWait {
  checkWait(wait);
  return wait;
}

/** @throws InvalidRulesError for aliases that lead nowhere, or that multiply what there is */
function contents(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new InvalidRulesError(`${file}: ${oneLine(error instanceof Error ? error.message : String(error))}`);
  }
}
