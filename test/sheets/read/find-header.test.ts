import { describe, expect, it } from "vitest";
import { headerFinder } from "../../../src/sheets/read/find-header.ts";

const header = ["customer", "email", "first_name", "last_name", "package"];
const blank = ["", ""];
const ann = ["NL-1", "ann@example.com", "Ann", "Visser", "webex_calling"];

function find(rows: readonly (readonly string[])[]) {
  const finder = headerFinder({ sheet: "users", file: "users.csv" }, undefined);
  const numbered = rows.map((cells, index) => ({ row: index + 1, cells }));
  for (const row of numbered) {
    const found = finder.take([row]);
    if (found) return { ...found, rows: [...found.rows, ...numbered.slice(row.row)] };
  }
  return finder.finish();
}

const codesOf = (found: ReturnType<typeof find>) =>
  [...(found?.flaws ?? []), ...(found?.issues ?? [])].map(({ code }) => code);

describe("the header of a file", () => {
  it("is its first row, when that has every column", () => {
    const found = find([header, ann]);
    expect(found).toMatchObject({ header, rows: [{ row: 2 }] });
    expect(codesOf(found)).toEqual([]);
  });

  it.each([
    ["a title and a blank line", [["Users"], blank]],
    ["a row of groups that are columns too", [["Customer", "Person", "", "", "Package"]]],
    ["nineteen rows", Array.from({ length: 19 }, () => ["Remark"])],
  ])("is found below %s, which is said", (_, above) => {
    const found = find([...above, header, ann]);
    expect(found?.rows.map(({ row }) => row)).toEqual([above.length + 2]);
    expect(codesOf(found)).toEqual(["rows_above_header"]);
    expect(found?.flaws[0]?.message).toMatchObject({ values: { row: above.length + 1 } });
  });

  it("is not looked for below the twentieth row", () => {
    const found = find([...Array.from({ length: 20 }, () => ["Remark"]), header, ann]);
    expect(codesOf(found)).toEqual(["no_header"]);
  });

  it("is found below any number of blank rows, and those are not reported", () => {
    expect(codesOf(find([...Array.from({ length: 30 }, () => blank), header, ann]))).toEqual([]);
  });

  it("is the row with most of our columns, when none has all of them", () => {
    const found = find([["Users of", "Customer"], header.slice(0, 3), ann, ann]);
    expect(found?.header).toEqual(header.slice(0, 3));
    expect(codesOf(found)).toEqual(["rows_above_header", "missing_column", "missing_column"]);
  });

  it("does not have the delimiters of another program behind its last cell, and its rows do not either", () => {
    const found = find([[...header, "roles;;;"], ann]);
    expect(found?.header).toEqual([...header, "roles"]);
    expect(found?.withoutExtras?.({ row: 2, cells: [...ann, "user_admin;device_admin;;;"] }).cells.at(-1)).toBe(
      "user_admin;device_admin",
    );
    expect(found?.withoutExtras?.({ row: 2, cells: [...ann, "user_admin;;;;"] }).cells.at(-1)).toBe("user_admin;");
    expect(codesOf(found)).toEqual(["delimiters_at_line_end"]);
  });

  it("is in no blank file", () => {
    expect(find([blank, blank])).toBeUndefined();
  });
});
