import { join } from "node:path";
import ts from "typescript";

export interface Manifest {
  apiVersion: string;
  kind: string;
}

/**
 * What is wrong with manifests by what Kubernetes and the Prometheus operator publish, as `kubernetes-models` has it. Its
 * validators look at the values and at what is required, and let fields pass that there are not: these the compiler
 * refuses, to which each manifest is a literal of its kind's type.
 */
export async function manifestErrors(manifests: readonly Manifest[]): Promise<string[]> {
  const values = await Promise.all(manifests.map(valueErrors));
  return [...values.flat(), ...typeErrors(manifests)];
}

function moduleOf({ apiVersion, kind }: Manifest): string {
  const group = apiVersion.startsWith("monitoring.coreos.com/")
    ? "@kubernetes-models/prometheus-operator"
    : "kubernetes-models";
  return `${group}/${apiVersion}/${kind}`;
}

type Model = new (manifest: object) => { validate(): void };

async function valueErrors(manifest: Manifest): Promise<string[]> {
  const { [manifest.kind]: KindOfManifest } = (await import(moduleOf(manifest))) as Record<string, Model>;
  if (KindOfManifest === undefined) throw new Error(`${moduleOf(manifest)} has no ${manifest.kind}`);
  try {
    new KindOfManifest(manifest).validate();
    return [];
  } catch (error) {
    return [`${manifest.kind}: ${(error as Error).message}`];
  }
}

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  lib: ["lib.es2022.d.ts"],
  types: [],
  skipLibCheck: true,
};

function typeErrors(manifests: readonly Manifest[]): string[] {
  const files = new Map(
    manifests.map((manifest, index) => [join(__dirname, `manifest${index}.ts`), literal(manifest)] as const),
  );
  const host = ts.createCompilerHost(options);
  host.fileExists = (path) => files.has(path) || ts.sys.fileExists(path);
  host.readFile = (path) => files.get(path) ?? ts.sys.readFile(path);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

function literal(manifest: Manifest): string {
  const { kind } = manifest;
  return `import type { I${kind} } from "${moduleOf(manifest)}";\nexport const manifest: I${kind} = ${JSON.stringify(manifest)};\n`;
}
