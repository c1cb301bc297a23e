import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findInputs } from "../../../src/sheets/read/find-inputs.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { textRow, writeWorkbook } from "../../support/workbook-builder.ts";
import { readAll } from "../reading.ts";

const workbooks = "test/fixtures/sheets/workbooks";

async function folderWith(...names: string[]): Promise<string> {
  const folder = await makeTemporaryFolder();
  for (const name of names) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), "x");
  }
  return folder;
}

async function found(inputs: readonly string[], sheetOverrides = {}) {
  const { sources } = await findInputs(inputs, { sheetOverrides });
  return sources.map(({ sheet, file }) => `${sheet} ${file}`);
}

describe("a folder", () => {
  it("gives its own files by name, in the order of the sheets and of their names", async () => {
    const folder = await folderWith(
      "users-b.csv",
      "Users-A.TSV",
      "customers.csv.gz",
      "locations nl.csv",
      "notes.txt",
      "users.csv.bak",
      "sub/users.csv",
      "templates.tsv.gz",
      ".users.csv",
    );
    expect(await found([folder])).toEqual([
      "templates templates.tsv.gz",
      "customers customers.csv.gz",
      "locations locations nl.csv",
      "users Users-A.TSV",
      "users users-b.csv",
    ]);
  });

  it("gives the worksheets of its workbooks, and no leftovers of open ones", async () => {
    const folder = await folderWith("~$batch.xlsx");
    await copyFile(`${workbooks}/excel.xlsx`, join(folder, "batch.xlsx"));
    expect(await found([folder])).toEqual(["customers batch.xlsx[customers]", "users batch.xlsx[Users]"]);
  });

  it("says which of its workbooks cannot be opened, and gives the rest", async () => {
    const folder = await folderWith("users.csv");
    await copyFile(`${workbooks}/password.xlsx`, join(folder, "batch.xlsx"));
    const { sources, issues } = await findInputs([folder], {});
    expect(sources).toHaveLength(1);
    expect(issues).toMatchObject([
      { code: "encrypted_workbook", severity: "error", at: { file: "batch.xlsx", row: 0 } },
    ]);
  });

  it("without any sheet stops the command, and says what was looked for", async () => {
    await expect(found([await folderWith("notes.txt")])).rejects.toMatchObject({
      name: "UserError",
      code: "no_sheets",
      hint: expect.stringContaining("users*.csv"),
    });
  });
});

it("a damaged worksheet is refused when it is read; the other worksheets are found", async () => {
  const path = join(await makeTemporaryFolder(), "batch.xlsx");
  await writeWorkbook(path, [
    { name: "users", rows: '<row r="1"><c <="1"/></row>' },
    { name: "customers", rows: textRow(1, ["external_id"]) },
    { name: "more", rows: "<row></wrong>" },
  ]);
  const { sources, issues } = await findInputs([path], {});
  expect(sources.map(({ file }) => file)).toEqual(["batch.xlsx[customers]", "batch.xlsx[users]"]);
  expect(issues.map(({ code, at }) => [code, at.file])).toEqual([["file_not_read", "batch.xlsx[more]"]]);
  const [, users] = sources;
  const read = users && (await readAll(users));
  expect(read?.fileIssues.map(({ code, at }) => [code, at.file])).toEqual([["damaged_workbook", "batch.xlsx[users]"]]);
});

describe("a file", () => {
  it("is known by its name", async () => {
    const folder = await folderWith("Users 2026.csv");
    expect(await found([join(folder, "Users 2026.csv")])).toEqual(["users Users 2026.csv"]);
  });

  it("whose name says nothing stops the command", async () => {
    const path = join(await folderWith("people.csv"), "people.csv");
    await expect(found([path])).rejects.toMatchObject({
      code: "input_not_a_sheet",
      hint: expect.stringContaining("--sheet users="),
    });
  });

  it("is whatever sheet a person says", async () => {
    const path = join(await folderWith("people.csv"), "people.csv");
    expect(await found([], { users: [path] })).toEqual(["users people.csv"]);
    expect(await found([path], { users: [path] })).toEqual(["users people.csv"]);
  });

  it("that does not exist is left to the reader, so that the others are checked", async () => {
    const folder = await folderWith("customers.csv");
    expect(await found([folder, join(folder, "users.csv")])).toEqual(["customers customers.csv", "users users.csv"]);
  });

  it("that does not exist and says nothing stops the command", async () => {
    await expect(found(["no/such/place"])).rejects.toMatchObject({ code: "input_not_found" });
  });

  it("that two arguments lead to is read once", async () => {
    const folder = await folderWith("users.csv");
    expect(await found([folder, join(folder, "users.csv"), `${folder}/.`])).toEqual(["users users.csv"]);
  });
});

describe("a workbook", () => {
  it("named after a sheet gives its first worksheet when none is named so", async () => {
    const folder = await makeTemporaryFolder();
    const path = join(folder, "locations.xlsx");
    await copyFile(`${workbooks}/uncalculated.xlsx`, path);
    expect(await found([path])).toEqual(["users locations.xlsx[users]"]);
    expect(await found([], { locations: [`${path}[users]`] })).toEqual(["locations locations.xlsx[users]"]);
    expect(await found([path], { locations: [`${path}[users]`] })).toEqual(["locations locations.xlsx[users]"]);
  });
});

it("a worksheet that is named explicitly does not hide the others of its workbook", async () => {
  const path = `${workbooks}/excel.xlsx`;
  const told = { locations: [`${path}[Notes]`] };
  const all = ["customers excel.xlsx[customers]", "locations excel.xlsx[Notes]", "users excel.xlsx[Users]"];
  expect(await found([path], told)).toEqual(all);
});

it("files of one name in two folders get different labels", async () => {
  const folder = await folderWith("mon/users.csv", "tue/users.csv", "x/mon/users.csv");
  const inputs = ["mon", "tue", "x/mon"].map((name) => join(folder, name));
  expect(await found(inputs)).toEqual(["users mon/users.csv", "users tue/users.csv", "users mon/users.csv (2)"]);
});
