import { writeFileSync } from "node:fs";
import { mkdir, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookIntoInbox, mostEntries } from "../../src/schedule/readiness.ts";
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
    const { batches, leftOut } = await lookIntoInbox(inbox, never, 0);
    expect(batches.map(({ name }) => name)).toEqual(["10", "2.xlsx"]);
    expect(leftOut).toEqual([
      { name: "link", reason: expect.stringMatching(/^is a link/) },
      { name: "users.csv", reason: expect.stringMatching(/^is a loose file/) },
    ]);
  });

  it("is a workbook of any kind that is read", async () => {
    const inbox = await inboxWith(["a.ods", "b.XLSX", "c.xlsm", "d.xls", "e.csv"]);
    const { batches } = await lookIntoInbox(inbox, never, 0);
    expect(batches.map(({ name }) => name)).toEqual(["a.ods", "b.XLSX", "c.xlsm", "d.xls"]);
  });

  it("is not marked by a folder or a link named .ready", async () => {
    const inbox = await inboxWith(["a/.ready/x", "b/x.csv", "b.ready/x", "c/x.csv"]);
    await symlink(join(inbox, "b"), join(inbox, "c.ready"));
    await symlink(join(inbox, "b"), join(inbox, "c", ".ready"));
    const { batches, leftOut } = await lookIntoInbox(inbox, never, 0);
    expect(batches).toEqual(["a", "b", "c"].map((name) => ({ name, isReady: false })));
    expect(leftOut.map(({ name }) => name)).toEqual(["b.ready", "c.ready"]);
  });

  it("that is gone while it is looked at is not complete, and stops no look", async () => {
    const inbox = await inboxWith(["a/users.csv", "b/users.csv"]);
    let isOver = false;
    const toAndFro = (async () => {
      for (let turn = 0; !isOver; turn += 1) {
        const [from, to] = turn % 2 === 0 ? ["a", ".a"] : [".a", "a"];
        await rename(join(inbox, from), join(inbox, to));
      }
      return "moved";
    })();
    for (let look = 0; look < 200; look += 1) {
      const { batches } = await lookIntoInbox(inbox, 0, Date.now() + 60_000);
      expect(batches.map(({ name }) => name)).toContain("b");
    }
    isOver = true;
    expect(await toAndFro).toBe("moved");
  });

  it("of more files than a person makes is left out unless it is marked, however many there are", async () => {
    const inbox = await inboxWith(["crowd/users.csv", "small/users.csv"]);
    for (let file = 0; file < mostEntries; file += 1) writeFileSync(join(inbox, "crowd", `${file}`), "");
    const soon = Date.now() + 60_000;
    const { batches, leftOut } = await lookIntoInbox(inbox, 30_000, soon);
    expect(batches).toEqual([{ name: "small", isReady: true }]);
    expect(leftOut).toEqual([
      { name: "crowd", reason: "contains more than 10\u00a0000 files: mark it with a .ready file" },
    ]);
    await writeFile(join(inbox, "crowd.ready"), "");
    expect((await lookIntoInbox(inbox, 30_000, soon)).batches[0]).toEqual({ name: "crowd", isReady: true });
  });

  it("dated in the future by another machine counts from when it arrived", async () => {
    const inbox = await inboxWith(["a/users.csv"]);
    const tomorrow = Date.now() / 1000 + 86_400;
    await utimes(join(inbox, "a/users.csv"), tomorrow, tomorrow);
    await utimes(join(inbox, "a"), tomorrow, tomorrow);
    const { batches } = await lookIntoInbox(inbox, 60_000, Date.now() + 70_000);
    expect(batches).toEqual([{ name: "a", isReady: true }]);
  });

  it("is reported when this machine's clock is behind, so that nothing ever seems settled", async () => {
    const inbox = await inboxWith(["a/users.csv"]);
    const { batches, leftOut } = await lookIntoInbox(inbox, 60_000, Date.now() - 86_400_000);
    expect(batches).toEqual([]);
    expect(leftOut).toEqual([{ name: "a", reason: expect.stringMatching(/in the future: set the clock/) }]);
  });

  it("whose name is no UTF-8 is left out, since nothing could be moved by that name", async () => {
    const inbox = await inboxWith([]);
    await mkdir(Buffer.concat([Buffer.from(`${inbox}/caf`), Buffer.from([0xe9])]));
    const { batches, leftOut } = await lookIntoInbox(inbox, never, 0);
    expect(batches).toEqual([]);
    expect(leftOut).toEqual([{ name: "caf\u{fffd}", reason: expect.stringMatching(/not UTF-8/) }]);
  });

  it("with a name as long as a file system takes is looked at like any other", async () => {
    const name = "n".repeat(255);
    const inbox = await inboxWith([`${name}/users.csv`]);
    const { batches } = await lookIntoInbox(inbox, 0, Date.now() + 60_000);
    expect(batches).toEqual([{ name, isReady: true }]);
  });

  it("cannot be looked for where the inbox is not there", async () => {
    const inbox = await inboxWith([]);
    await rm(inbox, { recursive: true });
    await expect(lookIntoInbox(inbox, never, 0)).rejects.toThrow(/cannot be read/);
  });
});
