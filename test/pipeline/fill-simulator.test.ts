/** A simulator that is filled from an export holds what the export tells. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fillSimulator } from "../../src/pipeline/fill-simulator.ts";
import { runContext } from "../../src/run/context.ts";
import { countBy, readResults, runNamedBy } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const sheets = ["customers", "locations", "users"] as const;

/** Exports a partner that holds these batches, fills another one from that, and exports it too. */
async function copyOf(batches: (folder: string) => readonly (string | Promise<string>)[], state: readonly string[]) {
  const folder = await makeTemporaryFolder();
  const [real, copy] = [await simulateWebex(), await simulateWebex()];
  const at = (webex: { baseUrl: string }, ...args: readonly string[]) =>
    runHere([...args, "--base-url", webex.baseUrl], folder);
  for (const batch of batches(folder)) expect(await at(real, "apply", await batch)).toMatchObject({ code: 0 });
  await at(real, "export", "live", "--target", "simulator", ...state);
  const context = runContext({ stateFolder: join(folder, "filling") });
  const filled = await fillSimulator(copy, { folder: join(folder, "live"), db: ":memory:" }, context);
  const readSheets = (name: string) =>
    Promise.all(sheets.map((sheet) => readFile(join(folder, name, `${sheet}.csv`), "utf8")));
  const applied = async () => {
    const ended = await at(copy, "apply", "live", "--state", join(folder, "of-copy"));
    const rows = await readResults(join(runNamedBy(ended, join(folder, "of-copy")), "results.csv"));
    return countBy(rows, ({ status }) => status ?? "");
  };
  return { folder, copy, filled, at, readSheets, applied };
}

const unknown = ["--state", "knows-nothing"];

describe("a simulator filled from an export", () => {
  it.each([
    ["that was written where the rows were applied", []],
    ["that was written where nothing was applied", unknown],
  ])("finds the sheets of one unchanged, and exports them again, %s", async (_where, state) => {
    const { copy, filled, at, readSheets, applied } = await copyOf(() => [samplesFolder], state);
    expect(filled).toEqual({ customers: 12, locations: 30, users: 200, left: 0 });
    expect(await applied()).toEqual({ unchanged: 242 });
    expect((await copy.stats()).writes).toBe(0);
    await at(copy, "export", "again", "--target", "simulator", "--state", "of-copy");
    expect(await readSheets("again")).toEqual(await readSheets("live"));
  });

  it("has carriers, gateways, prefixes, numbers that wait, titles and caller IDs as the sheets say", async () => {
    const office = {
      ...{ hq_phone_numbers: "+31201234500-+31201234509", hq_main_number: "+31201234500", hq_pstn: "Second Carrier" },
      ...{ hq_caller_id_name: "Reception", hq_routing_prefix: "80", hq_announcement_language: "en_us" },
    };
    const branch = { name: "Branch", phone_numbers: "+31101234500", pstn_route: "trunk:Simulated Gateway" };
    const person = { title: "Baker", department: "Bread", language: "nl_NL", display_name: "Visser, Ann" };
    const batch = {
      templates: [{}],
      customers: [
        { ...office, package_limits: "webex_calling=20", packages: "webex_calling;webex_meetings;attendant_console" },
      ],
      locations: [{ ...branch, numbers_state: "inactive", announcement_language: "fr_fr", routing_prefix: "81" }],
      users: [
        { ...person, phone_number: "+31201234501", roles: "full_admin;device_admin", caller_id: "location" },
        { package: "webex_meetings", location: "", extension: "" },
        { addons: "attendant_console", extension: "0042" },
      ],
    };
    const first = { ...batch, locations: [{ name: "Branch" }] };
    const { copy, at, readSheets, applied } = await copyOf(
      (folder) => [writeBatch(folder, "first", first), writeBatch(folder, "then", batch)],
      [],
    );
    expect(await applied()).toEqual({ unchanged: 5 });
    expect((await copy.stats()).writes).toBe(0);
    await at(copy, "export", "again", "--target", "simulator", "--state", "of-copy");
    expect(await readSheets("again")).toEqual(await readSheets("live"));
  });

  it("has carriers and gateways that it knew nothing of, by the names that the sheets give them", async () => {
    const { folder, copy, at } = await copyOf(
      (at) => [writeBatch(at, "one", { templates: [{}], customers: [{}] })],
      [],
    );
    expect((await copy.state()).customers).toHaveLength(1);
    const other = await simulateWebex();
    const live = await writeBatch(folder, "named", {
      customers: [
        {
          hq_pstn: "Carrier of the North",
          org_id: "Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi83YjVmNGMyZS0xYTJiLTRjM2QtOGU5Zi0wMTIzNDU2Nzg5YWI",
          template: "",
          hq_name: "Office",
        },
      ],
      locations: [{ pstn_route: "trunk:Amsterdam" }],
    });
    await fillSimulator(other, { folder: live, db: ":memory:" }, runContext({ stateFolder: join(folder, "filling") }));
    await at(other, "export", "again", "--target", "simulator");
    expect(await readFile(join(folder, "again", "customers.csv"), "utf8")).toContain("Carrier of the North");
    expect(await readFile(join(folder, "again", "locations.csv"), "utf8")).toContain("trunk:Amsterdam");
  });

  it("is filled only while it is empty", async () => {
    const { folder, copy } = await copyOf((at) => [writeBatch(at, "one", { templates: [{}], customers: [{}] })], []);
    const context = runContext({ stateFolder: join(folder, "filling") });
    await expect(fillSimulator(copy, { folder: join(folder, "live"), db: "copy.db" }, context)).rejects.toMatchObject({
      code: "simulator_not_empty",
      message: expect.stringContaining("copy.db"),
    });
  });
});
