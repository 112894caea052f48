import { createServer } from "node:http";
import { mkdir, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { goEnvironment } from "../engine/buildParts";
import type { Language } from "../engine/languages";
import { obtainEngine, type Engine } from "../engine/obtainEngine";
import { withoutCallersSettings } from "../engine/withoutCallersSettings";
import { mustRun } from "../engine/mustRun";
import type { ReleasedSchema } from "./release";

export interface GenerateOptions {
  /** The SDK is written to a folder in it, named like the language. */
  readonly into: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

type Generate = (schema: ReleasedSchema, options: GenerateOptions) => Promise<void>;

/** Pulumi's own generators. The language hosts hold them, but those that are built here for three of them are too old. */
export const generators: Readonly<Record<Language, Generate>> = {
  python: withProgram("python"),
  go: withProgram("go"),
  nodejs: withProgram("nodejs"),
  java: withHost("java"),
  yaml: withHost("yaml"),
  dotnet: (schema, options) => withLogo(schema, (complete) => withHost("dotnet")(complete, options)),
};

/** Go keeps the program that it builds, as long as neither the source nor the versions change. */
function withProgram(language: Language): Generate {
  return async (schema, { into, signal }) => {
    await mustRun("go", ["run", "-trimpath", "./generate-sdk", language, join(into, language)], {
      cwd: join(__dirname, "../engine/pulumi"),
      env: { ...process.env, ...goEnvironment },
      input: JSON.stringify(schema),
      signal,
    });
  };
}

function withHost(language: Language): Generate {
  return async (schema, { into, say, signal }) => {
    const engine = await obtainEngine({ languages: [language], say, ...(signal && { signal }) });
    const file = join(into, "schema.json");
    await mkdir(into, { recursive: true });
    await writeFile(file, JSON.stringify(schema));
    const args = ["package", "gen-sdk", file, "--language", language, "--out", into];
    await mustRun(engine.pulumi, args, { cwd: into, env: cliEnvironment(engine, into), signal });
  };
}

/** With a Pulumi home of its own: none of the user's plugins and credentials play a part. */
export function cliEnvironment(engine: Engine, home: string): NodeJS.ProcessEnv {
  return {
    ...withoutCallersSettings(process.env),
    ...engine.env,
    PULUMI_HOME: join(home, "home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}

/** A small PNG. */
const logo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAIAAAACACAIAAABMXPacAAAA6ElEQVR42u3bUREAIAhEQZrYyD6m1xg43DIvgfvnQK191Fh5AgAABACAAAAQAAACAEAAAAgAAAEAIAAABACAAAAQAAACAEAfAtywAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABIBBACAAAAQAAACAEAAAAiA3dCpn2gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAIoAAABAAAAIAQAAACAAAAbAbmnyEDQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEwDEAAAAgBAAAAIAAABACAAAAQAgAAAEAAAAgBAAAAIAAABACAA7T0/aiotQkyxWAAAAABJRU5ErkJggg==",
  "base64",
);

/** The generator for .NET downloads a logo, which it puts into the package. It gets ours, from this process. */
async function withLogo(schema: ReleasedSchema, use: (complete: ReleasedSchema) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => response.end(logo));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use({ ...schema, logoUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/logo.png` });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
