// @ts-nocheck
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { licencesFile, packageFolders, readLicence } from "../../../tools/bundle/licences";
import { temporaryFolder } from "../../engine/temporaryFolder";

const folder = temporaryFolder();

function packageOf(name: string, files: Record<string, string>): string {
  const place = join(folder, name);
  mkdirSync(place);
  const facts = JSON.stringify({ name, version: "1.2.3", license: "MIT" });
  for (const [file, text] of Object.entries({ "package.json": facts, ...files }))
    writeFileSync(join(place, file), text);
  return place;
}

test("the packages of files are the innermost that hold them; this package's own files are in none", () => {
  const files = ["provider/plugin/main.ts", "node_modules/a/lib/x.js", "node_modules/a/y.js", "node_modules/@s/b/z.js"];
  const nested = ["node_modules/a/node_modules/c/x.js", "../.store/d@1/node_modules/d/x.js"];
  expect(packageFolders([...files, ...nested])).toEqual([
    ...["../.store/d@1/node_modules/d", "node_modules/@s/b", "node_modules/a", "node_modules/a/node_modules/c"],
  ]);
});

test.each(["LICENSE", "license", "Licence.txt", "LICENSE-MIT", "COPYING"])("a licence in %s is found", (file) => {
  expect(readLicence(packageOf(`in-${file}`, { [file]: "the text\n", "index.js": "" }))).toEqual({
    ...{ name: `in-${file}`, version: "1.2.3", license: "MIT", text: "the text" },
  });
});

test("a notice belongs to the licence", () => {
  expect(readLicence(packageOf("noticed", { LICENSE: "the text", NOTICE: "by X" })).text).toBe("the text\n\nby X");
});

test.each([
  ["underlined", "License\n-------\n\n(The MIT License)\n\nPermission is hereby granted, free\n"],
  ["numbered", "## License\n\n(The MIT License)\n\nPermission is hereby granted, free\n"],
])("where it is in the README alone, under a heading that is %s, it is taken from there", (name, section) => {
  const { text } = readLicence(packageOf(name, { "README.md": `# It\n\nUse it.\n\n${section}` }));
  expect(text).toBe("(The MIT License)\n\nPermission is hereby granted, free");
});

test.each([
  ["no-readme", {}],
  ["name-only", { "README.md": "# It\n\n## License\n\nMIT\n" }],
])("a package without the text of its licence cannot be copied: %s", (name, files) => {
  const place = packageOf(name, files);
  expect(() => readLicence(place)).toThrow(`${name} 1.2.3 has no file with its licence, nor one in its README.`);
});

test("the file names each package with its version and its licence, and has the text", () => {
  const one = { name: "a", version: "1.0.0", license: "MIT", text: "line\r\nline" };
  expect(licencesFile("What it is made of.", [one, { ...one, name: "b" }])).toBe(
    "What it is made of.\n\n\na 1.0.0 (MIT)\n=============\n\nline\nline\n\n\nb 1.0.0 (MIT)\n=============\n\nline\nline\n",
  );
});
