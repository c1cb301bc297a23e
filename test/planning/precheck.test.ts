import { describe, expect, it } from "vitest";
import { inEnglish, speak } from "../../src/model/words/text.ts";
import { operator } from "../support/operator.ts";

const templates = [{}];
const [validateCustomer, validateSubscriber] = ["/wholesale/customers/validate", "/wholesale/subscribers/validate"];

/** A partner with a customer C1, whose user 1 is there already. */
async function partner() {
  const at = await operator();
  await at.apply({ templates, customers: [{}], users: [{}] });
  await at.webex.forgetStats();
  return at;
}

describe("--precheck", () => {
  it("refuses in the plan what Webex would refuse, names the tier, and sends nothing", async () => {
    const { plan, webex } = await partner();
    const batch = {
      templates,
      customers: [{ external_id: "C2", admin_email: "admin@c2.example.com" }],
      users: [
        { customer: "C2", email: "user1@example.com" },
        { customer: "C2", email: "new@example.com" },
      ],
    };
    const blind = await plan(batch);
    expect(blind.plan.rows.map(({ action }) => action)).toEqual(["none", "create", "create", "create"]);

    const { plan: seen, exitCode } = await plan(batch, { isPrechecking: true });
    expect(seen.rows.map(({ action }) => action)).toEqual(["none", "create", "refused", "create"]);
    expect(seen.rows[2] && speak(seen.rows[2], "en")).toMatchObject({
      reason: expect.stringMatching(/^Webex precheck: .*already associated/),
      hint: expect.stringContaining("another address"),
    });
    expect(exitCode).toBe(1);
    expect((await webex.stats()).writes).toBe(0);
  });

  it("asks about what is to be created, and about nothing else", async () => {
    const { plan, webex } = await partner();
    await plan({ templates, customers: [{}], users: [{}, {}, { roles: "full_admin" }] }, { isPrechecking: true });
    const { requests } = await webex.stats();
    expect(requests[`POST ${validateCustomer}`]).toBeUndefined();
    expect(requests[`POST ${validateSubscriber}`]).toEqual({ 200: 2 });
  });

  it("in an apply makes the row fail, and the others go on", async () => {
    const { apply, webex } = await partner();
    const users = [{ customer: "C2", email: "user1@example.com", roles: "full_admin" }, { customer: "C2" }];
    const customers = [{ external_id: "C2", admin_email: "admin@c2.example.com" }];
    const applied = await apply({ templates, customers, users }, { isPrechecking: true });
    expect(applied.rows.slice(1)).toEqual([
      "customers.csv:2 create succeeded",
      "users.csv:2 create failed 10022",
      "users.csv:3 create succeeded",
    ]);
    expect(applied.rowAt("users.csv:2").message).toMatch(/^Webex precheck: /);
    expect((await webex.stats()).requests["POST /wholesale/subscribers"]).toEqual({ 200: 1 });
  });

  it.each([403, 404, 405])(
    "that Webex does not answer (%s) is reported once, and is not an error of a row",
    async (status) => {
      const { plan, webex } = await partner();
      await webex.turnKnobs({ faults: [`POST ${validateSubscriber}=${status}`] });
      const users = Array.from({ length: 40 }, (_, index) => ({ email: `n${index}@example.com` }));
      const planned = await plan({ users }, { isPrechecking: true });
      expect(planned.exitCode).toBe(0);
      expect(planned.plan.notes.map(inEnglish).filter((note) => note.includes("precheck"))).toEqual([
        expect.stringContaining("not available to this partner"),
      ]);
      const asked = (await webex.stats()).requests[`POST ${validateSubscriber}`];
      expect(asked?.[status]).toBeLessThanOrEqual(10);
    },
  );
});
