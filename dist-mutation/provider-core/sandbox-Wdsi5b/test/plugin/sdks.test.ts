// @ts-nocheck
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../tools/engine/languages";
import { checkSchema } from "../../tools/sdks/checkSchema";
import { generateSdk, pluginsSchema, sdkLanguages } from "../../tools/sdks/generateSdk";
import { temporaryFolder } from "../engine/temporaryFolder";

const folder = temporaryFolder();
const say = () => undefined;
const firstBuild = 15 * 60_000; // Where the generator, or a host, is not there yet.
const version = "7.8.9";
const pluginDownloadUrl = "http://127.0.0.1:9/plugins";

/** Where an SDK says which plugin the engine is to run, and from where it has it. */
const namesThePlugin: Record<(typeof sdkLanguages)[number], string> = {
  python: "pulumi_dlf/pulumi-plugin.json",
  go: "dlf/pulumi-plugin.json",
  nodejs: "bin/package.json",
  java: "src/main/resources/com/pulumi/dlf/plugin.json",
  dotnet: "pulumi-plugin.json",
  yaml: `dlf-${version}.yaml`,
};

/** What makes of the sources something that a package manager can install. */
const installable: Partial<Record<Language, string>> = {
  python: `pulumi_dlf-${version}-py3-none-any.whl`,
  go: "go.mod",
  nodejs: "bin/index.js",
  java: "pom.xml",
  dotnet: "Pulumi.Dlf.csproj",
};

it.each(sdkLanguages)(
  "%s: the SDK is complete, names the plugin of its version, and comes out the same twice",
  async (language) => {
    const generate = (out: string) =>
      generateSdk(language, { out: join(folder, out), version, pluginDownloadUrl, say });
    const [first, second] = [await generate("first"), await generate("second")];
    const files = digests(first);
    expect(files).toHaveProperty([installable[language] ?? namesThePlugin[language]]);
    const plugin = readFileSync(join(first, namesThePlugin[language]), "utf8");
    expect(plugin).toContain(version);
    expect(plugin).toContain(pluginDownloadUrl);
    expect(digests(second)).toEqual(files);
    expect(readdirSync(join(folder, "first"))).not.toContainEqual(expect.stringMatching(/^\./));
  },
  firstBuild,
);

describe("a schema", () => {
  const broken = join(folder, "broken.json");
  const schema = JSON.parse(readFileSync(pluginsSchema, "utf8")) as { types: object };
  const types = { "dlf:index:Bad": { type: "object", properties: { a: { $ref: "#/types/dlf:index:Missing" } } } };
  writeFileSync(broken, JSON.stringify({ ...schema, types: { ...schema.types, ...types } }));

  it("passes Pulumi's check", async () => {
    await checkSchema(pluginsSchema, { say });
  });

  it("with a mistake does not, and the error names it", async () => {
    await expect(checkSchema(broken, { say })).rejects.toThrow("dlf:index:Missing");
  });

  it("with a mistake makes no SDK, and leaves an earlier one", async () => {
    const out = join(folder, "kept");
    const before = digests(await generateSdk("nodejs", { out, say }));
    await expect(generateSdk("nodejs", { schema: broken, out, say })).rejects.toThrow("dlf:index:Missing");
    expect(readdirSync(out)).toEqual(["nodejs"]);
    expect(digests(join(out, "nodejs"))).toEqual(before);
  });
});

function digests(of: string): Record<string, string> {
  const files = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(of.length + 1), createHash("sha256").update(readFileSync(file)).digest("hex")];
    }),
  );
}
