/** What is told of something that stands at the target already and differs. */
import { expect, it } from "vitest";
import { differencesOf, existsDifferently } from "../../src/model/found.ts";
import type { Operation } from "../../src/model/plan.ts";

it("is reported with the beginnings of values that are very long", () => {
  const operation = { resource: "location", action: "create", payload: { name: "Delft" } } as unknown as Operation; // all that is looked at
  const long = "A".repeat(500_000);
  const result = existsDifferently(operation, differencesOf([{ field: "address", before: long, after: long }], true));
  expect(JSON.stringify(result).length).toBeLessThan(2_000);
});
