/** A target that answers as one would not wish, and not wrongly: plan and apply end right, or say by name what is wrong. */

import { describe, expect, it } from "vitest";
import { englishOf } from "../support/english-of.ts";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const cities = ["Zürich Süd", "Århus  Havn", "Łódź", "Genève Gare", "Straße 7"];

const batch: Batch = {
  templates: [{}],
  customers: [
    { name: "Café Zoë BV", hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234504" },
    { name: "Bäckerei Jäger" },
  ],
  locations: cities.flatMap((name) => ["C1", "C2"].map((customer) => ({ customer, name }))),
  users: Array.from({ length: 12 }, (_, index) => ({
    customer: index < 8 ? "C1" : "C2",
    first_name: "Zoë",
    last_name: `Müller ${index}`,
    location: index % 2 === 0 ? "Head Office" : (cities[index % cities.length] ?? ""),
    ...(index % 4 === 0 && index < 8 ? { phone_number: `+3120123450${index / 4}` } : {}),
    ...(index % 5 === 0 ? { roles: "user_admin" } : {}),
  })),
};

const harmless = [
  ["short-pages"],
  ["short-pages", "links-without-filter"],
  ["short-pages", "links-max-null"],
  ["names-decomposed"],
  ["names-spaced"],
  ["names-in-capitals"],
  ["numbers-without-plus"],
  ["empty-lists-left-out"],
  ["packed"],
  [
    "short-pages:0.5",
    "links-without-filter:0.5",
    "links-max-null:0.5",
    "names-decomposed:0.5",
    "names-spaced:0.5",
    "names-in-capitals:0.5",
    "numbers-without-plus:0.5",
    "refused-numbers-spaced:0.5",
    "empty-lists-left-out:0.5",
    "packed:0.5",
  ],
];

const withoutTimes = (things: readonly Record<string, unknown>[] = [], ...names: readonly string[]) =>
  things.map((thing) => names.map((name) => String(thing[name])).join(" ")).toSorted();

describe("a target that answers oddly", () => {
  it.each(harmless.map((quirks) => [quirks.join(" "), quirks] as const))(
    "(%s) is given each thing once, and nothing differs when it is applied again",
    async (_, quirks) => {
      const { webex, apply, plan } = await operator({ seed: 3 });
      await webex.turnKnobs({ quirks });
      const first = await apply(batch);
      expect(first.rows.filter((row) => !/ (succeeded|unchanged)$/.test(row))).toEqual([]);
      expect(first.exitCode).toBe(0);
      const { locations, subscribers, customers } = await webex.state();
      expect(withoutTimes(customers, "externalId")).toEqual(["C1", "C2"]);
      expect(locations).toHaveLength(2 + 2 * cities.length);
      expect(subscribers).toHaveLength(12);
      expect((await webex.stats()).duplicateCreates).toBe(0);
      await webex.forgetStats();
      const { plan: again } = await plan(batch);
      const differing = again.rows.filter(({ action }) => action !== "none");
      expect(differing.map(({ key, changes }) => ({ key, changes }))).toEqual([]);
      const second = await apply(batch);
      expect(second.rows.filter((row) => !/ unchanged$/.test(row))).toEqual([]);
      const { writes, duplicateCreates } = await webex.stats();
      expect([writes, duplicateCreates]).toEqual([0, 0]);
    },
  );

  it.each([
    ["links-in-a-circle", /pages repeat/],
    ["links-elsewhere", /leads to another host/],
  ])("(%s) ends the plan with the call by its name, and nothing is sent", async (quirk, reason) => {
    const { webex, apply, resume } = await operator({ seed: 3 });
    expect((await apply(batch)).exitCode).toBe(0);
    await webex.forgetStats();
    await webex.turnKnobs({ quirks: ["short-pages", quirk] });
    const end = await apply({ ...batch, users: [...(batch.users ?? []), { last_name: "New" }] });
    expect(end.exitCode).toBe(2);
    expect(englishOf(end.stopped?.reason)).toMatch(/GET \/\S+/);
    expect(englishOf(end.stopped?.reason)).toMatch(reason);
    expect((await webex.stats()).writes).toBe(0);
    await webex.turnKnobs({ quirks: [] });
    expect((await resume(end.runId)).exitCode).toBe(0);
    expect((await webex.stats()).duplicateCreates).toBe(0);
  });

  it("(refused-numbers-spaced, numbers-without-plus) is believed about the numbers that it refuses, each at its row", async () => {
    const { webex, apply } = await operator();
    expect((await apply(batch)).exitCode).toBe(0);
    await webex.turnKnobs({ quirks: ["refused-numbers-spaced", "numbers-without-plus"] });
    const taken = {
      name: "Rival",
      customer: "C2",
      pstn: "Simulated Carrier",
      phone_numbers: "+31201234503;+31201234600",
    };
    const users = [
      { customer: "C2", email: "a@rival.example", location: "Rival", phone_number: "+31201234503" },
      { customer: "C2", email: "b@rival.example", location: "Rival", phone_number: "+31201234600", extension: "4900" },
    ];
    const { rows, rowAt } = await apply({
      templates: [{}],
      customers: [{ external_id: "C2", name: "Bäckerei Jäger", admin_email: "admin@c2.example.com" }],
      locations: [taken],
      users,
    });
    expect(rowAt("users.csv:2")).toMatchObject({ status: expect.stringMatching(/failed|blocked/) });
    expect(rows).toContainEqual(expect.stringMatching(/^users\.csv:3 create succeeded/));
  });
});
