/** Locations whose rows say that they are to go: what is left of them, what stands in the way, what comes back. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const templates = [{}];
const customers = [{}];
const branch = {
  name: "Rotterdam",
  pstn: "Simulated Carrier",
  phone_numbers: "+31104170100-+31104170109",
  main_number: "+31104170100",
  routing_prefix: "81",
};
const going = (name = "Rotterdam", action = "remove") => ({
  ...{ name, action, address_line1: "", city: "", state: "", postal_code: "", country: "" },
  ...{ timezone: "", language: "" },
});
const inBranch = { location: "Rotterdam", phone_number: "+31104170101" };
const leaving = { email: "user1@example.com", action: "remove", first_name: "", last_name: "", package: "" };

async function applied(batch: Batch = {}) {
  const at = await operator();
  await at.apply({ templates, customers, locations: [branch], users: [inBranch, {}], ...batch });
  await at.webex.forgetStats();
  return at;
}

type Operator = Awaited<ReturnType<typeof operator>>;

const placesAt = async ({ webex }: Operator) => ((await webex.state()).locations ?? []).map(({ name }) => name);
const numbersAt = async ({ webex }: Operator) => ((await webex.state()).numbers ?? []).map(({ number }) => number);

describe("a location to remove", () => {
  it.each(["remove", "Delete", "verwijderen"])(
    "goes with its numbers, after its users, by a row that says %s",
    async (word) => {
      const at = await applied();
      const batch: Batch = { locations: [going("Rotterdam", word)], users: [leaving] };
      const { rows, exitCode } = await at.apply(batch);
      expect([rows, exitCode]).toEqual([["locations.csv:2 delete succeeded", "users.csv:2 delete succeeded"], 0]);
      expect(await placesAt(at)).toEqual(["Head Office"]);
      expect(await numbersAt(at)).toEqual([]);
      expect((await at.apply(batch)).rows).toEqual(["locations.csv:2 none unchanged", "users.csv:2 none unchanged"]);
    },
  );

  it("stays while users stay there, and they are counted before anything is sent", async () => {
    const at = await applied();
    const { rows, rowAt } = await at.apply({ locations: [going()] });
    expect(rows).toEqual(["locations.csv:2 delete failed location_in_use in name"]);
    expect(rowAt("locations.csv:2").message).toContain("Webex does not remove Rotterdam: 1 user.");
    expect((await at.webex.stats()).writes).toBe(0);
  });

  it("stays while rows of the same batch keep users there", async () => {
    const at = await applied();
    const { rowAt } = await at.apply({ locations: [going()], users: [inBranch] });
    expect(rowAt("locations.csv:2").message).toContain("this batch keeps users there: user1@example.com");
    expect((await at.webex.stats()).writes).toBe(0);
  });

  it("stays where workspaces are in use, and goes with its hunt groups only by force", async () => {
    const at = await applied({
      locations: [{ name: "Workspaces" }, { name: "Hunt Groups" }],
      users: [{}],
    });
    const { rows } = await at.apply({ locations: [going("Workspaces"), going("Hunt Groups")] });
    expect(rows).toEqual([
      "locations.csv:2 delete failed location_in_use in name",
      "locations.csv:3 delete failed location_needs_force in name",
    ]);
    const forced = await at.apply({ locations: [going("Hunt Groups")] }, { isForcingLocations: true });
    expect(forced.rows).toEqual(["locations.csv:2 delete succeeded"]);
  });

  it("is never the head office", async () => {
    const at = await applied({ users: [] });
    const { rows } = await at.apply({ locations: [going("Head Office")] });
    expect(rows).toEqual(["locations.csv:2 delete failed head_office_stays in name"]);
  });

  it("is one of two that go in one organization, one job after the other", async () => {
    const at = await applied({ locations: [branch, { name: "Utrecht" }], users: [{}] });
    await at.webex.turnKnobs({ provisioningTimeMs: 300 });
    const { rows } = await at.apply({ locations: [going(), going("Utrecht")] });
    expect(rows).toEqual(["locations.csv:2 delete succeeded", "locations.csv:3 delete succeeded"]);
    expect(await placesAt(at)).toEqual(["Head Office"]);
  });

  it.each(["lost:1x", "reset:1x", "503:2x", "garbage:1x"])("goes once where answers are %s", async (fault) => {
    const at = await applied({ users: [{}] });
    const faults = [
      `POST /telephony/config/jobs/locations/deleteCallingLocation=${fault}`,
      `DELETE /locations/{locationId}=${fault}`,
      `GET /telephony/config/jobs/locations/deleteCallingLocation/{jobId}=${fault}`,
    ];
    await at.webex.turnKnobs({ faults, provisioningTimeMs: 100 });
    expect((await at.apply({ locations: [going()] })).rows).toEqual(["locations.csv:2 delete succeeded"]);
    expect(await placesAt(at)).toEqual(["Head Office"]);
  });

  it("leaves its numbers and its prefix to another one of the same batch", async () => {
    const at = await applied({ users: [{}] });
    const { rows } = await at.apply({
      locations: [{ ...branch, name: "Rotterdam South" }, going()],
    });
    expect(rows).toEqual(["locations.csv:2 create succeeded", "locations.csv:3 delete succeeded"]);
    expect(await numbersAt(at)).toHaveLength(10);
  });

  it("is restored by an undo with its numbers, settings and users, and what is lost is reported", async () => {
    const at = await applied();
    const { runId } = await at.apply({ locations: [going()], users: [leaving] });
    const { rows, errors } = await at.undo(runId);
    expect(rows).toEqual(["locations.csv:2 create succeeded", "users.csv:2 create succeeded"]);
    expect((await errors()).map(({ code, file }) => `${file} ${code}`)).toEqual([
      "locations.csv undo_by_hand",
      "users.csv undo_by_hand",
    ]);
    const again = await at.apply({ customers, locations: [branch], users: [inBranch, {}] });
    expect(again.rows).toEqual([
      "customers.csv:2 none unchanged",
      "locations.csv:2 none unchanged",
      "users.csv:2 none unchanged",
      "users.csv:3 none unchanged",
    ]);
  });
});
