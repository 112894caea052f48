// @ts-nocheck
import { basename } from "node:path";
import { hostName, type Language } from "./languages";
import { executableName } from "./searchPath";

/** An executable that is built from a Go module of ours. */
export interface Part {
  readonly name: string;
  /** Folder of the Go module, beside this file, that pins it. */
  readonly module: string;
  readonly goPackage: string;
  /** Scripts that it needs beside it, from the folder of the Go package. */
  readonly scripts?: readonly string[];
}

export const cli: Part = { name: "pulumi", module: "pulumi", goPackage: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi" };

/**
 * Where the vendor keeps the hosts in the engine's repository, only old releases of `sdk/v3` hold them. So they want
 * another version than the engine, and a module each. The host for YAML shares the engine's.
 */
export const hosts: Readonly<Record<Language, Part>> = {
  nodejs: host("nodejs", "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs"),
  yaml: { ...host("yaml", "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"), module: cli.module },
  python: {
    ...host("python", "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python"),
    scripts: ["../pulumi-language-python-exec"],
  },
  go: host("go", "github.com/pulumi/pulumi/sdk/v3/go/pulumi-language-go"),
  java: host("java", "github.com/pulumi/pulumi-java/pkg/cmd/pulumi-language-java"),
  dotnet: host("dotnet", "github.com/pulumi/pulumi-dotnet/pulumi-language-dotnet/v3"),
};

/** What a part consists of. The executable comes last: where it is, the scripts that it needs are. */
export function filesOf({ name, scripts = [] }: Part): readonly string[] {
  return [...scripts.map((script) => basename(script)), executableName(name)];
}

function host(language: Language, goPackage: string): Part {
  return { name: hostName(language), module: `language-${language}`, goPackage };
}
