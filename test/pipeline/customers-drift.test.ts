/** Saved plans of removals and take-overs of customers: refused when Webex is not as it was. */
import { expect, it } from "vitest";
import { inEnglish } from "../../src/model/words/text.ts";
import { operator } from "../support/operator.ts";

const first = { templates: [{}], customers: [{ external_id: "HAND-1" }, {}], users: [{ customer: "C2" }] };

async function planned(batch: Parameters<Awaited<ReturnType<typeof operator>>["plan"]>[0], given: object) {
  const at = await operator();
  await at.apply(first);
  const { plan } = await at.plan(batch, given);
  return { at, plan };
}

it("a removal whose customer has got another user since is not carried out", async () => {
  const batch = { customers: [{ external_id: "C2", action: "remove" }] };
  const { at, plan } = await planned(batch, { isRemovingCustomers: true });
  await at.apply({ users: [{ customer: "C2", email: "late@example.com", extension: "4500" }] });
  const { exitCode, stopped } = await at.apply(batch, { signedPlan: plan });
  expect(exitCode).toBe(2);
  expect(stopped && inEnglish(stopped.reason)).toContain("plan");
  const fresh = await at.plan(batch, { isRemovingCustomers: true });
  expect((await at.apply(batch, { signedPlan: fresh.plan })).rows).toEqual(["customers.csv:2 delete succeeded"]);
});

it("a take-over whose customer has got other packages since is not carried out, and keeps what was allowed with it", async () => {
  const batch = { customers: [{}] };
  const { at, plan } = await planned(batch, { isAdopting: true });
  await at.apply({ customers: [{ external_id: "HAND-1", packages: "webex_calling;webex_suite" }] });
  expect((await at.apply(batch, { signedPlan: plan })).exitCode).toBe(2);
  const fresh = await at.plan(batch, { isAdopting: true });
  expect((await at.apply(batch, { signedPlan: fresh.plan })).rows).toEqual(["customers.csv:2 update succeeded"]);
});
