import type { ProgramFiles } from "../../tools/engine/programFiles";
import type { Program, Row } from "./rows";

/** The files of a project that lists, gates and snapshots all jobs. Its dependencies are those of the row. */
export function projectFiles({ program, pulumi, typescript }: Row, tarball: string): ProgramFiles {
  const esm = program.startsWith("ESM");
  const dependencies = {
    ...{ "@pulumi/pulumi": pulumi, "pulumi-dlf": `file:${tarball}` },
    ...(typescript !== undefined && { "@types/node": "^20" }),
    // Pulumi cannot load TypeScript 7, nor needs any where a program is compiled before: it stays out of the project.
    ...(program === "CommonJS TypeScript" && { typescript }),
  };
  const manifest = {
    name: "matrix",
    version: "1.0.0",
    private: true,
    type: esm ? "module" : "commonjs",
    main: mains[program],
  };
  return {
    "Pulumi.yaml": `name: matrix\nruntime:\n  name: nodejs\n  options:\n    typescript: ${String(program === "CommonJS TypeScript")}\n`,
    "package.json": JSON.stringify({ ...manifest, dependencies }),
    // Yarn's other layout has no node_modules, where Pulumi looks for the process of dynamic resources.
    ".yarnrc.yml": "nodeLinker: node-modules\n",
    ...(typescript !== undefined
      ? {
          [tsconfigOf(program)]: JSON.stringify({ compilerOptions, files: ["index.ts"] }),
          "index.ts": source(imported),
        }
      : { "index.js": source(esm ? imported : required) }),
  };
}

const mains: Record<Program, string> = {
  "CommonJS TypeScript": "index.ts",
  "ESM TypeScript, by tsc": "built/index.js",
  "CommonJS JavaScript": "index.js",
  "ESM JavaScript": "index.js",
};

/**
 * Under another name where Pulumi is not to compile anything: the language host that is built here is an old one, and
 * does not heed `typescript: false`.
 */
export function tsconfigOf(program: Program): string {
  return program === "CommonJS TypeScript" ? "tsconfig.json" : "tsconfig.build.json";
}

const compilerOptions = {
  ...{ target: "es2022", module: "nodenext", moduleResolution: "nodenext", strict: true },
  // Those of Pulumi do not pass every compiler. Ours are checked without it (test/e2e/package.test.ts).
  ...{ skipLibCheck: true, types: ["node"], outDir: "built" },
};

const imported = 'import { DlfJobGate, DlfJobs, getDlfJobs } from "pulumi-dlf";';
const required = 'const { DlfJobGate, DlfJobs, getDlfJobs } = require("pulumi-dlf");';

function source(load: string): string {
  const define = load === required ? "exports." : "export const ";
  return `${load}
const healthy = new DlfJobGate("healthy", { query: { jobType: "ALL" }, rules: { minJobs: 1 } });
const jobs = new DlfJobs("jobs", { jobType: "ALL" }, { dependsOn: healthy });
${define}listed = getDlfJobs({ jobType: "ALL" }).then((found) => found.names);
${define}recorded = jobs.names;
`;
}
