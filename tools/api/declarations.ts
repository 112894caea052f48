import { join } from "node:path";
import ts from "typescript";
import { repositoryRoot } from "../engine/repositoryRoot";

const host: ts.ParseConfigFileHost & ts.FormatDiagnosticsHost = {
  ...ts.sys,
  getCurrentDirectory: () => repositoryRoot,
  getCanonicalFileName: (path) => path,
  getNewLine: () => "\n",
  onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
    throwIfAny([diagnostic]);
  },
};

/**
 * Writes the declarations of these sources, and of what they stand on, as `npm run build` does. Types are not checked,
 * which would take most of the time: `tsc` does that.
 *
 * @param sources from the root of the repository, without their endings
 * @throws Error where a declaration cannot be written
 */
export function writeDeclarations(sources: readonly string[], into: string): void {
  const config = ts.getParsedCommandLineOfConfigFile(join(repositoryRoot, "tsconfig.json"), {}, host);
  const files = sources.map((source) => join(repositoryRoot, `${source}.ts`));
  const program = ts.createProgram(files, {
    ...config?.options,
    ...{ outDir: into, emitDeclarationOnly: true, noCheck: true },
  });
  throwIfAny(program.emit().diagnostics);
}

function throwIfAny(diagnostics: readonly ts.Diagnostic[]): void {
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, host));
}
