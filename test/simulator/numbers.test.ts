import { describe, expect, it } from "vitest";
import { addNumbers, openBranch, provision, userBody } from "./support/customers.ts";
import { openTalk } from "./support/talk.ts";

const [a, b, c] = ["+31201234501", "+31201234502", "+31201234503"];

async function open() {
  const talk = await openTalk();
  const customer = await provision(talk);
  const { headOfficeId, inOrg } = customer;
  const numbersPath = `/telephony/config/locations/${headOfficeId}/numbers${inOrg}`;
  const list = async (query = "") =>
    (await talk.get(`/telephony/config/numbers${inOrg}${query}`)).phoneNumbers.map(({ phoneNumber }) => phoneNumber);
  return { talk, customer, headOfficeId, inOrg, numbersPath, list };
}

it("numbers of an organization are counted when details are asked for, whatever is filtered", async () => {
  const { talk, customer, headOfficeId, inOrg } = await open();
  await addNumbers(talk, customer, headOfficeId, [a, b]);
  await talk.send("POST", "/wholesale/subscribers", userBody(customer.customerId, {}, { primaryPhoneNumber: a }));
  const book = `/telephony/config/numbers${inOrg}`;
  const counted = await talk.get(`${book}&details=true&phoneNumber=${encodeURIComponent(b)}`);
  expect(counted.phoneNumbers).toHaveLength(1);
  expect(counted).toMatchObject({ count: { assigned: 1, unAssigned: 1, extensionOnly: 0, total: 2 } });
  expect(await talk.get(book)).not.toHaveProperty("count");
});

describe("adding numbers", () => {
  it("requires a PSTN connection first", async () => {
    const { talk, numbersPath } = await open();
    expect((await talk.ask("POST", numbersPath, { phoneNumbers: [a] })).status).toBe(400);
  });

  it("accepts them all, active by default", async () => {
    const { talk, customer, headOfficeId, numbersPath, inOrg } = await open();
    expect((await addNumbers(talk, customer, headOfficeId, [a])).status).toBe(201);
    await talk.send("POST", numbersPath, { phoneNumbers: [b], state: "INACTIVE" });
    await talk.send("POST", numbersPath, { phoneNumbers: [c] });
    expect((await talk.get(`/telephony/config/numbers${inOrg}`)).phoneNumbers).toMatchObject([
      { phoneNumber: a, state: "ACTIVE", location: { id: headOfficeId, name: "Head Office" } },
      { phoneNumber: b, state: "INACTIVE" },
      { phoneNumber: c, state: "ACTIVE" },
    ]);
  });

  it("refuses the bad ones by an array, and keeps the good ones", async () => {
    const { talk, customer, headOfficeId, list } = await open();
    const branchId = await openBranch(talk, customer);
    await addNumbers(talk, customer, branchId, [c]);
    const reply = await addNumbers(talk, customer, headOfficeId, [a, "0201234567", c, b]);
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual([
      {
        errors: [
          expect.objectContaining({ number: "0201234567", errorCode: "99011", errorMessage: expect.any(String) }),
          expect.objectContaining({ number: c, errorCode: "8361", errorTitle: expect.any(String) }),
        ],
      },
    ]);
    expect(await list()).toEqual([a, b, c]);
  });

  it("ignores numbers that the location has, and counts them", async () => {
    const { talk, customer, headOfficeId, list } = await open();
    await addNumbers(talk, customer, headOfficeId, [a]);
    expect((await addNumbers(talk, customer, headOfficeId, [a, b])).status).toBe(201);
    expect(await list()).toEqual([a, b]);
    expect(await talk.get("/simulator/stats")).toMatchObject({ duplicateCreatesByKind: { numbers: 1 } });
  });

  it("refuses a number of another customer", async () => {
    const { talk, customer, headOfficeId } = await open();
    await addNumbers(talk, customer, headOfficeId, [a]);
    const other = await provision(talk, {
      externalId: "mill",
      customerInfo: { name: "Mill", primaryEmail: "boss@mill.example" },
    });
    const reply = await addNumbers(talk, other, other.headOfficeId, [a]);
    expect(reply.body).toMatchObject([{ errors: [{ number: a }] }]);
  });
});

describe("numbers of a location", () => {
  it("are switched off and on", async () => {
    const { talk, customer, headOfficeId, numbersPath, list } = await open();
    await addNumbers(talk, customer, headOfficeId, [a, b]);
    expect((await talk.ask("PUT", numbersPath, { phoneNumbers: [a], action: "DEACTIVATE" })).status).toBe(204);
    expect(await list("&state=INACTIVE")).toEqual([a]);
    expect((await talk.ask("PUT", numbersPath, { phoneNumbers: [c], action: "ACTIVATE" })).status).toBe(404);
  });

  it("are removed, but not the main number, nor one that someone has", async () => {
    const { talk, customer, headOfficeId, inOrg, numbersPath, list } = await open();
    await addNumbers(talk, customer, headOfficeId, [a, b, c]);
    await talk.send("PUT", `/telephony/config/locations/${headOfficeId}${inOrg}`, {
      callingLineId: { phoneNumber: a },
    });
    await talk.send("POST", "/wholesale/subscribers", userBody(customer.customerId, {}, { primaryPhoneNumber: b }));
    expect((await talk.ask("DELETE", numbersPath, { phoneNumbers: [c, a] })).status).toBe(400);
    expect((await talk.ask("DELETE", numbersPath, { phoneNumbers: [c, b] })).status).toBe(400);
    expect(await list()).toEqual([a, b, c]);
    expect((await talk.ask("DELETE", numbersPath, { phoneNumbers: [c] })).status).toBe(204);
    expect(await list()).toEqual([a, b]);
  });
});

