/** Files in their own headers and values: what becomes of them, and what a person is told in their words. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isError } from "../../src/model/issue.ts";
import type { RowOutcome } from "../../src/model/run-report.ts";
import type { WrittenMapping } from "../../src/model/written-mapping.ts";
import { fix } from "../../src/pipeline/fix.ts";
import { comparableState } from "../support/comparable-state.ts";
import { semicolons, writeMapped } from "../support/mapped-batch.ts";
import { operator } from "../support/operator.ts";

const customers = [{ hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509" }];
const parents = { templates: [{}], customers };

const header = ["Toestel", "Naam", "E-mail", "Doorkies", "Profiel", "Opmerking"];
const mapping: WrittenMapping = {
  users: {
    files: "toestellen*.csv",
    headers: { Toestel: "extension", "E-mail": "email", Doorkies: "phone_number", Profiel: "package", Opmerking: "" },
    split: [{ header: "Naam", into: ["first_name", "last_name"] }],
    constants: { customer: "C1", location: "Head Office" },
    values: { package: { Basis: "webex_calling" } },
    prefix: { phone_number: "+31" },
  },
};

/** Customers first; then the users as the PBX has them. */
async function withUsers(rows: readonly (readonly string[])[], given: WrittenMapping = mapping) {
  const at = await operator();
  await at.apply(parents);
  const folder = await writeMapped(at.folder, "pbx", { "toestellen.csv": semicolons(header, ...rows) }, given);
  return { ...at, end: await at.apply(folder) };
}

const good = ["4501", "Anna de Vries", "anna@example.com", "020 123 4501", "Basis", "balie"];

describe("a file that is mapped", () => {
  it("makes the same as one in our columns", async () => {
    const { webex, end } = await withUsers([good, ["4502", "Bo Smit", "bo@example.com", "", "basis", ""]]);
    const other = await operator();
    await other.apply(parents);
    const ours = { package: "webex_calling", location: "Head Office" };
    await other.apply({
      users: [
        {
          ...ours,
          email: "anna@example.com",
          first_name: "Anna",
          last_name: "de Vries",
          phone_number: "+31201234501",
          extension: "4501",
        },
        { ...ours, email: "bo@example.com", first_name: "Bo", last_name: "Smit", extension: "4502" },
      ],
    });
    expect(end.rows).toEqual(["toestellen.csv:2 create succeeded", "toestellen.csv:3 create succeeded"]);
    expect(comparableState(await webex.state())).toEqual(comparableState(await other.webex.state()));
  });

  it("is reported in its own headers and values; the column is the one of the sheet", async () => {
    const { end } = await withUsers([
      ["4501", "Receptie", "receptie@example.com", "", "Basis", ""],
      ["4502", "Bo Smit", "bo@example.com", "", "Premium", ""],
      ["4503", "Cas Bos", "cas@", "020 999 4503", "Basis", ""],
    ]);
    const errors = (await end.errors()).filter(({ severity }) => severity === "error");
    expect(errors.map(({ row, column, value, message }) => [row, column, value, message])).toEqual([
      ["2", "last_name", "Receptie", 'last_name is blank. In your file: "Receptie" in column "Naam".'],
      ["3", "package", "Premium", 'There is no package "Premium". In your file: column "Profiel".'],
      ["4", "email", "cas@", '"cas@" is not an email address. In your file: column "E-mail".'],
    ]);
    expect(errors[1]?.hint).toContain('add "Premium" to users.values.package in mapping.json');
  });

  it("comes back in failed/ as it was, and is read from there by its mapping", async () => {
    const { retry, end, webex } = await withUsers([
      good,
      ["4502", "Receptie", "receptie@example.com", "", "Basis", "x"],
    ]);
    const failed = join(end.folder, "failed", "users.csv");
    const text = await readFile(failed, "utf8");
    expect(text.replace("\ufeff", "").split("\r\n").slice(0, 2)).toEqual([
      header.join(";"),
      "4502;Receptie;receptie@example.com;;Basis;x",
    ]);
    await writeFile(failed, text.replace(";Receptie;", ";Rita Receptie;"));
    const again = await retry();
    expect(again.rows).toEqual(["users.csv:2 create succeeded"]);
    expect(JSON.stringify(await webex.state())).toContain("receptie@example.com");
  });

  it("is applied from its file in failed/ alone", async () => {
    const { apply, end } = await withUsers([["4502", "Receptie", "receptie@example.com", "", "Basis", "x"]]);
    const failed = join(end.folder, "failed", "users.csv");
    await writeFile(failed, (await readFile(failed, "utf8")).replace(";Receptie;", ";Rita Receptie;"));
    expect((await apply(failed)).rows).toEqual(["users.csv:2 create succeeded"]);
  });

  it("is mended for all its rows in the mapping of failed/", async () => {
    const { retry, end } = await withUsers([
      ["4501", "Bo Smit", "bo@example.com", "", "Premium", ""],
      ["4502", "Cas Bos", "cas@example.com", "", "Premium", ""],
    ]);
    const path = join(end.folder, "failed", "mapping.json");
    const own = JSON.parse(await readFile(path, "utf8"));
    own.users.values.package.Premium = "webex_calling";
    await writeFile(path, JSON.stringify(own));
    expect((await retry()).rows).toEqual(["users.csv:2 create succeeded", "users.csv:3 create succeeded"]);
  });

  it("is repaired by fix in its own cells, where the repair makes the column right", async () => {
    const at = await withUsers([
      ["4501", "Bo Smit", "mailto:bo@example.com", "", "Basis", ""],
      ["4502", "Cas\u00a0\u200bBos", "cas@example.com", "", "Basis", ""],
    ]);
    const { stateFolder } = at;
    const fixed = await fix({ stateFolder, language: "en", confirm: async () => true });
    expect(fixed.cells.map(({ column, after }) => [column, after])).toEqual([["E-mail", "bo@example.com"]]);
    expect((await at.retry()).rows).toContain("users.csv:2 create succeeded");
  });
});

describe("a saved plan", () => {
  it("names the mapping that it was made with", async () => {
    const at = await operator();
    await at.apply(parents);
    const folder = await writeMapped(at.folder, "export", { "toestellen.csv": semicolons(header, good) });
    const named = join(folder, "pbx.json");
    await writeFile(named, JSON.stringify(mapping));
    const planned = await at.plan(folder, { batch: { inputs: [folder], mapping: named } });
    expect(planned.plan.mapping).toBe(named);
    expect(planned.plan.rows.map(({ at: { file, row }, action }) => `${file}:${row} ${action}`)).toEqual([
      "toestellen.csv:2 create",
    ]);
  });
});

describe("rows that a program gives", () => {
  it("are read by the mapping that it gives with them", async () => {
    const { validate } = await import("../../src/index.ts");
    const rows: RowOutcome[] = [];
    const batch = {
      rows: {
        users: [{ Toestel: 4501, Naam: "Receptie", "E-mail": "r@example.com", Doorkies: null, Profiel: "Basis" }],
      },
      mapping: {
        users: {
          ...mapping.users,
          files: "users",
          headers: { Toestel: "extension", "E-mail": "email", Profiel: "package", "*": "" },
        },
      },
    } as const;
    await validate({ batch, onRow: (row) => void rows.push(row) });
    expect(rows.map(({ key, problems }) => [key, problems.find(isError)?.column])).toEqual([
      ["r@example.com", "last_name"],
    ]);
  });
});
