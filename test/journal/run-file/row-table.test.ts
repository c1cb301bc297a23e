import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NewRow } from "../../../src/journal/run-file/row-table.ts";
import { text } from "../../../src/model/words/text.ts";
import { issueOf, newRow, runFileInMemory, sheetFile } from "../../support/run-files.ts";

/** Also what a damaged UTF-16 file has: NULs, and halves of characters. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("\0", "\ud83d", "\udcde", "'", '"', "\\", "\n", "\r", "=", "é", "\ufeff") }),
);

describe("staged rows", () => {
  it("come back in input order, whole, with their file", () => {
    const { files, rows } = runFileInMemory();
    const customers = files.add(sheetFile("customers"));
    const users = files.add(sheetFile("users", { file: "users-2.csv" }));
    rows.stage(customers, "customers", [newRow(2, { cells: ["acme", ""], key: "acme" })]);
    rows.stage(users, "users", [newRow(2, { unit: 7 }), newRow(5)]);
    files.setRowCount(users, 2);

    expect([...rows.all()]).toEqual([
      {
        id: 1,
        file: customers,
        row: 2,
        sheet: "customers",
        cells: ["acme", ""],
        key: "acme",
        unit: null,
        parent: null,
        verdict: "valid",
        blockedBy: null,
      },
      expect.objectContaining({ id: 2, file: users, row: 2, sheet: "users", unit: 7 }),
      expect.objectContaining({ id: 3, file: users, row: 5, sheet: "users", unit: null }),
    ]);
    expect(rows.address(3)).toEqual({ sheet: "users", file: "users-2.csv", row: 5 });
    expect([1, 2, 3].map(rows.sheetOf)).toEqual(["customers", "users", "users"]);
    expect(() => rows.sheetOf(4)).toThrow("no row 4");
    expect(files.all().map(({ file, rows: count }) => [file, count])).toEqual([
      ["customers.csv", 0],
      ["users-2.csv", 2],
    ]);
    expect(rows.nextId()).toBe(4);
    rows.stage(files.add(sheetFile("profiles")), "profiles", [newRow(2)]);
    expect(rows.sheetOf(4)).toBe("profiles");
    expect(files.has("users")).toBe(true);
    expect(files.has("locations")).toBe(false);
  });

  it("keep any text in their cells, to the letter", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText), { maxLength: 5 }), (given) => {
        const runFile = runFileInMemory();
        const file = runFile.files.add(sheetFile("users"));
        const rows = given.map((cells, index) => newRow(index, { cells }));
        runFile.rows.stage(file, "users", rows);
        expect([...runFile.rows.all()].map(({ cells }) => cells)).toEqual(given);
        runFile.close();
      }),
    );
  });

  it("keep any text in their keys exactly; the name of a template has a mark where SQLite cannot store the text", () => {
    fc.assert(
      fc.property(anyText, (key) => {
        const runFile = runFileInMemory();
        const file = runFile.files.add(sheetFile("templates"));
        runFile.rows.stage(file, "templates", [newRow(2, { key, unique: { match: key, second: key, third: key } })]);
        const marked = key.replaceAll("\0", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd");
        expect([...runFile.rows.all()].map((row) => row.key)).toEqual([key]);
        expect(runFile.rows.templateNames()).toEqual([marked]);
        runFile.close();
      }),
    );
  });

  it("are read whole when there are more than fit on a page", () => {
    const { files, rows } = runFileInMemory();
    const file = files.add(sheetFile("users"));
    for (let start = 0; start < 2_500; start += 500) {
      rows.stage(
        file,
        "users",
        Array.from({ length: 500 }, (_, index) => newRow(start + index, { unit: index % 2 })),
      );
    }
    expect([...rows.all()].map(({ row }) => row)).toEqual(Array.from({ length: 2_500 }, (_, index) => index));
    expect([...rows.ofUnit(1, "users")]).toHaveLength(1_250);
    expect([...rows.ofUnit(1, "locations")]).toEqual([]);
  });

  it("are found by the name of their template, the first one when there are two", () => {
    const { files, rows } = runFileInMemory();
    const file = files.add(sheetFile("templates"));
    rows.stage(file, "templates", [
      newRow(2, { unique: { match: "Calling NL" } }),
      newRow(3, { unique: { match: "Calling NL" } }),
      newRow(4, { unique: { match: "Suite" } }),
      newRow(5),
    ]);
    expect(rows.templateNamed("Calling NL")?.row).toBe(2);
    expect(rows.templateNamed("calling nl")).toBeUndefined();
    expect(rows.templateNames()).toEqual(["Calling NL", "Calling NL", "Suite"]);
    expect([...rows.ofTemplates()].map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  });
});

describe("issues", () => {
  it("make their row invalid when they are errors, staged or found later", () => {
    const { files, issues, rows } = runFileInMemory();
    const file = files.add(sheetFile("users"));
    const warning = issueOf(file, { severity: "warning", code: "smart_quotes" });
    rows.stage(file, "users", [newRow(2, { issues: [issueOf(file)] }), newRow(3, { issues: [warning] }), newRow(4)]);
    rows.addIssue(2, file, issueOf(file, { severity: "warning" }));
    expect([...rows.all()].map(({ verdict }) => verdict)).toEqual(["invalid", "valid", "valid"]);
    rows.addIssue(2, file, issueOf(file, { code: "duplicate_key" }));
    expect([...rows.all()].map(({ verdict }) => verdict)).toEqual(["invalid", "invalid", "valid"]);
    expect(issues.of(2).map(({ code }) => code)).toEqual(["smart_quotes", "required", "duplicate_key"]);
    expect(rows.count().warnings).toBe(2);
  });

  it("of a file as a whole belong to no row", () => {
    const { files, issues, rows } = runFileInMemory();
    const file = files.add(sheetFile("users"));
    rows.stage(file, "users", [newRow(2)]);
    rows.addIssue(undefined, file, issueOf(file, { code: "unknown_column" }));
    expect(issues.ofFiles().map(({ code }) => code)).toEqual(["unknown_column"]);
    expect(rows.row(1).verdict).toBe("valid");
  });

  it("come back as they were written", () => {
    const { files, issues, rows } = runFileInMemory();
    const file = files.add(sheetFile("users"));
    const issue = issueOf(file, { value: "a\u0000'\"\n", hint: text("type_value_again") });
    rows.addIssue(undefined, file, issue);
    expect(issues.ofFiles()).toEqual([issue]);
  });
});

describe("questions across rows", () => {
  it("finds rows of one sheet that share a value, in the order of the first ones", () => {
    const { files, rows } = runFileInMemory();
    const users = files.add(sheetFile("users"));
    const customers = files.add(sheetFile("customers"));
    rows.stage(customers, "customers", [newRow(2, { unique: { match: "b", second: "x" } })]);
    rows.stage(users, "users", [
      newRow(2, { unique: { match: "a", second: "x" } }),
      newRow(3, { unique: { match: "b" } }),
      newRow(4, { unique: { match: "c", second: "x" } }),
      newRow(5, { unique: { match: "b" } }),
      newRow(6, { unique: { match: "a" } }),
      newRow(7),
      newRow(8),
    ]);
    const groups = (kind: "match" | "second" | "third") =>
      rows.alike("users", kind).map((group) => group.map((id) => rows.row(id).row));
    expect(groups("match")).toEqual([
      [2, 6],
      [3, 5],
    ]);
    expect(groups("second")).toEqual([[2, 4]]);
    expect(groups("third")).toEqual([]);
    expect(rows.alike("customers", "match")).toEqual([]);
  });

  it("finds them also when they were staged far apart", () => {
    const { files, rows } = runFileInMemory();
    const users = files.add(sheetFile("users"));
    const same = (match: number) => newRow(match, { unique: { match: `user ${match}` } });
    for (const start of [0, 1_000, 2_000]) {
      rows.stage(
        users,
        "users",
        Array.from({ length: 1_000 }, (_, index) => same(start + index)),
      );
    }
    rows.stage(users, "users", [same(2_500), same(7), same(3_000)]);
    expect(rows.alike("users", "match")).toEqual([
      [8, 3_002],
      [2_501, 3_001],
    ]);
  });

  it("finds numbers that several rows claim, as ranges", () => {
    const { files, rows } = runFileInMemory();
    const file = files.add(sheetFile("locations"));
    const claim = (row: number, ...numbers: { from: number; to: number }[]) => newRow(row, { numbers });
    rows.stage(file, "locations", [
      claim(2, { from: 100, to: 199 }, { from: 500, to: 500 }),
      claim(3, { from: 150, to: 249 }),
      claim(4, { from: 160, to: 169 }, { from: 300, to: 300 }),
      claim(5, { from: 301, to: 301 }, { from: 500, to: 500 }),
    ]);
    expect([...rows.sharedNumbers()]).toEqual([
      { from: 150, to: 159, rows: [1, 2] },
      { from: 160, to: 169, rows: [1, 2, 3] },
      { from: 170, to: 199, rows: [1, 2] },
      { from: 500, to: 500, rows: [1, 4] },
    ]);
  });

  it("finds rows of one sheet that share a value with those of another", () => {
    const { files, rows } = runFileInMemory();
    const customers = files.add(sheetFile("customers"));
    const users = files.add(sheetFile("users"));
    rows.stage(customers, "customers", [newRow(2, { unique: { second: "ann@a.example" } }), newRow(3)]);
    rows.stage(users, "users", [
      newRow(2, { unique: { match: "bob@b.example" } }),
      newRow(3, { unique: { match: "ann@a.example" } }),
      newRow(4),
    ]);
    expect([...rows.alikeAcross(["users", "match"], ["customers", "second"])]).toEqual([{ row: 4, others: [1] }]);
  });

  it("counts users who draw on a limit, per customer and package", () => {
    const { files, rows, units } = runFileInMemory();
    const unit = units.add({ row: 1, reference: "C-1" });
    const file = files.add(sheetFile("users"));
    const draws = [{ package: "webex_calling", limit: 2 }];
    const drawing = (row: number, issues: NewRow["issues"] = []) => newRow(row, { unit, draws, issues });
    rows.stage(file, "users", [drawing(2), drawing(3), drawing(4, [issueOf(file)]), newRow(5, { unit })]);
    expect(rows.overdrawnLimits()).toEqual([]);
    rows.stage(file, "users", [drawing(6)]);
    expect(rows.overdrawnLimits()).toEqual([{ unit, row: 1, package: "webex_calling", limit: 2, users: 3 }]);
  });

  it("counts rows by sheet and verdict", () => {
    const { files, rows } = runFileInMemory();
    const file = files.add(sheetFile("users"));
    rows.stage(file, "users", [newRow(2, { issues: [issueOf(file)] }), newRow(3), newRow(4)]);
    expect(rows.count()).toEqual({
      verdicts: [
        { sheet: "users", verdict: "valid", rows: 2 },
        { sheet: "users", verdict: "invalid", rows: 1 },
      ],
      warnings: 0,
    });
  });
});

describe("blocking", () => {
  it("goes from a template to its customers, their locations and their users, each by the row that it needs", () => {
    const { files, rows, units } = runFileInMemory();
    const of = {
      templates: files.add(sheetFile("templates")),
      customers: files.add(sheetFile("customers")),
      locations: files.add(sheetFile("locations")),
      users: files.add(sheetFile("users")),
    };
    const template = rows.stage(of.templates, "templates", [newRow(2, { issues: [issueOf(1)] }), newRow(3)]);
    const blocked = units.add({ row: 3, reference: "blocked" });
    const good = units.add({ row: 4, reference: "good" });
    const outside = units.add({ reference: "outside" });
    rows.stage(of.customers, "customers", [
      newRow(2, { unit: blocked, parent: template }),
      newRow(3, { unit: good, parent: template + 1 }),
    ]);
    rows.stage(of.locations, "locations", [
      newRow(2, { unit: blocked }),
      newRow(3, { unit: good, issues: [issueOf(1)] }),
      newRow(4, { unit: good }),
      newRow(5, { unit: outside }),
    ]);
    rows.stage(of.users, "users", [
      newRow(2, { unit: blocked, parent: 5 }),
      newRow(3, { unit: good, parent: 6 }),
      newRow(4, { unit: good, parent: 7 }),
      newRow(5, { unit: good, parent: 4 }),
      newRow(6, { unit: outside }),
      newRow(7, { unit: blocked, issues: [issueOf(1)] }),
    ]);
    const expected = {
      "templates 2": "invalid",
      "templates 3": "valid",
      "customers 2": "blocked by 1",
      "customers 3": "valid",
      "locations 2": "blocked by 3",
      "locations 3": "invalid",
      "locations 4": "valid",
      "locations 5": "valid",
      "users 2": "blocked by 3",
      "users 3": "blocked by 6",
      "users 4": "valid",
      "users 5": "valid",
      "users 6": "valid",
      "users 7": "invalid",
    };
    const verdicts = () =>
      Object.fromEntries(
        [...rows.all()].map(({ sheet, row, verdict, blockedBy }) => [
          `${sheet} ${row}`,
          blockedBy === null ? verdict : `${verdict} by ${blockedBy}`,
        ]),
      );
    rows.blockDependents();
    expect(verdicts()).toEqual(expected);
    rows.blockDependents();
    expect(verdicts()).toEqual(expected);
  });
});
