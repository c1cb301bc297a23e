import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isThere, makePrivateFile, readIfThere, replaceFile } from "../../src/storage/files.ts";
import { openSqlite } from "../../src/storage/sqlite.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe("a file that is replaced", () => {
  it("is private to its owner, as are the folders created for it, and leaves no other file", async () => {
    const folder = join(await makeTemporaryFolder(), "new", "deep");
    replaceFile(join(folder, "a.json"), "one");
    replaceFile(join(folder, "a.json"), "two");
    expect(await readFile(join(folder, "a.json"), "utf8")).toBe("two");
    expect(await readdir(folder)).toEqual(["a.json"]);
    expect([await modeOf(join(folder, "a.json")), await modeOf(folder)]).toEqual([0o600, 0o700]);
  });

  it("is written over a draft that a crash left, without following a link in its place", async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "foreign"), "foreign");
    await symlink(join(folder, "foreign"), join(folder, "a.json.part"));
    replaceFile(join(folder, "a.json"), "mine");
    expect(await readFile(join(folder, "a.json"), "utf8")).toBe("mine");
    expect(await readFile(join(folder, "foreign"), "utf8")).toBe("foreign");
  });

  it("keeps its old text where it cannot be replaced, and leaves no draft", async () => {
    const folder = await makeTemporaryFolder();
    await mkdir(join(folder, "a.json", "inside"), { recursive: true });
    expect(() => replaceFile(join(folder, "a.json"), "new")).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(await readdir(folder)).toEqual(["a.json"]);
  });
});

describe("a private file", () => {
  it("that already exists is left unchanged", async () => {
    const path = join(await makeTemporaryFolder(), "a");
    await writeFile(path, "kept", { mode: 0o640 });
    makePrivateFile(path);
    expect([await readFile(path, "utf8"), await modeOf(path)]).toEqual(["kept", 0o640]);
  });

  it("is what a new database becomes, in a new folder where that is asked for", async () => {
    const path = join(await makeTemporaryFolder(), "new", "run.db");
    expect(() => openSqlite(path)).toThrow("ENOENT");
    using db = dispose(openSqlite(path, { inNewFolder: true }));
    db.exec("pragma journal_mode = wal; create table t (a)");
    expect([await modeOf(path), await modeOf(`${path}-wal`)]).toEqual([0o600, 0o600]);
  });
});

function dispose(db: ReturnType<typeof openSqlite>) {
  return Object.assign(db, { [Symbol.dispose]: () => void db.close() });
}

describe("a file that may be missing", () => {
  it("is read where it is there, and nothing where it is not", async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "a"), "text");
    expect(await Promise.all([isThere(join(folder, "a")), readIfThere(join(folder, "a"))])).toEqual([true, "text"]);
    expect(await Promise.all([isThere(join(folder, "b")), readIfThere(join(folder, "b"))])).toEqual([false, undefined]);
    await expect(readIfThere(folder)).rejects.toThrow("EISDIR");
  });
});
