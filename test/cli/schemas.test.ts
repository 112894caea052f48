import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020";
import { exports, typesVersions } from "../../package.json";
import { outputSchemas } from "../../tools/schema/outputs";
import { batchJob, realTimeJob, runCommand, startService } from "./command";
import { runInProcess } from "./commandInProcess";

const formats = { "date-time": /Z$/, date: /^\d{4}-\d\d-\d\d$/ };

/** Of the committed copy: what a user of the package has. */
function schemaOf(command: string): object {
  const copy = outputSchemas.find((each) => each.command === command)?.copy ?? "";
  return JSON.parse(readFileSync(join(__dirname, "../..", copy), "utf8")) as object;
}

/** Also of a field that it does not describe: then it is behind the command. */
function validator(schema: object): ValidateFunction {
  const closed = JSON.parse(JSON.stringify(schema), (_key, value: unknown) =>
    typeof value === "object" && value !== null && "properties" in value
      ? { ...value, additionalProperties: false }
      : value,
  ) as object;
  return new Ajv2020({ formats, strict: false }).compile(closed);
}

/** Every field that a job can have. */
const full = {
  ...{ lastInstanceStatus: "fail", lastInstanceEndTime: 1_680_783_636_000, owner: "etl", priority: 1, path: "/dwd" },
  ...{ startTime: 1_680_783_636_000, endTime: 1_680_783_636_000, lastUpdateTime: 1_680_783_636_000 },
  ...{ lastUpdateUser: "etl", singleNodeJobFlag: true },
};
const jobs = [batchJob("orders", full), batchJob("bare", { status: null }), realTimeJob("clicks")];

test("every command that can write JSON has its schema", async () => {
  const { stdout } = await runInProcess({ args: ["help"] });
  const [, commands = ""] = /^Commands:\n((?: {2}.*\n)+)/m.exec(stdout) ?? [];
  const names = [...commands.matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "help");
  expect(names).toContain("list");
  const helps = await Promise.all(
    names.map(async (name) => [name, (await runInProcess({ args: ["help", name] })).stdout] as const),
  );
  const writeJson = helps.filter(([, help]) => /--output <format>[^)]*"json"/.test(help));
  expect(writeJson.map(([name]) => `${name} --output json`).sort()).toEqual(
    outputSchemas
      .map(({ command }) => command)
      .filter((command) => command.includes("--output"))
      .sort(),
  );
});

test("each is committed as the code gives it, and is reached by the package's name", () => {
  for (const { command, file, schema } of outputSchemas) {
    expect(schemaOf(command)).toEqual(schema);
    expect(exports).toMatchObject({ [`./${file}`]: `./dist/${file}` });
    expect(typesVersions["*"]).toMatchObject({ [file]: [`dist/${file}`] });
  }
});

test("a list fits its schema, which describes all of it", async () => {
  const validate = validator(schemaOf("list --output json"));
  const emulator = await startService({ jobs });
  const { stdout } = await runCommand(["list", "--type", "ALL", "--output", "json"], { env: emulator.env() });
  const list = JSON.parse(stdout) as { jobs: object[] };
  expect(list.jobs).toHaveLength(3);
  expect({ valid: validate(list), errors: validate.errors }).toEqual({ valid: true, errors: null });
  const [first] = list.jobs;
  for (const bad of [
    { ...first, name: "" },
    { ...first, jobType: "OTHER" },
    { ...first, createTime: "today" },
  ]) {
    expect(validate({ ...list, jobs: [bad] })).toBe(false);
  }
});

test("what external writes fits its schema, and so does the JSON in its strings", async () => {
  const schema = schemaOf("external") as { properties: Record<string, { contentSchema?: object }> };
  const emulator = await startService({ jobs });
  const { stdout } = await runCommand(["external"], { env: emulator.env(), input: '{"jobType":"ALL"}' });
  const result = JSON.parse(stdout) as Record<string, string>;
  expect(validator(schema)(result)).toBe(true);
  expect(validator(schema)({ ...result, total: 3 })).toBe(false);
  const inside = Object.entries(schema.properties).filter(([, { contentSchema }]) => contentSchema !== undefined);
  expect(inside.map(([key]) => key)).toEqual(["names", "failed", "jobs"]);
  for (const [key, { contentSchema = {} }] of inside) {
    const validate = validator(contentSchema);
    expect({ key, valid: validate(JSON.parse(result[key] ?? "")) }).toEqual({ key, valid: true });
    expect(validate([{}])).toBe(false);
  }
});
