import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { joinRanges } from "../../src/export/export-rows.ts";
import { cellsThatRun } from "../support/formula-cells.ts";
import { countBy, readResults, runNamedBy } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

async function partner() {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex();
  const run = (...args: readonly string[]) => runHere([...args, "--base-url", webex.baseUrl], folder);
  const exported = async (sheet: string): Promise<readonly Record<string, string>[]> =>
    parse(await readFile(join(folder, "live", `${sheet}.csv`)), { bom: true, columns: true });
  return { folder, webex, run, exported, exportAll: (...args: readonly string[]) => run("export", "live", ...args) };
}

const opening = ({ baseUrl }: { baseUrl: string }) => `export · target: simulator at ${baseUrl}\n`;

describe("exporting", () => {
  it.each(["csv", "xlsx"])("gives sheets that an apply finds unchanged throughout: %s", async (format) => {
    const { folder, webex, run, exportAll } = await partner();
    await run("apply", samplesFolder);
    await webex.forgetStats();
    const ended = await exportAll("--target", "simulator", "--format", format);
    expect(ended).toMatchObject({
      code: 0,
      err: `${opening(webex)}exported 12 customers, 30 locations, and 200 users\n`,
    });
    expect((await webex.stats()).writes).toBe(0);

    const applied = await run("apply", "live");
    const results = await readResults(join(runNamedBy(applied, join(folder, ".wholesale-import")), "results.csv"));
    expect(countBy(results, ({ sheet, status }) => `${sheet} ${status}`)).toEqual({
      "customers unchanged": 12,
      "locations unchanged": 30,
      "users unchanged": 200,
    });
    expect((await webex.stats()).writes).toBe(0);
  });

  it.each(["the state folder that made them", "a state folder that knows nothing of them"])(
    "gives gateways, caller names, prefixes, announcements and titles as an apply finds them unchanged, with %s",
    async (state) => {
      const { folder, webex, run, exportAll, exported } = await partner();
      const office = { hq_phone_numbers: "+31201234500-+31201234509", hq_main_number: "+31201234500" };
      const branch = { name: "Branch", phone_numbers: "+31101234500", main_number: "+31101234500" };
      const first = {
        templates: [{}],
        customers: [{ ...office, hq_pstn: "Simulated Carrier" }],
        locations: [{ ...branch, pstn: "Simulated Carrier" }],
        users: [{ phone_number: "+31201234501" }],
      };
      await run("apply", await writeBatch(folder, "first", first));
      const ofOffice = {
        ...{ hq_pstn_route: "trunk:Simulated Gateway", hq_caller_id_name: "Reception", hq_routing_prefix: "80" },
        hq_announcement_language: "en_us",
      };
      const ofBranch = {
        ...{ pstn_route: "route_group:Simulated Gateways", caller_id_name: "Sales", routing_prefix: "81" },
        announcement_language: "fr_fr",
      };
      const ofUser = { title: "Baker", department: "Bread", language: "nl_NL", display_name: "Visser, Ann" };
      const second = {
        customers: [{ ...office, ...ofOffice }],
        locations: [{ ...branch, ...ofBranch }],
        users: [{ phone_number: "+31201234501", ...ofUser }],
      };
      expect((await run("apply", await writeBatch(folder, "second", second))).code).toBe(0);
      const folders = state.includes("knows nothing") ? ["--state", join(folder, "other")] : [];
      await exportAll("--target", "simulator", ...folders);
      expect(await exported("customers")).toMatchObject([ofOffice]);
      expect(await exported("locations")).toMatchObject([ofBranch]);
      expect(await exported("users")).toMatchObject([ofUser]);

      await webex.forgetStats();
      const applied = await run("apply", "live", ...folders, "--refresh", "always");
      const runs = folders[1] ?? join(folder, ".wholesale-import");
      const results = await readResults(join(runNamedBy(applied, runs), "results.csv"));
      expect(countBy(results, ({ sheet, status }) => `${sheet} ${status}`)).toEqual({
        "customers unchanged": 1,
        "locations unchanged": 1,
        "users unchanged": 1,
      });
      expect((await webex.stats()).writes).toBe(0);
    },
  );

  it("gives the days of what is still to go live, and inactive numbers, as an apply finds them unchanged", async () => {
    const { folder, webex, run, exportAll, exported } = await partner();
    const day = `${new Date().getFullYear() + 1}-01-05`;
    const numbers = { pstn: "Simulated Carrier", phone_numbers: "+31101234500-+31101234504" };
    const input = await writeBatch(folder, "batch", {
      templates: [{}],
      customers: [
        { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500", hq_activate_on: day, welcome_on: day },
      ],
      locations: [
        { ...numbers, name: "Dated", activate_on: day },
        { ...numbers, name: "Parked", phone_numbers: "+31301234500-+31301234504", numbers_state: "inactive" },
        { ...numbers, name: "Usual", phone_numbers: "+31401234500-+31401234504" },
      ],
    });
    expect((await run("apply", input)).code).toBe(0);
    await exportAll("--target", "simulator");
    expect(await exported("customers")).toMatchObject([{ hq_numbers_state: "", hq_activate_on: day, welcome_on: day }]);
    const cells = (await exported("locations")).map((row) => `${row.name} ${row.numbers_state} ${row.activate_on}`);
    expect(cells.toSorted()).toEqual([`Dated  ${day}`, "Parked inactive ", "Usual  "]);
    await webex.forgetStats();
    const applied = await run("apply", "live", "--refresh", "always");
    const results = await readResults(join(runNamedBy(applied, join(folder, ".wholesale-import")), "results.csv"));
    expect(countBy(results, ({ status }) => status ?? "")).toEqual({ unchanged: 4 });
    expect((await webex.stats()).writes).toBe(0);
  });

  it("exports every cell that Webex returns", async () => {
    const { folder, run, exportAll, exported } = await partner();
    const numbers = { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509" };
    const users = [{ phone_number: "+31201234501", roles: "user_admin" }];
    const input = await writeBatch(folder, "batch", { templates: [{}], customers: [numbers], users });
    await run("apply", input);
    await exportAll("--target", "simulator");
    expect(await exported("customers")).toMatchObject([
      {
        external_id: "C1",
        name: "Customer 1",
        packages: "webex_calling;webex_meetings",
        address_line1: "Keizersgracht 126",
        hq_name: "Head Office",
        hq_timezone: "Europe/Amsterdam",
        hq_pstn: "Simulated Carrier",
        hq_phone_numbers: "+31201234500-+31201234509",
      },
    ]);
    expect(await exported("users")).toMatchObject([
      {
        customer: "C1",
        email: "user1@example.com",
        first_name: "Ann",
        package: "webex_calling",
        location: "Head Office",
        phone_number: "+31201234501",
        extension: "4000",
        roles: "user_admin",
      },
    ]);
  });

  it("holds no cell that a spreadsheet of any country would run, whatever is called so at Webex, and reads back equal", async () => {
    const { folder, webex, run, exportAll } = await partner();
    const names = ["=cmd|' /C calc'!A0", "x;=1+1;y", "-2", "@sum", "x|=1", "+1+cmd|' /C calc'!A0", "\u200b=1", "''=1"];
    const customers = names.map((name) => ({ name, address_line1: name }));
    const users = names.map((name) => ({ first_name: name, last_name: name }));
    await run("apply", await writeBatch(folder, "batch", { templates: [{}], customers, users }));
    expect((await webex.state()).subscribers).toHaveLength(names.length);
    await webex.forgetStats();
    for (const form of ["--csv-delimiter=comma", "--csv-delimiter=semicolon", "--csv-delimiter=tab", "--format=xlsx"]) {
      await exportAll("--target", "simulator", form);
      for (const sheet of form === "--format=xlsx" ? [] : ["customers", "users"])
        expect(cellsThatRun(await readFile(join(folder, "live", `${sheet}.csv`), "utf8"))).toEqual([]);
      const applied = await run("apply", "live");
      expect([applied.code, applied.out]).toEqual([0, expect.anything()]);
      await rm(join(folder, "live"), { recursive: true });
    }
    expect((await webex.stats()).writes).toBe(0);
  });

  it("exports the requested customers, and names what does not fit in a row", async () => {
    const { folder, run, exportAll, exported } = await partner();
    const users = [{ email: "ann+consent@example.com" }, {}, { customer: "C2", extension: "4100" }];
    await run("apply", await writeBatch(folder, "batch", { templates: [{}], customers: [{}, {}], users }));
    const ended = await exportAll("--target", "simulator", "--customer", "C1");
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining("left out: user ann+consent@example.com") });
    expect((await exported("customers")).map(({ external_id }) => external_id)).toEqual(["C1"]);
    expect((await exported("users")).map(({ email }) => email)).toEqual(["user2@example.com"]);
  });

  it("fills in what Webex does not return from what was last applied", async () => {
    const { folder, webex, run, exportAll, exported } = await partner();
    const leftOut = {
      package_limits: "webex_calling=50;webex_meetings=10",
      language: "nl_NL",
      meetings_timezone: "Europe/Paris",
    };
    await run("apply", await writeBatch(folder, "batch", { templates: [{}], customers: [leftOut], users: [{}] }));
    const ended = await exportAll("--target", "simulator");
    expect(ended.err).toBe(`${opening(webex)}exported 1 customer, 0 locations, and 1 user\n`);
    expect(await exported("customers")).toMatchObject([
      { ...leftOut, admin_email: "admin@c1.example.com", template: "Calling", supported_location: "yes" },
    ]);
    const again = await run("apply", "live");
    expect(again.err).toContain("plan    create 0   update 0   unchanged 2");
    expect(again.err).not.toContain("Webex does not tell");
  });

  it("leaves blank what was never applied from here, says so once, and is still unchanged", async () => {
    const { folder, run, exportAll, exported } = await partner();
    await run("apply", await writeBatch(folder, "batch", { templates: [{}], customers: [{}, {}], users: [{}] }));
    await rm(join(folder, ".wholesale-import"), { recursive: true });
    const ended = await exportAll("--target", "simulator");
    expect(ended.err).toMatch(
      /\n2 customers were never applied from here \(C1, C2\): Webex does not return admin_email/,
    );
    expect((await exported("customers")).map(({ template }) => template)).toEqual(["", ""]);
    expect((await run("apply", "live")).err).toContain("plan    create 0   update 0   unchanged 3");
  });

  it("exports as head office what the sheet names as such, and a location without calling as a location", async () => {
    const { folder, run, exportAll, exported } = await partner();
    const customers = [{ hq_name: "Centrum" }, { packages: "webex_meetings", hq_timezone: "", hq_language: "" }];
    const locations = [{ name: "Annex" }, { customer: "C2", name: "Depot" }];
    await run("apply", await writeBatch(folder, "batch", { templates: [{}], customers, locations }));
    await exportAll("--target", "simulator");
    expect((await exported("customers")).map(({ hq_name }) => hq_name)).toEqual(["Centrum", ""]);
    const branches = (await exported("locations")).map(({ customer, name }) => `${customer} ${name}`);
    expect(branches).toEqual(["C1 Annex", "C2 Depot"]);
    expect((await run("apply", "live")).err).toContain("plan    create 0   update 0   unchanged 4");
  });

  it("names a customer that has no organization yet", async () => {
    const { folder, webex, run, exportAll } = await partner();
    await webex.turnKnobs({ provisioningTimeMs: 600_000 });
    const batch = await writeBatch(folder, "batch", { templates: [{}], customers: [{}] });
    await run("apply", batch, "--provisioning-timeout", "100ms");
    const ended = await exportAll("--target", "simulator");
    expect(ended.err).toBe(
      `${opening(webex)}left out: customer C1: it has no organization yet (provisioning)\nexported 0 customers, 0 locations, and 0 users\n`,
    );
  });

  it("reads in pages what Webex lists, and by location only what it does not", async () => {
    const { webex, run, exportAll } = await partner();
    await run("apply", samplesFolder);
    await webex.forgetStats();
    await exportAll("--target", "simulator");
    const { requests } = await webex.stats();
    expect(requests["GET /locations/{locationId}"]).toBeUndefined();
    expect(requests["GET /locations"]).toEqual({ 200: 12 });
    expect(requests["GET /wholesale/subscribers"]).toEqual({ 200: 12 });
    expect(Object.keys(requests).filter((route) => route.includes("{subscriberId}"))).toEqual([]);
  });

  it("writes every cell of a workbook as text, so that no program makes a number of it", async () => {
    const { folder, run, exportAll } = await partner();
    await run("apply", samplesFolder);
    await exportAll("--target", "simulator", "--format", "xlsx");
    const { Sheets, SheetNames } = read(await readFile(join(folder, "live", "batch.xlsx")), { cellNF: true });
    expect(SheetNames).toEqual(["customers", "locations", "users"]);
    const cells = SheetNames.flatMap((name) =>
      Object.entries(Sheets[name] ?? {}).flatMap(([place, cell]) => (place.startsWith("!") ? [] : [cell])),
    );
    expect(cells.length).toBeGreaterThan(2_000);
    expect(cells.filter(({ t, z }) => t !== "s" || z !== "@")).toEqual([]);
  });

  it("refuses to replace sheets that are there, and to guess the target", async () => {
    const { folder, exportAll } = await partner();
    expect(await exportAll()).toMatchObject({ code: 2, err: expect.stringContaining("--target") });
    await writeBatch(folder, "live", { users: [{}] });
    expect(await exportAll("--target", "simulator")).toMatchObject({
      code: 2,
      err: expect.stringContaining("already exists"),
    });
  });
});

describe("phone numbers that follow each other", () => {
  it.each([
    [["+31201234502", "+31201234500", "+31201234501"], "+31201234500-+31201234502"],
    [["+31201234500", "+31201234501"], "+31201234500;+31201234501"],
    [["+31201234509", "+31201234510", "+31201234511", "+4930123"], "+31201234509-+31201234511;+4930123"],
    [[], ""],
  ])("%j are written as %s", (numbers, cell) => {
    expect(joinRanges(numbers)).toBe(cell);
  });
});
