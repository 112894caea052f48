import { parseDocument } from "yaml";
import { checkRules, InvalidRulesError, type GateRules } from "../../sdk/index";
import { oneLine } from "../shell";

/**
 * Rules as they stand in a file. One reader for both forms: JSON is YAML, and YAML's errors know their line.
 *
 * @param file how to call the text in errors
 * @throws InvalidRulesError
 */
export function parseRules(text: string, file: string): GateRules {
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
  const rules = contents(document, file);
  if (typeof rules !== "object" || rules === null || Array.isArray(rules)) {
    throw new InvalidRulesError(`${file}: no rules: there must be names and values such as "minJobs: 1"`);
  }
  try {
    // Checked here, so that nothing is sent for rules that cannot be used; evaluateGate checks what it is given itself.
    checkRules(rules);
  } catch (error) {
    if (error instanceof InvalidRulesError) throw new InvalidRulesError(`${file}: ${oneLine(error.message)}`);
    throw error;
  }
  return rules;
}

/** @throws InvalidRulesError for aliases that lead nowhere, or that multiply what there is */
function contents(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new InvalidRulesError(`${file}: ${oneLine(error instanceof Error ? error.message : String(error))}`);
  }
}
