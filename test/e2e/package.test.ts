import { spawn } from "node:child_process";
import { once } from "node:events";
import { isBuiltin } from "node:module";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { Ajv } from "ajv";
import { obtainEngine } from "../../tools/engine/obtainEngine";
import { createStack } from "../../tools/engine/pulumiCli";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { packPackage } from "../../tools/bundle/packPackage";
import { runCommand } from "../../tools/engine/runCommand";
import { buildElsewhere } from "../../tools/release/buildElsewhere";
import { emulator } from "./programs";

let folder: string;
let tarball: string;
let files: string[];

async function run(command: string, args: string[], cwd: string): Promise<string> {
  const result = await runCommand(command, args, { cwd, env: process.env, timeLimit: 110_000 });
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")}:\n${result.output}`);
  return result.stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pulumi-dlf-package-"));
  ({ tarball, files } = await packPackage(folder));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("the package holds what a user needs and nothing else", () => {
  const needed = /^(package\.json|README\.md|LICENSE|dist\/(sdk|provider|cli|shared)\/.+\.(js|js\.map|d\.ts))$/;
  expect(files.filter((file) => !needed.test(file)).sort()).toEqual([
    "dist/LICENSES.txt",
    ...["dist/doctor-report.schema.json", "dist/external-result.schema.json", "dist/gate-report.schema.json"],
    ...["dist/job-list.schema.json", "dist/pulumi-dlf.cdx.json"],
    ...["dist/pulumi-resource-dlf", "dist/pulumi-resource-dlf.LICENSES.txt", "dist/pulumi-resource-dlf.cdx.json"],
    "dist/pulumi-resource-dlf.cmd",
    "dist/schema.json",
  ]);
  // Loose files of the plugin would need packages that only the bundle has.
  expect(files.filter((file) => file.startsWith("dist/provider/plugin"))).toEqual([]);
  for (const entry of [
    "dist/provider/index.js",
    "dist/sdk/index.d.ts",
    "dist/sdk/testing/index.js",
    "dist/cli/main.js",
  ]) {
    expect(files).toContain(entry);
  }
});

const ofPlugin = ["@grpc/grpc-js", "@pulumi/pulumi", "google-protobuf"];
const ofCommand = ["commander", "yaml", "xmlbuilder"];

test.each([
  ["pulumi-resource-dlf.LICENSES.txt", ofPlugin, ofCommand],
  ["LICENSES.txt", ofCommand, ofPlugin],
])("%s has the licences of all that is inside, and of nothing else", async (file, inside, notInside) => {
  const named = (await licensed(file)).map((part) => part.replace(/@[^@]+$/, ""));
  const both = ["pulumi-dlf", "axios", "https-proxy-agent", "proxy-from-env", "zod"];
  expect(named).toEqual(expect.arrayContaining([...both, ...inside]));
  for (const other of [...notInside, "typescript", "form-data"]) expect(named).not.toContain(other);
});

/** The packages that a file of licences names, with their versions. */
async function licensed(file: string): Promise<string[]> {
  const text = await readFile(join(repositoryRoot, "dist", file), "utf8");
  return [...text.matchAll(/^(\S+) (\S+) \(.+\)\n=+$/gm)].map(([, name = "", version = ""]) => `${name}@${version}`);
}

describe("the bill of materials", () => {
  const schemas = join(repositoryRoot, "node_modules/@cyclonedx/cyclonedx-library/res/schema");
  const schema = async (name: string) =>
    JSON.parse(await readFile(join(schemas, `${name}.SNAPSHOT.schema.json`), "utf8")) as object;

  test.each([
    ["pulumi-dlf.cdx.json", ["LICENSES.txt", "pulumi-resource-dlf.LICENSES.txt"]],
    ["pulumi-resource-dlf.cdx.json", ["pulumi-resource-dlf.LICENSES.txt"]],
  ])("%s is one by CycloneDX's own schema, of all that is inside", async (file, licences) => {
    const bom = JSON.parse(await readFile(join(repositoryRoot, "dist", file), "utf8")) as {
      metadata: { component: { version: string } };
      components: { name: string; version: string; purl: string }[];
    };
    const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
    for (const name of ["spdx", "jsf-0.82", "cryptography-defs"])
      ajv.addSchema(await schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const validate = ajv.compile(await schema("bom-1.6"));
    validate(bom);
    expect(validate.errors).toBeNull();
    expect(validate({ ...bom, components: [{ name: "a" }] })).toBe(false);

    const own = `pulumi-dlf@${bom.metadata.component.version}`;
    const inside = (await Promise.all(licences.map(licensed))).flat().filter((part) => part !== own);
    expect(bom.components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual([...new Set(inside)].sort());
    for (const { name, version, purl } of bom.components) {
      expect(decodeURIComponent(purl)).toBe(`pkg:npm/${name}@${version}`);
    }
  });
});

test("another build, at another place, makes the same tarball, byte for byte", async () => {
  const elsewhere = join(repositoryRoot, "dist-release/.of-the-tests");
  try {
    await buildElsewhere(elsewhere);
    const again = await packPackage(elsewhere, elsewhere);
    expect((await readFile(again.tarball)).equals(await readFile(tarball))).toBe(true);
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
});

test("nothing but Node.js and Pulumi is needed beside it", async () => {
  const scripts = files.filter((file) => file.endsWith(".js"));
  const texts = await Promise.all(scripts.map((file) => readFile(join(repositoryRoot, file), "utf8")));
  const needed = texts.flatMap((text) =>
    [...text.matchAll(/\brequire\("([^".][^"]*)"\)/g)].map(([, name = ""]) => name),
  );
  expect(needed).toContain("@pulumi/pulumi");
  const others = needed.filter((name) => !isBuiltin(name) && !/^@pulumi\/pulumi(\/|$)/.test(name));
  expect(others).toEqual([]);
});

test("publint and attw find nothing wrong with the package", async () => {
  await run("npx", ["--no", "publint", "run", tarball, "--strict"], repositoryRoot);
  await run("npx", ["--no", "attw", tarball, "--no-emoji"], repositoryRoot);
});

/** What a program that imports any of the entry points makes TypeScript read of the package. */
async function reachableDeclarations(entries: readonly string[]): Promise<Map<string, string>> {
  const declarations = new Map<string, string>();
  const waiting = [...entries];
  for (const path of waiting) {
    if (declarations.has(path)) continue;
    const text = await readFile(join(repositoryRoot, path), "utf8");
    declarations.set(path, text);
    for (const [, from = ""] of text.matchAll(/(?:from|import|require)\s*\(?\s*"(\.[^"]*)"/g)) {
      const target = join(dirname(path), from);
      waiting.push(files.includes(`${target}.d.ts`) ? `${target}.d.ts` : `${target}/index.d.ts`);
    }
  }
  return declarations;
}

test("the declarations name no other package but Pulumi and Node.js: its types would have to fit everyone's compiler", async () => {
  const { exports } = (await packageJson()) as { exports: Record<string, { types?: string }> };
  const entries = Object.values(exports).flatMap(({ types }) => (types === undefined ? [] : [types.replace("./", "")]));
  expect(entries).toHaveLength(4);
  const declarations = await reachableDeclarations(entries);
  expect(declarations.size).toBeGreaterThan(30);
  const named = [...declarations].flatMap(([path, text]) =>
    [...text.matchAll(/(?:from|import|require|reference types=)\s*\(?\s*"([^".][^"]*)"/g)].map(
      ([, name]) => `${path}: ${name ?? ""}`,
    ),
  );
  expect(named.filter((each) => !/: (@pulumi\/pulumi|node:\w+|node)$/.test(each))).toEqual([]);
});

async function packageJson(): Promise<unknown> {
  return JSON.parse(await readFile(join(repositoryRoot, "package.json"), "utf8"));
}

describe("installed beside the oldest that it promises to work with", () => {
  let consumer: string;
  let minimum: string;
  const node = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

  beforeAll(async () => {
    consumer = join(folder, "consumer");
    await mkdir(consumer);
    await writeFile(join(consumer, "package.json"), '{"private":true}');
    const { engines, devDependencies } = (await packageJson()) as {
      engines: { node: string };
      devDependencies: Record<string, string>;
    };
    minimum = engines.node.replace(">=", "");
    const beside = [
      "typescript@5.0.4",
      `@types/node@${devDependencies["@types/node"] ?? ""}`,
      `@pulumi/pulumi@${devDependencies["@pulumi/pulumi"] ?? ""}`,
      `${node}@${minimum}`,
    ];
    await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", tarball, ...beside], consumer);
  });

  test.each([
    ["node", "commonjs"],
    ["node16", "node16"],
    ["bundler", "esnext"],
  ])(
    "TypeScript 5.0 without skipLibCheck finds every entry point under moduleResolution %s",
    async (resolution, module) => {
      await writeFile(
        join(consumer, "consumer.ts"),
        `import { DlfClient, checkRules, type Job } from "pulumi-dlf/sdk";
       import { startDlfEmulator } from "pulumi-dlf/testing";
       export const client: DlfClient = new DlfClient({ region: "r" });
       export const names: Promise<string[]> = client.listJobs().then(({ jobs }: { jobs: Job[] }) => jobs.map((job) => job.name));
       export const age: number | undefined = checkRules({ maxAgeOfLastSuccess: "26h" }).maxAgeOfLastSuccess;
       export const emulator: Promise<string> = startDlfEmulator().then(({ endpoint }) => endpoint);`,
      );
      await writeFile(
        join(consumer, "pulumi.ts"),
        `import { DlfJobs, getDlfJobs } from "pulumi-dlf";
       import { jobs } from "pulumi-dlf/dynamic";
       export const total: Promise<number> = getDlfJobs({}).then((result) => result.total);
       export const recorded: DlfJobs = new DlfJobs("jobs");
       export const provided: object = jobs;`,
      );
      const tsc = join(consumer, "node_modules/typescript/bin/tsc");
      const flags = [
        "--strict",
        "--noEmit",
        "--target",
        "es2022",
        "--module",
        module,
        "--moduleResolution",
        resolution,
      ];
      await run("node", [tsc, ...flags, "--types", "node", "--skipLibCheck", "false", "consumer.ts"], consumer);
      // As a bundler resolves them, the types of gRPC, which Pulumi's need, contradict themselves.
      const skipLibCheck = String(resolution === "bundler");
      await run("node", [tsc, ...flags, "--types", "node", "--skipLibCheck", skipLibCheck, "pulumi.ts"], consumer);
    },
  );

  test("the oldest Node.js that package.json names lists, and serves metrics until it is told to end", async () => {
    const oldest = join(consumer, "node_modules", node, "bin", process.platform === "win32" ? "node.exe" : "node");
    expect(await run(oldest, ["--version"], consumer)).toBe(`v${minimum}\n`);
    const service = await emulator({ jobs: { seed: 1, batch: 240, realTime: 2 } });
    const env = { ...process.env, ...service.env() };
    const command = join(consumer, "node_modules/pulumi-dlf/dist/cli/main.js");
    const listed = await runCommand(oldest, [command, "list", "--type", "ALL", "--output", "names"], {
      cwd: consumer,
      env,
      timeLimit: 60_000,
    });
    expect(listed).toMatchObject({ status: 0, stderr: "" });
    expect(listed.stdout.trim().split("\n")).toHaveLength(242);

    const exporter = spawn(oldest, [command, "exporter", "--listen", "127.0.0.1:0"], { env, cwd: consumer });
    const ended = once(exporter, "exit");
    const [line] = (await once(exporter.stderr, "data")) as [Buffer];
    const metrics = await fetch(/http\S+/.exec(line.toString())?.[0] ?? "");
    expect(metrics.status).toBe(200);
    exporter.kill();
    expect(await ended).toEqual([0, null]);
  });

  test.each(["pulumi-dlf/dist/pulumi-resource-dlf", ".bin/pulumi-resource-dlf"])(
    "the oldest Node.js serves the plugin, which the CLI installs from node_modules/%s",
    async (file) => {
      const service = await emulator({ jobs: { seed: 1, batch: 20, realTime: 2 } });
      const engine = await obtainEngine({ languages: ["yaml"], say: () => undefined });
      const program = `
name: scratch
runtime: yaml
resources:
  jobs: { type: "dlf:JobsSnapshot", properties: { jobType: ALL } }
outputs:
  total: \${jobs.total}
`;
      const PATH = [join(consumer, "node_modules", node, "bin"), engine.env["PATH"]].join(delimiter);
      const env = { ...service.env(), PATH };
      const stack = await createStack({ engine, env, program: { "Pulumi.yaml": program } });
      try {
        const { version } = (await packageJson()) as { version: string };
        const install = [
          "plugin",
          "install",
          "resource",
          "dlf",
          version,
          "--file",
          join(consumer, "node_modules", file),
        ];
        expect(await stack.run(install)).toMatchObject({ status: 0 });
        const { output } = await stack.run(["preview"]);
        expect(output).toMatch(/total: 22/);
      } finally {
        await stack.remove();
      }
    },
  );
});

test("installed from its tarball into an empty program it deploys, lists by its command, and loads from an ES module", async () => {
  const service = await emulator({ jobs: { seed: 1, batch: 3, realTime: 2 } });
  const engine = await obtainEngine({ say: () => undefined });
  const program = `
    import { DlfJobs, getDlfJobs } from "pulumi-dlf";
    new DlfJobs("jobs");
    export = async () => ({ total: (await getDlfJobs({ jobType: "ALL" })).total });`;
  const stack = await createStack({ engine, program: { "index.ts": program }, env: service.env(), typeCheck: true });
  try {
    await rm(join(stack.folder, "node_modules"), { recursive: true });
    const { devDependencies } = JSON.parse(await readFile(join(repositoryRoot, "package.json"), "utf8")) as {
      devDependencies: Record<string, string>;
    };
    const beside = ["@pulumi/pulumi", "typescript", "@types/node"].map(
      (name) => `${name}@${devDependencies[name] ?? ""}`,
    );
    await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", tarball, ...beside], stack.folder);

    const { status, output } = await stack.run(["up", "--yes", "--skip-preview"]);
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringMatching(/total: 5/) as string });

    const command = join(stack.folder, "node_modules/.bin/dlf-jobs");
    const options = { cwd: stack.folder, env: { ...process.env, ...service.env() }, timeLimit: 60_000 };
    const listed = await runCommand(command, ["list", "--output", "names"], options);
    expect(listed).toMatchObject({ status: 0 });
    expect(listed.stdout.trim().split("\n")).toHaveLength(3);

    await writeFile(
      join(stack.folder, "module.mjs"),
      `import { getDlfJobs } from "pulumi-dlf";
       import { DlfClient } from "pulumi-dlf/sdk";
       import { startDlfEmulator } from "pulumi-dlf/testing";
       process.stdout.write([getDlfJobs, DlfClient, startDlfEmulator].map((each) => each.name).join());`,
    );
    expect(await run("node", ["module.mjs"], stack.folder)).toBe("getDlfJobs,DlfClient,startDlfEmulator");
  } finally {
    await stack.remove();
  }
});
