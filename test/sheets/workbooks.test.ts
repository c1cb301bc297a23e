import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { findInputs } from "../../src/sheets/read/find-inputs.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { readAll, sourceOf } from "./reading.ts";
import { namesOf } from "./rows.ts";

const folder = "test/fixtures/sheets/workbooks";
const read = (name: string, worksheet: string, options = {}) =>
  readAll(sourceOf(`${folder}/${name}`, "users", worksheet), options);

const sum = "Cas-son"; // a formula: the program that wrote old.xlsx has kept 0 as its result

describe.each([
  ["excel.xlsx", "Excel workbook", sum],
  ["libreoffice.xlsx", "Excel workbook", sum],
  ["old.xlsx", "Excel 97-2003 workbook", "0"], // what it is counts, not what its name says
])("%s", (name, encoding, sumOfTexts) => {
  it("is read as a person sees it", async () => {
    const { file, rows } = await read(name, "Users");
    expect(file).toMatchObject({
      encoding,
      header: [
        "customer",
        "email",
        "first_name",
        "last_name",
        "package",
        "location",
        "phone_number",
        "extension",
        "roles",
      ],
    });
    expect(file?.delimiter).toBeUndefined();
    expect(rows.map(({ at, cells }) => [at.row, ...cells.slice(2)])).toEqual([
      [2, "Ann", "Vissér", "webex_calling", "Head Office", "+31201234501", "0042", "full_admin"],
      [3, "Bob", "Line\nbreak", "webex_calling", "Head Office", "31201234502", "0042", ""],
      [5, "Cas", sumOfTexts, "webex_calling", "50%", "+31201234503", "1-Dec", "TRUE"],
    ]);
  });

  it("has its damage recognised", async () => {
    const { rows } = await read(name, "Users");
    expect(rows.map(({ checked }) => namesOf(checked.issues))).toEqual([
      [],
      ["warning line_break_in_cell last_name", "error phone_lost_plus phone_number"],
      ["error date_in_cell extension", "error unknown_role roles"],
    ]);
  });

  it("gives the worksheets that are named after a sheet", async () => {
    const { sources } = await findInputs([`${folder}/${name}`], {});
    expect(sources.map(({ sheet, file }) => [sheet, file])).toEqual([
      ["customers", `${name}[customers]`],
      ["users", `${name}[Users]`],
    ]);
  });
});

it("a formula without a result makes its row invalid", async () => {
  const { rows } = await read("uncalculated.xlsx", "users");
  expect(rows.map(({ checked }) => namesOf(checked.issues))).toEqual([["error formula_without_result last_name"]]);
});

test.each([
  ["password.xlsx", "encrypted_workbook"],
  ["damaged.xlsx", "damaged_workbook"],
  ["missing.xlsx", "missing_file"],
])("%s is refused as %s", async (name, code) => {
  const { fileIssues, isRefused } = await read(name, "Users");
  expect(fileIssues.map((issue) => issue.code)).toEqual([code]);
  expect(isRefused).toBe(true);
});

it("a workbook that unpacks to more than the limit is refused, whatever it says of itself", async () => {
  const limits = { csvBytes: 1, workbookBytes: 1_000_000 };
  const { fileIssues } = await read("bomb.xlsx", "Users", { limits });
  expect(fileIssues.map((issue) => issue.code)).toEqual(["file_too_large"]);
});

describe("a workbook of Excel 97-2003 that is too large", () => {
  async function refusalOf(mebibytes: number, options = {}) {
    const path = join(await makeTemporaryFolder(), "users.xls");
    await writeFile(path, Buffer.from("d0cf11e0a1b11ae1", "hex"));
    await truncate(path, mebibytes * 1024 ** 2);
    const { fileIssues } = await readAll(sourceOf(path, "users", "Users"), options);
    return fileIssues.map(({ code, message, hint }) => [code, message.replace(path, "users.xls"), hint]);
  }

  it("says how much is read of one, and that more is read of other kinds", async () => {
    const message = "users.xls is larger than 32 MiB, the limit for an Excel 97-2003 workbook.";
    expect(await refusalOf(33)).toEqual([["file_too_large", message, "Save it as .xlsx or CSV, which may be larger."]]);
  });

  it("names the flag where that is what bounds it", async () => {
    const [[, message = "", hint] = []] = await refusalOf(3, { limits: { csvBytes: 1, workbookBytes: 2 * 1024 ** 2 } });
    expect([message, hint]).toEqual([expect.stringContaining("2 MiB"), expect.stringContaining("--max-unpacked")]);
  });
});
