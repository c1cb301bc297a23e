import { describe, expect, it } from "vitest";
import { addNumbers, openBranch, type Provisioned, provision, userBody } from "./support/customers.ts";
import { openTalk, type Reply, type Talk } from "./support/talk.ts";

const numberA = "+31201234567";
const numberB = "+31201234568";

function codesOf(reply: Reply) {
  return [reply.status, ...(reply.body.errors ?? []).map(({ errorCode }) => errorCode)];
}

/** A customer with two numbers at its head office. */
async function open(over: Record<string, unknown> = {}) {
  const talk = await openTalk();
  const customer = await provision(talk, {
    packages: ["webex_calling", "webex_suite", "webex_meetings", "attendant_console"],
    ...over,
  });
  await addNumbers(talk, customer, customer.headOfficeId, [numberA, numberB]);
  const create = (body: Record<string, unknown> = {}, calling: Record<string, unknown> = {}) =>
    talk.ask("POST", "/wholesale/subscribers", userBody(customer.customerId, body, calling));
  return { talk, customer, create };
}

/** The telephone book; a line without owner says so. */
async function bookOf(talk: Talk, { inOrg }: Provisioned) {
  const { phoneNumbers } = await talk.get(`/telephony/config/numbers${inOrg}`);
  return phoneNumbers.map((line) => Object.assign({ owner: undefined }, line));
}

