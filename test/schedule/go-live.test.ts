/** Days on which something goes live, carried out by nights with a clock of their own. */
import { expect, it } from "vitest";
import { type NightScene, setNightScene } from "../support/nights.ts";
import type { SimulatedWebex } from "../support/simulated-webex.ts";
import type { Batch } from "../support/write-batch.ts";

const branch = (index: number, cells: Readonly<Record<string, string>>) => ({
  name: `Branch ${index}`,
  pstn: "Simulated Carrier",
  phone_numbers: `+3120${100_0000 + index * 10}-+3120${100_0000 + index * 10 + 4}`,
  ...cells,
});

const batch = (...locations: Batch["locations"] & object): Batch => ({
  templates: [{}],
  customers: [{}],
  locations,
});

/** How many numbers of each location are in which state. */
async function states(webex: SimulatedWebex): Promise<Readonly<Record<string, string>>> {
  const { numbers = [], locations = [] } = await webex.state();
  const counts = locations.map(({ id, name }) => {
    const own = numbers.filter(({ locationId }) => locationId === id);
    const active = own.filter(({ state }) => state === "ACTIVE").length;
    return [String(name), `${active} of ${own.length} active`] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => !count.endsWith("of 0 active")));
}

const lines = ({ said }: NightScene) =>
  said.filter((line) => line.includes(" -> ")).map((line) => line.replace(/ -> .*/, ""));

it("Numbers are added inactive, and activated by the first night of their day, with no batch in the inbox", async () => {
  const scene = await setNightScene("2026-11-22T12:00:00Z");
  await scene.offer("monday", batch(branch(1, { activate_on: "2026-11-25" }), branch(2, {})));
  await scene.liveUntil("2026-11-24T12:00:00Z");
  expect(await states(scene.webex)).toEqual({ "Branch 1": "0 of 5 active", "Branch 2": "5 of 5 active" });

  await scene.liveUntil("2026-11-25T12:00:00Z");
  expect(await states(scene.webex)).toEqual({ "Branch 1": "5 of 5 active", "Branch 2": "5 of 5 active" });

  await scene.webex.forgetStats();
  await scene.liveUntil("2026-11-28T12:00:00Z");
  expect((await scene.webex.stats()).total).toBe(0);
  expect(lines(scene)).toEqual(["monday  done, 4 rows: 4 succeeded", "go-live  done, 1 row: 1 succeeded"]);
});

it("Activation mails go out once, in the first night of their day", async () => {
  const scene = await setNightScene("2026-11-22T12:00:00Z");
  await scene.offer("monday", { templates: [{}], customers: [{ welcome_on: "2026-11-24" }], users: [{}, {}] });
  await scene.liveUntil("2026-11-23T12:00:00Z");
  expect((await scene.webex.state()).welcomes).toEqual([]);
  await scene.liveUntil("2026-11-27T12:00:00Z");
  expect((await scene.webex.state()).welcomes).toMatchObject([{ state: "COMPLETED", left: 0 }]);
  expect(lines(scene)).toEqual(["monday  done, 4 rows: 4 succeeded", "go-live  done, 1 row: 1 succeeded"]);
});
