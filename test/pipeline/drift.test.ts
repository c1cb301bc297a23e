/** What somebody has changed by hand is told, each thing once, and nothing else is. */

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "csv-parse/sync";
import { describe, expect, it, onTestFinished } from "vitest";
import { workByHand } from "../support/by-hand.ts";
import { changeByHand, hundredBatch } from "../support/hundred-changes.ts";
import { type Operator, operator } from "../support/operator.ts";

async function driftOf(at: Operator, source: Parameters<Operator["drift"]>[0] = { of: "applied" }) {
  const drifted = await at.drift(source);
  const told = drifted.lines.map(({ customer, sheet, key, kind, column }) =>
    [customer, sheet, key, kind, column].filter(Boolean).join(" "),
  );
  return { ...drifted, told: told.toSorted() };
}

const templates = [{}];

/** Passes everything on to the simulator; `change` sees each answer. Returns the base URL. */
async function bend(origin: string, change: (body: string) => string): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { method = "GET", url = "", headers } = request;
    const { host: _host, connection: _connection, "content-length": _length, ...others } = headers;
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
    const reply = await fetch(`${origin}${url}`, { method, headers: others as Record<string, string>, ...body }); // none of ours comes twice
    const kept = [...reply.headers].filter(([name]) => !["content-length", "content-encoding"].includes(name));
    response.writeHead(reply.status, Object.fromEntries(kept)).end(change(await reply.text()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // it listens on a port
  return `http://127.0.0.1:${port}/v1`;
}

/** As SCIM shows somebody who was deactivated in Control Hub. */
function deactivate(body: string): string {
  return body.replaceAll(/("userName":"bob@example\.com","active":)true/g, "$1false");
}

describe("drift", () => {
  it("reports each of a hundred changes made by hand, once, and nothing else", async () => {
    const at = await operator();
    const folder = await at.write(hundredBatch);
    const applied = await at.apply(folder);
    expect(applied.exitCode).toBe(0);
    const before = await driftOf(at);
    expect(before).toMatchObject({ exitCode: 0, told: [], summary: { differences: 0, notCompared: 0, customers: 5 } });

    const expected = await changeByHand(at);
    expect(expected).toHaveLength(100);

    for (const source of [
      { of: "applied" } as const,
      { of: "run", runId: applied.runId } as const,
      { of: "batch", batch: { inputs: [folder] } } as const,
    ]) {
      const { told, exitCode, summary } = await driftOf(at, source);
      expect(told).toEqual(expected.toSorted());
      expect(exitCode).toBe(1);
      expect(summary).toMatchObject({ differences: 100, differing: 5, customers: 5, notCompared: 0 });
    }
  });

  it("reports a name, a caller ID, a location that is gone and numbers that are out of service, each once", async () => {
    const at = await operator();
    const numbers = { pstn: "Simulated Carrier", phone_numbers: "+31201234500-+31201234509", numbers_state: "active" };
    await at.apply({
      templates,
      customers: [{}],
      locations: [{ name: "Kept", ...numbers }, { name: "Closed" }],
      users: [
        { email: "ann@example.com", extension: "4001" },
        {
          ...{ email: "bob@example.com", extension: "4002", location: "Kept" },
          ...{ phone_number: "+31201234501", caller_id: "+31201234502" },
        },
      ],
    });
    expect((await driftOf(at)).told).toEqual([]);
    const byHand = await (await workByHand(at.baseUrl)).in("C1");
    await byHand.person("ann@example.com", { lastName: "Other" });
    await byHand.callerId("bob@example.com", "direct");
    await byHand.removeLocation("Closed");
    await byHand.switchOff("Kept", "+31201234509");
    expect((await driftOf(at)).told).toEqual([
      "C1 locations Closed missing",
      "C1 locations Kept changed numbers_state",
      "C1 users ann@example.com changed last_name",
      "C1 users bob@example.com changed caller_id",
    ]);
  });

  it("reports users whom somebody has deactivated", async () => {
    let isBent = false;
    const at = await operator({}, (origin) => bend(origin, (body) => (isBent ? deactivate(body) : body)));
    const users = [{ email: "ann@example.com" }, { email: "bob@example.com", extension: "4002" }];
    await at.apply({ templates, customers: [{}], users });
    expect((await driftOf(at)).told).toEqual([]);
    isBent = true;
    expect((await driftOf(at)).lines).toMatchObject([
      { key: "bob@example.com", kind: "changed", message: { says: "drift_deactivated" } },
    ]);
  });

  it("reports a customer that is gone in one line, and sends nothing", async () => {
    const at = await operator();
    await at.apply(hundredBatch);
    await at.webex.act({ kind: "remove_customer", externalId: "C2", forMs: 0 });
    const { writes } = await at.webex.stats();
    const { told, files } = await driftOf(at);
    expect(told).toEqual(["C2 customers C2 missing"]);
    expect((await at.webex.stats()).writes).toBe(writes);
    const [csv = ""] = files;
    expect(parse(await readFile(csv), { bom: true, columns: true })).toEqual([
      expect.objectContaining({ customer: "C2", sheet: "customers", difference: "missing" }),
    ]);
  });

  it("holds licenses against limits, and names another limit", async () => {
    const at = await operator();
    const limited = { package_limits: "webex_calling=2;webex_meetings=10" };
    const users = [{ email: "ann@example.com" }, { email: "bob@example.com", extension: "4002" }];
    await at.apply({ templates, customers: [limited], users });
    const before = await driftOf(at);
    expect(before.told).toEqual([]);
    expect(before.summary.licenses).toEqual([
      { customer: "C1", package: "webex_calling", limit: 2, total: 2, used: 2 },
      { customer: "C1", package: "webex_meetings", limit: 10, total: 10, used: 0 },
    ]);
    await (await (await workByHand(at.baseUrl)).in("C1")).limits({ webex_calling: 3, webex_meetings: 10 });
    const { lines, files } = await driftOf(at);
    expect(lines).toEqual([
      {
        ...{
          customer: "C1",
          customerName: "Customer 1",
          sheet: "customers",
          key: "C1",
          kind: "changed",
          column: "package_limits",
        },
        ...{ inSheet: "webex_calling=2", atTarget: "webex_calling=3" },
      },
    ]);
    const licenses = files.find((path) => path.endsWith("licenses.csv")) ?? "";
    expect(parse(await readFile(licenses), { bom: true, columns: true })).toContainEqual({
      ...{ customer: "C1", package: "webex_calling", limit_in_sheet: "2", licenses: "3", used: "2", free: "1" },
    });
  });

  it("shows the value in the sheet and the one at Webex, and the row", async () => {
    const at = await operator();
    const folder = await at.write({
      templates,
      customers: [{}],
      users: [{ email: "ann@example.com", extension: "4001" }],
    });
    await at.apply(folder);
    await (await (await workByHand(at.baseUrl)).in("C1")).line("ann@example.com", { extension: "4002" });
    const { lines } = await driftOf(at, { of: "batch", batch: { inputs: [folder] } });
    expect(lines).toEqual([
      {
        ...{
          customer: "C1",
          customerName: "Customer 1",
          sheet: "users",
          key: "ann@example.com",
          kind: "changed",
          column: "extension",
        },
        ...{ inSheet: "4001", atTarget: "4002", at: { sheet: "users", file: "users.csv", row: 2 } },
      },
    ]);
  });

  it("reports users who should have been removed, and rows that it could not compare", async () => {
    const at = await operator();
    const users = [{ email: "ann@example.com" }, { email: "bob@example.com", extension: "4002" }];
    await at.apply({ templates, customers: [{}], users });
    const folder = await at.write({
      customers: [{}],
      users: [
        { email: "ann@example.com", action: "remove" },
        { email: "bob@example.com", phone_number: "12" },
      ],
    });
    const { told, summary, exitCode } = await driftOf(at, { of: "batch", batch: { inputs: [folder] } });
    expect(told).toEqual(["C1 users ann@example.com leftover"]);
    expect(summary).toMatchObject({ notCompared: 1, differences: 1 });
    expect(exitCode).toBe(1);
  });

  it("compares nothing where nothing was applied from the state folder, and says so", async () => {
    const at = await operator();
    await expect(at.drift({ of: "applied" })).rejects.toThrow("Nothing has been applied to this target");
  });
});