describe("creating a subscriber", () => {
  it("is done at once, and puts number and extension to the person", async () => {
    const { talk, customer, create } = await open();
    const reply = await create({}, { primaryPhoneNumber: numberA, locationId: customer.headOfficeId });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        email: "ann@bakery.example",
        customerId: customer.customerId,
        externalCustomerId: "bakery",
        package: "webex_calling",
        packages: ["webex_calling"],
        status: "provisioned",
        personId: expect.any(String),
      },
    });
    expect(reply.headers.location).toContain(reply.body.id);
    const owner = { id: reply.body.personId, type: "PEOPLE", firstName: "Ann", lastName: "Baker" };
    expect(await bookOf(talk, customer)).toMatchObject([
      { phoneNumber: numberA, extension: "1001", owner },
      { phoneNumber: numberB, owner: undefined },
    ]);
  });

  it("takes a base package with its add-on, and the old single field", async () => {
    const { create } = await open();
    expect((await create({ packages: ["webex_calling", "attendant_console"] })).status).toBe(200);
    const single = { email: "bob@bakery.example", packages: undefined, package: "webex_meetings" };
    expect((await create(single)).body.packages).toEqual(["webex_meetings"]);
  });

  it("finds the only location when none is named, and requires a name for one of several", async () => {
    const { talk, customer, create } = await open();
    expect((await create()).status).toBe(200);
    await openBranch(talk, customer);
    expect(codesOf(await create({ email: "bob@bakery.example" }, { extension: "1002" }))).toEqual([400, 99010]);
  });

  it.each([
    ["both package and packages", { package: "webex_calling" }, {}, [400, 99001]],
    ["neither package nor packages", { packages: undefined }, {}, [400, 99001]],
    ["an extension that is a number", {}, { extension: 1001 }, [400, 99001]],
    ["a number without its plus", {}, { primaryPhoneNumber: "31201234567" }, [400, 99001]],
    ["a package that users never have", { packages: ["common_area_calling"] }, {}, [400, 99001]],
    ["a package that the customer does not have", { packages: ["webex_voice"] }, {}, [400, 99005]],
    ["two base packages", { packages: ["webex_calling", "webex_suite"] }, {}, [400, 99001]],
    ["an add-on on the wrong base", { packages: ["webex_meetings", "attendant_console"] }, {}, [400, 99004]],
    ["neither number nor extension", {}, { extension: undefined }, [400, 99012]],
    ["a number that no location has", {}, { primaryPhoneNumber: "+31209999999" }, [400, 99011]],
    ["letters in the extension", {}, { extension: "10a1" }, [400, 4910]],
    ["an extension of one digit", {}, { extension: "1" }, [400, 4910]],
    ["an extension of eleven digits", {}, { extension: "12345678901" }, [400, 4910]],
    ["an emergency number as extension", {}, { extension: "112" }, [400, 4911]],
    ["a location of nobody", {}, { locationId: "abc" }, [400, 99010]],
    ["several mistakes, each by its code", { packages: ["webex_voice"] }, { extension: "911" }, [400, 99005, 4911]],
  ])("refuses %s", async (_what, body, calling, codes) => {
    const { talk, create } = await open();
    const reply = await create(body, calling);
    expect(codesOf(reply)).toEqual(codes);
    expect((await talk.get("/wholesale/subscribers")).items).toEqual([]);
  });

  it("refuses a customer that does not exist", async () => {
    const { create } = await open();
    expect((await create({ customerId: "abc" })).status).toBe(404);
  });

  it("refuses a number of another location, and one that someone has", async () => {
    const { talk, customer, create } = await open();
    const locationId = await openBranch(talk, customer);
    expect(codesOf(await create({}, { primaryPhoneNumber: numberA, locationId }))).toEqual([400, 99011]);
    const here = { primaryPhoneNumber: numberA, locationId: customer.headOfficeId };
    expect((await create({}, here)).status).toBe(200);
    const other = await create({ email: "bob@bakery.example" }, { ...here, extension: "1002" });
    expect(codesOf(other)).toEqual([400, 8361]);
  });

  it("refuses an extension that someone in the location has, and takes it in another", async () => {
    const { talk, customer, create } = await open();
    await create();
    const bob = { email: "bob@bakery.example" };
    expect(codesOf(await create(bob))).toEqual([400, 4202]);
    const locationId = await openBranch(talk, customer);
    expect((await create(bob, { locationId })).status).toBe(200);
  });

  it("refuses a location without calling, and one of another customer", async () => {
    const { talk, customer, create } = await open();
    const { id } = await talk.send("POST", `/locations${customer.inOrg}`, {
      name: "Store",
      timeZone: "Europe/Amsterdam",
      preferredLanguage: "nl_nl",
      announcementLanguage: "nl_nl",
      address: { address1: "Kade 1", city: "Utrecht", state: "UT", postalCode: "3511 AA", country: "NL" },
    });
    expect(codesOf(await create({}, { locationId: id }))).toEqual([400, 99010]);
    const mill = { externalId: "mill", customerInfo: { name: "Mill", primaryEmail: "boss@mill.example" } };
    const other = await provision(talk, mill);
    expect(codesOf(await create({}, { locationId: other.headOfficeId }))).toEqual([400, 99010]);
  });

  it("refuses an email twice, as it refuses one of another organization; only the first is a duplicate", async () => {
    const { talk, create } = await open();
    await create();
    expect(codesOf(await create({ email: "ANN@bakery.example" }))).toEqual([400, 10022]);
    const mill = await provision(talk, {
      externalId: "mill",
      customerInfo: { name: "Mill", primaryEmail: "boss@mill.example" },
    });
    const elsewhere = await talk.ask("POST", "/wholesale/subscribers", userBody(mill.customerId));
    expect(codesOf(elsewhere)).toEqual([400, 10022]);
    expect(await talk.get("/simulator/stats")).toMatchObject({ duplicateCreatesByKind: { subscriber: 1 } });
  });

  it("makes the administrator a subscriber, who stays the same person and full administrator", async () => {
    const { talk, customer, create } = await open();
    const { items } = await talk.get(`/people${customer.inOrg}`);
    const reply = await create({ email: "boss@bakery.example" });
    expect(reply.body.personId).toBe(items[0]?.id);
    expect((await talk.get(`/people/${reply.body.personId}`)).roles).toHaveLength(1);
  });

  it("stops at the limit of a package", async () => {
    const limits = { webex_meetings: 1 };
    const { talk, customer } = await open();
    const packages = ["webex_calling", "webex_meetings"];
    await talk.send("PUT", `/wholesale/customers/${customer.customerId}`, {
      packages,
      provisioningParameters: { packages: { limits } },
    });
    const meet = (email: string) =>
      talk.ask(
        "POST",
        "/wholesale/subscribers",
        userBody(customer.customerId, { email, packages: ["webex_meetings"] }),
      );
    expect((await meet("a@bakery.example")).status).toBe(200);
    expect(codesOf(await meet("b@bakery.example"))).toEqual([400, 99007]);
  });

  it("waits for the customer", async () => {
    const talk = await openTalk({ provisioningTimeMs: 1000 });
    await provision(talk).catch(() => undefined);
    const { items } = await talk.get("/wholesale/customers");
    const reply = await talk.ask("POST", "/wholesale/subscribers", userBody(items[0]?.id ?? ""));
    expect(codesOf(reply)).toEqual([400, 99009]);
  });

  it("ignores number and extension for a package without calling", async () => {
    const { talk, customer, create } = await open();
    expect((await create({ packages: ["webex_meetings"] }, { primaryPhoneNumber: numberA })).status).toBe(200);
    expect(await bookOf(talk, customer)).toMatchObject([{ owner: undefined }, { owner: undefined }]);
  });
});

