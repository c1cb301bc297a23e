import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readAll, readPages } from "../../src/webex/http/pages.ts";
import { customerPageSchema } from "../../src/webex/resources/customer.wire.ts";
import {
  findLocation,
  getCallingLocation,
  listCallingLocations,
  listLocations,
  updateCallingLocation,
} from "../../src/webex/resources/location.wire.ts";
import { addNumbers, findNumber } from "../../src/webex/resources/numbers.wire.ts";
import { getInviteEmails } from "../../src/webex/resources/organization.wire.ts";
import { findRoles, listRoles, patchPerson } from "../../src/webex/resources/person.wire.ts";
import { precheckSubscriber } from "../../src/webex/resources/precheck.wire.ts";
import { getConnection, takesNumbers } from "../../src/webex/resources/pstn.wire.ts";
import {
  createSubscriber,
  findSubscriber,
  listSubscribers,
  subscriberPageSchema,
} from "../../src/webex/resources/user.wire.ts";
import { englishOf } from "../support/english-of.ts";
import type { Answering, Prepared } from "./support/answer-server.ts";
import { never } from "./support/client.ts";
import { served } from "./support/served.ts";

const of = { orgId: "org", locationId: "loc" };
const uuid = "96abc2aa-3dcc-11e5-a152-fe34819cdc9a";
const orgId = Buffer.from(`ciscospark://us/ORGANIZATION/${uuid}`).toString("base64url");

describe("a list in pages", () => {
  const answer = z.object({ items: z.array(z.number()) }).transform((page) => page.items);
  const list = { route: "/numbers", answer, signal: never };

  it("follows the Link header as it is", async () => {
    const { http, asked } = await served(({ query }) =>
      query.has("cursor")
        ? { body: { items: [3] } }
        : { headers: { link: '</v1/numbers?cursor=x%2Fy>; rel="next"' }, body: { items: [1, 2] } },
    );
    expect(await readAll(http, { ...list, query: { max: 2 } })).toMatchObject({ ok: true, value: [1, 2, 3] });
    expect(asked.map(({ query }) => query.toString())).toEqual(["max=2", "cursor=x%2Fy"]);
  });

  it("counts on from where it began when there is no Link", async () => {
    const { http, asked } = await served(({ query }) => ({
      body: { items: { 1: [1, 2], 3: [3, 4], 5: [] }[query.get("at") ?? ""] },
    }));
    const counted = { parameter: "at", first: 1, pageSize: 2 };
    expect(await readAll(http, { ...list, query: { at: 1 }, counted })).toMatchObject({ value: [1, 2, 3, 4] });
    expect(asked.map(({ query }) => query.toString())).toEqual(["at=1", "at=3", "at=5"]);
  });

  const link = (to: string) => ({ link: `<${to}>; rel="next"` });

  it.each<readonly [string, Answering, RegExp]>([
    ["to itself", () => ({ headers: link("/v1/numbers?cursor=a"), body: { items: [1] } }), /its pages repeat/],
    [
      "round in a circle of three",
      ({ query }) => {
        const at = Number(query.get("cursor") ?? 0);
        return { headers: link(`/v1/numbers?cursor=${(at + 1) % 3}`), body: { items: [at] } };
      },
      /its pages repeat/,
    ],
    [
      "to new addresses with the same content",
      ({ query }) => ({
        headers: link(`/v1/numbers?cursor=${Number(query.get("cursor") ?? 0) + 1}`),
        body: { items: [7, 8] },
      }),
      /its pages repeat/,
    ],
    [
      "from one empty page to the next",
      ({ query }) => ({
        headers: link(`/v1/numbers?cursor=${Number(query.get("cursor") ?? 0) + 1}`),
        body: { items: [] },
      }),
      /two empty pages/,
    ],
    ["to another host", () => ({ headers: link("https://elsewhere.example/"), body: { items: [1] } }), /another host/],
  ])("whose Link leads %s is a failure that names the call, never the whole list", async (_how, answering, reason) => {
    const { http, asked } = await served(answering);
    const reply = await readAll(http, list);
    expect(reply).toMatchObject({ ok: false, failure: { kind: "contract", isLasting: true } });
    expect(englishOf(reply.ok ? undefined : reply.failure.message)).toMatch(
      /^The list GET \/numbers cannot be read to its end: /,
    );
    expect(englishOf(reply.ok ? undefined : reply.failure.message)).toMatch(reason);
    expect(asked.length).toBeLessThan(5);
  });

  it("whose pages ignore where they should begin is such a failure too", async () => {
    const { http } = await served(() => ({ body: { items: [1, 2] } }));
    const counted = { parameter: "at", first: 0, pageSize: 2 };
    expect(await readAll(http, { ...list, counted })).toMatchObject({ ok: false, failure: { kind: "contract" } });
  });

  it("may have one empty page in its middle", async () => {
    const { http } = await served(({ query }) =>
      query.has("cursor") ? { body: { items: [3] } } : { headers: link("/v1/numbers?cursor=b"), body: { items: [] } },
    );
    expect(await readAll(http, list)).toMatchObject({ ok: true, value: [3] });
  });

  it("asks the next page for what the first was asked for, where its link has lost it", async () => {
    const { http, asked } = await served(
      ({ query }) =>
        query.has("offset")
          ? { body: { items: [3] } }
          : { headers: link("/v1/wholesale/things?offset=2&max=null"), body: { items: [1, 2] } },
      { onBehalfOf: "sub" },
    );
    const query = { customerId: "c", status: ["a", "b"], max: 2 };
    await readAll(http, { ...list, route: "/wholesale/things", query });
    expect(asked[1]?.query.toString()).toBe(
      "offset=2&customerId=c&status=a&status=b&max=2&onBehalfOfSubPartnerOrgId=sub",
    );
  });

  it("asks the next page for no size where none was asked for and the link has none that is a number", async () => {
    const { http, asked } = await served(({ query }) =>
      query.has("offset")
        ? { body: { items: [3] } }
        : { headers: link("/v1/wholesale/things?offset=2&max=null"), body: { items: [1, 2] } },
    );
    await readAll(http, { ...list, route: "/wholesale/things", query: { customerId: "c" } });
    expect(asked[1]?.query.toString()).toBe("offset=2&customerId=c");
  });

  it("leaves out what belongs to another customer than asked for", async () => {
    const user = (customerId?: string) => ({ id: `of ${customerId}`, email: "a@a.example", customerId });
    const { http } = await served(() => ({ body: { items: [user("c"), user("other"), user()] } }));
    const pages = [];
    for await (const page of listSubscribers(http, { customerId: "c" }, never)) pages.push(page);
    expect(pages).toMatchObject([{ value: [{ id: "of c" }, { id: "of undefined" }] }]);
  });

  it("that is left out of the answer is empty, where the document has it so", async () => {
    const { http } = await served(() => ({ body: {} }));
    const lists = [
      readAll(http, { ...list, answer: customerPageSchema }),
      readAll(http, { ...list, answer: subscriberPageSchema }),
      listLocations(http, "org", never),
    ];
    expect((await Promise.all(lists)).map((each) => each.ok && each.value)).toEqual([[], [], []]);
    expect(await listCallingLocations(http, "org", never)).toMatchObject({ failure: { kind: "contract" } });
  });

  it("stops at the first failure, and gives that alone", async () => {
    const { http } = await served(({ query }) => (query.has("at") ? { status: 500 } : { body: { items: [1, 2] } }));
    const counted = { parameter: "at", first: 0, pageSize: 2 };
    expect(await readAll(http, { ...list, counted })).toMatchObject({ ok: false, failure: { status: 500 } });
    const seen = [];
    for await (const page of readPages(http, { ...list, counted })) seen.push(page.ok);
    expect(seen).toEqual([true, false]);
  });
});

