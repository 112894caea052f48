// @ts-nocheck
import modules = require("node:module");
import { dirname, relative } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import type * as dynamic from "./dynamic/index";

type Dynamic = typeof dynamic;

/**
 * The provider of a resource, as Pulumi writes its code into the state: it takes its methods from the installed package
 * when Pulumi comes to the resource, maybe in years. So the code is short, holds no secret, and is the same in every
 * release. Where the package is gone, what needs no package still works: a stack can be destroyed.
 */
export function storedProvider(type: "jobs" | "gate"): pulumi.dynamic.ResourceProvider {
  const place = placeOfThisCopy();
  const provider = {
    configure(request: pulumi.dynamic.ConfigureRequest): Promise<void> {
      // First the copy that the program imported, then the one that the program's own folder leads to.
      for (const from of [place, "./"]) {
        try {
          const installed = modules.createRequire(`${process.cwd()}/${from}`)("pulumi-dlf/dynamic") as Dynamic;
          const configured = installed.configure(request);
          Object.assign(this, installed[type]);
          return configured;
        } catch {
          // Not there, or not whole.
        }
      }
      const reason = `pulumi-dlf, which looks after this resource, cannot be loaded from ${process.cwd()}: npm install pulumi-dlf`;
      const fail = () => Promise.reject(Object.assign(new Error(reason), { stack: "" }));
      const check = () => Promise.resolve({ failures: [{ property: "", reason }] });
      const read = (id: string, props: unknown) => {
        process.stderr.write(`Not refreshed, the recorded state stays as it is: ${reason}\n`);
        return Promise.resolve({ id, props });
      };
      Object.assign(this, { check, create: fail, update: fail, read });
      return Promise.resolve();
    },
  };
  return provider as unknown as pulumi.dynamic.ResourceProvider;
}

/** From the program's folder: "./" where that leads here by itself, else the way to a component library's own copy. */
function placeOfThisCopy(): string {
  const here = folderOfPackage(__filename);
  const program = process.cwd();
  if (here === undefined || here === folderOfPackage(`${program}/`)) return "./";
  return `${relative(program, here).replaceAll("\\", "/")}/`;
}

function folderOfPackage(from: string): string | undefined {
  try {
    return dirname(modules.createRequire(from).resolve("pulumi-dlf/package.json"));
  } catch {
    return undefined;
  }
}
