import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvPieces, toCsv } from "../../src/storage/csv-text.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "é", " ", '"', ",", ";", "\t", "\n", "\r", "'", "=", "|") });
const records = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

it.each([",", ";", "\t", "|"])("what is written with %j reads the same", (delimiter) => {
  fc.assert(
    fc.property(records, (rows) => {
      expect(parse(toCsv(rows, { delimiter }), { delimiter, record_delimiter: "\r\n" })).toEqual(rows);
    }),
  );
});

it("has one mark of its encoding and a line for each row, in however many pieces it comes", () => {
  const { add, finish } = csvPieces(["a", "b"], { protect: (text) => text.toUpperCase() });
  const rows = Array.from({ length: 1234 }, (_, index) => ["x", String(index)]);
  const pieces = [...rows.map(add), finish()].filter((piece) => piece !== undefined);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join("")).toBe(
    `\uFEFF${[["A", "B"], ...rows].map(([x, y]) => `${x?.toUpperCase()},${y}\r\n`).join("")}`,
  );
});
