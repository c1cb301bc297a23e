import { describe, expect, it } from "vitest";
import { billing, customerBody, headOffice, idIn, provision, registerTemplate, userBody } from "./support/customers.ts";
import { openTalk, type Reply } from "./support/talk.ts";

function codeOf(reply: Reply) {
  return [reply.status, reply.body.errors?.[0]?.errorCode];
}

async function withTemplate(options: Parameters<typeof openTalk>[0] = {}) {
  const talk = await openTalk(options);
  const provisioningId = await registerTemplate(talk);
  const create = (over: Record<string, unknown> = {}) =>
    talk.ask("POST", "/wholesale/customers", customerBody(provisioningId, over));
  return { ...talk, provisioningId, create };
}

describe("creating a customer", () => {
  it("is accepted, and shows the organization when the time of provisioning has passed", async () => {
    const { create, get, clock } = await withTemplate({ provisioningTimeMs: 1000 });
    const reply = await create();
    expect(reply).toMatchObject({ status: 202, headers: { location: reply.body.url } });
    const path = `/wholesale/customers/${idIn(reply.body.url)}`;
    const before = await get(path);
    expect(before).toMatchObject({ status: "provisioning", externalId: "bakery", address: billing });
    expect(before.orgId).toBeUndefined();
    clock.advance(999);
    expect(await get(path)).toMatchObject({ status: "provisioning" });
    clock.advance(1);
    expect(await get(path)).toMatchObject({
      status: "provisioned",
      orgId: expect.stringMatching(/\w/),
      packages: ["webex_calling", "webex_meetings"],
      resourceDetails: {
        packages: [
          { name: "webex_calling", status: "provisioned" },
          { name: "webex_meetings", status: "provisioned" },
        ],
      },
    });
  });

  it("brings the head office, calling enabled, with the administrator as a person", async () => {
    const talk = await openTalk();
    const { orgId, inOrg, headOfficeId } = await provision(talk);
    expect(await talk.get(`/locations/${headOfficeId}${inOrg}`)).toMatchObject({
      name: "Head Office",
      orgId,
      timeZone: "Europe/Amsterdam",
      preferredLanguage: "nl_nl",
      address: { address1: "Dam 1", city: "Amsterdam", state: "NH", postalCode: "1012 JS", country: "NL" },
    });
    expect((await talk.get(`/telephony/config/locations${inOrg}`)).locations).toHaveLength(1);
    expect((await talk.get(`/people${inOrg}`)).items).toMatchObject([{ emails: ["boss@bakery.example"] }]);
  });

  it("brings no location without a calling package", async () => {
    const talk = await openTalk();
    const { inOrg } = await provision(talk, { packages: ["webex_meetings"], provisioningParameters: undefined });
    expect((await talk.get(`/locations${inOrg}`)).items).toEqual([]);
  });

  it.each([
    ["a wrong type", { externalId: 7 }],
    ["an unknown package", { packages: ["webex_fax"] }],
    ["a package twice", { packages: ["webex_meetings", "webex_meetings"] }],
    ["no package", { packages: [] }],
    ["an address line of 51 characters", { address: { ...billing, addressLine1: "x".repeat(51) } }],
    ["a country by name", { address: { ...billing, country: "Netherlands" } }],
    ["a name with %", { customerInfo: { name: "100% Bread", primaryEmail: "boss@bakery.example" } }],
    ["a language that is none", { customerInfo: { name: "B", primaryEmail: "b@b.example", language: "dutch" } }],
    ["no customerInfo", { customerInfo: undefined }],
    ["a calling package without its location", { provisioningParameters: undefined }],
    ["an unknown time zone", { provisioningParameters: { calling: { location: { ...headOffice, timezone: "PST" } } } }],
    [
      "a limit for a package that has none",
      { provisioningParameters: { packages: { limits: { webex_ai_agent: 1 } } } },
    ],
    ["an add-on without what it depends on", { packages: ["webex_meetings", "attendant_console"] }],
  ])("refuses %s with 400", async (_what, over) => {
    const { create, get } = await withTemplate();
    const reply = await create(over);
    expect(reply).toMatchObject({
      status: 400,
      body: {
        message: expect.any(String),
        trackingId: reply.headers.trackingid,
        errors: [{ errorCode: expect.any(Number) }],
      },
    });
    expect((await get("/wholesale/customers")).items).toEqual([]);
  });

  it("reports everything that is wrong at once", async () => {
    const { create } = await withTemplate();
    const reply = await create({ externalId: 7, packages: [], address: { ...billing, country: "Netherlands" } });
    expect(reply.body.errors).toHaveLength(3);
  });

  it("refuses a provisioning ID that no template has", async () => {
    const { create } = await withTemplate();
    expect(codeOf(await create({ provisioningId: "Standard" }))).toEqual([400, 99003]);
  });

  it("refuses an external id that is taken, and counts the duplicate", async () => {
    const { create, get } = await withTemplate();
    await create();
    expect(codeOf(await create())).toEqual([409, 99002]);
    expect(await get("/simulator/stats")).toMatchObject({
      duplicateCreates: 1,
      duplicateCreatesByKind: { customer: 1 },
    });
  });

  it("refuses an administrator whose email is a person elsewhere, in any case", async () => {
    const { create } = await withTemplate();
    await create();
    const reply = await create({
      externalId: "other",
      customerInfo: { name: "O", primaryEmail: "BOSS@Bakery.example" },
    });
    expect(codeOf(reply)).toEqual([400, 10022]);
  });

  it("attaches to an organization that Webex has, with customerInfo left out", async () => {
    const { create, send, get } = await withTemplate();
    const scenario = { kind: "add_organization", name: "Old Mill", adminEmail: "mill@old.example" };
    const { orgId } = await send("POST", "/simulator/scenario", scenario);
    const { body } = await create({ orgId, customerInfo: undefined });
    expect(await get(`/wholesale/customers/${idIn(body.url)}`)).toMatchObject({ status: "provisioned", orgId });
    expect(await get(`/organizations/${orgId}`)).toMatchObject({ displayName: "Old Mill" });
    expect(codeOf(await create({ orgId, externalId: "again", customerInfo: undefined }))).toEqual([409, 99002]);
  });
});