describe("a user with +consent in the email", () => {
  it("is pending, invisible, and keeps number and extension", async () => {
    const { talk, customer, create } = await open();
    const reply = await create({ email: "ann+consent@home.example" }, { primaryPhoneNumber: numberA });
    expect(reply).toMatchObject({ status: 202, body: { status: "pending_user_migration" } });
    expect(reply.body.personId).toBeUndefined();
    expect((await talk.get(`/people${customer.inOrg}`)).items).toHaveLength(1);
    expect(codesOf(await create({}, { primaryPhoneNumber: numberA, extension: "1002" }))).toEqual([400, 8361]);
  });

  it("is provisioned when the scenario lets the user agree", async () => {
    const { talk, create } = await open();
    const email = "ann+consent@home.example";
    const { body } = await create({ email });
    talk.clock.advance(5000);
    await talk.send("POST", "/simulator/scenario", { kind: "accept_consent", email });
    expect(await talk.get(`/wholesale/subscribers/${body.id}`)).toMatchObject({
      status: "provisioned",
      personId: expect.any(String),
      created: "2026-01-01T00:00:00.000Z",
      lastStatusChange: "2026-01-01T00:00:05.000Z",
    });
  });

  it("leaves nothing behind when removed before", async () => {
    const { talk, customer, create } = await open();
    const { body } = await create({ email: "ann+consent@home.example" }, { primaryPhoneNumber: numberA });
    expect((await talk.ask("DELETE", `/wholesale/subscribers/${body.id}`)).status).toBe(204);
    expect(await bookOf(talk, customer)).toMatchObject([{ owner: undefined }, { owner: undefined }]);
    expect((await create({ email: "ann+consent@home.example" })).status).toBe(202);
  });
});

describe("changing a subscriber", () => {
  it("moves from one calling package to another without naming its location", async () => {
    const { talk, create } = await open();
    const { body } = await create({}, { primaryPhoneNumber: numberA });
    talk.clock.advance(1000);
    const after = await talk.send("PUT", `/wholesale/subscribers/${body.id}`, { packages: ["webex_suite"] });
    expect(after).toMatchObject({ packages: ["webex_suite"], lastStatusChange: "2026-01-01T00:00:01.000Z" });
  });

  it("requires a location when it moves from webex_meetings to calling", async () => {
    const { talk, customer, create } = await open();
    const { body } = await create({ packages: ["webex_meetings"] });
    const path = `/wholesale/subscribers/${body.id}`;
    expect(codesOf(await talk.ask("PUT", path, { packages: ["webex_calling"] }))).toEqual([400, 99012]);
    const provisioningParameters = { extension: "1001", locationId: customer.headOfficeId };
    expect((await talk.ask("PUT", path, { packages: ["webex_calling"], provisioningParameters })).status).toBe(200);
  });

  it("frees number and extension when calling goes", async () => {
    const { talk, customer, create } = await open();
    const { body } = await create({}, { primaryPhoneNumber: numberA });
    await talk.send("PUT", `/wholesale/subscribers/${body.id}`, { packages: ["webex_meetings"] });
    expect(await bookOf(talk, customer)).toMatchObject([{ owner: undefined }, { owner: undefined }]);
  });

  it("never downgrades the full administrator", async () => {
    const { talk, create } = await open();
    const { body } = await create({ email: "boss@bakery.example" });
    const reply = await talk.ask("PUT", `/wholesale/subscribers/${body.id}`, { packages: ["webex_meetings"] });
    expect(codesOf(reply)).toEqual([400, 99013]);
  });

  it("does not take a name or an email, and says so in a warning", async () => {
    const { talk, create } = await open();
    const { body } = await create();
    const path = `/wholesale/subscribers/${body.id}`;
    const provisioningParameters = { firstName: "Anna" };
    const change = { packages: ["webex_calling"], email: "x@y.example", provisioningParameters };
    const { status, headers } = await talk.ask("PUT", path, change);
    expect(status).toBe(200);
    expect(headers.warning).toMatch(/ignored.*email/);
    expect(headers.warning).toMatch(/provisioningParameters\.firstName/);
    expect(await talk.get(path)).toMatchObject({ email: "ann@bakery.example" });
    const { subscribers } = await talk.get("/simulator/state");
    expect(JSON.stringify(subscribers)).not.toContain("x@y.example");
  });
});

