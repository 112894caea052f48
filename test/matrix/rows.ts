/** What a project of a user is made of. */
export interface Row {
  node: string;
  pulumi: string;
  /** Absent in a program in plain JavaScript. */
  typescript?: string;
  manager: Manager;
  program: Program;
}

export type Manager = "npm" | "pnpm" | "yarn";

/** How a program is written. Pulumi itself compiles `CommonJS TypeScript`; what it cannot, `tsc` compiles before. */
export type Program = "CommonJS TypeScript" | "ESM TypeScript, by tsc" | "CommonJS JavaScript" | "ESM JavaScript";

/**
 * Every Node.js with every `@pulumi/pulumi` that declares it (from 3.249 on, 22 and later), and each TypeScript, package
 * manager and way to write a program with several of them.
 *
 * @param pinned the `@pulumi/pulumi` of this repository
 */
export function matrix(pinned: string): Row[] {
  const [oldest, newest] = ["3.200.0", "latest"];
  return [
    { node: "20", pulumi: oldest, typescript: "5.0", manager: "npm", program: "CommonJS TypeScript" },
    { node: "20", pulumi: pinned, typescript: "5.9", manager: "pnpm", program: "ESM TypeScript, by tsc" },
    { node: "22", pulumi: oldest, manager: "yarn", program: "CommonJS JavaScript" },
    { node: "22", pulumi: pinned, typescript: "6", manager: "npm", program: "CommonJS TypeScript" },
    { node: "22", pulumi: newest, typescript: "5.0", manager: "pnpm", program: "CommonJS TypeScript" },
    { node: "24", pulumi: oldest, manager: "pnpm", program: "ESM JavaScript" },
    { node: "24", pulumi: pinned, typescript: "5.4", manager: "yarn", program: "CommonJS TypeScript" },
    { node: "24", pulumi: newest, typescript: "latest", manager: "npm", program: "ESM TypeScript, by tsc" },
    { node: "26", pulumi: oldest, typescript: "6", manager: "yarn", program: "ESM TypeScript, by tsc" },
    { node: "26", pulumi: pinned, manager: "npm", program: "CommonJS JavaScript" },
    { node: "26", pulumi: newest, typescript: "latest", manager: "pnpm", program: "ESM TypeScript, by tsc" },
  ];
}
