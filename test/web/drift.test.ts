/** Comparisons over the page's server, as the page asks for them. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workByHand } from "../support/by-hand.ts";
import { operator } from "../support/operator.ts";
import { until } from "../support/until.ts";
import { type Served, serve } from "./served.ts";

const post = (body: object) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

async function ask(served: Served, path: string) {
  const { status, body } = await served.askAsPage(path);
  return { status, reply: JSON.parse(body) };
}

/** Made by the page's server; the reply that lists it. */
async function compared(served: Served, asked: object = {}) {
  expect((await served.askAsPage("/api/drifts", post(asked))).status).toBe(200);
  await until(async () => !(await ask(served, "/api/drifts")).reply.isGoing);
  return (await ask(served, "/api/drifts")).reply;
}

/** Two customers, applied; in one of them somebody has been at work. */
async function changedByHand() {
  const at = await operator();
  const { runId } = await at.apply({
    templates: [{}],
    customers: [{}, {}],
    users: [
      { email: "ann@example.com", extension: "4001" },
      { email: "bob@example.com", extension: "4002" },
      { customer: "C2", email: "cas@example.com", extension: "4001" },
    ],
  });
  const byHand = await (await workByHand(at.baseUrl)).in("C1");
  await byHand.line("ann@example.com", { extension: "4009" });
  await byHand.removeUser("bob@example.com");
  const served = await serve(at.folder, {}, { baseUrl: at.baseUrl });
  return { at, runId, served };
}

describe("the page", () => {
  it("compares with what was applied last and with a run, and shows what differs by customer", async () => {
    const { served, runId } = await changedByHand();
    const { drifts } = await compared(served);
    expect(drifts).toMatchObject([{ differences: 2, differing: 1, customers: 2, inputs: [] }]);
    const { reply } = await ask(served, `/api/drifts/${drifts[0].id}`);
    expect(reply).toMatchObject({
      summary: { sheets: { users: { compared: 3, changed: 1, missing: 1 } } },
      customers: [{ customer: "C1", name: "Customer 1", differences: 2 }],
      files: ["drift.csv", "licenses.csv", "drift.json"],
    });
    const lines = (await ask(served, `/api/drifts/${drifts[0].id}/lines`)).reply;
    expect(lines).toMatchObject({
      total: 2,
      lines: [
        { customer: "C1", key: "ann@example.com", column: "extension", inSheet: "4001", atTarget: "4009" },
        { customer: "C1", key: "bob@example.com", kind: "missing" },
      ],
    });
    const csv = await served.askAsPage(`/api/drifts/${drifts[0].id}/files/drift.csv`);
    expect(csv.body).toContain("C1,users,ann@example.com,changed,extension,4001,4009");
    const ofRun = await compared(served, { runId });
    expect(ofRun.drifts).toMatchObject([{ runId, differences: 2 }, { differences: 2 }]);
  });

  it.each([
    ["kind=missing", ["bob@example.com"]],
    ["sheet=users&text=4009", ["ann@example.com"]],
    ["customer=C2", []],
    ["text=customer%201&most=1", ["ann@example.com"]],
  ])("shows of the differences those that %s finds", async (query, keys) => {
    const { served } = await changedByHand();
    const { drifts } = await compared(served);
    const { reply } = await ask(served, `/api/drifts/${drifts[0].id}/lines?${query}`);
    expect(reply.lines.map(({ key }: { readonly key: string }) => key)).toEqual(keys);
  });

  it("says why a comparison could not be made, and lists none", async () => {
    const at = await operator();
    const served = await serve(at.folder, {}, { baseUrl: at.baseUrl });
    expect((await compared(served)).drifts).toEqual([]);
    const { body } = await served.askAsPage("/api/drifts/events");
    expect(body).toContain("Nothing has been applied to this target");
    expect((await served.askAsPage("/api/drifts", post({ runId: "20261122-020007-k3f9" }))).status).toBe(404);
  });

  it.each(["..", "..%2Fruns", "20261122-020007-k3f9"])("finds no comparison %s, and no file of it", async (id) => {
    const { served, at } = await changedByHand();
    await compared(served);
    expect(await readdir(join(at.stateFolder, "drift"))).toHaveLength(1);
    for (const path of [`/api/drifts/${id}`, `/api/drifts/${id}/lines`, `/api/drifts/${id}/files/drift.csv`])
      expect((await served.askAsPage(path)).status).toBe(404);
  });

  it("offers no file of a comparison but those for people", async () => {
    const { served } = await changedByHand();
    const { drifts } = await compared(served);
    for (const name of ["lines.ndjson", "..%2F..%2Fapplied.db"])
      expect((await served.askAsPage(`/api/drifts/${drifts[0].id}/files/${name}`)).status).toBe(404);
  });
});
