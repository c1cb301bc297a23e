/** An organization that cannot be read while a plan is made: whose trouble that is. */
import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/model/outcome.ts";
import { lookIntoOrRefuse } from "../../src/planning/customers-that-go.ts";
import type { Observer } from "../../src/planning/require-observed.ts";

const never = new AbortController().signal;
const customer = { customerId: "c", orgId: "o", status: "provisioned", packages: [] };

function lookAt(failure: Partial<Failure>) {
  const observer = {
    organization: async () => ({ ok: false, failure: { sent: true, message: "no", ...failure } }),
    customers: async () => ({ ok: true, value: new Map([["C1", customer]]) }),
  } as unknown as Observer; // all that it is asked
  const wishes = { users: false, people: () => false, inviteEmails: false, numbers: false, pstnOf: [] };
  return lookIntoOrRefuse(observer, "C1", customer, wishes, never);
}

describe("an organization that cannot be read", () => {
  it.each([
    [{ kind: "locked", status: 423 }, "http_423"],
    [{ kind: "rejected", status: 403 }, "http_403"],
    [{ kind: "rejected", status: 401, errorCode: "route_refused" }, "route_refused"],
  ] as const)("because it alone is refused or locked refuses its own rows: %j", async (failure, code) => {
    expect(await lookAt(failure)).toMatchObject({ refusal: { code } });
  });

  it.each(["unavailable", "unauthorized", "contract"] as const)(
    "because the target is %s ends the plan",
    async (kind) => {
      await expect(lookAt({ kind })).rejects.toMatchObject({ code: "target_unreadable" });
    },
  );
});
