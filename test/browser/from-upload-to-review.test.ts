import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { newestRun, readErrors, readResults, runNamedBy } from "../support/read-results.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { unzip } from "../support/zip-files.ts";
import {
  cellIn,
  checked,
  goToCheck,
  goToReview,
  openSheet,
  run,
  runIsDone,
  uploadFolder,
  writeCell,
} from "./page-steps.ts";

const limit = 120_000;

/** Three mistakes of their own, one made five times, and two that stay. */
async function writeMistakes(folder: string): Promise<string> {
  const lostPlus = ["31201234501", "31201234502", "31201234503", "31201234504", "31201234505"];
  return writeBatch(folder, "batch", {
    templates: [{}],
    customers: [
      { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234519" },
      { country: "UK", state: "LDS", postal_code: "LS1 4AP", hq_timezone: "Europe/London", hq_language: "en_GB" },
    ],
    users: [
      ...lostPlus.map((phone_number) => ({ phone_number })),
      { email: "no address" },
      { package: "webex_suit" },
      { extension: "911" },
      { location: "Nowhere" },
      { customer: "C2" },
    ],
  });
}

/** What does not differ from run to run. */
async function comparable(folder: string) {
  const lines = await readResults(join(folder, "results.csv"));
  const results = lines.map(
    ({ sheet, file, row, customer, key, action, status, error_code, column, message, hint, blocked_by, warnings }) => {
      return {
        sheet,
        file,
        row,
        customer,
        key,
        action,
        status,
        error_code,
        column,
        message,
        hint,
        blocked_by,
        warnings,
      };
    },
  );
  const errors = (await readErrors(join(folder, "errors.csv"))).map(({ tracking_id: _id, ...line }) => line);
  return { results, errors, failed: await readFolder(join(folder, "failed")) };
}

async function readFolder(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(names.sort().map(async (name) => [name, await readFile(join(folder, name), "utf8")]));
  return Object.fromEntries(files);
}

async function download(page: Page, click: () => Promise<void>, path: string): Promise<void> {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  await file.saveAs(path);
}

async function downloadSheets(page: Page, folder: string): Promise<void> {
  await mkdir(folder);
  for (const sheet of ["templates", "customers", "users"]) {
    await page.getByRole("button", { name: "Download" }).click();
    await download(
      page,
      () => page.getByRole("menuitem", { name: `${sheet}.csv` }).click(),
      join(folder, `${sheet}.csv`),
    );
  }
}

describe.skipIf(hasNoBrowser)("the page, from upload to review", () => {
  it("marks each error of the samples at its cell, with message and hint", { timeout: limit }, async () => {
    const page = await openPage();
    const { url } = await servePage(await makeTemporaryFolder());
    await uploadFolder(page, url, join(samplesFolder, "with-mistakes"));
    await goToCheck(page);

    await openSheet(page, "Users");
    const cell = cellIn(page, "piet.bakker", "31331234102");
    expect(await cell.getAttribute("aria-invalid")).toBe("true");
    await cell.click();
    await page.getByText("31331234102 has no leading +").last().waitFor();
    await page.getByText('Write "+31331234102", and format the column as text.').waitFor();

    await openSheet(page, "Customers");
    expect(await cellIn(page, "100% Groen", "100% Groen").getAttribute("aria-invalid")).toBe("true");
    expect(page.troubles).toEqual([]);
  });

  it("corrects cells one by one and in groups, runs, and produces the same files as the command line", {
    timeout: limit,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const page = await openPage({ acceptDownloads: true });
    const { url } = await servePage(folder);
    await uploadFolder(page, url, await writeMistakes(folder));
    await goToCheck(page);

    await openSheet(page, "Users");
    await cellIn(page, "31201234501", "31201234501").click();
    await page.getByRole("button", { name: "Correct all 5 like this" }).click();
    await cellIn(page, "+31201234505", "+31201234505").waitFor();
    await checked(page);
    await writeCell(page, "Visser 6", "no address", "user6@example.com");
    await writeCell(page, "Visser 7", "webex_suit", "webex_calling");
    await writeCell(page, "Visser 8", "911", "4911");
    await downloadSheets(page, join(folder, "corrected"));

    const runId = await run(page);
    await runIsDone(page);
    await goToReview(page);
    const taken = join(folder, "taken");
    await mkdir(join(taken, "failed"), { recursive: true });
    for (const path of ["results.csv", "errors.csv", "failed/correct.xlsx", "failed/customers.csv", "failed/users.csv"])
      await download(page, () => page.getByRole("link", { name: path }).click(), join(taken, path));
    const packed = join(folder, "handover.zip");
    await download(page, () => page.getByRole("link", { name: "Files for the customers" }).click(), packed);
    expect([...(await unzip(packed)).keys()].slice(0, 2)).toEqual(["C1.html", "C1.csv"]);

    const state = join(folder, "other");
    const ended = await runProgram(["apply", join(folder, "corrected"), "--state", state], folder);
    expect(ended.code).toBe(1);
    const own = await comparable(join(folder, ".wholesale-import", "runs", runId));
    expect(own).toEqual(await comparable(runNamedBy(ended, state)));
    expect(own).toEqual(await comparable(taken));
    expect(own.results.filter(({ status }) => status === "succeeded")).toHaveLength(10);
    expect(Object.keys(own.failed)).toEqual(["correct.xlsx", "customers.csv", "users.csv"]);
    expect(page.troubles).toEqual([]);
  });

  it("undoes edits, pastes from a spreadsheet and fills down", { timeout: limit }, async () => {
    const folder = await makeTemporaryFolder();
    const page = await openPage();
    const { url } = await servePage(folder);
    await uploadFolder(page, url, await writeMistakes(folder));
    await goToCheck(page);
    await openSheet(page, "Users");

    await writeCell(page, "Visser 8", "911", "4911");
    await page.keyboard.press("Control+z");
    await cellIn(page, "user8@example.com", "911").waitFor();
    await checked(page);

    await page.evaluate('navigator.clipboard.writeText("+31201234510\\r\\n+31201234511\\r\\n")');
    await cellIn(page, "user1@example.com", "31201234501").click();
    await page.keyboard.press("Control+v");
    await cellIn(page, "user2@example.com", "+31201234511").waitFor();
    await checked(page);

    await cellIn(page, "user6", "Ann")
      .or(cellIn(page, "no address", "Ann"))
      .first()
      .click();
    await page.keyboard.type("Eva");
    await page.keyboard.press("Enter");
    await cellIn(page, "no address", "Eva").click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+d");
    await cellIn(page, "Visser 7", "Eva").waitFor();
    expect(page.troubles).toEqual([]);
  });

  it("offers the failed rows for correction, and runs them again", { timeout: limit }, async () => {
    const folder = await makeTemporaryFolder();
    const page = await openPage();
    const { url } = await servePage(folder);
    await uploadFolder(page, url, await writeMistakes(folder));
    await goToCheck(page);
    await run(page);
    await runIsDone(page);
    await goToReview(page);
    await page.getByRole("button", { name: "Correct failed rows" }).click();
    await page.getByRole("heading", { name: "Check" }).waitFor();
    await page.setViewportSize({ width: 1920, height: 1000 }); // the column of the country is in sight
    await openSheet(page, "Customers");
    await writeCell(page, "C2", "UK", "GB");
    await run(page);
    await runIsDone(page);
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(results.find(({ key }) => key === "C2")?.status).toBe("succeeded");
  });
});
