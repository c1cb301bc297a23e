import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { joinRanges } from "../../src/pipeline/export-rows.ts";
import { countBy, readResults, runNamedBy } from "../support/read-results.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

async function partner() {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex();
  const run = (...args: readonly string[]) => runProgram([...args, "--base-url", webex.baseUrl], folder);
  const exported = async (sheet: string): Promise<readonly Record<string, string>[]> =>
    parse(await readFile(join(folder, "live", `${sheet}.csv`)), { bom: true, columns: true });
  return { folder, webex, run, exported, exportAll: (...args: readonly string[]) => run("export", "live", ...args) };
}

describe("exporting", () => {
  it("gives sheets that an apply finds unchanged throughout", async () => {
    const { folder, webex, run, exportAll } = await partner();
    await run("apply", samplesFolder);
    await webex.forgetStats();
    const ended = await exportAll("--target", "simulator");
    expect(ended).toMatchObject({ code: 0, err: "exported 12 customers, 30 locations, 200 users\n" });
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

  it("tells every cell that Webex tells", async () => {
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

  it("takes the customers that are asked for, and names what cannot be told in a row", async () => {
    const { folder, run, exportAll, exported } = await partner();
    const users = [{ email: "ann+consent@example.com" }, {}, { customer: "C2", extension: "4100" }];
    await run("apply", await writeBatch(folder, "batch", { templates: [{}], customers: [{}, {}], users }));
    const ended = await exportAll("--target", "simulator", "--customer", "C1");
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining("left out: user ann+consent@example.com") });
    expect((await exported("customers")).map(({ external_id }) => external_id)).toEqual(["C1"]);
    expect((await exported("users")).map(({ email }) => email)).toEqual(["user2@example.com"]);
  });

  it("refuses to replace sheets that are there, and to guess the target", async () => {
    const { folder, exportAll } = await partner();
    expect(await exportAll()).toMatchObject({ code: 2, err: expect.stringContaining("--target") });
    await writeBatch(folder, "live", { users: [{}] });
    expect(await exportAll("--target", "simulator")).toMatchObject({
      code: 2,
      err: expect.stringContaining("there already"),
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
