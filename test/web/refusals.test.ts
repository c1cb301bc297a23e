/** What only Webex, or the plan, could refuse stands in the check at its row until somebody edits the row. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseFault } from "../../src/simulator/faults.ts";
import { smallBatch } from "../support/disturbed-run.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";
import { type Served, serve } from "./served.ts";

async function json(page: Served, path: string, method = "GET", body?: object) {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const reply = await page.askAsPage(path, { method, ...sent });
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.body}`);
  return JSON.parse(reply.body);
}

async function upload(page: Served, names: readonly string[], edit = (text: string) => text): Promise<string> {
  const { id } = await json(page, "/api/batches", "POST");
  for (const name of names) {
    const body = edit(await readFile(`${smallBatch}/${name}.csv`, "utf8"));
    await page.askAsPage(`/api/batches/${id}/files?name=${name}.csv`, { method: "PUT", body });
  }
  return id;
}

async function makePlan(page: Served, batch: string): Promise<void> {
  await json(page, `/api/batches/${batch}/settled`);
  await json(page, `/api/batches/${batch}/plan`, "POST");
  await until(async () => (await json(page, `/api/batches/${batch}`)).hasPlan);
}

/** The users of a check that have errors. */
async function refusedRows(page: Served, batch: string) {
  await json(page, `/api/batches/${batch}/settled`);
  const { rows } = await json(page, `/api/batches/${batch}/rows?sheet=users&from=0&count=100`);
  return rows.flatMap(
    ({ key, status, problems }: { key: string; status: string; problems: { code: string; severity: string }[] }) =>
      problems.filter(({ severity }) => severity === "error").map(({ code }) => `${key} ${status} ${code}`),
  );
}

it("rows that failed in a run have their errors in the batch that corrects them, and asking again gives the same batch", async () => {
  const webex = await simulateWebex({ faults: [parseFault("POST /wholesale/subscribers=400:2x")] });
  const page = await serve(await makeTemporaryFolder(), {}, webex);
  const batch = await upload(page, ["templates", "customers", "locations", "users"]);
  await makePlan(page, batch);
  const { runId } = await json(page, "/api/runs", "POST", { batch });
  await until(async () => !(await json(page, `/api/runs/${runId}`)).isGoing);
  const { id } = await json(page, `/api/runs/${runId}/correct`, "POST");
  expect((await json(page, `/api/runs/${runId}/correct`, "POST")).id).toBe(id);

  const before = await refusedRows(page, id);
  expect(before).toHaveLength(2);
  expect(before.every((text: string) => text.includes("invalid"))).toBe(true);
  const [{ at }] = (await json(page, `/api/batches/${id}/rows?sheet=users&from=0&count=1`)).rows;
  const cells = [{ file: at.file, row: at.row, position: 2, text: "Femke" }];
  const edited = await page.askAsPage(`/api/batches/${id}/edits`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ cells }),
  });
  expect(edited.body).not.toContain("bad_request");
  expect(await refusedRows(page, id)).toHaveLength(1);

  await makePlan(page, id);
  const again = await json(page, "/api/runs", "POST", { batch: id });
  await until(async () => !(await json(page, `/api/runs/${again.runId}`)).isGoing);
  expect((await json(page, `/api/runs/${again.runId}`)).line).toMatchObject({ command: "retry", exitCode: 0 });
});

