// @ts-nocheck
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { generateSdk } from "../../tools/sdks/generateSdk";
import { temporaryFolder } from "../engine/temporaryFolder";
import { schemaExamples } from "./schemaExamples";

/*
 * The programs in C# are compiled by nobody here. What they name is looked up in the SDK that is generated for them: a
 * property that is renamed in the schema, or misspelt in a program, is found.
 */
const folder = temporaryFolder();
let sdk: ReturnType<typeof readSdk>;

beforeAll(async () => {
  sdk = readSdk(await generateSdk("dotnet", { out: folder, say: () => undefined }));
}, 15 * 60_000);

const programs = ["examples/csharp", ...schemaExamples.map((name) => `tools/schema/examples/${name}`)];

test.each(programs)("%s names only what is in the generated SDK", (place) => {
  const text = readFileSync(join(repositoryRoot, place, "Program.cs"), "utf8");
  expect(namesOf(text).length).toBeGreaterThan(4);
  expect(namesOf(text).filter((name) => !sdk.has(name))).toEqual([]);
});

test("a name that is misspelt is found", () => {
  const text =
    'new Dlf.Inputs.GateRulesArgs { RequiredJob = { "a" }, MinJobs = 1 }; Dlf.JobTypeFilter.Every; Dlf.JobGates(); job.State;';
  expect(namesOf(text).filter((name) => !sdk.has(name))).toEqual([
    ...["JobTypeFilter.Every", "JobGates", "Inputs.GateRulesArgs.RequiredJob", "*.State"],
  ]);
});

/**
 * The types that the SDK declares, by the namespace below Pulumi.Dlf, and their members: `Inputs.GateRulesArgs.MinJobs`,
 * and `*.MinJobs` where the type is not seen.
 */
function readSdk(place: string): Set<string> {
  const names = new Set<string>();
  for (const file of readdirSync(place, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".cs")) continue;
    let [namespace, type] = ["", ""];
    for (const line of readFileSync(join(place, file), "utf8").split("\n")) {
      namespace = /^namespace Pulumi\.Dlf(?:\.(\w+))?/.exec(line)?.[1]?.concat(".") ?? namespace;
      const declared = /^ {4}public .*?(?:class|struct) (\w+)/.exec(line)?.[1];
      if (declared !== undefined) type = `${namespace}${declared}`;
      const member = /^ {8}public (?!.*\b(?:class|struct)\b).*?(\w+)(?:\(| \{| =>|;|$)/.exec(line)?.[1];
      names.add(type);
      if (member !== undefined) names.add(`${type}.${member}`).add(`*.${member}`);
    }
  }
  return names;
}

/** What a program takes from the SDK: types, what is called or read of them, and the properties in their initializers. */
function namesOf(text: string): string[] {
  const paths = [...text.matchAll(/\bDlf\.([A-Z]\w*(?:\.[A-Z]\w*)*)/g)].map(([, name = ""]) => name);
  const properties = [...text.matchAll(/new Dlf\.([\w.]+)\s*\{/g)].flatMap(({ 0: opening, 1: type = "", index }) =>
    propertiesSet(text.slice(index + opening.length)).map((property) => `${type}.${property}`),
  );
  const read = [...text.matchAll(/\b(?:result|job|finding|recorded|healthy)\.(\w+)/g)].map(
    ([, name = ""]) => `*.${name}`,
  );
  return [...paths, ...properties, ...read];
}

/** The properties that an initializer sets, up to the brace that closes it; not those of initializers inside of it. */
function propertiesSet(text: string): string[] {
  const properties: string[] = [];
  let depth = 0;
  for (const [found, name] of text.matchAll(/"[^"]*"|[{}]|(\w+) =(?!=)/g)) {
    if (found === "{") depth += 1;
    if (found === "}" && --depth < 0) break;
    if (name !== undefined && depth === 0) properties.push(name);
  }
  return properties;
}
