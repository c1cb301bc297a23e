import { mkdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookIntoInbox } from "../../src/schedule/readiness.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const never = Number.POSITIVE_INFINITY;

async function inboxWith(paths: readonly string[]): Promise<string> {
  const inbox = await makeTemporaryFolder();
  for (const path of paths) {
    await mkdir(join(inbox, path, ".."), { recursive: true });
    await (path.endsWith("/") ? mkdir(join(inbox, path)) : writeFile(join(inbox, path), ""));
  }
  return inbox;
}

describe("a batch in the inbox", () => {
  it.each([
    ["a folder with .ready in it", ["a/users.csv", "a/.ready"], [{ name: "a", isReady: true }]],
    ["a folder with .ready beside it", ["a/users.csv", "a.ready"], [{ name: "a", isReady: true }]],
    ["a workbook with .ready beside it", ["a.xlsx", "a.xlsx.ready"], [{ name: "a.xlsx", isReady: true }]],
    ["a folder without .ready", ["a/users.csv"], [{ name: "a", isReady: false }]],
    ["another's .ready", ["a.xlsx", "b.xlsx.ready"], [{ name: "a.xlsx", isReady: false }]],
    ["an empty folder", ["a/"], [{ name: "a", isReady: false }]],
  ])("is complete or not: %s", async (_what, paths, batches) => {
    const inbox = await inboxWith(paths);
    expect((await lookIntoInbox(inbox, never, 0)).batches).toEqual(batches);
  });

  it("is complete when nothing in it has changed for the quiet period, old times of a copied file notwithstanding", async () => {
    const inbox = await inboxWith(["a/deep/users.csv", "b.xlsx", "c/"]);
    await utimes(join(inbox, "a/deep/users.csv"), 0, 0);
    const looked = async (laterMs: number) =>
      (await lookIntoInbox(inbox, 60_000, Date.now() + laterMs)).batches.map(({ isReady }) => isReady);
    expect(await looked(50_000)).toEqual([false, false, false]);
    expect(await looked(70_000)).toEqual([true, true, false]);
  });

  it("comes by name, without what is no batch: own folders, dot files, locks of Excel, loose files, links", async () => {
    const inbox = await inboxWith([
      "2.xlsx",
      "10/users.csv",
      "done/x/y",
      "taken/x",
      "failed/x",
      ".tmp/x",
      "~$2.xlsx",
      "users.csv",
    ]);
    await symlink(join(inbox, "10"), join(inbox, "link"));
    const { batches, strangers } = await lookIntoInbox(inbox, never, 0);
    expect(batches.map(({ name }) => name)).toEqual(["10", "2.xlsx"]);
    expect(strangers).toEqual(["link", "users.csv"]);
  });

  it("cannot be looked for where the inbox is not there", async () => {
    const inbox = await inboxWith([]);
    await rm(inbox, { recursive: true });
    await expect(lookIntoInbox(inbox, never, 0)).rejects.toThrow(/cannot be read/);
  });
});
