/** `init --mapping`: a mapping for files of other systems, and what it says of them. */
import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { semicolons, writeMapped } from "../support/mapped-batch.ts";
import { runHere } from "../support/run-here.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const samples = fileURLToPath(new URL("../../samples/from-other-systems", import.meta.url));

async function propose(files: readonly string[], ...flags: readonly string[]) {
  const folder = await makeTemporaryFolder();
  const args = ["init", folder, ...files.flatMap((file) => ["--mapping", file]), ...flags];
  const { code, err } = await runHere(args, folder);
  const written = await readFile(join(folder, "mapping.json"), "utf8").catch(() => undefined);
  return { folder, code, err, mapping: written === undefined ? undefined : JSON.parse(written) };
}

async function proposeFor(name: string, text: string, ...flags: readonly string[]) {
  const folder = await writeMapped(await makeTemporaryFolder(), "export", { [name]: text });
  return propose([join(folder, name)], ...flags);
}

describe("init --mapping", () => {
  it("finds sheets and columns of the exports in the samples, and says what is left to a person", async () => {
    const names = ["Account_2026-11-20.csv", "DeZon_Group_Users.csv", "extensions.csv"];
    const { code, err, mapping } = await propose(names.map((name) => join(samples, name)));
    expect(code).toBe(0);
    expect(mapping.customers).toEqual({
      files: ["Account_*.csv"],
      headers: {
        Name: "name",
        BillingStreet: "address_line1",
        BillingCity: "city",
        BillingState: "state",
        BillingPostalCode: "postal_code",
        BillingCountry: "country",
        AccountNumber: "external_id",
        Admin_Email__c: "admin_email",
        Voice_Product__c: "packages",
        Main_Number__c: "hq_main_number",
        "*": "",
      },
      join: [{ headers: ["DID_From__c", "DID_To__c"], with: "-", into: "hq_phone_numbers" }],
      constants: { template: "?", supported_location: "?", hq_timezone: "?", hq_language: "?" },
      values: { packages: { "Cloud Voice Plus": "?", "Cloud Voice": "?" } },
      prefix: { hq_main_number: "+31", hq_phone_numbers: "+31" },
    });
    expect(mapping.users.map(({ headers }: { headers: object }) => headers)).toEqual([
      {
        "User Id": "email",
        "Last Name": "last_name",
        "First Name": "first_name",
        Department: "department",
        "Phone Number": "phone_number",
        Extension: "extension",
        "*": "",
      },
      {
        Number: "extension",
        FirstName: "first_name",
        LastName: "last_name",
        EmailAddress: "email",
        DID: "phone_number",
        "*": "",
      },
    ]);
    expect(err).toMatch(/AccountNumber +external_id +what other systems call it/);
    expect(err).toContain('customers.values.packages["Cloud Voice Plus"]');
    expect(err).toMatch(/users\[1\]\.prefix\.phone_number +What stands before the digits/);
  });

  it("is refused by validate until what is left to a person is filled in", async () => {
    const { folder } = await propose([join(samples, "extensions.csv")]);
    const { code, err } = await runHere(["validate", samples, "--mapping", join(folder, "mapping.json")], folder);
    expect(code).toBe(2);
    expect(err).toContain('users.constants.customer: "?" stands for what only you know');
  });

  it("splits a name in a single cell, in either order", async () => {
    const first = await proposeFor(
      "lijst.csv",
      semicolons(["Naam", "E-mail", "Toestel"], ["Ann Smit", "a@b.example.com", "201"]),
    );
    expect(first.mapping.users.split).toEqual([{ header: "Naam", at: " ", into: ["first_name", "last_name"] }]);
    const last = await proposeFor(
      "lijst.csv",
      semicolons(["Naam", "E-mail", "Toestel"], ["Smit, Ann", "a@b.example.com", "201"]),
    );
    expect(last.mapping.users.split).toEqual([{ header: "Naam", at: ",", into: ["last_name", "first_name"] }]);
  });

  it("joins a street and its number", async () => {
    const header = ["Bedrijfsnaam", "Straat", "Huisnummer", "Plaats", "Land", "Contact"];
    const { mapping } = await proposeFor(
      "klanten.csv",
      semicolons(header, ["Zon", "Kade", "12", "Den Haag", "NL", "a@b.example.com"]),
    );
    expect(mapping.customers.join).toEqual([{ headers: ["Straat", "Huisnummer"], with: " ", into: "address_line1" }]);
    expect(mapping.customers.headers).toMatchObject({
      Bedrijfsnaam: "name",
      Plaats: "city",
      Land: "country",
      Contact: "admin_email",
    });
  });

  it("goes by values where a name says another thing, and not by those of secrets", async () => {
    const header = ["Nummer", "PIN", "Voornaam", "Achternaam", "Login"];
    const rows = [
      ["201", "4821", "Ann", "Smit", "ann@example.com"],
      ["202", "1199", "Bo", "Bos", "bo@example.com"],
    ];
    const { mapping } = await proposeFor("pbx.csv", semicolons(header, ...rows));
    expect(mapping.users.headers).toEqual({
      Nummer: "extension",
      Voornaam: "first_name",
      Achternaam: "last_name",
      Login: "email",
      "*": "",
    });
  });

  it("asks which sheet it is if the file does not show it, and uses the answer", async () => {
    const text = semicolons(["A", "B"], ["x", "y"], ["z", "w"]);
    const { code, err, mapping } = await proposeFor("data.csv", text);
    expect([code, mapping]).toEqual([2, undefined]);
    expect(err).toContain(
      "The headers and values of data.csv do not show whether it contains customers, locations or users.",
    );
    expect((await proposeFor("data.csv", text, "--sheet", "users")).mapping.users.headers).toEqual({ "*": "" });
  });

  it("writes over no mapping that is there", async () => {
    const { folder } = await propose([join(samples, "extensions.csv")]);
    await writeFile(join(folder, "mapping.json"), "mine");
    const { code, err } = await runHere(["init", folder, "--mapping", join(samples, "extensions.csv")], folder);
    expect(code).toBe(2);
    expect(err).toContain("mapping.json");
    expect(await readFile(join(folder, "mapping.json"), "utf8")).toBe("mine");
  });

  it("says what is wrong with a file that it cannot read, and writes nothing", async () => {
    const { folder, code, err } = await propose(["nowhere.csv"]);
    expect(code).toBe(2);
    expect(err).toContain("nowhere.csv");
    await expect(access(join(folder, "mapping.json"))).rejects.toThrow();
    expect((await propose([join(samples, "extensions.csv")], "--example")).err).toContain("Leave --example out.");
    expect((await runHere(["init", folder, "--sheet", "users"], folder)).err).toContain("Add --mapping FILE");
  });

  it("speaks Dutch", async () => {
    const { err } = await propose([join(samples, "extensions.csv")], "--language", "nl");
    expect(err).toMatch(/Number +extension +de naam in andere systemen/);
    expect(err).toContain('Nog te doen: vervang elk "?" door de waarde, of haal de regel weg.');
  });
});