it("rows of one customer can be corrected separately", async () => {
  const folder = await makeTemporaryFolder();
  const page = await serve(folder, {}, await simulateWebex());
  const { id: batch } = await json(page, "/api/batches", "POST");
  for (const name of ["templates", "customers", "locations", "users"]) {
    const body = await readFile(`${samplesFolder}/with-mistakes/${name}.csv`);
    await page.askAsPage(`/api/batches/${batch}/files?name=${name}.csv`, { method: "PUT", body });
  }
  await makePlan(page, batch);
  const { runId } = await json(page, "/api/runs", "POST", { batch });
  await until(async () => !(await json(page, `/api/runs/${runId}`)).isGoing);

  const results = await readResults(join(await newestRun(join(folder, "state")), "results.csv"));
  const refused = results.filter(({ status }) => /^(invalid|failed|blocked)$/.test(status ?? ""));
  const { id: all } = await json(page, `/api/runs/${runId}/correct`, "POST");
  for (const customer of new Set(refused.map((row) => row.customer ?? "").filter(Boolean))) {
    const path = `/api/runs/${runId}/correct?customer=${encodeURIComponent(customer)}`;
    const { id } = await json(page, path, "POST");
    expect([(await json(page, path, "POST")).id, id === all]).toEqual([id, false]);
    await json(page, `/api/batches/${id}/settled`);
    const keys = [];
    for (const sheet of ["customers", "locations", "users"])
      for (const { key } of (await json(page, `/api/batches/${id}/rows?sheet=${sheet}&from=0&count=100`)).rows)
        keys.push(key);
    expect(keys).toEqual(refused.filter((row) => row.customer === customer).map(({ key }) => key));
  }
  const nobody = await page.askAsPage(`/api/runs/${runId}/correct?customer=nobody`, { method: "POST" });
  expect(nobody.body).toContain("nothing_to_retry");
});

it("a date cell of a workbook is refused again when one customer is corrected separately, until it is edited", async () => {
  const path = join(await makeTemporaryFolder(), "batch.xlsx");
  const header = ["customer", "email", "first_name", "last_name", "package", "extension"];
  const user = (row: number, first: string, date = "") =>
    textRow(row, ["C-1", `user${row}@acme.example`, first, "Vos", "webex_calling", `${4500 + row}`], date);
  const rows = [textRow(1, header), user(2, "", '<c r="C2" s="1"><v>46085</v></c>'), user(3, "Ann")];
  await writeWorkbook(path, [{ name: "users", rows: rows.join("") }], { formats: ['mmmm" "d'] });
  const page = await serve(await makeTemporaryFolder(), {}, await simulateWebex());
  const { id: batch } = await json(page, "/api/batches", "POST");
  const body = await readFile(path);
  await page.askAsPage(`/api/batches/${batch}/files?name=batch.xlsx`, { method: "PUT", body });
  await makePlan(page, batch);
  const { runId } = await json(page, "/api/runs", "POST", { batch });
  await until(async () => !(await json(page, `/api/runs/${runId}`)).isGoing);

  const { id } = await json(page, `/api/runs/${runId}/correct?customer=C-1`, "POST");
  const isDate = (line: string) => line.endsWith("date_in_cell");
  expect((await refusedRows(page, id)).filter(isDate)).toEqual(["user2@acme.example invalid date_in_cell"]);
  const [{ at }] = (await json(page, `/api/batches/${id}/rows?sheet=users&from=0&count=1`)).rows;
  const cells = [{ file: at.file, row: at.row, position: 2, text: "Femke" }];
  await json(page, `/api/batches/${id}/edits`, "POST", { cells });
  expect((await refusedRows(page, id)).filter(isDate)).toEqual([]);
});

it("result files use the delimiter that the page was started with", async () => {
  const webex = await simulateWebex({ faults: [parseFault("POST /wholesale/subscribers=400:2x")] });
  const page = await serve(await makeTemporaryFolder(), {}, webex, { csvDelimiter: ";" });
  const batch = await upload(page, ["templates", "customers", "locations", "users"]);
  await makePlan(page, batch);
  const { runId } = await json(page, "/api/runs", "POST", { batch });
  await until(async () => !(await json(page, `/api/runs/${runId}`)).isGoing);
  for (const name of ["results.csv", "errors.csv", "by_customer.csv"]) {
    const { body } = await page.askAsPage(`/api/runs/${runId}/files/${name}`);
    expect(body.split("\n")[0], name).toMatch(/^.?[a-z_]+;[a-z_]+;/);
  }
});

it("rows that the plan rejects have their errors in the check", async () => {
  const page = await serve(await makeTemporaryFolder(), {}, await simulateWebex());
  const batch = await upload(page, ["users"]);
  expect(await refusedRows(page, batch)).toEqual([]);
  await makePlan(page, batch);
  const refused = await refusedRows(page, batch);
  expect(refused).toHaveLength(8);
  expect(new Set(refused.map((text: string) => text.split(" ").slice(1).join(" ")))).toEqual(
    new Set(["invalid customer_not_found"]),
  );
  expect((await json(page, `/api/batches/${batch}`)).hasPlan).toBe(true);
});
