/** What somebody types who has no sheets yet, or an error that they do not know. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { sheetNames } from "../../src/model/sheet.ts";
import { jsonSchemaOf } from "../../src/sheets/describe/json-schema.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

describe("init", () => {
  it.each([
    ["csv", ["customers.csv", "locations.csv", "profiles.csv", "templates.csv", "users.csv"]],
    ["xlsx", ["batch.xlsx"]],
  ])("as %s writes sheets that are right, and says what comes next", async (format, files) => {
    const folder = await makeTemporaryFolder();
    const begun = await runHere(["init", "my-batch", "--format", format], folder);
    expect(begun).toMatchObject({
      code: 0,
      out: "",
      err: expect.stringContaining("wholesale-import validate my-batch"),
    });
    expect((await readdir(join(folder, "my-batch"))).toSorted()).toEqual(files);
    const checked = await runHere(["validate", "my-batch"], folder);
    expect(checked).toMatchObject({ code: 0, err: expect.stringContaining("5 rows   all good") });
  });

  it("writes into the current folder by default, and never overwrites", async () => {
    const folder = await makeTemporaryFolder();
    expect((await runHere(["init"], folder)).err).toContain("wrote   users.csv\n");
    const again = await runHere(["init"], folder);
    expect(again.code).toBe(2);
    expect(again.err).toContain(
      "templates.csv, profiles.csv, customers.csv, locations.csv, and users.csv already exist.",
    );
  });
});

describe("validate", () => {
  it("does not call a batch good of which no row could be read", async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "customers.csv"), "external_id,name\nC-1,Groen B.V.\n");
    const { code, out, err } = await runHere(["validate", "."], folder);
    expect(code).toBe(1);
    expect(out).toContain("has no column admin_email");
    expect(err).not.toContain("all good");
  });
});

describe("schema", () => {
  it("shows the columns of a sheet as a table", async () => {
    const { code, out } = await runHere(["schema", "users"], await makeTemporaryFolder());
    expect(code).toBe(0);
    expect(out).toMatch(/^\| `email` +\| yes +\| Email address .* \| `ann.visser@example.com` \|$/m);
    expect(out).toContain("Achternaam");
  });

  it("as JSON is a JSON Schema", async () => {
    const { out } = await runHere(["schema", "customers", "--format", "json"], await makeTemporaryFolder());
    expect(JSON.parse(out)).toEqual(jsonSchemaOf("customers", "en"));
  });

  it.each(sheetNames)("of %s takes every row of the samples", async (sheet) => {
    const takes = new Ajv2020({ allErrors: true, strict: false }).compile(jsonSchemaOf(sheet, "en"));
    const folder = sheet === "profiles" ? join(samplesFolder, "with-profiles") : samplesFolder;
    const rows: unknown[] = parse(await readFile(join(folder, `${sheet}.csv`)), { columns: true });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !takes(row)).map((row) => [row, takes(row), takes.errors])).toEqual([]);
  });

  it("of customers refuses what is missing or of the wrong form", () => {
    const takes = new Ajv2020({ strict: false }).compile(jsonSchemaOf("customers", "en"));
    const row = {
      external_id: "C1",
      packages: "webex_calling",
      address_line1: "Damrak 1",
      city: "Amsterdam",
      country: "NL",
    };
    const named = { ...row, name: "Acme", admin_email: "it@acme.example.com", supported_location: "yes" };
    expect(takes(named)).toBe(true);
    expect(takes({ ...row, org_id: "Y2lz" })).toBe(true);
    expect(takes(row)).toBe(false);
    expect(takes({ ...named, external_id: "" })).toBe(false);
    expect(takes({ ...named, admin_email: "acme.example.com" })).toBe(false);
    expect(takes({ ...named, country: "Nederland" })).toBe(false);
  });

  it("of a sheet that does not exist names the nearest", async () => {
    const { code, err } = await runHere(["schema", "user"], await makeTemporaryFolder());
    expect(code).toBe(2);
    expect(err).toContain("Did you mean users?");
  });
});

describe("explain", () => {
  it.each([
    ["phone_lost_plus", "to do    Put the + back"],
    ["PHONE_LOST_PLUS", "to do    Put the + back"],
    ["8361", "seen in  validation of phone numbers"],
    ["http_503", "to do    Check status.webex.com"],
    ["http_418", "Refused by Webex"],
    ["unavailable", "meaning  There was no connection"],
  ])("explains %s", async (code, text) => {
    const ended = await runHere(["explain", code], await makeTemporaryFolder());
    expect(ended).toMatchObject({ code: 0, err: "", out: expect.stringContaining(text) });
  });

  it.each([
    ["phone_lost_pluss", "Did you mean phone_lost_plus?"],
    ["lost_plus", "Did you mean phone_lost_plus?"],
    ["99999999", "Webex publishes no list of its own"],
  ])("does not know %s, and says so", async (code, text) => {
    const ended = await runHere(["explain", code], await makeTemporaryFolder());
    expect(ended).toMatchObject({ code: 2, out: "", err: expect.stringContaining(text) });
  });

  it.each([
    ["by the flag", ["--language", "nl"], {}],
    ["by the setting", [], { WHOLESALE_IMPORT_LANGUAGE: "nl" }],
    ["by the locale", [], { LC_ALL: "", LC_MESSAGES: "nl_BE.UTF-8", LANG: "en_GB.UTF-8" }],
  ])("speaks Dutch %s", async (_how, flags, environment) => {
    const { out } = await runHere(["explain", "phone_lost_plus", ...flags], await makeTemporaryFolder(), environment);
    expect(out).toContain("phone_lost_plus  + ontbreekt  (fout)");
    expect(out).toMatch(/^te doen +Zet de \+ terug/m);
  });

  it("speaks English where flag, setting or a locale before the Dutch one say so", async () => {
    const folder = await makeTemporaryFolder();
    const dutch = { LC_ALL: "nl_NL.UTF-8", WHOLESALE_IMPORT_LANGUAGE: "nl" };
    expect((await runHere(["explain", "blocked", "--language", "en"], folder, dutch)).out).toContain("(error)");
    const other = { LC_ALL: "de_DE.UTF-8", LANG: "nl_NL.UTF-8" };
    expect((await runHere(["explain", "blocked"], folder, other)).out).toContain("(error)");
  });

  it("refuses a language that it does not have", async () => {
    const ended = await runHere(["explain", "blocked", "--language", "de"], await makeTemporaryFolder());
    expect(ended).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Allowed choices are en, nl") });
  });

  it("without a code lists all codes", async () => {
    const { out } = await runHere(["explain"], await makeTemporaryFolder());
    expect(out).toMatch(/^phone_lost_plus +Missing \+$/m);
    expect(out).toMatch(/^http_429 +Too many requests$/m);
    expect(out).toMatch(/^10022 /m);
  });
});