describe("adding numbers", () => {
  const numbers = { ...of, phoneNumbers: ["+31201234500", "+31201234501"] };
  const refusal = { number: "+31201234501", errorCode: "8361", errorMessage: "taken", errorTitle: "x", errorType: "y" };
  const refused = [{ part: "+31201234501", message: "taken", errorCode: "8361" }];

  it("says that they shall be in service", async () => {
    const { http, asked } = await served(() => ({ status: 201 }));
    expect(await addNumbers(http, numbers, never)).toMatchObject({ ok: true });
    expect(asked[0]?.body).toEqual({ phoneNumbers: numbers.phoneNumbers, state: "ACTIVE" });
    expect(asked[0]?.query.get("orgId")).toBe("org");
  });

  it.each<[string, Prepared]>([
    ["an array of errors", { status: 400, body: [{ errors: [refusal] }] }],
    ["one object of errors", { status: 400, body: { errors: [refusal] } }],
    ["a success that lists errors", { status: 201, body: [{ errors: [refusal] }] }],
  ])("tells each refused number, from %s", async (_, prepared) => {
    const { http } = await served(() => prepared);
    expect(await addNumbers(http, numbers, never)).toMatchObject({ ok: false, failure: { kind: "rejected" }, refused });
  });

  it("refused as a whole refuses no single number", async () => {
    const { http } = await served(() => ({ status: 400, body: { message: "no PSTN" } }));
    expect(await addNumbers(http, numbers, never)).toMatchObject({ failure: { message: "no PSTN" }, refused: [] });
  });
});

