// @ts-nocheck
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { emulator, stackOf, succeed } from "./programs";

const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");

function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = ""]) =>
    name === language ? [text] : [],
  );
}

async function preview(program: string): Promise<string> {
  const service = await emulator({ jobs: { seed: 1, batch: 12, realTime: 8 } });
  const config = Object.entries({ region: service.region, endpoint: service.endpoint, projectId: service.projectId });
  const stack = await stackOf(program, {
    env: service.env(),
    config: Object.fromEntries(config.map(([key, value]) => [`dlf-east:${key}`, value])),
    typeCheck: true,
  });
  return (await succeed(stack, "preview")).output;
}

test.each(blocks("ts").map((program, index) => [index + 1, program] as const))(
  "program %i of the README compiles and previews",
  async (_number, program) => {
    expect(await preview(program)).toMatch(/^Outputs:$/m);
  },
);

test("the output in the README is what its first program prints", async () => {
  const [program = ""] = blocks("ts");
  const [documented = ""] = blocks("text");
  const shown = (await preview(program)).split("\n");
  const begin = shown.indexOf("Outputs:");
  const end = shown.indexOf("", begin);
  expect(documented.trimEnd()).toBe(shown.slice(begin, end).join("\n"));
});

test("the commands in the README are scripts of the package", () => {
  const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = blocks("sh").flatMap((block) => [...block.matchAll(/npm (?:run )?(start|test|bench|soak)/g)]);
  expect(named.length).toBeGreaterThan(1);
  for (const [, script = ""] of named) expect(scripts).toHaveProperty(script);
});
