import { copyFile, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Libsql from "libsql";
import { describe, expect, it } from "vitest";
import { openRunFile } from "../../../src/journal/run-file/run-file.ts";
import { UserError } from "../../../src/model/user-error.ts";
import { newRow, runFileAt, runFileInMemory, sheetFile } from "../../support/run-files.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

const at = "2026-11-22T02:00:00.000Z";

async function newPath(): Promise<string> {
  return join(await makeTemporaryFolder(), "run.db");
}

describe("a run file", () => {
  it("contains everything that was written when it is opened again", async () => {
    const path = await newPath();
    const first = runFileAt(path);
    const file = first.files.add(sheetFile("users"));
    first.rows.stage(file, "users", [newRow(2), newRow(3)]);
    first.operations.nextId();
    first.operations.save([
      {
        id: 1,
        unit: 1,
        row: 1,
        resource: "organization",
        key: "acme",
        action: "read",
        payload: {},
        needs: [],
        ids: {},
      },
    ]);
    first.operations.append({ kind: "intent", operation: 1, attempt: 1, at });
    first.writeFact("isPlanned", true);
    first.finishStaging();
    first.finishPlanning();
    first.close();

    const second = runFileAt(path);
    expect([...second.rows.all()].map(({ row }) => row)).toEqual([2, 3]);
    expect(second.rows.nextId()).toBe(3);
    expect(second.operations.nextId()).toBe(2);
    expect(second.operations.get(1)?.entries).toEqual([{ kind: "intent", operation: 1, attempt: 1, at }]);
    expect(second.readFact("isPlanned", Boolean)).toBe(true);
    second.finishStaging();
    second.finishPlanning();
  });

  it("shows a second connection at once what the first one wrote, and takes writes from both", async () => {
    const path = await newPath();
    const [one, two] = [runFileAt(path), runFileAt(path)];
    one.operations.append({ kind: "intent", operation: 1, attempt: 1, at });
    one.writeFact("name", "one");
    expect(two.readFact("name", String)).toBe("one");
    two.writeFact("name", "two");
    expect(one.readFact("name", String)).toBe("two");
  });

  it("can be opened and read while another connection writes", async () => {
    const path = await newPath();
    const one = runFileAt(path);
    one.writeFact("name", "before");
    one.together(() => {
      one.writeFact("name", "within");
      expect(runFileAt(path).readFact("name", String)).toBe("before");
    });
  });

  it("keeps all of what is written together, or nothing of it", () => {
    const runFile = runFileInMemory();
    const writing = () =>
      runFile.together(() => {
        runFile.writeFact("name", "half");
        throw new Error("in the middle");
      });
    expect(writing).toThrow("in the middle");
    expect(runFile.readFact("name", String)).toBeUndefined();
    expect(runFile.together(() => "value")).toBe("value");
  });

  it("is one file when it is closed, which may be copied alone", async () => {
    const path = await newPath();
    const runFile = runFileAt(path);
    runFile.writeFact("name", "value");
    runFile.close();
    await copyFile(path, `${path}.copy`);
    expect(runFileAt(`${path}.copy`).readFact("name", String)).toBe("value");
  });

  it("can be closed twice", async () => {
    const runFile = openRunFile(await newPath());
    runFile.close();
    runFile[Symbol.dispose]();
  });

  it("has facts that may be overwritten, and none that were not written", () => {
    const runFile = runFileInMemory();
    expect(runFile.readFact("none", String)).toBeUndefined();
    runFile.writeFact("one", { a: [1] });
    runFile.writeFact("one", { a: [2] });
    expect(runFile.readFact("one", (value) => value)).toEqual({ a: [2] });
  });
});

describe("what is no run file", () => {
  async function refusal(path: string): Promise<UserError> {
    try {
      openRunFile(path).close();
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error("the file was opened");
  }

  it("is refused with a reason and what to do: another file", async () => {
    const path = await newPath();
    await writeFile(path, "customer,email\nacme,ann@acme.example\n".repeat(200));
    const error = await refusal(path);
    expect(error.code).toBe("run_file_unreadable");
    expect(error.message).toContain(path);
    expect(error.hint).toContain("copy its whole folder");
    expect(await readFile(path, "utf8")).toMatch(/^customer,email/);
  });

  it("is refused: a database of another program, which stays as it is", async () => {
    const path = await newPath();
    const other = new Libsql(path);
    other.exec("create table addresses (name text); pragma user_version = 0;");
    other.close();
    expect((await refusal(path)).message).toContain("not a run file");
    const again = new Libsql(path);
    expect(again.prepare("select name from sqlite_master").all()).toEqual([{ name: "addresses" }]);
    again.close();
  });

  it("is refused: a run file that was cut off", async () => {
    const path = await newPath();
    const whole = openRunFile(path);
    whole.finishPlanning();
    whole.close();
    const { size } = await stat(path);
    for (const kept of [size / 2, 8192, 4096, 100]) {
      await truncate(path, kept);
      expect((await refusal(path)).code).toBe("run_file_unreadable");
    }
  });

  it.each([
    [1, "an earlier version"],
    [99, "a later version"],
  ])("is refused: a run file of format %i, with the way on", async (format, age) => {
    const path = await newPath();
    openRunFile(path).close();
    const other = new Libsql(path);
    other.exec(`pragma user_version = ${format}`);
    other.close();
    const { code, message, hint } = await refusal(path);
    expect(code).toBe("run_file_of_other_version");
    expect(message).toContain(`${age} of wholesale-import (its format is ${format};`);
    expect(hint).toContain("apply its sheets again");
  });

  it("is refused: a path that cannot be written", async () => {
    expect((await refusal(join(await makeTemporaryFolder(), "missing", "run.db"))).code).toBe("run_file_unreadable");
  });
});
