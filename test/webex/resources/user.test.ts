import { describe, expect, it } from "vitest";
import type { Change, Operation } from "../../../src/model/plan.ts";
import { type FoundUser, user, type WantedUser } from "../../../src/webex/resources/user.ts";
import { webexTarget } from "../../../src/webex/webex-target.ts";
import { never } from "../support/client.ts";
import { served } from "../support/served.ts";

const orgId = Buffer.from("ciscospark://us/ORGANIZATION/96abc2aa-3dcc-11e5-a152-fe34819cdc9a").toString("base64url");
const common = { id: 1, unit: 1, row: 1, key: "ann@acme.example.com", needs: [], ids: {} } as const;

describe("roles of someone who is not in the organization yet", () => {
  it("are missing, and are no reason to consider Webex unreachable", async () => {
    const { http } = await served(() => ({ body: { totalResults: 0, Resources: [] } }));
    const roles: Operation = {
      ...common,
      resource: "directory_entry",
      action: "update",
      payload: { roles: ["full_admin"] },
    };
    expect(await webexTarget(http, "webex").apply(roles, { orgId }, never)).toMatchObject({
      status: "failed",
      failure: { kind: "rejected", isAbsent: true, message: expect.stringContaining("ann@acme.example.com") },
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

describe("what differs of a user", () => {
  const line = { phoneNumber: "+31201234501", extension: "4501", locationId: "ams", locationName: "Amsterdam" };
  const fields = (changes: readonly Change[]) =>
    changes.map(({ field, before, after }) => `${field}: ${before || "blank"} > ${after || "blank"}`);

  const cases: readonly {
    readonly what: string;
    readonly want: WantedUser;
    readonly found: FoundUser;
    readonly asked: readonly string[];
    readonly exact: readonly string[];
  }[] = [
    {
      what: "nothing of what is as it should be",
      want: { packages: ["webex_calling"], ...line },
      found: { packages: ["webex_calling"], lines: [line] },
      asked: [],
      exact: [],
    },
    {
      what: "nothing of what was not read",
      want: { packages: ["webex_calling"], ...line },
      found: {},
      asked: [],
      exact: [],
    },
    {
      what: "another base package",
      want: { packages: ["webex_suite"] },
      found: { packages: ["webex_calling"] },
      asked: ["package: webex_calling > webex_suite"],
      exact: ["package: webex_calling > webex_suite"],
    },
    {
      what: "a package more than was asked for only where all is compared",
      want: { packages: ["webex_calling"] },
      found: { packages: ["webex_calling", "attendant_console"] },
      asked: [],
      exact: ["package: attendant_console;webex_calling > webex_calling"],
    },
    {
      what: "number, extension and location of the line that fits best",
      want: { ...line, extension: "4502", locationId: "rot", locationName: "Rotterdam" },
      found: { lines: [{ phoneNumber: "+31209999999" }, line] },
      asked: ["extension: 4501 > 4502", "location: Amsterdam > Rotterdam"],
      exact: ["extension: 4501 > 4502", "location: Amsterdam > Rotterdam"],
    },
    {
      what: "no number that only lacks its plus",
      want: { phoneNumber: "+31201234501" },
      found: { lines: [{ phoneNumber: "31201234501" }] },
      asked: [],
      exact: [],
    },
    {
      what: "a number that a row leaves blank only where all is compared",
      want: { extension: "4501" },
      found: { lines: [{ phoneNumber: "+31201234501", extension: "4501" }] },
      asked: [],
      exact: ["phone_number: +31201234501 > blank"],
    },
    {
      what: "a line that is gone, but not its location",
      want: line,
      found: { lines: [] },
      asked: [],
      exact: ["phone_number: blank > +31201234501", "extension: blank > 4501"],
    },
  ];

  it.each(cases)("is $what", ({ want, found, asked, exact }) => {
    expect(fields(user.diff(want, found))).toEqual(asked);
    expect(fields(user.diff(want, found, "exact"))).toEqual(exact);
  });
});
