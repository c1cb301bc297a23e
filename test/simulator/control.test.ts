import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startSimulator } from "../../src/simulator/server.ts";
import { addNumbers, provision, registerTemplate, userBody } from "./support/customers.ts";
import { manualClock } from "./support/manual-clock.ts";
import { openTalk } from "./support/talk.ts";

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "simulator-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "simulator.db");
}

describe("templates", () => {
  it("are registered once; the same name gives the same answer", async () => {
    const { ask } = await openTalk();
    const first = await ask("POST", "/simulator/templates", { name: "Standard" });
    expect(first).toMatchObject({ status: 201, body: { name: "Standard", created: true } });
    const again = await ask("POST", "/simulator/templates", { name: "Standard" });
    expect(again).toMatchObject({ status: 200, body: { provisioningId: first.body.provisioningId, created: false } });
  });

  it("are listed in the order in which they came", async () => {
    const { send, get } = await openTalk();
    const { provisioningId } = await send("POST", "/simulator/templates", { name: "Standard" });
    await send("POST", "/simulator/templates", { name: "Own", provisioningId: "abc" });
    const items = [
      { name: "Standard", provisioningId },
      { name: "Own", provisioningId: "abc" },
    ];
    expect(await get("/simulator/templates")).toEqual({ items });
  });

  it("may bring their own provisioning ID, which belongs to no other", async () => {
    const { ask } = await openTalk();
    const own = await ask("POST", "/simulator/templates", { name: "Own", provisioningId: "abc" });
    expect(own.body).toMatchObject({ provisioningId: "abc", created: true });
    expect((await ask("POST", "/simulator/templates", { name: "Other", provisioningId: "abc" })).status).toBe(409);
  });

  it("take the ID of Partner Hub in place of the one made up for them", async () => {
    const { ask } = await openTalk();
    const register = (body: object) => ask("POST", "/simulator/templates", { ...body });
    await register({ name: "Standard" });
    expect((await register({ name: "Standard", provisioningId: "abc" })).body).toMatchObject({
      provisioningId: "abc",
      created: false,
    });
    expect((await register({ name: "Standard" })).body).toMatchObject({ provisioningId: "abc", created: false });
  });
});

describe("the state", () => {
  it("is reported as a whole, in the ids of the API", async () => {
    const talk = await openTalk();
    const customer = await provision(talk);
    const { orgId, customerId, headOfficeId } = customer;
    await addNumbers(talk, customer, headOfficeId, ["+31201234567"]);
    const user = await talk.send(
      "POST",
      "/wholesale/subscribers",
      userBody(customerId, {}, { primaryPhoneNumber: "+31201234567" }),
    );
    await talk.send("POST", `/settings/organizations/${orgId}/settings`, {
      key: "allow-admin-invite-emails",
      value: false,
    });
    expect(await talk.get("/simulator/state")).toMatchObject({
      templates: [{ name: "Standard" }],
      customers: [
        { id: customerId, orgId, externalId: "bakery", status: "provisioned", adminEmail: "boss@bakery.example" },
      ],
      organizations: [{ id: orgId, name: "Bakery", isManaged: true }],
      locations: [{ id: headOfficeId, orgId, name: "Head Office", calling: { pstn: { option: "simulated" } } }],
      numbers: [{ number: "+31201234567", locationId: headOfficeId, ownerId: user.personId }],
      subscribers: [{ id: user.id, customerId, personId: user.personId, email: "ann@bakery.example" }],
      people: [
        { email: "boss@bakery.example", roles: ["id_full_admin"] },
        { id: user.personId, email: "ann@bakery.example", roles: [], extension: "1001", locationId: headOfficeId },
      ],
      settings: [{ orgId, key: "allow-admin-invite-emails", value: false }],
    });
  });

  it("survives a restart with the same file and the same seed, and continues without a clash", async () => {
    const db = await temporaryFile();
    const first = await openTalk({ db });
    const { customerId } = await provision(first);
    await first.send("POST", "/wholesale/subscribers", userBody(customerId));
    const before = await first.get("/simulator/state");
    await first.simulator.close();
    const second = await openTalk({ db });
    expect(await second.get("/simulator/state")).toEqual(before);
    const bob = userBody(customerId, { email: "bob@bakery.example" }, { extension: "1002" });
    expect((await second.ask("POST", "/wholesale/subscribers", bob)).status).toBe(200);
    expect((await second.ask("POST", "/wholesale/subscribers", userBody(customerId))).status).toBe(400);
  });

  it("finishes after a restart what was being provisioned before", async () => {
    const db = await temporaryFile();
    const first = await openTalk({ db, provisioningTimeMs: 1000 });
    await provision(first).catch(() => undefined);
    await first.simulator.close();
    const second = await openTalk({ db });
    expect((await second.get("/wholesale/customers")).items).toMatchObject([{ status: "provisioning" }]);
    second.clock.advance(1000);
    expect((await second.get("/wholesale/customers")).items).toMatchObject([{ status: "provisioned" }]);
  });

  it("is the same for the same seed and the same requests", async () => {
    const run = async (seed: number) => {
      const talk = await openTalk({ seed });
      await provision(talk);
      return JSON.stringify(await talk.get("/simulator/state"));
    };
    expect(await run(5)).toBe(await run(5));
    expect(await run(6)).not.toBe(await run(5));
  });

  it.skipIf(process.platform === "win32")("cannot be read by others", async () => {
    const db = await temporaryFile();
    await openTalk({ db });
    const modes = await Promise.all([db, `${db}-wal`].map(async (file) => (await stat(file)).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600]);
  });

  it("is refused in a file that is not a simulator's", async () => {
    const db = await temporaryFile();
    await writeFile(db, "external_id,name\n".repeat(1000));
    await expect(startSimulator({ db, clock: manualClock() })).rejects.toThrow(/cannot be opened/);
  });
});

