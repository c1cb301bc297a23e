import { describe, expect, it, test } from "vitest";
import { findInputs } from "../../src/sheets/find-inputs.ts";
import { readAll, sourceOf } from "./reading.ts";
import { namesOf } from "./rows.ts";

const folder = "test/fixtures/sheets/workbooks";
const read = (name: string, worksheet: string, options = {}) =>
  readAll(sourceOf(`${folder}/${name}`, "users", worksheet), options);

describe.each([["excel.xlsx"], ["libreoffice.xlsx"]])("%s", (name) => {
  it("is read as a person sees it", async () => {
    const { file, rows } = await read(name, "Users");
    expect(file).toMatchObject({
      encoding: "Excel workbook",
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
      [5, "Cas", "Cas-son", "webex_calling", "50%", "+31201234503", "1-Dec", "TRUE"],
    ]);
  });

  it("has its damage recognised", async () => {
    const { rows } = await read(name, "Users");
    expect(rows.map(({ checked }) => namesOf(checked.issues))).toEqual([
      [],
      ["error phone_lost_plus phone_number"],
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
  expect(rows.map(({ checked }) => namesOf(checked.issues))).toEqual([
    ["error formula_without_result", "error required last_name"],
  ]);
});

test.each([
  ["password.xlsx", "encrypted_workbook"],
  ["damaged.xlsx", "damaged_workbook"],
  ["old.xlsx", "old_workbook"],
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
