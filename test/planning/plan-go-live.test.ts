/** When the numbers of a location go into service, as a plan has it. */
import { describe, expect, it } from "vitest";
import type { StoredGoLive } from "../../src/journal/state/go-live-days.ts";
import type { ExistingNumber } from "../../src/model/existing.ts";
import { rangesOf } from "../../src/model/number-ranges.ts";
import type { LocationRecord } from "../../src/model/records.ts";
import { nothingApplied } from "../../src/planning/last-applied.ts";
import { existingOf, locationOf, placeOf, plan } from "../support/planned-customer.ts";

const numbers = ["+31201234500", "+31201234501", "+31201234502"];
const today = "2026-11-22";

type Scene = {
  readonly row: Partial<LocationRecord>;
  /** At Webex; absent: it has no such location. */
  readonly present?: readonly Partial<ExistingNumber>[];
  readonly stored?: Partial<StoredGoLive>;
  readonly last?: Partial<LocationRecord>;
  readonly pstn?: "INTEGRATED_CCP" | "NON_INTEGRATED_CCP";
};

const inactive = numbers.map((phoneNumber) => ({ phoneNumber, isInactive: true as const }));
const active = numbers.map((phoneNumber) => ({ phoneNumber }));

const stored = (given: Partial<StoredGoLive>): StoredGoLive => ({
  ...{ customer: "NL-1001", place: "utrecht", kind: "numbers", on: "2026-12-05", timezone: "Europe/Amsterdam" },
  ...{ name: "Utrecht", numbers: rangesOf(numbers) },
  ...given,
});

function planned({ row, present, stored: day, last, pstn = "NON_INTEGRATED_CCP" }: Scene) {
  const place = placeOf("Utrecht");
  const at = { locationId: place.locationId, locationName: "Utrecht" };
  const existing = present
    ? existingOf({
        locations: [placeOf("Head Office"), place],
        numbers: present.map((number) => ({ ...at, ...number })),
        pstn: new Map([[place.locationId, { id: "pstn", type: pstn }]]),
      })
    : existingOf();
  const { operations } = plan({
    locations: [locationOf("Utrecht", { phoneNumbers: rangesOf(numbers), ...row })],
    existing,
    basis: {
      last: {
        ...nothingApplied,
        location: () => last,
        goLive: (kind, branch) => (day && kind === "numbers" && branch === "Utrecht" ? stored(day) : undefined),
      },
    },
  });
  return operations.flatMap(({ resource, action, payload, changes = [], refusal }) => {
    const told = changes.map(({ field, before, after }) => `${field} ${before || "-"} → ${after}`).join();
    if (resource === "numbers" && "isInactive" in payload) return ["add inactive"];
    if (resource === "numbers") return ["add active"];
    if (resource === "activation") return [`activate ${told}${refusal ? ` refused ${refusal.code}` : ""}`];
    return resource === "go_live" ? [`${action} day ${told}${refusal ? ` refused ${refusal.code}` : ""}`] : [];
  });
}

describe("numbers that are not at the location yet", () => {
  it.each<[string, Scene["row"], readonly string[]]>([
    ["are added active when the row says nothing", {}, ["add active"]],
    ["are added inactive when the row says so", { numbersState: "inactive" }, ["add inactive"]],
    [
      "are added inactive when their day is still to come",
      { activateOn: "2026-12-05" },
      ["add inactive", "update day activate_on - → 2026-12-05"],
    ],
    ["are added active on their day", { activateOn: today }, ["add active"]],
    [
      "are added active after their day, also where the row says inactive",
      { numbersState: "inactive", activateOn: "2026-11-01" },
      ["add active"],
    ],
    ["are added inactive when no day is to come", { activateOn: "never" }, ["add inactive"]],
  ])("%s", (_what, row, operations) => {
    expect(planned({ row })).toEqual(operations);
  });

  it("are added inactive, too, while a day that was set before is still to come", () => {
    expect(
      planned({ row: {}, present: inactive.slice(0, 1), stored: { numbers: rangesOf(numbers.slice(0, 1)) } }),
    ).toEqual(["add inactive", "update day "]);
  });

  it("are added as the row said in the run before", () => {
    expect(planned({ row: {}, present: [], last: { numbersState: "inactive" } })).toEqual(["add inactive"]);
  });
});

describe("numbers that are there", () => {
  it.each<[string, Scene, readonly string[]]>([
    ["stay inactive when the row says nothing", { row: {}, present: inactive }, []],
    ["stay active when the row says inactive", { row: { numbersState: "inactive" }, present: active }, []],
    [
      "are activated when the row says active",
      { row: { numbersState: "active" }, present: inactive },
      ["activate numbers_state inactive → active"],
    ],
    [
      "are activated on their day",
      { row: { activateOn: today }, present: inactive },
      ["activate numbers_state inactive → active"],
    ],
    [
      "are activated when a day that was set before has come",
      { row: {}, present: inactive, stored: { on: "2026-11-20" } },
      ["activate numbers_state inactive → active"],
    ],
    [
      "are activated before their day when the row says active",
      { row: { numbersState: "active" }, present: inactive, stored: {} },
      ["activate numbers_state inactive → active"],
    ],
    [
      "are left as they are when their day was carried out, whatever somebody did since",
      { row: { activateOn: today }, present: inactive, stored: { on: today, settledMs: 1 } },
      [],
    ],
    ["need nothing when their day is known", { row: { activateOn: "2026-12-05" }, present: inactive, stored: {} }, []],
    [
      "get another day",
      { row: { activateOn: "2026-12-12" }, present: inactive, stored: {} },
      ["update day activate_on 2026-12-05 → 2026-12-12"],
    ],
    [
      "lose their day",
      { row: { activateOn: "never" }, present: inactive, stored: {} },
      ["update day activate_on 2026-12-05 → never"],
    ],
    [
      "close their day when they are active by then",
      { row: {}, present: active, stored: { on: today } },
      ["none day "],
    ],
    [
      "of an integrated provider are left to it",
      { row: { activateOn: "2026-12-05" }, present: inactive, pstn: "INTEGRATED_CCP" },
      ["update day activate_on - → 2026-12-05 refused numbers_on_integrated_pstn"],
    ],
    [
      "of an integrated provider are not activated here",
      { row: { activateOn: today }, present: inactive, pstn: "INTEGRATED_CCP" },
      ["activate numbers_state inactive → active refused numbers_on_integrated_pstn"],
    ],
  ])("%s", (_what, scene, operations) => {
    expect(planned(scene)).toEqual(operations);
  });

  it("are activated a hundred at a time", () => {
    const many = Array.from({ length: 250 }, (_, index) => `+3120${1234000 + index}`);
    const row = { numbersState: "active", phoneNumbers: rangesOf(many) } as const;
    expect(planned({ row, present: many.map((phoneNumber) => ({ phoneNumber, isInactive: true })) })).toEqual([
      "activate numbers_state inactive → active",
      "activate ",
      "activate ",
    ]);
  });
});

describe("a day is that of the location's time zone:", () => {
  it.each([
    ["Pacific/Auckland", "2026-11-23", ["add active"]],
    ["America/Los_Angeles", "2026-11-23", ["add inactive", "update day activate_on - → 2026-11-23"]],
  ])("at noon of the 22nd in London, in %s", (timezone, activateOn, operations) => {
    expect(planned({ row: { timezone, activateOn } })).toEqual(operations);
  });
});
