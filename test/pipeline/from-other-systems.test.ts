/** The exports in samples/from-other-systems, in the layouts of a CRM, a BroadWorks group and a PBX: a clean batch by their mapping alone, and told of in their own words. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";

const samples = fileURLToPath(new URL("../../samples/from-other-systems", import.meta.url));
const crm = "Account_2026-11-20.csv";
const broadworks = "DeZon_Group_Users.csv";
const pbx = "extensions.csv";

type Change = readonly [file: string, from: string, to: string];

/** A copy of the samples, with a cell or two written otherwise. */
async function withChanges(...changes: readonly Change[]) {
  const at = await operator();
  const folder = join(at.folder, "exports");
  await cp(samples, folder, { recursive: true });
  for (const [file, from, to] of changes) {
    const path = join(folder, file);
    const text = await readFile(path, "utf8");
    if (!text.includes(from)) throw new Error(`no ${from} in ${file}`);
    await writeFile(path, text.replace(from, to));
  }
  return { ...at, end: await at.apply(folder) };
}

/** Their words, and the column that is ours. */
async function errorsOf(end: { errors(): Promise<readonly Record<string, string>[]> }) {
  return (await end.errors())
    .filter(({ severity }) => severity === "error")
    .map(({ file, row, column, value, message }) => `${file}:${row} ${column} "${value}" ${message}`);
}

const linesOf = async (folder: string, name: string) =>
  (await readFile(join(folder, "failed", name), "utf8")).replace("\ufeff", "").trimEnd().split("\r\n");

async function mend(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  if (!text.includes(from)) throw new Error(`no ${from} in ${path}`);
  await writeFile(path, text.replace(from, to));
}

describe("exports of other systems", () => {
  it("are a clean batch by their mapping alone, and their second night changes nothing", async () => {
    const { end, apply } = await withChanges();
    expect(end.rows).toEqual([
      "templates.csv:2 create succeeded",
      ...[2, 3, 4].map((row) => `${crm}:${row} create succeeded`),
      ...[2, 3, 4, 5, 6].map((row) => `${broadworks}:${row} create succeeded`),
      ...[2, 3, 4, 5].map((row) => `${pbx}:${row} create succeeded`),
    ]);
    expect(await end.errors()).toEqual([]);
    expect(new Set((await apply(samples)).results.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
  });

  it("are reported in their own headers and cells, row by row, and come back as they were", async () => {
    const { end, retry } = await withChanges(
      [crm, "it@dezon.example.com", "it@dezon"],
      [crm, '"Cloud Voice"', '"Cloud Voice Max"'],
      [broadworks, "+31-701234502", "+31-7012345"],
      [pbx, "203,Omar", "2O3,Omar"],
      [pbx, "210,Werkplaats,,werkplaats@vandam.example.com", "210,Werkplaats,,"],
    );
    expect((await errorsOf(end)).filter((line) => !line.includes("Blocked"))).toEqual([
      `${crm}:2 admin_email "it@dezon" "it@dezon" is not an email address. In your file: column "Admin_Email__c".`,
      `${crm}:3 packages "Cloud Voice Max" There is no package "Cloud Voice Max". In your file: column "Voice_Product__c".`,
      `${broadworks}:3 phone_number "'+31-7012345" The number +317012345 is not one of the location's numbers. In your file: "+31-7012345" in column "Phone Number".`,
      `${pbx}:4 extension "2O3" "2O3" is not an extension: 2 to 10 digits. In your file: column "Number".`,
      `${pbx}:5 email "" email is blank. In your file: column "EmailAddress".`,
    ]);
    const sent = await readFile(join(end.folder, "..", "..", "..", "exports", crm), "utf8");
    expect(await linesOf(end.folder, "customers.csv")).toEqual(
      sent.replaceAll('"', "").split("\r\n").slice(0, 3).map(expect.stringContaining),
    );
    const failed = join(end.folder, "failed");
    await mend(join(failed, "customers.csv"), "it@dezon,", "it@dezon.example.com,");
    await mend(join(failed, "mapping.json"), '"Cloud Voice": "webex_calling"', '"Cloud Voice Max": "webex_calling"');
    await mend(join(failed, "users-DeZon_Group_Users.csv"), "+31-7012345,", "+31-701234502,");
    await mend(join(failed, "users-extensions.csv"), "2O3,Omar", "203,Omar");
    await mend(
      join(failed, "users-extensions.csv"),
      "210,Werkplaats,,,",
      "210,Werkplaats,,werkplaats@vandam.example.com,",
    );
    const again = await retry();
    expect(new Set(again.results.map(({ status }) => status))).toEqual(new Set(["succeeded"]));
    expect(again.results).toHaveLength(11);
  });
});
