import { describe, expect, it } from "vitest";
import { addNumbers, billing, branch, connect, headOffice, openBranch, place, provision } from "./support/customers.ts";
import { openTalk } from "./support/talk.ts";

async function open() {
  const talk = await openTalk();
  const customer = await provision(talk);
  return { talk, customer, ...customer };
}

describe("locations", () => {
  it("are created, read, changed and deleted", async () => {
    const { talk, inOrg } = await open();
    const reply = await talk.ask("POST", `/locations${inOrg}`, { ...branch, notes: "first floor" });
    expect(reply).toMatchObject({ status: 201, body: { id: expect.any(String) } });
    const path = `/locations/${reply.body.id}${inOrg}`;
    expect(await talk.get(path)).toMatchObject({ name: "Utrecht", address: place, notes: "first floor" });
    expect((await talk.ask("PUT", path, { name: "Zeist", address: { city: "Zeist" } })).status).toBe(204);
    expect(await talk.get(path)).toMatchObject({ name: "Zeist", address: { ...place, city: "Zeist" } });
    expect((await talk.ask("DELETE", path)).status).toBe(204);
    expect((await talk.ask("GET", path)).status).toBe(404);
  });

  it("have unique names in an organization, in any case", async () => {
    const { talk, inOrg } = await open();
    const { id } = await talk.send("POST", `/locations${inOrg}`, branch);
    expect((await talk.ask("POST", `/locations${inOrg}`, { ...branch, name: "UTRECHT" })).status).toBe(409);
    expect((await talk.ask("PUT", `/locations/${id}${inOrg}`, { name: "head office" })).status).toBe(409);
    expect((await talk.ask("PUT", `/locations/${id}${inOrg}`, { name: "utrecht" })).status).toBe(204);
    expect(await talk.get("/simulator/stats")).toMatchObject({ duplicateCreatesByKind: { location: 1 } });
  });

  it.each([
    ["without a state", { address: { ...place, state: undefined } }],
    ["without a postal code", { address: { ...place, postalCode: undefined } }],
    ["with the address of the wholesale API", { address: billing }],
    ["with a language that is none", { preferredLanguage: "dutch" }],
    ["with an announcement language that is none", { announcementLanguage: "xx_xx" }],
    ["with an unknown time zone", { timeZone: "CET+1" }],
  ])("are refused %s", async (_what, over) => {
    const { talk, inOrg } = await open();
    expect((await talk.ask("POST", `/locations${inOrg}`, { ...branch, ...over })).status).toBe(400);
  });

  it("are made as clients write them: with keys that the description neither knows nor forbids, languages in any case", async () => {
    const { talk, inOrg } = await open();
    const body = { ...branch, preferredLanguage: "nl_NL", orgId: "x", address: { ...place, "pla\u0142ce": 1 } };
    const { status, headers, body: made } = await talk.ask("POST", `/locations${inOrg}`, body);
    expect(status).toBe(201);
    expect(headers.warning).toBe('299 - "ignored, as the API does not know it: address.pla?ce, orgId"');
    expect(await talk.get(`/locations/${made.id}${inOrg}`)).toMatchObject({
      name: "Utrecht",
      preferredLanguage: "nl_nl",
      address: place,
    });
    const plain = await talk.ask("POST", `/locations${inOrg}`, { ...branch, name: "Zeist" });
    expect([plain.status, plain.headers.warning]).toEqual([201, undefined]);
    const misspelt = await talk.ask("POST", "/simulator/knobs", { latency: 3 });
    expect(misspelt.status).toBe(400);
  });

  it("are listed by part of the name in any case, and in pages", async () => {
    const { talk, inOrg } = await open();
    for (const name of ["Utrecht West", "Utrecht East", "Zeist"])
      await talk.send("POST", `/locations${inOrg}`, { ...branch, name });
    const names = async (query: string) =>
      (await talk.get(`/locations${inOrg}&${query}`)).items.map(({ name }) => name);
    expect(await names("name=utRECHT")).toEqual(["Utrecht West", "Utrecht East"]);
    expect(await names("max=2")).toEqual(["Head Office", "Utrecht West"]);
    const { headers } = await talk.ask("GET", `/locations${inOrg}&max=2`);
    const [, next = ""] = /^<(.+)>; rel="next"$/.exec(String(headers.link)) ?? [];
    expect((await talk.get(next.slice(talk.simulator.baseUrl.length))).items.map(({ name }) => name)).toEqual([
      "Utrecht East",
      "Zeist",
    ]);
  });

  it("are refused to whom has not read the organization once", async () => {
    const { talk, inOrg } = await open();
    const { orgId } = await talk.send("POST", "/simulator/scenario", { kind: "add_organization", name: "Mill" });
    expect((await talk.ask("GET", `/locations?orgId=${orgId}`)).status).toBe(403);
    expect((await talk.ask("GET", `/telephony/config/numbers?orgId=${orgId}`)).status).toBe(403);
    await talk.get(`/identity/organizations/${Buffer.from(orgId, "base64url").toString().split("/").at(-1)}`);
    expect((await talk.ask("GET", `/locations?orgId=${orgId}`)).status).toBe(200);
    expect((await talk.get(`/locations${inOrg}`)).items).toHaveLength(1);
  });

  it("of one organization are not found in another, nor without one", async () => {
    const { talk, headOfficeId } = await open();
    expect((await talk.ask("GET", `/locations/${headOfficeId}`)).status).toBe(404);
    expect((await talk.get("/locations")).items).toEqual([]);
    expect((await talk.ask("POST", "/locations", branch)).status).toBe(403);
    expect((await talk.ask("GET", "/locations?orgId=nobody")).status).toBe(404);
  });
});

