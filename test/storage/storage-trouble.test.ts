import { describe, expect, it } from "vitest";
import { storageTroubleOf } from "../../src/storage/storage-trouble.ts";

const errorWith = (code: string) => Object.assign(new Error(`said ${code}`), { code });

describe("trouble with the disk", () => {
  it.each([
    ["SQLITE_FULL", "full"],
    ["ENOSPC", "full"],
    ["EDQUOT", "full"],
    ["SQLITE_READONLY_DBMOVED", "unwritable"],
    ["EROFS", "unwritable"],
    ["SQLITE_BUSY", "held"],
    ["SQLITE_CORRUPT", "damaged"],
    ["SQLITE_NOTADB", "damaged"],
    ["SQLITE_IOERR_WRITE", "failing"],
    ["EIO", "failing"],
  ])("is told by its code: %s is %s", (code, kind) => {
    expect(storageTroubleOf(errorWith(code))).toEqual({ kind, message: `said ${code}` });
  });

  it("is not seen in other errors", () => {
    for (const error of [errorWith("SQLITE_CONSTRAINT"), errorWith("ENOENT"), new Error("EIO"), "ENOSPC"]) {
      expect(storageTroubleOf(error)).toBeUndefined();
    }
  });
});