describe("looking up", () => {
  it("a location compares names as a whole, whatever their case", async () => {
    const items = ["Denver-2", " denver "].map((name, index) => ({ id: `l${index}`, name }));
    const { http } = await served(() => ({ body: { items } }));
    expect(await findLocation(http, { orgId, name: "Denver" }, never)).toMatchObject({ value: { id: "l1" } });
    expect(await findLocation(http, { orgId, name: "Den" }, never)).toMatchObject({ ok: true, value: undefined });
  });

  it("a location that Webex's filter misses for its spelling is looked for among all", async () => {
    const { http, asked } = await served(({ query }) => ({
      body: { items: query.has("name") ? [] : [{ id: "l", name: "Zürich  Hbf" }] },
    }));
    const reply = await findLocation(http, { orgId, name: "Zu\u0308rich Hbf" }, never);
    expect(reply).toMatchObject({ value: { id: "l" } });
    expect(asked.map(({ query }) => query.get("name"))).toEqual(["Zürich Hbf", null]);
  });

  it("a user asks for the e-mail within the customer", async () => {
    const { http, asked } = await served(() => ({ body: { items: [{ id: "s", email: "A@B.example" }] } }));
    const reply = await findSubscriber(http, { customerId: "c", email: "a@b.example" }, never);
    expect(reply).toMatchObject({ value: { id: "s" } });
    expect(asked[0]?.query.toString()).toBe("customerId=c&email=a%40b.example&max=100");
  });

  it("a number takes that number alone", async () => {
    const phoneNumbers = [
      { phoneNumber: "", extension: "12" },
      { phoneNumber: "+31", location: { id: "l", name: "HQ" } },
    ];
    const { http } = await served(() => ({ body: { phoneNumbers } }));
    const reply = await findNumber(http, { orgId, phoneNumber: "+31" }, never);
    expect(reply).toMatchObject({ value: { location: { id: "l" } } });
  });

  it("a failed look-up is a failure, and never a 'not there'", async () => {
    const { http } = await served(() => ({ status: 503 }));
    expect(await findLocation(http, { orgId, name: "x" }, never)).toMatchObject({ ok: false });
    expect(await findSubscriber(http, { customerId: "c", email: "x" }, never)).toMatchObject({ ok: false });
    expect(await getConnection(http, of, never)).toMatchObject({ ok: false });
  });
});

describe("what may not be there", () => {
  it("is absent: a connection, calling in a location, the e-mail setting", async () => {
    const { http } = await served(() => ({ status: 404, headers: { trackingid: "T" } }));
    const absent = { ok: true, value: undefined, trace: { status: 404, trackingId: "T" } };
    expect(await getConnection(http, of, never)).toMatchObject(absent);
    expect(await getCallingLocation(http, of, never)).toMatchObject(absent);
    expect(await getInviteEmails(http, "org", never)).toMatchObject(absent);
  });
});

describe("a location's settings", () => {
  const settings = { routingPrefix: "80" };

  it.each<[string, Prepared]>([
    ["204", { status: 204 }],
    ["200 with a batch", { status: 200, body: { batchJobId: "b" } }],
  ])("are set with %s", async (_, prepared) => {
    const { http } = await served(() => prepared);
    expect(await updateCallingLocation(http, { ...of, settings }, never)).toMatchObject({ ok: true });
  });

  it("that Webex sets in part are a refusal with its reason", async () => {
    const { http } = await served(() => ({ status: 206, body: { failureReason: "prefix not changed" } }));
    expect(await updateCallingLocation(http, { ...of, settings }, never)).toMatchObject({
      failure: { kind: "rejected", status: 206, sent: true, message: "prefix not changed" },
    });
  });
});

describe("PSTN connections", () => {
  it.each([
    ["LOCAL_GATEWAY", true],
    ["NON_INTEGRATED_CCP", true],
    ["INTEGRATED_CCP", false],
    ["CISCO_PSTN", false],
    ["SOMETHING_NEW", false],
    [undefined, false],
  ])("of type %s take numbers: %s", (type, takes) => {
    expect(takesNumbers({ id: "c", type, displayName: undefined, routeId: undefined })).toBe(takes);
  });
});

