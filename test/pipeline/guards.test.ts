/** Removals of customers and users at webex: what is typed, and what flags stand for where nobody is there. */
import { describe, expect, it } from "vitest";
import type { Operation } from "../../src/model/plan.ts";
import { inEnglish } from "../../src/model/words/text.ts";
import { refusePlan } from "../../src/pipeline/guards.ts";
import type { CallOptions } from "../../src/run/options.ts";
import { runOptionsSchema } from "../../src/run/options.ts";
import { runFileInMemory } from "../support/run-files.ts";

type Asked = CallOptions["confirmRemovals"];

/** A plan that removes a customer of ten users, and three of them by rows of their own. */
function removing() {
  const runFile = runFileInMemory();
  const unit = runFile.units.add({ reference: "C1" });
  runFile.units.setUsers(unit, 10);
  const common = { unit, row: 1, action: "delete", needs: [], ids: {} } as const;
  const address = { line1: "", city: "", country: "" };
  const payload = { externalId: "C1", packages: [], packageLimits: {}, billingAddress: address };
  const users = Array.from({ length: 10 }, (_, index): Operation => {
    const email = `user${index}@example.com`;
    const of = { id: index + 1, resource: "user", key: email } as const;
    return {
      ...common,
      ...of,
      row: index < 3 ? index + 2 : 1,
      payload: { email, firstName: "", lastName: "", packages: [] },
    };
  });
  runFile.operations.save([...users, { ...common, id: 11, resource: "customer", key: "C1", payload }]);
  return runFile;
}

async function refusal(confirmRemovals: Asked, given: object = {}, name: "webex" | "simulator" = "webex") {
  const options = { ...runOptionsSchema.parse(given), confirm: async () => true };
  const counts = { create: 0, update: 0, unchanged: 0, refused: 0, delete: 4 };
  const call = confirmRemovals ? { confirmRemovals } : {};
  const stopped = await refusePlan(removing(), counts, { ...options, ...call }, { name, baseUrl: "" });
  return stopped?.kind === "refused" ? inEnglish(stopped.reason) : undefined;
}

const typing =
  (users: number, customers: number): Asked =>
  async (count, of) =>
    count === (of === "users" ? users : customers);

describe("a plan that removes a customer at webex", () => {
  it("goes on when a person has typed the numbers of users and of customers", async () => {
    expect(await refusal(typing(10, 1))).toBeUndefined();
  });

  it("is refused when one of the two is another", async () => {
    expect(await refusal(typing(9, 1))).toContain("10 users would be removed");
    expect(await refusal(typing(10, 2))).toContain("1 customer would be removed");
    expect(await refusal(typing(0, 2), { maxRemovals: 10 })).toContain("1 customer would be removed");
  });

  it("needs the number of its users as a flag without a terminal, even with --yes", async () => {
    expect(await refusal(undefined)).toContain("removals_not_confirmed");
    expect(await refusal(undefined, { maxRemovals: 9 })).toContain("more than --max-removals 9");
    expect(await refusal(undefined, { maxRemovals: 10 })).toBeUndefined();
  });

  it("needs no confirmation on the simulator if it is small", async () => {
    expect(await refusal(typing(0, 0), {}, "simulator")).toBeUndefined();
  });
});
