/** What a plan of the page offers where rows were refused for want of a permission, and the numbers that are typed before people go. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { type Batch, writeBatch } from "../support/write-batch.ts";
import { type Served, serve } from "./served.ts";

const users = Array.from({ length: 12 }, () => ({ customer: "HAND-1", location: "" }));

async function json(page: Served, path: string, method = "GET", body: object = {}) {
  const sent = method === "GET" ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const reply = await page.askAsPage(path, { method, ...sent });
  return JSON.parse(reply.body);
}

/** A page at a simulator, and the batches that are uploaded to it. */
async function pageAtWork() {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex();
  const page = await serve(folder, {}, webex);
  const organizations = async () =>
    ((await webex.state()).organizations ?? []).map(({ displayName, name }) => displayName ?? name);
  const made = async (id: string, asked?: string | object) => {
    await json(page, `/api/batches/${id}/settled`);
    await json(page, `/api/batches/${id}/plan`, "POST", typeof asked === "string" ? { allow: asked } : (asked ?? {}));
    await page.askAsPage(`/api/batches/${id}/plan/events`);
    await until(async () => !(await json(page, `/api/batches/${id}`)).isPlanning);
    return json(page, `/api/batches/${id}/plan`);
  };
  const upload = async (name: string, batch: Batch): Promise<string> => {
    const path = await writeBatch(folder, name, batch);
    const { id } = await json(page, "/api/batches", "POST");
    for (const sheet of Object.keys(batch)) {
      const body = await readFile(join(path, `${sheet}.csv`), "utf8");
      await page.askAsPage(`/api/batches/${id}/files?name=${sheet}.csv`, { method: "PUT", body });
    }
    return id;
  };
  const run = async (batch: string, removals?: object) => {
    const { runId } = await json(page, "/api/runs", "POST", { batch, ...(removals ? { removals } : {}) });
    await until(async () => !(await json(page, `/api/runs/${runId}`)).isGoing);
    const { summary } = await json(page, `/api/runs/${runId}/review`);
    return summary;
  };
  return { upload, made, run, organizations };
}

it("customers under other ids are offered to be taken over, and removals to be allowed, with their numbers typed", async () => {
  const { upload, made, run } = await pageAtWork();
  const first = await upload("first", { templates: [{}], customers: [{ external_id: "HAND-1" }], users });
  await made(first);
  await run(first);

  const ours = await upload("ours", { customers: [{}] });
  expect(await made(ours)).toMatchObject({ offers: ["isAdopting"], counts: { refused: 1, update: 0 } });
  expect(await made(ours, "isAdopting")).toMatchObject({ offers: [], counts: { refused: 0, update: 1 } });
  await run(ours);

  const going = await upload("going", { customers: [{ action: "remove" }] });
  expect(await made(going)).toMatchObject({ offers: ["isRemovingCustomers"], removals: { users: 0, customers: 0 } });
  const plan = await made(going, "isRemovingCustomers");
  expect(plan).toMatchObject({ offers: [], counts: { delete: 1 }, removals: { users: 12, customers: 1 } });
  expect((await run(going, { users: 11, customers: 1 })).stopped).toMatchObject({ reason: expect.anything() });
  const again = await upload("again", { customers: [{ action: "remove" }] });
  await made(again);
  await made(again, "isRemovingCustomers");
  expect((await run(again, { users: 12, customers: 1 })).total.statuses).toMatchObject({ succeeded: 1 });
});

it("organizations of customers that go stay, unless that is switched, and on the plan that is carried out", async () => {
  const { upload, made, run, organizations } = await pageAtWork();
  const first = await upload("first", { templates: [{}], customers: [{}, {}], users });
  expect(await made(first)).not.toHaveProperty("organizations");
  await run(first);

  const going = await upload("going", { customers: [{ action: "remove" }] });
  expect(await made(going)).not.toHaveProperty("organizations");
  expect(await made(going, "isRemovingCustomers")).toMatchObject({ organizations: "stay" });
  expect(await made(going, { organizations: "go" })).toMatchObject({ organizations: "go", counts: { delete: 1 } });
  expect(await made(going, { organizations: "stay" })).toMatchObject({ organizations: "stay" });
  expect(await made(going, { organizations: "go" })).toMatchObject({ removals: { customers: 1 } });
  await run(going, { users: 12, customers: 1 });
  expect(await organizations()).toEqual(["Customer 2"]);
});
