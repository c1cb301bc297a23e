import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { toCsv } from "../../src/report/csv-file.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "é", " ", '"', ",", ";", "\t", "\n", "\r", "'", "=") });
const records = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

it.each([",", ";", "\t"])("what is written with %j reads the same, and is what csv-stringify writes", (delimiter) => {
  fc.assert(
    fc.property(records, (rows) => {
      const text = toCsv(rows, delimiter);
      expect(parse(text, { delimiter, record_delimiter: "\r\n" })).toEqual(rows);
      const options = { delimiter, record_delimiter: "windows", quoted_match: /[\r\n]/ };
      expect(text).toBe(stringify(rows, options));
    }),
  );
});
