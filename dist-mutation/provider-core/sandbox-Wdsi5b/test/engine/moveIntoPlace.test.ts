// @ts-nocheck
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { moveIntoPlace } from "../../tools/engine/moveIntoPlace";
import { temporaryFolder } from "./temporaryFolder";

const root = temporaryFolder();

function folderWith(name: string, content: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "file"), content);
  return folder;
}

const good = () => Promise.resolve(true);
const broken = (place: string) => Promise.resolve(readFileSync(join(place, "file"), "utf8") !== "broken");

it("makes the folder that holds the place", async () => {
  const place = join(root, "deep", "place");
  await moveIntoPlace(folderWith("first", "new"), place, good);
  expect(readFileSync(join(place, "file"), "utf8")).toBe("new");
});

it("keeps what another process put there first", async () => {
  const place = folderWith("kept", "theirs");
  await moveIntoPlace(folderWith("late", "ours"), place, good);
  expect(readFileSync(join(place, "file"), "utf8")).toBe("theirs");
});

it("replaces what is broken and leaves nothing of it", async () => {
  const place = folderWith("replaced", "broken");
  await moveIntoPlace(folderWith("better", "ours"), place, broken);
  expect(readFileSync(join(place, "file"), "utf8")).toBe("ours");
  expect(readdirSync(root).filter((name) => name.startsWith("better"))).toEqual([]);
});
