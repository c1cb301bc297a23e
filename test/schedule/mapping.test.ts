/** Batches of an inbox in the words of other systems. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { WrittenMapping } from "../../src/model/written-mapping.ts";
import { semicolons, writeMapped } from "../support/mapped-batch.ts";
import { type NightScene, setNightScene } from "../support/nights.ts";

const header = ["Toestel", "Voornaam", "Achternaam", "E-mail", "Profiel"];
const mapping: WrittenMapping = {
  users: {
    files: "pbx*.csv",
    headers: {
      Toestel: "extension",
      Voornaam: "first_name",
      Achternaam: "last_name",
      "E-mail": "email",
      Profiel: "package",
    },
    constants: { customer: "C1", location: "Head Office" },
    values: { package: { Basis: "webex_calling" } },
  },
};

const row = (number: number) => [`4${number}`, "Ann", `Smit ${number}`, `ann${number}@example.com`, "Basis"];

async function scene() {
  const made = await setNightScene("2026-11-22T12:00:00Z");
  await made.offer("a-customers", { templates: [{}], customers: [{}] });
  return made;
}

async function offer({ inbox }: NightScene, name: string, rows: readonly (readonly string[])[], own?: string) {
  const path = await writeMapped(inbox, name, { "pbx.csv": semicolons(header, ...rows) }, own);
  await writeFile(join(path, ".ready"), "");
}

const outcomes = async ({ left }: NightScene) =>
  Object.entries(await left())
    .map(([batch, how]) => `${batch} ${how === "waiting" ? how : how.outcome}`)
    .toSorted();

describe("the mapping of an inbox", () => {
  it("is that of each batch which has none of its own", async () => {
    const at = await scene();
    await writeFile(join(at.inbox, "mapping.json"), JSON.stringify(mapping));
    await offer(at, "b-usual", [row(101)]);
    const basic = { users: { ...(mapping.users as object), values: { package: { Basis: "webex_meetings" } } } };
    await offer(at, "c-own", [row(102)], JSON.stringify(basic));
    await at.liveUntil("2026-11-23T12:00:00Z");
    expect(await outcomes(at)).toEqual([
      "done/20261123 a-customers done",
      "done/20261123 b-usual done",
      "done/20261123 c-own done",
      "mapping.json waiting",
    ]);
    const state = JSON.stringify(await at.webex.state());
    expect(state).toContain("ann101@example.com");
    expect(state).toContain("ann102@example.com");
  });

  it("leaves all batches where they are while it cannot be used", async () => {
    const at = await scene();
    await writeFile(join(at.inbox, "mapping.json"), '{"users": {"headers": {"Toestel": "extention"}}}');
    await at.liveUntil("2026-11-23T12:00:00Z");
    expect(await outcomes(at)).toContain("a-customers waiting");
    expect(at.said.join("\n")).toContain(
      'users.headers.Toestel: "extention" is not a column of users. Did you mean extension?',
    );
    await writeFile(join(at.inbox, "mapping.json"), JSON.stringify(mapping));
    await at.liveUntil("2026-11-24T12:00:00Z");
    expect(await outcomes(at)).toContain("done/20261124 a-customers done");
  });
});

describe("the mapping of a batch", () => {
  it("sets that batch alone apart where it cannot be used", async () => {
    const at = await scene();
    await offer(at, "b-broken", [row(101)], '{"users": ');
    await offer(at, "c-right", [row(102)], JSON.stringify(mapping));
    await at.liveUntil("2026-11-23T12:00:00Z");
    const left = await at.left();
    expect(left["failed/20261123 b-broken"]).toMatchObject({
      outcome: "failed",
      reason: expect.stringContaining("mapping.json is not JSON"),
    });
    expect(left["done/20261123 c-right"]).toMatchObject({ outcome: "done" });
  });

  it("makes another batch of the same files", async () => {
    const at = await scene();
    await offer(at, "b-first", [row(101)], JSON.stringify(mapping));
    await at.liveUntil("2026-11-23T12:00:00Z");
    await offer(at, "b-again", [row(101)], JSON.stringify(mapping));
    const other = { users: { ...(mapping.users as object), values: { package: { Basis: "webex_meetings" } } } };
    await offer(at, "b-other", [row(101)], JSON.stringify(other));
    await at.liveUntil("2026-11-24T12:00:00Z");
    const left = await at.left();
    expect(left["done/20261124 b-again"]).toMatchObject({ reason: expect.stringContaining("b-first") });
    expect(left["done/20261124 b-other"]).toMatchObject({ outcome: "done" });
    expect(left["done/20261124 b-other"]).not.toHaveProperty("reason");
  });
});
