/** Rows that a program gives take the road of those of a file: the same header, the same checks, nothing lost. */
import { describe, expect, it } from "vitest";
import type { RowObjects } from "../../../src/sheets/read/read-objects.ts";
import { type CheckedRow, readSheet } from "../../../src/sheets/read/read-sheet.ts";

async function read(rows: RowObjects) {
  const header: string[] = [];
  const checked: CheckedRow[] = [];
  const issues: string[] = [];
  for await (const event of readSheet({ sheet: "users", file: "users", path: "users", rows }, {})) {
    if (event.kind === "header") header.push(...event.file.header);
    if (event.kind === "rows") checked.push(...event.rows);
    if (event.kind === "issues") issues.push(...event.issues.map(({ code }) => code));
  }
  return { header, checked, issues };
}

const ann = {
  customer: "NL-1",
  email: "ann@example.com",
  first_name: "Ann",
  last_name: "Vos",
  package: "webex_meetings",
};

function* many(count: number, last: object) {
  for (let at = 1; at < count; at += 1) yield { ...ann, email: `user${at}@example.com` };
  yield { ...ann, ...last };
}

describe("objects as rows", () => {
  it.each([
    ["an array", [ann]],
    ["a generator", many(1, {})],
    [
      "an asynchronous generator",
      (async function* () {
        yield ann;
      })(),
    ],
  ])("come from %s", async (_, rows) => {
    const { checked, issues } = await read(rows);
    expect(checked.map(({ at, checked: { issues: own } }) => [at, own])).toEqual([
      [{ sheet: "users", file: "users", row: 2 }, []],
    ]);
    expect(issues).toEqual([]);
  });

  it("have the names of all first rows, in the order in which they come", async () => {
    const { header, checked } = await read([ann, { ...ann, extension: 4501, Locatie: "Utrecht" }]);
    expect(header).toEqual([...Object.keys(ann), "extension", "Locatie"]);
    expect(checked.map(({ cells }) => cells.slice(-2))).toEqual([
      ["", ""],
      ["4501", "Utrecht"],
    ]);
  });

  it("are cells as a sheet has them: lists with semicolons, yes and no, nothing", async () => {
    const { checked } = await read([{ ...ann, roles: ["full_admin", "device_admin"], a: true, b: null, c: undefined }]);
    expect(checked[0]?.cells.slice(-4)).toEqual(["full_admin;device_admin", "yes", "", ""]);
  });

  it("say what a spreadsheet has done to a number also here", async () => {
    const { checked } = await read([{ ...ann, phone_number: 31201234567 }]);
    expect(checked[0]?.checked.issues.map(({ code }) => code)).toContain("phone_lost_plus");
  });

  it("report an unknown name, and a missing one", async () => {
    expect((await read([{ ...ann, emial: "x" }])).issues).toEqual(["unknown_column"]);
    expect((await read([{ customer: "NL-1", last_name: "Vos", package: "x" }])).issues).toContain("missing_column");
  });

  it("may be none", async () => {
    const { checked, issues } = await read([]);
    expect([checked, issues]).toEqual([[], ["no_rows"]]);
  });

  it("may be many, and keep their numbers", async () => {
    const { checked } = await read(many(2_500, {}));
    expect(checked).toHaveLength(2_500);
    expect(checked.at(-1)?.at.row).toBe(2_501);
  });

  it("refuse a name that comes too late to be a column, rather than lose it", async () => {
    await expect(read(many(2_500, { extension: "4501" }))).rejects.toThrow(
      'users:2501 has "extension", which none of the first 1000 rows has.',
    );
  });

  it("refuse a value that is no cell", async () => {
    const wrong = [{ ...ann, first_name: { given: "Ann" } }] as unknown as RowObjects; // as JavaScript may
    await expect(read(wrong)).rejects.toThrow('users:2: the value of "first_name" is not a text');
  });

  it("let through what their source throws", async () => {
    const broken = (async function* () {
      yield ann;
      throw new Error("the database is gone");
    })();
    await expect(read(broken)).rejects.toThrow("the database is gone");
  });
});
