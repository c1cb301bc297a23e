/** What cells of a workbook count as, whatever stands in its XML. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findInputs } from "../../../src/sheets/read/find-inputs.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { textRow, writeWorkbook } from "../../support/workbook-builder.ts";
import { readAll, sourceOf } from "../reading.ts";

const header = ["customer", "email", "first_name", "last_name", "package", "location", "extension"];
const person = ["C-1", "ann@acme.example", "Ann", "Vos", "webex_calling", "Head Office"];

async function readRows(rows: string, options: Parameters<typeof writeWorkbook>[2] = {}, tail = "") {
  const path = join(await makeTemporaryFolder(), "users.xlsx");
  await writeWorkbook(path, [{ name: "users", rows: textRow(1, header) + rows, tail }], options);
  return readAll(sourceOf(path, "users", "users"));
}

/** The extension cell of row 2 as read, and what is said of it. */
async function readCell(cell: string, options: Parameters<typeof writeWorkbook>[2] = {}) {
  const { rows } = await readRows(textRow(2, person, cell), options);
  const issues = rows[0]?.checked.issues ?? [];
  return [rows[0]?.cells[6] ?? "", ...issues.filter(({ column }) => column === "extension").map(({ code }) => code)];
}

describe("a number", () => {
  it.each([
    ["with all its digits where its format shows fewer", "0.00E+00", "493023125101", "493023125101"],
    ["with all its digits in a format for texts", "@", "493023125101", "493023125101"],
    ["with the plus that its format adds", "+0", "31201234501", "+31201234501"],
    ["with the zeros that its format adds", "00000", "42", "00042"],
    ["without an exponent, written with one", "General", "1.6175550113E10", "16175550113"],
    [
      "with all its digits where its format is for dates and it is beyond any",
      "d-m-yyyy",
      "31201234501",
      "31201234501",
    ],
  ])("is read %s", async (_what, format, value, text) => {
    const [read] = await readCell(`<c r="G2" s="1"><v>${value}</v></c>`, { formats: [format] });
    expect(read).toBe(text);
  });

  it("of more than 15 digits has lost some, and shows none that it does not have", async () => {
    expect(await readCell('<c r="G2"><v>8.931440400071234E+18</v></c>')).toEqual([
      "8.93144040007123E+18",
      "digits_lost",
    ]);
  });
});

describe("a cell that is wrong for what it is", () => {
  it.each([
    ["a date by its format", '<c r="G2" s="1"><v>46085</v></c>', "date_in_cell"],
    ["a date by its type", '<c r="G2" t="d"><v>2026-03-04T00:00:00</v></c>', "date_in_cell"],
    ["an error of a kind that nobody knows", '<c r="G2" t="e"><v>#NOVEL!</v></c>', "formula_error"],
    ["an error without a word", '<c r="G2" t="e"/>', "formula_error"],
    ["a formula without a result", '<c r="G2"><f>A1</f><v/></c>', "formula_without_result"],
    ["a formula for a text without a result", '<c r="G2" t="str"><f>A1</f></c>', "formula_without_result"],
  ])("%s is an error, once", async (_what, cell, code) => {
    expect((await readCell(cell, { formats: ["d-mmm"] })).slice(1)).toEqual([code]);
  });

  it("is no problem in a column that is not imported", async () => {
    const { rows } = await readRows(textRow(2, [...person, "4501"], '<c r="H2" t="e"><v>#N/A</v></c>'));
    expect(rows[0]?.checked.issues.map(({ code }) => code)).not.toContain("formula_error");
  });
});

it.each([
  ["a formula with a text that is empty", '<c r="G2" t="str"><f>A1</f><v></v></c>', ""],
  ["a rich text, without how it is pronounced", '<c r="G2" t="s"><v>0</v></c>', "4501"],
  ["a yes or no", '<c r="G2" t="b"><v>1</v></c>', "TRUE"],
  ["a text of its own that is written like a number", '<c r="G2" t="inlineStr"><v>4501</v></c>', "4501"],
])("%s is read as it shows", async (_what, cell, text) => {
  const strings = "<si><r><t>45</t></r><r><t>01</t></r><rPh><t>spoken</t></rPh></si>";
  expect((await readCell(cell, { strings }))[0]).toBe(text);
});

it("a merged cell counts for the row that it begins in; the rows below say so and offer its value", async () => {
  const rest = (row: number) => textRow(row, ["", `u${row}@acme.example`, ...person.slice(2), `450${row}`]);
  const merged = '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>';
  const { rows } = await readRows(textRow(2, [...person, "4502"]) + rest(3) + rest(4), {}, merged);
  const said = rows.map(({ checked }) => checked.issues.filter(({ column }) => column === "customer"));
  expect(said).toMatchObject([[], [{ code: "merged_cell", repair: "C-1" }], [{ code: "merged_cell", repair: "C-1" }]]);
});