describe("calling of a location", () => {
  it("is enabled once, for a location that exists", async () => {
    const { talk, inOrg } = await open();
    expect((await talk.ask("POST", `/telephony/config/locations${inOrg}`, { ...branch, id: "abc" })).status).toBe(404);
    const { id } = await talk.send("POST", `/locations${inOrg}`, branch);
    const path = `/telephony/config/locations/${id}${inOrg}`;
    expect((await talk.ask("GET", path)).status).toBe(404);
    expect((await talk.ask("POST", `/telephony/config/locations${inOrg}`, { ...branch, id })).status).toBe(201);
    expect(await talk.get(path)).toMatchObject({ id, name: "Utrecht", announcementLanguage: "nl_nl" });
    expect((await talk.ask("POST", `/telephony/config/locations${inOrg}`, { ...branch, id })).status).toBe(409);
    expect((await talk.ask("DELETE", `/locations/${id}${inOrg}`)).status).toBe(409);
    expect(await talk.get("/simulator/stats")).toMatchObject({ duplicateCreatesByKind: { calling: 1 } });
  });

  it("is called after the organization, and takes back what was read as it is", async () => {
    const { talk, inOrg, headOfficeId } = await open();
    const path = `/telephony/config/locations/${headOfficeId}${inOrg}`;
    const read = await talk.get(path);
    expect(read).toMatchObject({ callingLineId: { name: "Bakery", phoneNumber: "" }, routingPrefix: "" });
    expect((await talk.ask("PUT", path, read)).status).toBe(204);
    expect(await talk.get(path)).toEqual(read);
    const set = Object.assign({}, read, { routingPrefix: "8", outsideDialDigit: "0" });
    expect((await talk.ask("PUT", path, set)).status).toBe(204);
    expect((await talk.ask("PUT", path, read)).status).toBe(204);
    expect(await talk.get(path)).toEqual(set);
  });

  it("allows names of 80 characters, not of 81", async () => {
    const { talk, inOrg } = await open();
    const name = "x".repeat(81);
    const { id } = await talk.send("POST", `/locations${inOrg}`, { ...branch, name });
    expect((await talk.ask("POST", `/telephony/config/locations${inOrg}`, { ...branch, name, id })).status).toBe(400);
  });

  it("accepts a main number that is the location's, and no other", async () => {
    const { talk, customer, inOrg, headOfficeId } = await open();
    await addNumbers(talk, customer, headOfficeId, ["+31201234567"]);
    const path = `/telephony/config/locations/${headOfficeId}${inOrg}`;
    expect((await talk.ask("PUT", path, { callingLineId: { phoneNumber: "+31209999999" } })).status).toBe(400);
    const callingLineId = { name: "Bakery", phoneNumber: "+31201234567" };
    expect((await talk.ask("PUT", path, { callingLineId })).status).toBe(204);
    expect(await talk.get(path)).toMatchObject({ callingLineId });
    expect((await talk.get(`/telephony/config/locations${inOrg}`)).locations).toMatchObject([{ callingLineId }]);
    expect((await talk.get(`/telephony/config/numbers${inOrg}`)).phoneNumbers).toMatchObject([{ mainNumber: true }]);
  });

  it("knows an emergency location in Belgium, Germany and France only", async () => {
    const { talk, customer, inOrg, headOfficeId } = await open();
    const put = (id: string) =>
      talk.ask("PUT", `/telephony/config/locations/${id}${inOrg}`, { pAccessNetworkInfo: "954321" });
    expect((await put(headOfficeId)).status).toBe(400);
    const gent = await openBranch(talk, customer, { name: "Gent", address: { ...place, country: "BE" } });
    expect((await put(gent)).status).toBe(204);
  });

  it("has a routing prefix of its own; changing it is batch work", async () => {
    const { talk, customer, inOrg, headOfficeId } = await open();
    const put = (id: string, routingPrefix: string) =>
      talk.ask("PUT", `/telephony/config/locations/${id}${inOrg}`, { routingPrefix });
    expect((await put(headOfficeId, "81")).status).toBe(204);
    expect((await put(await openBranch(talk, customer), "81")).status).toBe(409);
    expect(await put(headOfficeId, "82")).toMatchObject({ status: 200, body: { batchJobId: expect.any(String) } });
    expect((await put(headOfficeId, "12345678")).status).toBe(400);
  });
});

