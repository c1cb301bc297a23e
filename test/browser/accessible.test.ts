import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { expectClean } from "./expect-clean.ts";
import { cellIn, chooseLanguage, runIsDone, uploadFiles, uploadFolder } from "./page-steps.ts";

const limit = 240_000;

/** What the steps below look for. */
const languages = [
  {
    locale: "en-GB",
    words: {
      drop: "Drop files here",
      noRuns: "No runs yet",
      refused: "Not accepted",
      match: /^Match columns/,
      matched: "all columns matched",
      toCheck: "Review errors",
      users: /^Users/,
      rows: "Rows",
      keys: "Keys",
      toPlan: "Preview changes",
      toRun: "Run…",
      done: "Done",
      review: "Review",
    },
  },
  {
    locale: "nl-NL",
    words: {
      drop: "Sleep bestanden hierheen",
      noRuns: "Nog geen runs",
      refused: "Niet opgenomen",
      match: /^Kolommen koppelen/,
      matched: "alle kolommen herkend",
      toCheck: "Naar de controle",
      users: /^Gebruikers/,
      rows: "Rijen",
      keys: "Toetsen",
      toPlan: "Plan maken",
      toRun: "Uitvoeren…",
      done: "Klaar",
      review: "Resultaat",
    },
  },
] as const;

describe.skipIf(hasNoBrowser)("the page for everybody", () => {
  it.each(languages)(
    "has no accessibility violations (axe) on any screen, light or dark: $locale",
    {
      timeout: limit,
    },
    async ({ locale, words }) => {
      const folder = await makeTemporaryFolder();
      const { url } = await servePage(folder);
      const page = await openPage({ bypassCSP: true, locale });
      await page.goto(url);
      await page.getByText(words.drop).first().waitFor();
      await expectClean(page, "upload, nothing yet");
      await page.locator(".choices").click();
      await page.getByRole("menuitemradio", { name: "Nederlands" }).waitFor();
      await expectClean(page, "language and appearance");
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "Runs" }).click();
      await page.getByText(words.noRuns).waitFor();
      await expectClean(page, "runs, none yet");
      await writeFile(join(folder, "phones.csv"), "Who;Mail;Licence;Ext\nAnn Visser;ann@example.com;Basic;4001\n");
      await writeFile(join(folder, "offer.pdf"), "%PDF");
      await page.goto(`${new URL(url).origin}/`);
      await uploadFiles(page, [join(folder, "phones.csv"), join(folder, "offer.pdf")]);
      await page.getByText(words.refused).waitFor();
      await expectClean(page, "upload of what is not known, and of what is refused");
      await page.locator("select").first().selectOption("users");
      await page.getByRole("button", { name: words.match }).click();
      await page.locator("#read-rows").waitFor();
      await page.locator(".match-table select").first().selectOption("*");
      await expectClean(page, "columns to match");
      await uploadFolder(page, `${new URL(url).origin}/`, join(samplesFolder, "with-mistakes"));
      await page.getByText(words.matched).nth(3).waitFor();
      await expectClean(page, "upload");
      await page.getByRole("link", { name: words.toCheck }).click();
      await page.locator("td[data-row='0']").first().waitFor();
      await page.getByRole("tab", { name: words.users }).click();
      await cellIn(page, "piet.bakker", "31331234102").click();
      await expectClean(page, "check");
      await page.locator(".rail-pick").first().click();
      await page.locator(".chip").waitFor();
      await expectClean(page, "check of one cause");
      await page.getByRole("button", { name: words.rows, exact: true }).click();
      await page.getByRole("menuitem").first().waitFor();
      await expectClean(page, "check, menu of rows");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: words.keys }).click();
      await page.getByRole("dialog").waitFor();
      await expectClean(page, "check, keys");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: words.toPlan }).click();
      await page.getByRole("button", { name: /NL-7001/ }).click();
      await page.locator(".plan-customer table").waitFor();
      await expectClean(page, "plan");
      await page.getByRole("button", { name: words.toRun }).click();
      await page.getByRole("dialog").waitFor();
      await expectClean(page, "plan, asked");
      await page.getByRole("dialog").getByRole("button").first().click();
      await page.locator(".phase", { hasText: words.done }).waitFor();
      await expectClean(page, "run");
      await page.locator(".work-head").getByRole("link", { name: words.review }).click();
      await page.locator("td[data-row='0']").first().waitFor();
      await expectClean(page, "review");
      await page.getByRole("link", { name: "NL-7001" }).click();
      await page.getByRole("heading", { name: "Fietsen Van Rijn B.V. NL-7001" }).waitFor();
      await expectClean(page, "review of a customer");
      await page.getByRole("link", { name: "Runs" }).click();
      await page.locator(".result-line").first().waitFor();
      await expectClean(page, "runs");
      await page.goto(`${new URL(url).origin}/`);
      await page.locator(".result-line").first().waitFor();
      await expectClean(page, "batches");
      expect(page.troubles).toEqual([]);
    },
  );

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
