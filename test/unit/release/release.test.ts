import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../../package.json";
import { repositoryRoot } from "../../../tools/engine/repositoryRoot";
import { released, releaseNotes } from "../../../tools/release/changelog";
import { licenceLines } from "../../../tools/release/installed";
import { filesWithVersions, namedVersions, withVersion } from "../../../tools/release/versions";

const read = (file: string) => readFileSync(join(repositoryRoot, file), "utf8");

describe("the version", () => {
  const files = filesWithVersions();

  test("is named by the README and the examples", () => {
    for (const file of ["README.md", "examples/go/README.md", "examples/nodejs-plugin/package.json"]) {
      expect(files).toContain(file);
    }
  });

  test.each(files)("is package.json's in %s, where a bump finds it", (file) => {
    const text = read(file);
    for (const named of namedVersions(text)) expect(named).toBe(version);
    expect(withVersion(text, "99.0.0").replaceAll("99.0.0", "")).not.toContain(version);
  });

  test("is package.json's in the lockfile", () => {
    const lock = JSON.parse(read("package-lock.json")) as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    expect([lock.version, lock.packages[""]?.version]).toEqual([version, version]);
  });

  test("is replaced where it is the plugin's alone", () => {
    const text =
      'pulumi package add dlf@0.1.0; plugin install resource dlf 1.2.3 --file x; "pulumi-dlf-plugin": "0.1.0"';
    expect(withVersion(text, "2.0.0")).toBe(text.replace(/0\.1\.0|1\.2\.3/g, "2.0.0"));
    for (const other of ["0.1.0", "dlf@latest", '"zod": "0.1.0"', "nodlf@0.1.0"]) {
      expect(withVersion(other, "2.0.0")).toBe(other);
    }
  });
});

describe("the changelog", () => {
  const changelog = "# Changelog\n\n## [Unreleased]\n\n- new\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- two\n";

  test("has something to say of this version", () => {
    expect(releaseNotes(read(".github/CHANGELOG.md"), version)).toMatch(/^- /m);
  });

  test("gives the section of a version, else that of what is not released yet", () => {
    expect(releaseNotes(changelog, "0.2.0")).toBe("### Added\n\n- two\n");
    expect(releaseNotes(changelog, "0.3.0")).toBe("- new\n");
    expect(() => releaseNotes(changelog.replace("- new\n", ""), "0.3.0")).toThrow("says nothing of 0.3.0");
  });

  test("turns what is not released yet into a version", () => {
    const after = released(changelog, "0.3.0", "2026-12-24");
    expect(after).toContain("## [Unreleased]\n\n## [0.3.0] - 2026-12-24\n\n- new\n\n## [0.2.0]");
    expect(releaseNotes(after, "0.3.0")).toBe("- new\n");
  });
});

test("the licences of what is installed, one line each, and where none is told, that", () => {
  const one = { name: "a", version: "1.0.0", licenses: [{ license: { id: "MIT" } }] };
  const named = { name: "c", version: "1.0.0", licenses: [{ license: { name: "its own" } }] };
  const expression = { name: "b", version: "1.0.0", licenses: [{ expression: "MIT OR ISC" }] };
  expect(licenceLines([named, one, expression, one, { name: "d", version: "1.0.0" }])).toEqual([
    ...["a 1.0.0 (MIT)", "b 1.0.0 (MIT OR ISC)", "c 1.0.0 (its own)", "d 1.0.0 (NOASSERTION)"],
  ]);
});
