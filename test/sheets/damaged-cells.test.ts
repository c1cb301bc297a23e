/** What programs do to cells: what is damage, and what only looks like it. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheetNames } from "../../src/model/sheet.ts";
import { isFormulaError } from "../../src/sheets/cells/formula-errors.ts";
import { codeOf, showUnseen } from "../../src/sheets/cells/odd-characters.ts";
import { columnsOf } from "../../src/sheets/describe/describe-columns.ts";
import { isDate } from "../../src/sheets/read/dates-in-cells.ts";
import { readEntities } from "../../src/sheets/read/html-entities.ts";
import { readMojibake } from "../../src/sheets/read/mojibake.ts";
import { checkWith, namesOf } from "./rows.ts";

describe("a date", () => {
  it.each([
    "3-mrt",
    "mrt-03",
    "MAR-3",
    "1-Jan",
    "03-avr",
    "3.mar",
    "03. Mrz",
    "12-3-2026",
    "2026-03-04 00:00:00",
    "2026-03-04T00:00",
    "04.03.2026",
    "3/4/26",
    "3月4日",
    "2026年3月4日",
    "01-ago",
    "3-lis",
    "12-des",
    "5-okt-26",
  ])("is %j, also in a name", (text) => {
    expect([isDate(text), isDate(text, true)]).toEqual([true, true]);
  });

  it.each(["3 maart 2026", "May 2026", "woensdag 4 maart 2026", "March 4, 2026", "12:30"])(
    "is %j, and not in a name",
    (text) => {
      expect([isDate(text), isDate(text, true)]).toEqual([true, false]);
    },
  );

  it.each([
    "DEC-1001",
    "NL-1001",
    "CUST-001",
    "Marina 3",
    "april",
    "10.0.0.1",
    "99-99-99",
    "1.2.3",
    "PRO-12",
    "SET-3",
    "OUT-3",
    "126 Main St",
    "3-5",
    "4501",
    "Place du 8 Mai 1945",
  ])("is not %j", (text) => {
    expect([isDate(text), isDate(text, true)]).toEqual([false, false]);
  });
});

it.each(["#1", "#12 hoog", "#Yes!", "C#", "Err: none", "Note: 512", "#", "# 4"])(
  "%j is not a formula error",
  (text) => {
    expect(isFormulaError(text)).toBe(false);
  },
);

it.each([
  "Müller",
  "Zoë",
  "São Tomé",
  "Škoda",
  "Ångström",
  "ÖÄÜ",
  "Łódź",
  "Ñandú",
  "東京",
  "Ελλάδα",
  "Ã",
  "ÂÊ",
  "Straße",
])("%j was read in the right encoding", (text) => {
  expect(readMojibake(text)).toBeUndefined();
});

it("text in UTF-8 that was read as Windows-1252 is read back, whatever it says", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."éèëüöäßñçåøÉÖÜłšž’“–€"), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, (text) => {
      const wrong = new TextDecoder("windows-1252").decode(Buffer.from(text));
      expect(readMojibake(`Anna ${wrong}`)).toBe(`Anna ${text}`);
    }),
  );
});

it.each(["AT&T", "R&D;", "a & b; c", "&unknown;", "&;"])("%j has no code of HTML", (text) => {
  expect(readEntities(text)).toBeUndefined();
});

it("shows what cannot be seen by its code point", () => {
  expect(showUnseen("\u202aNL-1\u00a0x é")).toBe("<U+202A>NL-1<U+00A0>x é");
  expect(codeOf("😀")).toBe("U+1F600");
});

it("of a damaged cell a message never shows two texts that look alike", () => {
  const odd = fc.constantFrom("\u202a", "\u200b", "\u00ad", "\u2066", "\ufeff", "\u00a0", "\u3000", "\u2028", "\u001f");
  const column = fc.constantFrom(
    "customer",
    "email",
    "first_name",
    "package",
    "location",
    "phone_number",
    "extension",
    "roles",
  );
  fc.assert(
    fc.property(column, odd, (name, character) => {
      const { issues } = checkWith("users", { [name]: `ab${character}cd` });
      expect(issues.length).toBeGreaterThan(0);
      for (const { message, hint = "" } of issues) expect(message + hint).not.toContain(character);
    }),
  );
});

it("a cell full of damage is reported in a bounded number of lines, and in little time", () => {
  const long = "\u202a&amp;3-mrt;".repeat(2_000);
  const names = namesOf(checkWith("customers", { name: long, packages: long, address_line1: long }).issues);
  expect(names.length).toBeLessThan(20);
});

const bombs = [
  "a;",
  "=;",
  ";",
  "a=1;",
  "a=;",
  "webex_caling;",
  "full_admin;",
  "+3110;",
  "+31104100000-+3110410;",
  "\u202a;",
  "1-dec;",
];
const everyColumn = sheetNames.flatMap((sheet) => columnsOf(sheet).map(({ name }) => [sheet, name] as const));

it.each(everyColumn)("%s %s: a cell of thousands of bad parts is reported in a few short messages", (sheet, column) => {
  for (const part of bombs) {
    const { issues } = checkWith(sheet, { [column]: part.repeat(32_000 / part.length) });
    expect([part, issues.length]).toEqual([part, expect.toSatisfy((count: number) => count <= 30)]);
    for (const { message, hint = "", value = "" } of issues)
      expect([part, `${message}${hint}${value}`.length]).toEqual([
        part,
        expect.toSatisfy((size: number) => size < 3_000),
      ]);
  }
});