describe("magic e-mails of administrators", () => {
  const admin = (primaryEmail: string) => ({ customerInfo: { name: "Bakery", primaryEmail } });

  it("+rpl waits for the review until a scenario ends it", async () => {
    const { create, get, send } = await withTemplate();
    const { body } = await create(admin("boss+rpl@bakery.example"));
    const path = `/wholesale/customers/${idIn(body.url)}`;
    expect(await get(path)).toMatchObject({ status: "pending_rpl_review" });
    expect((await get(path)).orgId).toBeUndefined();
    await send("POST", "/simulator/scenario", { kind: "finish_customer", externalId: "bakery" });
    expect(await get(path)).toMatchObject({ status: "provisioned", orgId: expect.any(String) });
  });

  it("+error fails without an organization, and says why", async () => {
    const { create, get } = await withTemplate();
    const { body } = await create(admin("boss+error@bakery.example"));
    const customer = await get(`/wholesale/customers/${idIn(body.url)}`);
    expect(customer).toMatchObject({ status: "error", errors: [{ errorCode: 99015 }] });
    expect(customer.orgId).toBeUndefined();
  });

  it("+partial fails the last package alone, and the organization is there", async () => {
    const { create, get } = await withTemplate();
    const { body } = await create({
      ...admin("boss+partial@bakery.example"),
      packages: ["webex_meetings", "webex_calling"],
    });
    const customer = await get(`/wholesale/customers/${idIn(body.url)}`);
    expect(customer).toMatchObject({
      status: "provisioned_with_errors",
      orgId: expect.any(String),
      resourceDetails: {
        packages: [
          { name: "webex_meetings", status: "provisioned" },
          { name: "webex_calling", status: "error", warnings: [{ errorCode: 2560 }] },
        ],
      },
    });
    await get(`/organizations/${customer.orgId}`);
    expect((await get(`/locations?orgId=${customer.orgId}`)).items).toEqual([]);
  });

  it("work once: a later change ends well", async () => {
    const { create, get, send } = await withTemplate();
    const { body } = await create(admin("boss+partial@bakery.example"));
    const path = `/wholesale/customers/${idIn(body.url)}`;
    expect(await get(path)).toMatchObject({ status: "provisioned_with_errors" });
    await send("PUT", path, { packages: ["webex_calling", "webex_meetings"] });
    expect(await get(path)).toMatchObject({ status: "provisioned" });
  });

  it("have no effect inside a word", async () => {
    const { create, get } = await withTemplate();
    const { body } = await create(admin("boss+errors@bakery.example"));
    expect(await get(`/wholesale/customers/${idIn(body.url)}`)).toMatchObject({ status: "provisioned" });
  });
});

