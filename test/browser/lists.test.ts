/** The lists of batches and of runs. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sayAhead, text } from "../../src/model/words/text.ts";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { chooseLanguage, goToCheck, run, runIsDone, uploadFolder } from "./page-steps.ts";

const limit = 120_000;

describe.skipIf(hasNoBrowser)("the list of batches", () => {
  it("tells what is in each and how it stands, keeps a name, and removes nothing that is taken back", {
    timeout: limit,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const { url } = await servePage(folder);
    const page = await openPage();
    await uploadFolder(page, url, join(samplesFolder, "with-mistakes"));
    await goToCheck(page);
    expect(await page.evaluate("document.documentElement.scrollHeight <= innerHeight")).toBe(true);
    await page.getByRole("link", { name: "New batch" }).click();
    await uploadFolder(page, `${new URL(url).origin}/`, await writeBatch(folder, "batch", { customers: [{}] }));
    await goToCheck(page);
    await page.getByRole("link", { name: "New batch" }).click();

    const table = page.getByRole("region", { name: "Earlier batches" });
    const first = table.getByRole("row", { name: /Fietsen Van Rijn B\.V\./ });
    await first.getByText("38 rows").waitFor();
    await first.getByText(/^\d+ rows to correct$/).waitFor();
    await first.getByRole("button", { name: /^Rename/ }).click();
    await page.keyboard.type("Week 48");
    await page.keyboard.press("Enter");
    await table.getByRole("link", { name: "Week 48" }).waitFor();
    await page.reload();
    await table.getByRole("link", { name: "Week 48" }).waitFor();

    await table.getByRole("searchbox", { name: "Search batches" }).fill("week");
    await table.getByText("1 of 2").waitFor();
    await table.getByRole("button", { name: "Remove the batch Week 48" }).click();
    await page.getByText("Removed: Week 48").waitFor();
    expect(await table.getByRole("link", { name: "Week 48" }).count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await table.getByRole("link", { name: "Week 48" }).waitFor();

    await table.getByRole("button", { name: "Remove the batch Week 48" }).click();
    await page.getByRole("link", { name: "Runs" }).click();
    await page.getByText("No runs yet").waitFor();
    await page.getByRole("link", { name: "New batch" }).click();
    await table.getByRole("link", { name: "Customer 1" }).waitFor();
    await page.reload();
    await table.getByRole("link", { name: "Customer 1" }).waitFor();
    expect(await table.getByRole("link", { name: "Week 48" }).count()).toBe(0);
    expect(page.troubles).toEqual([]);

    const refused = { code: "bug", message: text("upload_too_large", { mebibytes: 1 }) };
    await page.route(/\/name$/, (route) => route.fulfill({ status: 400, json: sayAhead(refused, "page") }));
    await table.getByRole("button", { name: /^Rename/ }).click();
    await page.keyboard.type("Never kept");
    await page.keyboard.press("Enter");
    await table.getByRole("alert").waitFor();
    await table.getByRole("link", { name: "Customer 1" }).waitFor();
    expect(await table.getByRole("link", { name: "Never kept" }).count()).toBe(0);
  });
});

describe.skipIf(hasNoBrowser)("the list of runs", () => {
  it("groups them by day, names customers and files, and is searched and filtered in its address", {
    timeout: limit,
  }, async () => {
    const folder = await makeTemporaryFolder();
    await runProgram(["apply", samplesFolder, "--yes", "--ticket", "CHG-7"], folder);
    const { url } = await servePage(folder);
    const page = await openPage();
    await uploadFolder(page, url, join(samplesFolder, "with-mistakes"));
    await goToCheck(page);
    await run(page);
    await runIsDone(page);
    await page.getByRole("link", { name: "Runs" }).click();
    await page.getByRole("rowheader").first().waitFor();
    await page.getByText("2", { exact: true }).waitFor();
    const mistaken = page.getByRole("row", { name: /Fietsen Van Rijn B\.V\..*customers\.csv/ });
    await mistaken.getByText(/succeeded.*invalid/).waitFor();
    await page.getByRole("button", { name: "With rejected rows" }).click();
    await page.getByText("1 of 2").waitFor();
    expect(page.url()).toContain("only=errors");
    await page.goBack();
    await page.getByText("2", { exact: true }).waitFor();
    await page.getByRole("searchbox", { name: "Search runs" }).fill("chg-7");
    await page.getByText("1 of 2").waitFor();
    expect(await mistaken.count()).toBe(0);
    await page.reload();
    await page.getByText("1 of 2").waitFor();
    await chooseLanguage(page, "Nederlands");
    await page.getByText("1 van 2").waitFor();
    expect(page.troubles).toEqual([]);
  });
});