describe("the PSTN of a location", () => {
  it("is none at first, then the carrier that was chosen", async () => {
    const { talk, customer, inOrg, headOfficeId } = await open();
    const path = `/telephony/pstn/locations/${headOfficeId}/connection${inOrg}`;
    expect((await talk.ask("GET", path)).status).toBe(404);
    expect((await connect(talk, customer, headOfficeId)).status).toBe(204);
    expect(await talk.get(path)).toMatchObject({
      displayName: "Simulated Carrier",
      pstnConnectionType: "NON_INTEGRATED_CCP",
    });
    expect((await connect(talk, customer, headOfficeId, "Second Carrier")).status).toBe(204);
  });

  it.each(["Integrated Carrier", "Cisco PSTN"])("cannot be made %s by API", async (name) => {
    const { talk, customer, headOfficeId } = await open();
    expect((await connect(talk, customer, headOfficeId, name)).status).toBe(400);
  });

  it("is a local gateway by its route, not by the option alone", async () => {
    const { talk, customer, inOrg, headOfficeId } = await open();
    expect((await connect(talk, customer, headOfficeId, "Premises-based PSTN")).status).toBe(400);
    const path = `/telephony/pstn/locations/${headOfficeId}/connection${inOrg}`;
    expect((await talk.ask("PUT", path, { premiseRouteType: "TRUNK" })).status).toBe(400);
    expect((await talk.ask("PUT", path, { premiseRouteType: "TRUNK", premiseRouteId: "trunk" })).status).toBe(400);
    const { routeIdentities } = await talk.get(`/telephony/config/routeChoices${inOrg}`);
    const trunk = routeIdentities[0];
    const chosen = { premiseRouteType: trunk?.type, premiseRouteId: trunk?.id };
    expect((await talk.ask("PUT", path, chosen)).status).toBe(204);
    expect(await talk.get(path)).toMatchObject({
      pstnConnectionType: "LOCAL_GATEWAY",
      routeType: "TRUNK",
      routeId: trunk?.id,
    });
  });

  it("offers options whose ids are the location's own", async () => {
    const { talk, customer, inOrg, headOfficeId } = await open();
    const other = await openBranch(talk, customer);
    const idsOf = async (id: string) =>
      (await talk.get(`/telephony/pstn/locations/${id}/connectionOptions${inOrg}`)).items.map((option) => option.id);
    const ids = await idsOf(headOfficeId);
    expect(await idsOf(headOfficeId)).toEqual(ids);
    expect((await idsOf(other)).some((id) => ids.includes(id))).toBe(false);
    const path = `/telephony/pstn/locations/${other}/connection${inOrg}`;
    expect((await talk.ask("PUT", path, { id: ids[1] })).status).toBe(400);
  });

  it.each([
    ["Integrated Store", "INTEGRATED_CCP"],
    ["Cisco PSTN Store", "CISCO_PSTN"],
  ])("of a location called %s is there already, takes no numbers and stays", async (name, type) => {
    const { talk, customer, inOrg } = await open();
    const id = await openBranch(talk, customer, { name });
    expect(await talk.get(`/telephony/pstn/locations/${id}/connection${inOrg}`)).toMatchObject({
      pstnConnectionType: type,
    });
    expect((await addNumbers(talk, customer, id, ["+31201234567"])).status).toBe(400);
    expect((await connect(talk, customer, id)).status).toBe(400);
    expect((await talk.get(`/telephony/config/numbers${inOrg}`)).phoneNumbers).toEqual([]);
  });

  it("comes with a head office of such a name too", async () => {
    const talk = await openTalk();
    const location = { ...headOffice, name: "Integrated Office" };
    const { inOrg, headOfficeId } = await provision(talk, { provisioningParameters: { calling: { location } } });
    const connection = await talk.get(`/telephony/pstn/locations/${headOfficeId}/connection${inOrg}`);
    expect(connection).toMatchObject({ pstnConnectionType: "INTEGRATED_CCP" });
  });
});
