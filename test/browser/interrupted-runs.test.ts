import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { readResults } from "../support/read-results.ts";
import { servePage } from "../support/serve-page.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";
import { goToCheck, goToReview, openSheet, run, runIsDone, uploadFolder, writeCell } from "./page-steps.ts";

const limit = 120_000;
const users = 60;

function writeLongBatch(folder: string): Promise<string> {
  return writeBatch(folder, "batch", {
    templates: [{}],
    customers: [{}, {}],
    users: Array.from({ length: users }, (_, index) => ({ customer: `C${(index % 2) + 1}` })),
  });
}

async function expectAllOnce(webex: Awaited<ReturnType<typeof simulateWebex>>, folder: string, runId: string) {
  const results = await readResults(join(folder, ".wholesale-import", "runs", runId, "results.csv"));
  expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 3 + users }, () => "succeeded"));
  const { subscribers = [], customers = [] } = await webex.state();
  expect(new Set(subscribers.map(({ email }) => email)).size).toBe(users);
  expect([customers.length, subscribers.length]).toEqual([2, users]);
  expect((await webex.stats()).duplicateCreates).toBe(0);
}

describe.skipIf(hasNoBrowser)("a run that is interrupted", () => {
  it("survives a reload, pauses and resumes, and does nothing twice", { timeout: limit }, async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex({ latencyMs: 150 });
    const { url } = await servePage(folder, ["--base-url", webex.baseUrl, "--concurrency", "2"]);
    const page = await openPage();
    await uploadFolder(page, url, await writeLongBatch(folder));
    await goToCheck(page);
    const runId = await run(page);
    await page.getByRole("progressbar", { name: "Users" }).waitFor();

    await page.reload();
    const bar = page.getByRole("progressbar", { name: "Users" });
    await bar.waitFor();
    await page.getByRole("progressbar", { name: "C1" }).waitFor();
    expect(Number(await bar.getAttribute("aria-valuenow"))).toBeLessThan(users);

    await page.getByRole("button", { name: "Pause" }).click();
    await page.locator(".phase", { hasText: "Paused" }).waitFor();
    const { writes } = await webex.stats();
    await page.reload();
    await page.getByRole("button", { name: "Resume" }).waitFor();
    expect((await webex.stats()).writes).toBe(writes);

    // another tab goes on with it, and this one follows
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole("button", { name: "Resume" }).click();
    await runIsDone(page);
    await page.locator(".phase", { hasText: `Done: ${users + 3} succeeded` }).waitFor();
    expect(await bar.getAttribute("aria-valuenow")).toBe(String(users));
    await expectAllOnce(webex, folder, runId);
    expect(page.troubles).toEqual([]);
  });

  it("can be paused and reviewed, and resumed from there", { timeout: limit }, async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex({ latencyMs: 150 });
    const { url } = await servePage(folder, ["--base-url", webex.baseUrl, "--concurrency", "2"]);
    const page = await openPage();
    await uploadFolder(page, url, await writeLongBatch(folder));
    await goToCheck(page);
    await run(page);
    await page.getByRole("progressbar", { name: "Users" }).waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.locator(".phase", { hasText: "Paused" }).waitFor();
    expect(await page.locator(".work-head").getByRole("button").allInnerTexts()).toEqual(["Resume"]);
    await goToReview(page);
    await page.getByText("Stopped: interrupted").waitFor();
    await page
      .getByRole("button", { name: /not attempted|pending/ })
      .first()
      .waitFor();
    await page.locator(".work-head").getByRole("link", { name: "Run" }).click();
    await page.getByRole("button", { name: "Resume" }).waitFor();
  });

  it("survives the death of the server: edits, batch and run are there after a restart", {
    timeout: limit,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex({ latencyMs: 150 });
    const args = ["--base-url", webex.baseUrl, "--concurrency", "2"];
    const first = await servePage(folder, args);
    const page = await openPage();
    await uploadFolder(page, first.url, await writeLongBatch(folder));
    await goToCheck(page);
    await openSheet(page, "Users");
    await writeCell(page, "user1@example.com", "Ann", "Eva");
    const runId = await run(page);
    await page.getByRole("progressbar", { name: "Users" }).waitFor();
    await until(async () => (await webex.stats()).writes > 12);
    await first.kill();
    await page.getByText("Connection lost").waitFor();

    const second = await servePage(folder, args);
    await page.goto(second.url);
    await page.getByRole("link", { name: "Runs" }).click();
    await page.getByText("interrupted").waitFor();
    await page.getByRole("link", { name: runId }).click();
    await page.locator(".phase", { hasText: "Interrupted" }).waitFor();
    await page.getByRole("link", { name: "Check" }).click();
    await openSheet(page, "Users");
    await page.getByRole("gridcell", { name: "Eva" }).waitFor();
    await page.getByRole("link", { name: "Run", exact: true }).click();
    await page.getByRole("button", { name: "Resume" }).click();
    await runIsDone(page);
    await expectAllOnce(webex, folder, runId);
    await goToReview(page);
  });

  it("asks for the new link if the page of the old server is still open, and goes on there once it is opened", {
    timeout: limit,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const first = await servePage(folder);
    const page = await openPage();
    await page.goto(first.url);
    await page.getByRole("heading", { name: "Upload" }).waitFor();
    await first.kill();
    await page.getByRole("link", { name: "Runs" }).click();
    await page.getByText("Connection lost").waitFor();
    const second = await servePage(folder, ["--port", new URL(first.url).port]);
    await page.getByText("Open the new link").waitFor();
    const opened = await page.context().newPage();
    await opened.goto(second.url);
    await opened.getByRole("heading", { name: "Upload" }).waitFor();
    await page.getByText("Open the new link").waitFor({ state: "detached" });
    expect(page.url()).toMatch(/#\/runs$/);
  });
});
