import { describe, expect, it } from "vitest";
import type { Operation } from "../../src/model/plan.ts";
import { webexTarget } from "../../src/webex/webex-target.ts";
import { never } from "./support/client.ts";
import { served } from "./support/served.ts";

const orgId = Buffer.from("ciscospark://us/ORGANIZATION/96abc2aa-3dcc-11e5-a152-fe34819cdc9a").toString("base64url");
const common = { id: 1, unit: 1, row: 1, key: "ann@acme.example.com", needs: [], ids: {} } as const;

describe("roles of somebody who is not in the organisation yet", () => {
  it("are tried again, and are no reason to take Webex for unreachable", async () => {
    const { http } = await served(() => ({ body: { totalResults: 0, Resources: [] } }));
    const roles: Operation = { ...common, resource: "roles", action: "update", payload: { roles: ["full_admin"] } };
    expect(await webexTarget(http, "webex").apply(roles, { orgId }, never)).toMatchObject({
      status: "failed",
      failure: { kind: "unavailable", sent: true, message: expect.stringContaining("ann@acme.example.com") },
    });
  });
});

describe("a user who had not consented when the plan was made", () => {
  it("is waited for, and nothing is sent", async () => {
    const { http, asked } = await served(() => ({ status: 500 }));
    const payload = { email: common.key, firstName: "Ann", lastName: "Visser", packages: ["webex_calling"] } as const;
    const user: Operation = { ...common, resource: "user", action: "read", payload };
    expect(await webexTarget(http, "webex").apply(user, { orgId, subscriberId: "sub" }, never)).toEqual({
      status: "accepted",
      ids: { subscriberId: "sub" },
    });
    expect(asked).toEqual([]);
  });
});