it("a merged cell hides the cells below it: it is not read", async () => {
  const hidden = textRow(3, ["C-2", "bob@acme.example", ...person.slice(2), "4502"]);
  const merged = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
  const { rows } = await readRows(textRow(2, [...person, "4501"]) + hidden, {}, merged);
  expect(rows.map(({ checked }) => checked.issues)).toMatchObject([[], [{ code: "merged_cell", repair: "C-1" }]]);
});

it.each(["7", "-1", "x"])(
  "a cell that refers to text %s, which the workbook does not have, is no blank one",
  async (text) => {
    const cell = `<c r="G2" t="s"><v>${text}</v></c>`;
    const { fileIssues, isRefused } = await readRows(textRow(2, person, cell), { strings: "<si><t>4501</t></si>" });
    expect([fileIssues.map(({ code }) => code), isRefused]).toEqual([["damaged_workbook"], true]);
  },
);

it("a worksheet that the workbook lists and does not have is refused by name", async () => {
  const path = join(await makeTemporaryFolder(), "batch.xlsx");
  const rows = textRow(1, header) + textRow(2, [...person, "4501"]);
  await writeWorkbook(
    path,
    [
      { name: "users", rows },
      { name: "locations", rows },
    ],
    { without: "locations" },
  );
  const { sources } = await findInputs([path], {});
  expect(sources.map(({ sheet }) => sheet)).toEqual(["locations", "users"]);
  const { fileIssues } = await readAll(sourceOf(path, "locations", "locations"));
  expect(fileIssues.map(({ code }) => code)).toEqual(["damaged_workbook"]);
});

it("a merge that begins in the header row says nothing of the rows below", async () => {
  const row = textRow(2, ["C-1", "ann@acme.example", "Ann", "Vos", "webex_meetings", "", ""]);
  const { rows } = await readRows(row, {}, '<mergeCells count="1"><mergeCell ref="F1:F1048576"/></mergeCells>');
  expect(rows.flatMap(({ checked }) => checked.issues)).toEqual([]);
});

it("rows that are hidden are read, and that is reported", async () => {
  const hidden = textRow(3, ["C-1", "bob@acme.example", ...person.slice(2), "4502"]).replace(
    "<row ",
    '<row hidden="1" ',
  );
  const { rows, fileIssues } = await readRows(textRow(2, [...person, "4501"]) + hidden);
  expect(rows).toHaveLength(2);
  expect(fileIssues).toMatchObject([{ code: "hidden_rows", message: expect.stringContaining("Row 3") }]);
});

describe("what holds no value or lies beyond the grid", () => {
  it("leaves no trace", async () => {
    const far =
      '<row r="1048576"><c r="XFD1048576" s="1"/></row><row r="4000000000"><c r="A4000000000"><v>1</v></c></row>';
    const { rows, isRefused } = await readRows(textRow(2, [...person, "4501"], '<c r="AAAAAAA2"><v>1</v></c>') + far);
    expect(rows.map(({ cells }) => cells.length)).toEqual([7]);
    expect(isRefused).toBe(false);
  });

  it("does not hide a value in the last corner: its row is named", async () => {
    const { rows } = await readRows(
      `${textRow(2, [...person, "4501"])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
    );
    expect(
      rows.map(({ at, checked }) => [
        at.row,
        checked.issues.filter(({ code }) => code === "cell_outside_table").length,
      ]),
    ).toEqual([
      [2, 0],
      [1_048_576, 1],
    ]);
  });
});

it("values far to the right in more than a thousand rows refuse the worksheet, and the row is named", async () => {
  const far = (row: number) => textRow(row, person, `<c r="XFD${row}"><v>1</v></c>`);
  const { fileIssues, count } = await readRows(Array.from({ length: 1_500 }, (_, at) => far(at + 2)).join(""));
  expect(fileIssues.map(({ code, at }) => [code, at.row])).toEqual([["cell_outside_table", 1_002]]);
  expect(count).toBeLessThanOrEqual(1_000);
});

it("a text that thousands of cells share counts as often as it is shown", async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => textRow(at + 2, person, `<c r="H${at + 2}" t="s"><v>0</v></c>`));
  const { fileIssues } = await readRows(rows.join(""), { strings: `<si><t>${"x".repeat(31_000)}</t></si>` });
  expect(fileIssues.map(({ code }) => code)).toContain("file_too_large");
});