describe("removing a subscriber", () => {
  it("leaves the person, with number and extension, until the person goes too", async () => {
    const { talk, customer, create } = await open();
    const { body } = await create({}, { primaryPhoneNumber: numberA });
    expect((await talk.ask("DELETE", `/wholesale/subscribers/${body.id}`)).status).toBe(204);
    expect((await talk.ask("GET", `/wholesale/subscribers/${body.id}`)).status).toBe(404);
    expect(await bookOf(talk, customer)).toMatchObject([{ owner: { id: body.personId } }, { owner: undefined }]);
    expect((await talk.ask("DELETE", `/people/${body.personId}`)).status).toBe(204);
    expect(await bookOf(talk, customer)).toMatchObject([{ owner: undefined }, { owner: undefined }]);
  });

  it("lets the person come back as a calling user, whose location is not required again", async () => {
    const { talk, create } = await open();
    const { body } = await create();
    await talk.send("DELETE", `/wholesale/subscribers/${body.id}`);
    const again = await create({}, { extension: undefined });
    expect(again).toMatchObject({ status: 200, body: { personId: body.personId } });
  });
});

describe("listing subscribers", () => {
  async function openWithUsers() {
    const opened = await open();
    for (const [index, name] of ["a", "b", "c"].entries()) {
      await opened.create({ email: `${name}@bakery.example` }, { extension: `100${index}` });
      opened.talk.clock.advance(1000);
    }
    const emails = async (query: string) =>
      (await opened.talk.get(`/wholesale/subscribers?${query}`)).items.map(
        (row) => JSON.parse(JSON.stringify(row)).email[0],
      );
    return { ...opened, emails };
  }

  it("filters, each filter by itself and together", async () => {
    const { talk, customer, emails } = await openWithUsers();
    const { items } = await talk.get("/wholesale/subscribers?email=B@bakery.example");
    expect(items).toMatchObject([{ email: "b@bakery.example" }]);
    expect(await emails(`personId=${items[0]?.personId}`)).toEqual(["b"]);
    expect(await emails(`customerId=${customer.customerId}`)).toEqual(["a", "b", "c"]);
    expect(await emails("externalCustomerId=bakery&email=c@bakery.example")).toEqual(["c"]);
    expect(await emails("externalCustomerId=nobody")).toEqual([]);
    expect(await emails("customerId=nobody")).toEqual([]);
    expect(await emails("status=pending_user_migration")).toEqual([]);
    expect(await emails(`after=${Date.UTC(2026, 0, 1)}`)).toEqual(["b", "c"]);
    expect(await emails("lastStatusChange=2026-01-01T00:00:01.500Z")).toEqual(["c"]);
    expect(await emails("sortBy=created&sortOrder=DESC")).toEqual(["c", "b", "a"]);
  });

  it("continues by Link, page after page, each once", async () => {
    const { talk } = await openWithUsers();
    const first = await talk.ask("GET", "/wholesale/subscribers?max=2");
    const [, next = ""] = /^<(.+)>; rel="next"$/.exec(String(first.headers.link)) ?? [];
    const second = await talk.ask("GET", next.slice(talk.simulator.baseUrl.length));
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toHaveLength(3);
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(3);
    expect(second.headers.link).toBeUndefined();
  });
});

describe("the precheck of a subscriber", () => {
  it("says success in its three variants, and creates nothing", async () => {
    const { talk, customer } = await open();
    const provisioningId = (await talk.send("POST", "/simulator/templates", { name: "Standard" })).provisioningId;
    const email = "new@bakery.example";
    const bodies = [
      { customerId: customer.customerId, email },
      { provisioningId, email, customerInfo: { primaryEmail: "boss@new.example" } },
      userBody(customer.customerId, { email }),
    ];
    for (const body of bodies)
      expect((await talk.ask("POST", "/wholesale/subscribers/validate", body)).status).toBe(200);
    expect((await talk.get("/wholesale/subscribers")).items).toEqual([]);
  });

  it("refuses what a create would refuse", async () => {
    const { talk, customer, create } = await open();
    await create();
    const check = (body: object) => talk.ask("POST", "/wholesale/subscribers/validate", body);
    expect(codesOf(await check({ email: "ann@bakery.example" }))).toEqual([400, 10022]);
    expect(codesOf(await check({ email: "new@bakery.example", provisioningId: "abc" }))).toEqual([400, 99003]);
    const taken = userBody(customer.customerId, { email: "new@bakery.example" });
    expect(codesOf(await check(taken))).toEqual([400, 4202]);
  });
});
