import { copyFile, cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { goEnvironment } from "../engine/buildParts";
import type { Language } from "../engine/languages";
import { readPinnedVersions } from "../engine/pinnedVersions";
import { repositoryRoot } from "../engine/repositoryRoot";
import { mavenProject } from "./mavenProject";
import { mustRun } from "../engine/mustRun";
import type { ReleasedSchema } from "./release";

export interface FinishOptions {
  readonly schema: ReleasedSchema;
  /** For what is not to stay. */
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
}

type Finish = (folder: string, options: FinishOptions) => Promise<void>;

/** What lies between generated sources and a package that can be installed. */
export const finishing: Readonly<Partial<Record<Language, Finish>>> = {
  python: buildWheel,
  nodejs: compile,
  go: makeModule,
  java: makeMavenProject,
};

/** The wheel lies beside the sources: pip finds it with `--find-links`. */
async function buildWheel(folder: string, { workFolder, signal }: FinishOptions): Promise<void> {
  const sources = join(workFolder, "sources"); // A copy: building leaves files beside the sources.
  await cp(folder, sources, { recursive: true });
  const wheel = ["-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"];
  const env = { ...process.env, SOURCE_DATE_EPOCH: firstOf1980 };
  await mustRun("python3", [...wheel, "--wheel-dir", folder, sources], { cwd: workFolder, env, signal });
}

/** The time of every file in a wheel, which is a zip archive: those know none before. */
const firstOf1980 = "315532800";

/** `bin/` is what is published. The SDK reads its version from the package.json beside it. */
async function compile(folder: string, { signal }: FinishOptions): Promise<void> {
  const packages = join(folder, "node_modules");
  await symlink(join(repositoryRoot, "node_modules"), packages, "junction");
  try {
    await mustRun(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", folder], {
      ...{ cwd: folder, env: process.env, signal },
    });
  } finally {
    await rm(packages);
  }
  for (const name of ["package.json", "README.md"]) {
    await copyFile(join(folder, name), join(folder, "bin", name));
  }
}

/**
 * The module is one above the package that programs import, as in the SDK that `pulumi package add` makes: a program's
 * go.mod fits both.
 */
async function makeModule(folder: string, { schema, signal }: FinishOptions): Promise<void> {
  const importPath = schema.language?.go?.importBasePath;
  if (importPath === undefined) {
    throw new Error("The schema names no language.go.importBasePath, the path of the Go package.");
  }
  const pulumi = `github.com/pulumi/pulumi/sdk/v3@v${readPinnedVersions().engine}`;
  const options = {
    cwd: folder,
    env: { ...process.env, ...goEnvironment, GOFLAGS: "-mod=mod" },
    signal,
  };
  await mustRun("go", ["mod", "init", posix.dirname(importPath)], options);
  await mustRun("go", ["mod", "edit", "-go=1.24", `-require=${pulumi}`], options); // Raised to what Pulumi's SDK wants.
  await mustRun("go", ["mod", "tidy"], options);
}

/**
 * The generated classes read their version from a resource, and the language host finds the plugin to download by
 * another one. The generator leaves both to a build with Gradle; with them in place any build tool will do, Maven here.
 */
async function makeMavenProject(folder: string, { schema }: FinishOptions): Promise<void> {
  const { name, version, pluginDownloadURL: server } = schema;
  const basePackage = schema.language?.java?.basePackage ?? "com.pulumi";
  const resources = join(folder, "src/main/resources", ...basePackage.split("."), name);
  await mkdir(resources, { recursive: true });
  await writeFile(join(resources, "version.txt"), `${version}\n`);
  await writeFile(join(resources, "plugin.json"), `${JSON.stringify({ resource: true, name, version, server })}\n`);
  await writeFile(join(folder, "pom.xml"), mavenProject({ groupId: basePackage, artifactId: name, version }));
}
