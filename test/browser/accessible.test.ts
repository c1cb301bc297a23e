import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { expectClean } from "./expect-clean.ts";
import { cellIn, chooseLanguage, goToCheck, goToReview, openSheet, runIsDone, uploadFolder } from "./page-steps.ts";

const limit = 180_000;
describe.skipIf(hasNoBrowser)("the page for everybody", () => {
  it("has no accessibility violations (axe) on any screen, light or dark", { timeout: limit }, async () => {
    const folder = await makeTemporaryFolder();
    const { url } = await servePage(folder);
    const page = await openPage({ bypassCSP: true });
    await page.goto(url);
    await page.getByRole("heading", { name: "Upload" }).waitFor();
    await expectClean(page, "upload, nothing yet");
    await page.getByRole("link", { name: "Runs" }).click();
    await page.getByText("No runs yet").waitFor();
    await expectClean(page, "runs, none yet");
    await page.getByRole("link", { name: "New batch" }).click();
    await uploadFolder(page, `${new URL(url).origin}/`, join(samplesFolder, "with-mistakes"));
    await page.getByText("all columns matched").first().waitFor();
    await expectClean(page, "upload");
    await goToCheck(page);
    await openSheet(page, "Users");
    await cellIn(page, "piet.bakker", "31331234102").click();
    await expectClean(page, "check");
    await page.locator(".rail-pick").first().click();
    await page.locator(".chip").waitFor();
    await expectClean(page, "check of one cause");
    await page.getByRole("button", { name: "Rows", exact: true }).click();
    await page.getByRole("menuitem", { name: "Add a row" }).waitFor();
    await expectClean(page, "check, menu of rows");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByRole("dialog").waitFor();
    await expectClean(page, "check, keys");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Preview changes" }).click();
    await page.getByRole("button", { name: /NL-7001/ }).click();
    await page.getByRole("columnheader", { name: "Before" }).waitFor();
    await expectClean(page, "plan");
    await page.getByRole("button", { name: "Run…" }).click();
    await page.getByRole("dialog").waitFor();
    await expectClean(page, "plan, asked");
    await page.getByRole("dialog").getByRole("button", { name: "Run" }).click();
    await runIsDone(page);
    await expectClean(page, "run");
    await goToReview(page);
    await expectClean(page, "review");
    await page.getByRole("link", { name: "NL-7001" }).click();
    await page.getByRole("heading", { name: "Fietsen Van Rijn B.V. NL-7001" }).waitFor();
    await expectClean(page, "review of a customer");
    await page.getByRole("link", { name: "Runs" }).click();
    await page.locator(".result-line").first().waitFor();
    await expectClean(page, "runs");
    expect(page.troubles).toEqual([]);
  });

  it("has no accessibility violations (axe) in report.html", { timeout: limit }, async () => {
    const folder = await makeTemporaryFolder();
    await runProgram(["validate", join(samplesFolder, "with-mistakes"), "--out", join(folder, "out")], folder);
    const page = await openPage({ bypassCSP: true });
    await page.goto(pathToFileURL(join(folder, "out", "report.html")).href);
    await page.getByRole("heading", { name: "Review" }).waitFor();
    await page.locator("td[data-row='0']").first().waitFor();
    await expectClean(page, "report.html");
  });

  it("can be used with the keyboard alone, from the upload to the files of the run", {
    timeout: limit,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", {
      templates: [{}],
      customers: [{ hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234519" }],
      users: [{ phone_number: "31201234501" }, { phone_number: "31201234502" }, { extension: "911" }],
    });
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    await page.getByRole("heading", { name: "Upload" }).waitFor();
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const tabTo = async (name: RegExp) => {
      for (let steps = 0; steps < 60; steps += 1) {
        await press("Tab");
        const focused = page.locator(":focus:not(main)");
        if ((await focused.count()) === 0) continue;
        const words = [await focused.getAttribute("aria-label"), await focused.textContent()].join(" ");
        if (name.test(words)) return;
      }
      throw new Error(`no way to ${name} by Tab`);
    };

    // listened for from the start: a chooser that is asked for while the browser is still told to hand it over is lost
    const asked = page.waitForEvent("filechooser");
    await tabTo(/Choose files/);
    await press("Enter");
    const chooser = await asked;
    await chooser.setFiles(["templates", "customers", "users"].map((sheet) => join(batch, `${sheet}.csv`)));
    await page.getByText("all columns matched").nth(2).waitFor();
    await page.locator("main:focus").waitFor();
    await tabTo(/Review errors/);
    await press("Enter");
    await page.getByRole("grid").waitFor();
    await page.locator("td[data-row='0']").first().waitFor();

    await tabTo(/^Rows of Users/);
    await press("Control+Home", "End", "ArrowLeft");
    await page.getByText("31201234501 has no leading +").last().waitFor();
    await press("Alt+Shift+Enter");
    await page.getByRole("gridcell", { name: "+31201234502", exact: true }).waitFor();
    await press("End", "ArrowDown", "ArrowDown", "F2", "Control+a");
    await page.keyboard.type("4911");
    await press("Enter");
    await page.getByText("No errors found.").waitFor();

    await tabTo(/Preview changes/);
    await press("Enter");
    await page.getByRole("button", { name: "Run…" }).waitFor();
    await tabTo(/Run…/);
    await press("Enter");
    await page.getByRole("dialog").waitFor();
    await tabTo(/^ ?Run$/);
    await press("Enter");
    await runIsDone(page);
    await tabTo(/Review/);
    await press("Enter");
    await page.getByRole("heading", { name: "Review" }).waitFor();
    await page.getByRole("link", { name: "results.csv" }).waitFor();
    await tabTo(/results\.csv/);
    const [file] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
    expect(file.suggestedFilename()).toBe("results.csv");
  });

  it("starts in the language of the browser, and keeps the chosen language", { timeout: limit }, async () => {
    const { url } = await servePage(await makeTemporaryFolder());
    const page = await openPage({ locale: "nl-NL" });
    await page.goto(url);
    await page.getByRole("button", { name: "Bestanden kiezen…" }).waitFor();
    await page.locator("html[lang=nl]").waitFor();
    await chooseLanguage(page, "English");
    await page.getByRole("button", { name: "Choose files…" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Choose files…" }).waitFor();
  });
});
