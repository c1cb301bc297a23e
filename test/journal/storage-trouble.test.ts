import { describe, expect, it } from "vitest";
import { storageTroubleOf } from "../../src/journal/storage-trouble.ts";

const withCode = (code: unknown) => Object.assign(new Error("what the system says"), { code });

describe("trouble with the disk", () => {
  it.each([
    ["ENOSPC", "full"],
    ["EDQUOT", "full"],
    ["SQLITE_FULL", "full"],
    ["EACCES", "unwritable"],
    ["SQLITE_READONLY_DBMOVED", "unwritable"],
    ["SQLITE_CANTOPEN", "unwritable"],
    ["SQLITE_BUSY", "held"],
    ["SQLITE_BUSY_SNAPSHOT", "held"],
    ["EBUSY", "held"],
    ["SQLITE_CORRUPT", "damaged"],
    ["SQLITE_NOTADB", "damaged"],
    ["SQLITE_IOERR_WRITE", "failing"],
    ["EIO", "failing"],
  ])("%s means: %s", (code, kind) => {
    expect(storageTroubleOf(withCode(code))).toEqual({ kind, message: "what the system says" });
  });

  it.each([withCode("ENOENT"), withCode("SQLITE_CONSTRAINT"), withCode(5), new Error("a bug"), "text", undefined])(
    "is not what a bug is: %s",
    (error) => {
      expect(storageTroubleOf(error)).toBeUndefined();
    },
  );
});