describe("roles", () => {
  const user = { id: uuid, userName: "a@b.example", roles: [{ value: "id_full_admin" }] };

  it("are patched by UUIDs, next to /v1", async () => {
    const { http, asked } = await served(() => ({ body: user }));
    const personId = Buffer.from(`ciscospark://us/PEOPLE/${uuid}`).toString("base64");
    const reply = await patchPerson(http, { orgId, personId, change: { addedRoles: ["full_admin"] } }, never);
    expect(reply).toMatchObject({ value: { roles: ["full_admin"] } });
    expect(asked[0]).toMatchObject({
      method: "PATCH",
      path: `/identity/scim/${uuid}/v2/Users/${uuid}`,
      body: {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        Operations: [{ op: "add", path: "roles", value: [{ value: "id_full_admin", type: "cirole" }] }],
      },
    });
  });

  it("of an ID without a UUID are not requested", async () => {
    const { http, asked } = await served(() => ({ body: user }));
    const change = { addedRoles: ["full_admin"] } as const;
    const replies: unknown[] = [
      await patchPerson(http, { orgId: "opaque", personId: uuid, change }, never),
      await findRoles(http, { orgId: "opaque", email: "a@b.example" }, never),
    ];
    for await (const page of listRoles(http, "opaque", never)) replies.push(page);
    expect(replies).toMatchObject(Array(3).fill({ ok: false, failure: { kind: "contract", sent: false } }));
    expect(asked).toHaveLength(0);
  });

  it("are listed page by page, counted from 1", async () => {
    const { http, asked } = await served(({ query }) => ({
      body: { Resources: query.get("startIndex") === "1" ? Array(100).fill(user) : [user] },
    }));
    let count = 0;
    for await (const page of listRoles(http, orgId, never)) count += page.ok ? page.value.length : 0;
    expect(count).toBe(101);
    expect(asked.map(({ query }) => query.get("startIndex"))).toEqual(["1", "101"]);
  });

  const crowd = Array.from({ length: 130 }, (_, index) => ({ ...user, userName: `user${index}@b.example` }));

  /** A directory that gives at most so many at once, whatever is asked for. */
  const capped =
    (most: number, totalResults: number): Answering =>
    ({ query }) => {
      const first = Number(query.get("startIndex")) - 1;
      return { body: { totalResults, Resources: crowd.slice(first, first + most) } };
    };

  it.each([30, 50, 99, 130])("are listed whole by a server that gives at most %i at once", async (most) => {
    const { http, asked } = await served(capped(most, crowd.length));
    const emails = [];
    for await (const page of listRoles(http, orgId, never))
      if (page.ok) emails.push(...page.value.map((each) => each.email));
    expect(emails).toEqual(crowd.map(({ userName }) => userName));
    expect(asked).toHaveLength(Math.ceil(crowd.length / most));
  });

  it("of one person are found on a later page, where the filter was lost and the pages are short", async () => {
    const { http } = await served(capped(50, crowd.length));
    const reply = await findRoles(http, { orgId, email: "user120@b.example" }, never);
    expect(reply).toMatchObject({ ok: true, value: { email: "user120@b.example" } });
  });

  it("with fewer items than announced are never taken as complete", async () => {
    const { http } = await served(capped(50, 140));
    const pages = [];
    for await (const page of listRoles(http, orgId, never)) pages.push(page);
    expect(pages.at(-1)).toMatchObject({
      ok: false,
      failure: { kind: "contract", message: expect.stringMatching(/announces 140 items, but contains 130/) },
    });
  });

  it("of one person are found by e-mail", async () => {
    const { http, asked } = await served(() => ({ body: { totalResults: 1, Resources: [user] } }));
    const reply = await findRoles(http, { orgId, email: "A@b.example" }, never);
    expect(reply).toMatchObject({ value: { id: uuid, roles: ["full_admin"] } });
    expect(asked[0]?.query.get("filter")).toBe('userName eq "A@b.example"');
  });
});

describe("a user", () => {
  const user = { customerId: "c", email: "a@b.example", packages: ["webex_suite"], firstName: "A", lastName: "B" };

  it("who must consent first is recognized by the status", async () => {
    const body = { id: "s", email: "a@b.example", status: "pending_user_migration" };
    const { http } = await served(() => ({ status: 202, body }));
    expect(await createSubscriber(http, user, never)).toMatchObject({
      status: 202,
      value: { status: "pending_user_migration" },
    });
  });

  it.each([
    ["an object", { infoCode: 100, description: "fine" }],
    ["an array", [{ infoCode: 100, description: "fine" }]],
  ])("is prechecked with an answer in %s", async (_, info) => {
    const { http } = await served(() => ({ body: { message: "success", info } }));
    expect(await precheckSubscriber(http, user, never)).toMatchObject({
      value: { message: "success", findings: [{ infoCode: "100", description: "fine" }] },
    });
  });
});

it("locations without any are an empty list", async () => {
  const { http } = await served(() => ({ body: { items: [] } }));
  expect(await listLocations(http, "org", never)).toMatchObject({ ok: true, value: [] });
});