describe("statistics", () => {
  it("count by route and status, apart what changes and what reads", async () => {
    const { ask, get, send } = await openTalk();
    await ask("GET", "/people/me");
    await ask("GET", "/people/me", undefined, { authorization: "" });
    await ask("POST", "/wholesale/customers", {});
    await ask("GET", "/nowhere");
    expect(await get("/simulator/stats")).toMatchObject({
      requests: {
        "GET /people/me": { 200: 1, 401: 1 },
        "POST /wholesale/customers": { 400: 1 },
        "unknown path": { 404: 1 },
      },
      total: 4,
      reads: 2,
      writes: 1,
      mostInFlight: 1,
      duplicateCreates: 0,
    });
    await send("POST", "/simulator/stats/reset");
    expect(await get("/simulator/stats")).toMatchObject({
      requests: {},
      total: 0,
      reads: 0,
      writes: 0,
      mostInFlight: 0,
    });
  });
});

describe("knobs", () => {
  it("are changed one by one, and reported", async () => {
    const { send, get } = await openTalk({ provisioningTimeMs: 5 });
    await send("POST", "/simulator/knobs", { rateLimitPerSecond: 100, faults: ["GET /roles=500:0.5"] });
    expect(await get("/simulator/knobs")).toEqual({
      latencyMs: 0,
      latencyJitterMs: 0,
      provisioningTimeMs: 5,
      rateLimitPerSecond: 100,
      lagMs: 0,
      rivals: [],
      faults: [{ method: "GET", route: "/roles", outcome: { kind: "status", status: 500 }, probability: 0.5 }],
      quirks: [],
    });
  });

  it("refuse what makes no sense", async () => {
    const { ask } = await openTalk();
    const turn = async (knobs: object) => (await ask("POST", "/simulator/knobs", { ...knobs })).status;
    expect(await turn({ latencyMs: -1 })).toBe(400);
    expect(await turn({ speed: 1 })).toBe(400);
    expect(await turn({ faults: ["GET /roles=fine"] })).toBe(400);
    expect(await turn({ faults: ["GET /role=500"] })).toBe(400);
    expect(await turn({ rateLimitPerSecond: 0 })).toBe(400);
    expect(await turn({ lagMs: -1 })).toBe(400);
    expect(await turn({ rivals: ["user=other:0.5"] })).toBe(400);
  });
});

describe("scenarios", () => {
  it("refuse people and customers that are not there", async () => {
    const { ask } = await openTalk();
    const play = async (scenario: object) => (await ask("POST", "/simulator/scenario", { ...scenario })).status;
    expect(await play({ kind: "finish_customer", externalId: "nobody" })).toBe(404);
    expect(await play({ kind: "accept_consent", email: "nobody@bakery.example" })).toBe(404);
    expect(await play({ kind: "dance" })).toBe(400);
  });

  it("end the provisioning of a customer at once, as requested", async () => {
    const talk = await openTalk({ provisioningTimeMs: 1000 });
    await registerTemplate(talk);
    await provision(talk).catch(() => undefined);
    await talk.send("POST", "/simulator/scenario", { kind: "finish_customer", externalId: "bakery", status: "error" });
    expect((await talk.get("/wholesale/customers")).items).toMatchObject([{ status: "error" }]);
    talk.clock.advance(1000);
    expect((await talk.get("/wholesale/customers")).items).toMatchObject([{ status: "error" }]);
  });
});
