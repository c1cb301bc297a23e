/** What OpenDocument writes once and means many times is read as far as it can be a list of rows. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { zipOf } from "../../support/workbook-builder.ts";
import { readAll, sourceOf } from "../reading.ts";

const names = "urn:oasis:names:tc:opendocument:xmlns";
const header = ["customer", "email", "first_name", "last_name", "package"];

function rowXml(texts: readonly string[], { rows = 1, columns = 1 } = {}): string {
  const cells = texts.map(
    (text) =>
      `<table:table-cell office:value-type="string" table:number-columns-repeated="${columns}"><text:p>${text}</text:p></table:table-cell>`,
  );
  return `<table:table-row table:number-rows-repeated="${rows}">${cells.join("")}</table:table-row>`;
}

async function readOds(rows: readonly string[]) {
  const path = join(await makeTemporaryFolder(), "users.ods");
  const table = `<table:table table:name="users">${[rowXml(header), ...rows].join("")}</table:table>`;
  const content = `<office:document-content xmlns:office="${names}:office:1.0" xmlns:table="${names}:table:1.0" xmlns:text="${names}:text:1.0" xmlns:draw="${names}:drawing:1.0"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`;
  await writeFile(path, zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content }));
  return readAll(sourceOf(path, "users", "users"));
}

describe("rows that are repeated", () => {
  const same = ["C-1", "ann@acme.example", "Ann", "Vos", "webex_meetings"];

  it("are rows like any other", async () => {
    const { rows, isRefused } = await readOds([rowXml(same, { rows: 3 }), rowXml(same)]);
    expect([rows.map(({ at }) => at.row), isRefused]).toEqual([[2, 3, 4, 5], false]);
  });

  it("refuse the worksheet where they are too many in all, however they are written", async () => {
    const { fileIssues, count } = await readOds(Array.from({ length: 20 }, () => rowXml(["x"], { rows: 600 })));
    expect(fileIssues.map(({ code, at }) => [code, at.row])).toEqual([["file_too_large", 2 + 16 * 600]]);
    expect(count).toBeLessThanOrEqual(10_020);
  });
});

it("values over all columns in more than a thousand rows refuse the worksheet, and the row is named", async () => {
  const wide = Array.from({ length: 1_100 }, () => rowXml(["x"], { columns: 16_384 }));
  const { fileIssues } = await readOds(wide);
  expect(fileIssues.map(({ code, at }) => [code, at.row])).toEqual([["cell_outside_table", 1_002]]);
});

it("a row that has one, and is repeated, counts as often as it is", async () => {
  const { fileIssues } = await readOds([rowXml(["x"], { rows: 1_100, columns: 16_384 })]);
  expect(fileIssues.map(({ code, at }) => [code, at.row])).toEqual([["cell_outside_table", 2]]);
});

describe("what a cell shows", () => {
  const wordsOf = async (inside: string) => {
    const cell = `<table:table-cell office:value-type="string">${inside}</table:table-cell>`;
    const { rows } = await readOds([`<table:table-row>${cell.repeat(3)}</table:table-row>`]);
    return rows[0]?.cells[2];
  };

  it.each([
    ["a text with a link", "<text:p><text:a>An</text:a><text:span>n</text:span></text:p>"],
    ["a text, with blanks between the elements", "\n  <text:p>Ann</text:p>\n  "],
    [
      "a text, without how it is pronounced",
      "<text:p><text:ruby><text:ruby-base>Ann</text:ruby-base><text:ruby-text>spoken</text:ruby-text></text:ruby></text:p>",
    ],
    [
      "a text, without what is drawn on it",
      "<draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame><text:p>Ann</text:p>",
    ],
    [
      "a text, without a note on it",
      "<office:annotation><text:p>note</text:p></office:annotation><text:p>Ann</text:p>",
    ],
  ])("is %s", async (_what, inside) => {
    expect(await wordsOf(inside)).toBe("Ann");
  });
});