describe("changing a customer", () => {
  it("replaces the packages, and continues working with those that stay", async () => {
    const talk = await openTalk();
    const { customerId } = await provision(talk);
    await talk.send("POST", "/simulator/knobs", { provisioningTimeMs: 1000 });
    const path = `/wholesale/customers/${customerId}`;
    expect((await talk.ask("PUT", path, { packages: ["webex_calling", "webex_suite"] })).status).toBe(202);
    expect(await talk.get(path)).toMatchObject({
      status: "updating",
      packages: ["webex_calling", "webex_suite"],
      resourceDetails: { packages: [{ status: "provisioned" }, { status: "provisioning" }] },
    });
    expect((await talk.ask("POST", "/wholesale/subscribers", userBody(customerId))).status).toBe(200);
    const suite = userBody(customerId, { email: "s@bakery.example", packages: ["webex_suite"] }, { extension: "1002" });
    expect((await talk.ask("POST", "/wholesale/subscribers", suite)).status).toBe(400);
    expect((await talk.ask("PUT", path, { packages: ["webex_calling"] })).status).toBe(409);
    talk.clock.advance(1000);
    expect(await talk.get(path)).toMatchObject({ status: "provisioned" });
    expect((await talk.ask("POST", "/wholesale/subscribers", suite)).status).toBe(200);
  });

  it("brings the head office when the first calling package comes", async () => {
    const talk = await openTalk();
    const { customerId, inOrg } = await provision(talk, {
      packages: ["webex_meetings"],
      provisioningParameters: undefined,
    });
    const path = `/wholesale/customers/${customerId}`;
    expect(codeOf(await talk.ask("PUT", path, { packages: ["webex_calling"] }))).toEqual([400, 99008]);
    const provisioningParameters = { calling: { location: headOffice } };
    await talk.send("PUT", path, { packages: ["webex_calling"], provisioningParameters });
    expect((await talk.get(`/locations${inOrg}`)).items).toMatchObject([{ name: "Head Office" }]);
  });

  it("takes no package and no limit from below subscribers", async () => {
    const talk = await openTalk();
    const { customerId } = await provision(talk);
    await talk.send("POST", "/wholesale/subscribers", userBody(customerId));
    const path = `/wholesale/customers/${customerId}`;
    expect(codeOf(await talk.ask("PUT", path, { packages: ["webex_meetings"] }))).toEqual([400, 99006]);
    const tooLow = {
      packages: ["webex_calling"],
      provisioningParameters: { packages: { limits: { webex_calling: 0 } } },
    };
    expect(codeOf(await talk.ask("PUT", path, tooLow))).toEqual([400, 99007]);
    expect(
      (await talk.ask("PUT", path, { packages: ["webex_calling"], address: { ...billing, city: "Utrecht" } })).status,
    ).toBe(202);
    expect(await talk.get(path)).toMatchObject({ packages: ["webex_calling"], address: { city: "Utrecht" } });
  });

  it("renames the customer for its subscribers too", async () => {
    const talk = await openTalk();
    const { customerId } = await provision(talk);
    await talk.send("POST", "/wholesale/subscribers", userBody(customerId));
    const packages = ["webex_calling", "webex_meetings"];
    await talk.send("PUT", `/wholesale/customers/${customerId}`, { packages, externalId: "patisserie" });
    const { items } = await talk.get("/wholesale/subscribers?externalCustomerId=patisserie");
    expect(items).toMatchObject([{ email: "ann@bakery.example", externalCustomerId: "patisserie" }]);
  });
});

describe("deleting a customer", () => {
  it("takes its time, frees the external id, and leaves the organization", async () => {
    const talk = await openTalk();
    const { customerId, orgId } = await provision(talk);
    await talk.send("POST", "/simulator/knobs", { provisioningTimeMs: 1000 });
    const path = `/wholesale/customers/${customerId}`;
    expect((await talk.ask("DELETE", path)).status).toBe(202);
    expect(await talk.get(path)).toMatchObject({ status: "deleting" });
    expect((await talk.ask("DELETE", `/organizations/${orgId}`)).status).toBe(409);
    talk.clock.advance(1000);
    expect((await talk.ask("GET", path)).status).toBe(404);
    expect((await talk.get("/wholesale/customers?externalId=bakery")).items).toEqual([]);
    expect((await talk.ask("DELETE", `/organizations/${orgId}`)).status).toBe(204);
    expect(await talk.get("/simulator/state")).toMatchObject({ organizations: [], locations: [], people: [] });
  });

  it("is refused while it has subscribers", async () => {
    const talk = await openTalk();
    const { customerId } = await provision(talk);
    await talk.send("POST", "/wholesale/subscribers", userBody(customerId));
    expect((await talk.ask("DELETE", `/wholesale/customers/${customerId}`)).status).toBe(409);
  });

  it("of one that never got its organization frees the administrator's email", async () => {
    const { create, send, ask } = await withTemplate();
    const over = { customerInfo: { name: "Bakery", primaryEmail: "boss+error@bakery.example" } };
    const { body } = await create(over);
    await send("DELETE", `/wholesale/customers/${idIn(body.url)}`);
    expect((await ask("GET", `/wholesale/customers/${idIn(body.url)}`)).status).toBe(404);
    expect((await create(over)).status).toBe(202);
  });
});

