import { copyFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import {
  CompilerState,
  ConsoleMessageId,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  ExtractorMessageCategory,
  type IExtractorInvokeOptions,
} from "@microsoft/api-extractor";
import { repositoryRoot } from "../engine/repositoryRoot";
import { writeDeclarations } from "./declarations";
import { entryPoints, type EntryPoint } from "./entryPoints";

/** Where the reports are that a review compares with, one for each entry point. */
export const reportsFolder = join(repositoryRoot, "api-report");

export interface Report {
  /** The name of its file. */
  readonly file: string;
  readonly changed: boolean;
  /** From the file as it is to what the code gives, line by line. Absent where there is no file yet. */
  readonly difference?: string;
}

/**
 * Makes a report of each entry point: what is public of it, without its comments. The reports that are there stay as
 * they are, unless `write` says otherwise.
 *
 * @param scratch an empty folder
 */
export function makeReports(scratch: string, { write }: { write: boolean }): Report[] {
  writeDeclarations(
    entryPoints.map(({ source }) => source),
    scratch,
  );
  // A package of its own, whose dependencies are this one's: API Extractor looks for both from the declarations.
  copyFileSync(join(repositoryRoot, "package.json"), join(scratch, "package.json"));
  symlinkSync(join(repositoryRoot, "node_modules"), join(scratch, "node_modules"), "junction");
  const configs = entryPoints.map((entryPoint) => configOf(entryPoint, scratch));
  const [first, ...others] = configs;
  if (first === undefined) return [];
  // All declarations are read once.
  const additionalEntryPoints = others.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath);
  const compilerState = CompilerState.create(first, { additionalEntryPoints });
  return configs.map((config) => makeReport(config, { compilerState, localBuild: write }));
}

function configOf({ name, source }: EntryPoint, scratch: string): ExtractorConfig {
  const silent = { default: { logLevel: ExtractorLogLevel.None } };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: scratch,
      mainEntryPointFilePath: join(scratch, `${source}.d.ts`),
      newlineKind: "lf",
      compiler: { overrideTsconfig: { extends: join(repositoryRoot, "tsconfig.json"), include: [scratch] } },
      // What programs are given without being able to name it is public as well.
      apiReport: {
        ...{ enabled: true, includeForgottenExports: true, reportFileName: name },
        ...{ reportFolder: reportsFolder, reportTempFolder: join(scratch, "reports") },
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      // Comments are for TypeDoc to judge (npm run docs).
      messages: { extractorMessageReporting: silent, tsdocMessageReporting: silent },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(scratch, "package.json"),
  });
}

function makeReport(config: ExtractorConfig, options: IExtractorInvokeOptions): Report {
  const errors: string[] = [];
  let difference: string | undefined;
  const { apiReportChanged } = Extractor.invoke(config, {
    ...options,
    printApiReportDiff: true,
    messageCallback: (message) => {
      if (message.messageId === (ConsoleMessageId.ApiReportDiff as string)) difference = message.text;
      else if (message.category === ExtractorMessageCategory.Compiler)
        errors.push(message.formatMessageWithLocation(""));
      // Whoever calls this has words of its own for a report that changed.
      message.handled = true;
    },
  });
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return {
    file: config.reportConfigs[0]?.fileName ?? "",
    changed: apiReportChanged,
    ...(difference !== undefined && { difference }),
  };
}