describe("the telephone book", () => {
  async function openBook() {
    const opened = await open();
    const { talk, customer, headOfficeId } = opened;
    const branchId = await openBranch(talk, customer);
    await addNumbers(talk, customer, headOfficeId, [a, b]);
    await addNumbers(talk, customer, branchId, [c]);
    const user = (name: string, calling: object) =>
      talk.send(
        "POST",
        "/wholesale/subscribers",
        userBody(customer.customerId, { email: `${name}@bakery.example` }, { ...calling }),
      );
    const { personId } = await user("ann", { primaryPhoneNumber: a, extension: "0101", locationId: headOfficeId });
    await user("bob", { extension: "0102", locationId: branchId });
    return { ...opened, branchId, personId };
  }

  it("holds numbers, and extensions without a number, with their owners", async () => {
    const { talk, inOrg, personId } = await openBook();
    expect((await talk.get(`/telephony/config/numbers${inOrg}`)).phoneNumbers).toMatchObject([
      { phoneNumber: "", extension: "0102", owner: { type: "PEOPLE" }, location: { name: "Utrecht" } },
      { phoneNumber: a, extension: "0101", owner: { id: personId } },
      { phoneNumber: b },
      { phoneNumber: c },
    ]);
  });

  it("is filtered by location, number, extension, availability and kind", async () => {
    const { list, branchId, personId } = await openBook();
    expect(await list(`&locationId=${branchId}`)).toEqual(["", c]);
    expect(await list(`&phoneNumber=${encodeURIComponent(b)}`)).toEqual([b]);
    expect(await list("&extension=0101")).toEqual([a]);
    expect(await list("&available=true")).toEqual([b, c]);
    expect(await list("&available=false")).toEqual(["", a]);
    expect(await list("&numberType=EXTENSION")).toEqual([""]);
    expect(await list(`&ownerId=${personId}`)).toEqual([a]);
  });

  it("continues by Link", async () => {
    const { talk, inOrg } = await openBook();
    const { headers, body } = await talk.ask("GET", `/telephony/config/numbers${inOrg}&max=3`);
    expect(body.phoneNumbers).toHaveLength(3);
    const [, next = ""] = /^<(.+)>; rel="next"$/.exec(String(headers.link)) ?? [];
    expect((await talk.get(next.slice(talk.simulator.baseUrl.length))).phoneNumbers).toMatchObject([
      { phoneNumber: c },
    ]);
  });
});

describe("checking before adding", () => {
  it("says of each number whether it would be accepted", async () => {
    const { talk, customer, headOfficeId, inOrg } = await open();
    await addNumbers(talk, customer, headOfficeId, [a]);
    const path = `/telephony/config/actions/validateNumbers/invoke${inOrg}`;
    const body = await talk.send("POST", path, { phoneNumbers: [a, b, b, "12"] });
    expect(body).toMatchObject({
      status: "ERRORS",
      numbers: [{ state: "Unavailable" }, { state: "Available" }, { state: "Duplicate In List" }, { state: "Invalid" }],
    });
    expect(await talk.send("POST", path, { phoneNumbers: [b] })).toMatchObject({ status: "OK" });
  });

  it("says of each extension whether it would be accepted, in a location", async () => {
    const { talk, customer, headOfficeId, inOrg } = await open();
    await talk.send("POST", "/wholesale/subscribers", userBody(customer.customerId));
    const path = `/telephony/config/locations/${headOfficeId}/actions/validateExtensions/invoke${inOrg}`;
    const body = await talk.send("POST", path, { extensions: ["1001", "1002", "1002", "911", "a234"] });
    expect(body).toMatchObject({
      status: "ERRORS",
      extensionStatus: [
        { state: "DUPLICATE", errorCode: 4202 },
        { state: "VALID" },
        { state: "DUPLICATE_IN_LIST", errorCode: 9498 },
        { state: "INVALID", errorCode: 4911 },
        { state: "INVALID", errorCode: 4910 },
      ],
    });
  });

  it("says of each extension whether it would be accepted, in an organization", async () => {
    const { talk, customer, inOrg } = await open();
    await talk.send("POST", "/wholesale/subscribers", userBody(customer.customerId));
    const path = `/telephony/config/actions/validateExtensions/invoke${inOrg}`;
    expect(await talk.send("POST", path, { extensions: ["1001", "1002"] })).toMatchObject({
      status: "ERRORS",
      extensionStatus: [{ state: "DUPLICATE", errorCode: 59475 }, { state: "VALID" }],
    });
  });
});