describe("listing customers", () => {
  it("filters by external id, organization and status", async () => {
    const talk = await openTalk();
    const { orgId } = await provision(talk);
    await provision(talk, {
      externalId: "mill",
      customerInfo: { name: "Mill", primaryEmail: "boss+rpl@mill.example" },
    }).catch(() => undefined);
    const externalIds = async (query: string) =>
      (await talk.get(`/wholesale/customers?${query}`)).items.map(({ externalId }) => externalId);
    expect(await externalIds("externalId=mill")).toEqual(["mill"]);
    expect(await externalIds(`orgId=${orgId}`)).toEqual(["bakery"]);
    expect(await externalIds("status=provisioned")).toEqual(["bakery"]);
    expect(await externalIds("status=provisioned&status=pending_rpl_review")).toEqual(["bakery", "mill"]);
    expect(await externalIds("externalId=nobody")).toEqual([]);
  });

  it("continues by Link, on the same host and with the same filters", async () => {
    const { create, ask, simulator } = await withTemplate();
    for (const name of ["a", "b", "c"]) {
      await create({ externalId: name, customerInfo: { name, primaryEmail: `boss@${name}.example` } });
    }
    const first = await ask("GET", "/wholesale/customers?max=2&status=provisioned");
    expect(first.body.items.map(({ externalId }) => externalId)).toEqual(["a", "b"]);
    const [, next = ""] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? [];
    expect(next.startsWith(`${simulator.baseUrl}/wholesale/customers?`)).toBe(true);
    const second = await ask("GET", next.slice(simulator.baseUrl.length));
    expect(second.body.items.map(({ externalId }) => externalId)).toEqual(["c"]);
    expect(second.headers.link).toBeUndefined();
  });

  it("refuses a filter that the API does not have", async () => {
    const { ask } = await openTalk();
    expect((await ask("GET", "/wholesale/customers?name=Bakery")).status).toBe(400);
    expect((await ask("GET", "/wholesale/customers?max=many")).status).toBe(400);
    expect((await ask("GET", "/wholesale/customers?max=0")).status).toBe(400);
  });

  it("shows licences of one customer when asked", async () => {
    const talk = await openTalk();
    const { customerId } = await provision(talk);
    const { resourceDetails } = await talk.get(`/wholesale/customers/${customerId}?includePackageLicenseInfo=true`);
    expect(resourceDetails.packages[0]?.licenseIds).toHaveLength(1);
  });
});

describe("the precheck of a customer", () => {
  const withoutLanguage = { customerInfo: { name: "Bakery", primaryEmail: "boss@bakery.example" } };

  it("says success for what a create would take, and creates nothing", async () => {
    const { provisioningId, send, get } = await withTemplate();
    const minimal = { address: billing, customerInfo: { primaryEmail: "boss@bakery.example" } };
    for (const body of [minimal, customerBody(provisioningId, withoutLanguage)]) {
      expect(await send("POST", "/wholesale/customers/validate", body)).toMatchObject({
        message: "success",
        info: { infoCode: 100 },
      });
    }
    expect((await get("/wholesale/customers")).items).toEqual([]);
    expect(await get("/simulator/stats")).toMatchObject({ writes: 0 });
  });

  it("refuses what a create would refuse", async () => {
    const { provisioningId, create, ask } = await withTemplate();
    await create();
    const check = (over: object) =>
      ask("POST", "/wholesale/customers/validate", customerBody(provisioningId, { ...withoutLanguage, ...over }));
    expect((await check({})).status).toBe(409);
    expect(codeOf(await check({ externalId: "new" }))).toEqual([400, 10022]);
    expect(codeOf(await check({ externalId: "new", customerInfo: undefined, provisioningId: "x" }))).toEqual([
      400, 99003,
    ]);
  });
});

describe("acting for a sub-partner", () => {
  it("keeps the customers of each apart", async () => {
    const { send, get, ask, provisioningId } = await withTemplate();
    const { orgId } = await send("POST", "/simulator/scenario", { kind: "add_sub_partner", name: "Sub" });
    expect((await get("/wholesale/subPartners")).items).toMatchObject([{ orgId, provisioningState: "active" }]);
    const onBehalf = `onBehalfOfSubPartnerOrgId=${orgId}`;
    const { url } = await send("POST", `/wholesale/customers?${onBehalf}`, customerBody(provisioningId));
    expect((await get("/wholesale/customers")).items).toEqual([]);
    expect((await get(`/wholesale/customers?${onBehalf}`)).items).toHaveLength(1);
    expect((await ask("GET", `/wholesale/customers/${idIn(url)}`)).status).toBe(404);
    expect((await ask("GET", `/wholesale/customers/${idIn(url)}?${onBehalf}`)).status).toBe(200);
  });

  it("is refused for an organization that is none", async () => {
    const { ask } = await openTalk();
    expect((await ask("GET", "/wholesale/customers?onBehalfOfSubPartnerOrgId=abc")).status).toBe(403);
  });
});
