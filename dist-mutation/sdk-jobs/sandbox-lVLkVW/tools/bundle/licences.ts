// @ts-nocheck
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package as its licence concerns those who copy it. */
export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** By its SPDX expression. */
  readonly license: string;
  readonly text: string;
}

/** The folders of the packages that these files are from. Files outside of node_modules are this package's own. */
export function packageFolders(files: readonly string[]): string[] {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** @throws Error where a package comes without the text of its licence: it must not be copied then */
export function readLicence(folder: string): LicensedPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as LicensedPackage;
  const read = (file: string) => readFileSync(join(folder, file), "utf8").trim();
  const files = readdirSync(folder).sort();
  const texts = files.filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).map(read);
  if (texts.length === 0) texts.push(...files.filter((file) => /^readme/i.test(file)).flatMap(licenceInReadme(read)));
  if (texts.length === 0) throw new Error(`${name} ${version} has no file with its licence, nor one in its README.`);
  return { name, version, license, text: texts.join("\n\n") };
}

/** Some packages have it at the end of their README alone. */
function licenceInReadme(read: (file: string) => string): (file: string) => string[] {
  return (file) => {
    const [, text] =
      /^(?:#+ *licen[cs]e *#*|licen[cs]e *\n[-=]+) *$(.*permission is hereby granted.*)/ims.exec(read(file)) ?? [];
    return text === undefined ? [] : [text.trim()];
  };
}

/** A file with all of them, to lie beside what is made of these packages. */
export function licencesFile(title: string, packages: readonly LicensedPackage[]): string {
  const parts = packages.map(({ name, version, license, text }) => {
    const heading = `${name} ${version} (${license})`;
    return `${heading}\n${"=".repeat(heading.length)}\n\n${text.replaceAll("\r\n", "\n")}\n`;
  });
  return [`${title}\n`, ...parts].join("\n\n");
}
