/** The sample of numbers that are not in service yet: nothing of it rings before its day. */
import { expect, it } from "vitest";
import { operator } from "../support/operator.ts";

it("the sample of a customer that goes live later rings on its day, but for numbers without one", async () => {
  const at = await operator();
  const active = async () =>
    ((await at.webex.state()).numbers ?? [])
      .filter(({ state }) => state === "ACTIVE")
      .map(({ number }) => String(number).slice(0, 5));
  at.travelTo("2027-02-01T12:00:00Z");
  const { exitCode, rows } = await at.apply("samples/going-live");
  expect([exitCode, rows.filter((row) => !row.endsWith("create succeeded"))]).toEqual([0, []]);
  expect(new Set(await active())).toEqual(new Set(["+3120"]));

  at.travelTo("2027-03-01T00:30:00Z");
  expect((await at.goLive())?.rows).toEqual(["due/customers:2 update succeeded", "due/locations:2 update succeeded"]);
  expect(new Set(await active())).toEqual(new Set(["+3120", "+3123"]));
  expect(await at.goLive()).toBeUndefined();
});
