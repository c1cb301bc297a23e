import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { setDriftScene } from "../support/drift-scene.ts";
import { servePage } from "../support/serve-page.ts";
import { expectClean } from "./expect-clean.ts";
import { chooseLanguage } from "./page-steps.ts";

const limit = 180_000;

describe.skipIf(hasNoBrowser)("a comparison on the page", () => {
  it("is started, read by customer, filtered, downloaded and found again, without a fault for axe", {
    timeout: limit,
  }, async () => {
    const at = await setDriftScene();
    const { url } = await servePage(at.folder, ["--base-url", at.baseUrl, "--state", "state"]);
    const page = await openPage({ bypassCSP: true });
    await page.goto(url);
    await page.getByRole("link", { name: "Drift" }).click();
    await page.getByText("No comparisons yet").waitFor();
    await expectClean(page, "drift, nothing yet");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByText("7 differences in 2 of 2 customers.").waitFor();
    const ann = page.getByRole("row", { name: /ann@korenaar.*Extension/i });
    expect(await ann.getByRole("cell").allInnerTexts()).toEqual([
      expect.stringContaining("ann@korenaar.example.com"),
      expect.stringContaining("Extension"),
      "4501",
      "4599",
    ]);
    await page.getByText("at Webex, and in no sheet").waitFor();
    await page.getByRole("heading", { name: "Visser & Zonen" }).waitFor();
    await expectClean(page, "drift");

    await page.getByRole("button", { name: "Users, missing: 1" }).click();
    await page.getByText("1 of 7 differences").waitFor();
    expect(page.url()).toMatch(/\?sheet=users&kind=missing$/);
    await expectClean(page, "drift, filtered");
    await page.goBack();
    await page.getByText("7 of 7 differences").waitFor();
    await page.getByRole("searchbox", { name: "Search rows" }).fill("4599");
    await page.getByText("1 of 7 differences").waitFor();

    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "drift.csv" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toContain("ann@korenaar.example.com,changed,extension,4501,4599");

    await chooseLanguage(page, "Nederlands");
    await page.getByText("7 verschillen bij 2 van 2 klanten.").waitFor();
    await page.getByRole("link", { name: "Alle vergelijkingen" }).click();
    await page.getByRole("heading", { name: "Eerdere vergelijkingen" }).waitFor();
    await expectClean(page, "comparisons");
    await page.getByLabel("Vergelijk Webex met").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Vergelijken" }).click();
    await page.getByRole("link", { name: /^run / }).waitFor();
    expect(page.troubles).toEqual([]);
  });

  it("says why it cannot be made", { timeout: limit }, async () => {
    const at = await setDriftScene();
    const { url } = await servePage(at.folder, ["--base-url", at.baseUrl, "--state", "other"]);
    const page = await openPage();
    await page.goto(url);
    await page.getByRole("link", { name: "Drift" }).click();
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByRole("alert").getByText("Nothing has been applied to this target").waitFor();
    await page.getByRole("button", { name: "Compare" }).waitFor();
  });
});
