import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openSqlite } from "../../src/storage/sqlite.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const openFiles = "/proc/self/fd";

describe("a database that is closed", () => {
  it.skipIf(!existsSync(openFiles))(
    `has let go of its files when some more are closed (only where ${openFiles} tells)`,
    async () => {
      const folder = await makeTemporaryFolder();
      const before = readdirSync(openFiles).length;
      for (let index = 0; index < 150; index += 1) {
        const db = openSqlite(join(folder, `${index}.db`));
        db.exec("pragma journal_mode = wal; create table rows (id integer)");
        const insert = db.prepare("insert into rows values (?)");
        insert.run(index);
        expect(db.prepare("select count(*) as n from rows").get()).toMatchObject({ n: 1 });
        db.close();
        await setImmediate();
      }
      await setImmediate();
      expect(readdirSync(openFiles).length).toBeLessThanOrEqual(before + 180);
    },
  );

  it.skipIf(!existsSync(openFiles))("has let go at once where it was only a lock", async () => {
    const folder = await makeTemporaryFolder();
    const openAndClose = (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const db = openSqlite(join(folder, `${index}.db`));
        db.exec("begin exclusive; rollback");
        db.close();
      }
    };
    openAndClose(10);
    const before = readdirSync(openFiles).length;
    openAndClose(60);
    expect(readdirSync(openFiles).length).toBe(before);
  });
});
