/** What the built program reads before it begins: few files, and none that its command does without. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { projectFolder, runProgram, samplesFolder } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const watcher = pathToFileURL(`${projectFolder}test/support/list-loaded.mjs`);

/** The modules that one command line loads, Node's own left out. */
async function loadedBy(...args: readonly string[]): Promise<readonly string[]> {
  const folder = await makeTemporaryFolder();
  const list = join(folder, "loaded.txt");
  const environment = { NODE_OPTIONS: `--import ${watcher}`, LOADED_LIST: list };
  const { code, err } = await runProgram(args, folder, environment);
  expect(code, err).toBe(0);
  const lines = (await readFile(list, "utf8")).split("\n").filter((url) => url.startsWith("file:"));
  return lines.map((url) => url.replace(pathToFileURL(projectFolder).href, ""));
}

it("the program's help reads two files", async () => {
  expect(await loadedBy("--help")).toEqual(["dist/main.js", "dist/program/start.js"]);
});

it("the help of a command reads no settings, sheets or runs", async () => {
  const loaded = await loadedBy("report", "--help");
  expect(loaded).toContain("dist/program/command.js");
  expect(loaded.join()).not.toMatch(/check|columns|runs|node_modules/);
});

it("checking sheets reads fewer than thirty files, and no package file by file", async () => {
  const loaded = await loadedBy("validate", samplesFolder);
  expect(loaded).toContain("dist/program/check.js");
  expect(loaded.length).toBeLessThan(30);
  expect(loaded.join()).not.toMatch(/node_modules/);
});
