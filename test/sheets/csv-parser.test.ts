import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type CsvRow, csvParser } from "../../src/sheets/csv-parser.ts";

/** Rows of a text that comes in pieces of this length. */
function rowsOf(text: string, delimiter = ",", length = text.length || 1): readonly CsvRow[] {
  const parser = csvParser(delimiter);
  const rows: CsvRow[] = [];
  for (let start = 0; start < text.length; start += length)
    rows.push(...parser.push(text.slice(start, start + length)));
  return [...rows, ...parser.finish().rows];
}

function cellsOf(text: string, delimiter = ",", length?: number): readonly (readonly string[])[] {
  return rowsOf(text, delimiter, length).map(({ cells }) => cells);
}

test.each([
  [
    "a,b\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a,b\r\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a,b\rc,d\r",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a,\n,b",
    [
      ["a", ""],
      ["", "b"],
    ],
  ],
  ["a\n\nb", [["a"], [""], ["b"]]],
  ['"a,b","c\r\nd"', [["a,b", "c\r\nd"]]],
  ['"say ""hi""",x', [['say "hi"', "x"]]],
  ['"",""""', [["", '"']]],
  ['5" disk,x', [['5" disk', "x"]]],
  ['"a" ,x', [["a", "x"]]],
  ['"a"\n', [["a"]]],
  ["", []],
  ["a,", [["a", ""]]],
])("%j", (text, cells) => {
  expect(cellsOf(text)).toEqual(cells);
});

describe("row numbers", () => {
  it("count rows as a spreadsheet does: blank ones too, and quoted line breaks not", () => {
    const rows = rowsOf('h\n"a\nb"\n\n\r\nc');
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, "h"],
      [2, "a\nb"],
      [3, ""],
      [4, ""],
      [5, "c"],
    ]);
  });
});

describe("quotes", () => {
  it("are reported when text follows the closing one", () => {
    const rows = rowsOf('"Acme" B.V.,x\n"b",y');
    expect(rows.map(({ cells, hasStrayQuote }) => [...cells, hasStrayQuote])).toEqual([
      ["Acme B.V.", "x", true],
      ["b", "y", false],
    ]);
  });

  it("that nothing closes are found with the row in which they open", () => {
    expect(csvOpenQuote('a\nb\n"c\nd\n')).toBe(3);
    expect(csvOpenQuote('a\n"b"\n')).toBeUndefined();
  });

  it("that stay open do not fill the memory", () => {
    const parser = csvParser(",");
    parser.push('"');
    for (let count = 0; count < 100; count += 1) parser.push("x".repeat(10_000));
    const [row] = parser.push('",y\n');
    expect(row?.cells[0]?.length).toBeLessThan(100_000);
    expect(row?.cells[1]).toBe("y");
  });
});

function csvOpenQuote(text: string): number | undefined {
  const parser = csvParser(",");
  parser.push(text);
  return parser.finish().openQuote;
}

describe("any cells", () => {
  const cell = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r", " ", "\t", "|") });
  const sheet = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  const quoted = (rows: readonly (readonly string[])[], delimiter: string, end: string) =>
    rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter) + end).join("");

  it("survive quoting, with each delimiter and line end, cut anywhere", () => {
    const delimiter = fc.constantFrom(",", ";", "\t", "|");
    const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
    fc.assert(
      fc.property(sheet, delimiter, lineEnd, fc.integer({ min: 1, max: 9 }), (rows, by, end, length) => {
        expect(cellsOf(quoted(rows, by, end), by, length)).toEqual(rows);
      }),
    );
  });

  it("are the same whole or cut, even when the text is no good CSV", () => {
    const text = fc.string({ maxLength: 40, unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ") });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (written, length) => {
        expect(rowsOf(written, ",", length)).toEqual(rowsOf(written));
      }),
    );
  });

  it("are what csv-parse makes of them", () => {
    const plain = fc.string({ maxLength: 6, unit: fc.constantFrom("a", "b", " ", ";", "é") });
    const either = fc.oneof(
      plain,
      cell.map((each) => `"${each.replaceAll('"', '""')}"`),
    );
    const line = fc.array(either, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const text = lines.map((each) => `${each}\n`).join("");
        expect(cellsOf(text)).toEqual(parse(text, { relax_column_count: true, record_delimiter: "\n" }));
      }),
    );
  });
});
