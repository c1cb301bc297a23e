/** The plan as the page tells it: by sheet and customer, with names, and what of a row is created. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";
import { type Served, serve } from "./served.ts";

async function json(page: Served, path: string, method = "GET", body?: object) {
  const reply = await page.askAsPage(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.body}`);
  return JSON.parse(reply.body);
}

it("counts rows by sheet and action, names customers, and shows what is created", { timeout: 60_000 }, async () => {
  const folder = await makeTemporaryFolder();
  const batch = await writeBatch(folder, "batch", {
    templates: [{}],
    customers: [{ name: "Bakkerij Noord" }, {}],
    users: [{ extension: "4777" }, { package: "webex_suit" }, { customer: "C2" }],
  });
  const page = await serve(folder);
  const { id } = await json(page, "/api/batches", "POST");
  for (const sheet of ["templates", "customers", "users"]) {
    const body = await readFile(join(batch, `${sheet}.csv`));
    await page.askAsPage(`/api/batches/${id}/files?name=${sheet}.csv`, { method: "PUT", body });
  }
  const path = `/api/batches/${id}`;
  await json(page, `${path}/plan`, "POST");
  await until(async () => (await json(page, path)).hasPlan);
  const plan = await json(page, `${path}/plan`);
  expect(plan.sheets).toMatchObject({ customers: { create: 2, refused: 0 }, users: { create: 2, refused: 1 } });
  expect(plan.customers.find(({ customer }: { customer: string }) => customer === "C1")).toMatchObject({
    name: "Bakkerij Noord",
    sheets: { users: { create: 1, refused: 1 } },
  });
  const { total, lines } = await json(page, `${path}/plan/lines?customer=C1&sheet=users&action=create`);
  expect(total).toBe(1);
  expect(lines[0].facts).toEqual(
    expect.arrayContaining([
      { column: "package", value: "webex_calling" },
      { column: "extension", value: "4777" },
    ]),
  );
});

it("takes the provisioning ID of a template that somebody has made, and refuses what is none", async () => {
  const folder = await makeTemporaryFolder();
  const page = await serve(folder);
  const { id } = await json(page, "/api/batches", "POST");
  const link = (provisioningId: string) =>
    json(page, `/api/batches/${id}/templates`, "POST", { name: "Calling Benelux", provisioningId });
  await expect(link("a\u0000b")).rejects.toThrow(/nul_character/);
  await link("YTQ1ZGE5ZTAtMzBjOC00ZDk0LWE0YjEtNjE2NjU2ZmZlMjNj");
  expect(await readFile(join(folder, "state", "templates.json"), "utf8")).toContain("YTQ1ZGE5ZTAtMzBjOC00ZDk0");
});
