import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type CsvRow, csvReader } from "../../../src/sheets/read/csv-rows.ts";

/** Rows of a text that comes in pieces of so many bytes. */
function rowsOf(text: string, delimiter = ",", length = Buffer.byteLength(text) || 1): readonly CsvRow[] {
  const reader = csvReader(delimiter);
  const bytes = Buffer.from(text);
  const rows: CsvRow[] = [];
  for (let start = 0; start < bytes.length; start += length) {
    rows.push(...reader.push(bytes.subarray(start, start + length)));
  }
  return [...rows, ...reader.finish()];
}

it("leaves blanks before a cell as they are in a file that holds no quote", () => {
  const reader = csvReader(",", { hasCarriageReturn: false, hasQuote: false });
  const rows = [...reader.push(Buffer.from("a, b,\t c\n  ,d\n")), ...reader.finish()];
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["a", " b", "\t c"],
    ["  ", "d"],
  ]);
});

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

/** Each row's cells, and what is odd about it. */
function oddRows(text: string, delimiter = ","): readonly (readonly string[])[] {
  return rowsOf(text, delimiter).map(({ cells, oddities }) => [...cells, ...oddities]);
}

describe("quotes", () => {
  it("are reported when text follows the closing one", () => {
    expect(oddRows('"Acme" B.V.,x\n"b",y\n"""c""",z')).toEqual([
      ['"Acme" B.V.', "x", "stray_quote"],
      ["b", "y"],
      ['"c"', "z"],
    ]);
  });

  it("open a cell after a blank too, also one with delimiters and line breaks", () => {
    expect(oddRows('a, "b,c"\nd,  "e\n""f""" ,g\nh, i"j')).toEqual([
      ["a", "b,c", "blank_before_quote"],
      ["d", 'e\n"f"', "g", "blank_before_quote"],
      ["h", 'i"j'],
    ]);
    expect(oddRows('a\t "b"\t\t"c"', "\t")).toEqual([["a", "b", "", "c", "blank_before_quote"]]);
  });

  it("around a whole line are those of one cell where a quote within it opens a cell that nothing closes", () => {
    expect(cellsOf('a,b\n"c,""d,e"\nf,g\n')).toEqual([["a", "b"], ['c,"d,e'], ["f", "g"]]);
  });

  it("around a whole line are taken off, also when other delimiters follow", () => {
    expect(oddRows('a,b\n"c,""d, e"",f"\n"g,""h, i"";j";;;\n"k"\n')).toEqual([
      ["a", "b"],
      ["c", "d, e", "f", "quoted_line"],
      ["g", '"h, i";j', "quoted_line"],
      ["k"],
    ]);
  });

  it("that nothing closes are found with the row in which they open", () => {
    expect(endOf(['a\nb\n"c\nd\n'])).toEqual({ reason: "open_quote", row: 3 });
    expect(endOf(['a\n"b"\n'])).toBeUndefined();
  });
});

describe("rows that are far too large", () => {
  const piece = (text: string) => Buffer.from(text.repeat(Math.ceil(60_000 / text.length)));

  it("do not fill the memory, and the rows behind them are read", () => {
    const reader = csvReader(",");
    const rows = [...reader.push(Buffer.from('a,b\n"'))];
    for (let count = 0; count < 400; count += 1) rows.push(...reader.push(piece("some text\n")));
    rows.push(...reader.push(Buffer.from('",c\r\nd,"e, f"\ng,h\n')), ...reader.finish());
    expect(rows.map(({ row, oddities }) => [row, ...oddities])).toEqual([[1], [2, "too_large"], [3], [4]]);
    expect(rows[1]?.cells[0]?.length).toBeLessThan(100_000);
    expect(rows[1]?.cells[1]).toBe("c");
    expect(rows.slice(2).map(({ cells }) => cells)).toEqual([
      ["d", "e, f"],
      ["g", "h"],
    ]);
    expect(reader.end).toBeUndefined();
  });

  it("are given up when they are nothing but doubled quotes", () => {
    const reader = csvReader(",");
    reader.push(Buffer.from('x\n"'));
    for (let count = 0; count < 400 && !reader.end; count += 1) reader.push(piece('""'));
    expect(reader.end).toEqual({ reason: "open_quote", row: 2 });
  });

  it("keep no more cells than a spreadsheet has columns", () => {
    const reader = csvReader(",");
    for (let count = 0; count < 400; count += 1) reader.push(piece(","));
    const [row] = reader.push(Buffer.from("\na,b\n"));
    expect(row?.cells).toHaveLength(20_000);
    expect(row?.oddities).toEqual(["too_large"]);
    expect(reader.finish().map(({ row: number, cells }) => [number, ...cells])).toEqual([[2, "a", "b"]]);
  });

  it("have an open quote that is found at the end of the file", () => {
    const reader = csvReader(",");
    reader.push(Buffer.from('x\n"'));
    for (let count = 0; count < 400; count += 1) reader.push(piece("some text\n"));
    expect(reader.end).toBeUndefined();
    expect(reader.finish()).toEqual([]);
    expect(reader.end).toEqual({ reason: "open_quote", row: 2 });
  });
});

function endOf(pieces: readonly string[]) {
  const reader = csvReader(",");
  for (const piece of pieces) reader.push(Buffer.from(piece));
  reader.finish();
  return reader.end;
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
    const line = fc.array(either, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(","));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const text = lines.map((each) => `${each}\n`).join("");
        expect(cellsOf(text)).toEqual(parse(text, { relax_column_count: true, record_delimiter: "\n", ltrim: true }));
      }),
    );
  });
});
