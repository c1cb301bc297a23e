/** The page and report.html are completely in Dutch: every screen is searched for English words. */
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { issueFacts } from "../../src/model/issue-codes.ts";
import { catalogue } from "../../src/model/words/catalogue.ts";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { newestRun } from "../support/read-results.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { chooseLanguage, uploadFolder } from "./page-steps.ts";

/** Common words of English that are no words of Dutch. */
const english =
  /\b(?:the|and|not|with|this|that|these|cannot|rows?|files?|from|has|have|which|must|should|does|been|because|there|it|its|by|for|you|your|or|to|needs?|one|used|blank|write|leave|check|customers?|users?)\b/gi;

/** What is the same in every language: cells, names of files and columns, codes, and what Webex itself says. */
const neutral = "script, .grid tbody, .head-title, .files, code, [lang=en]";
const saidByWebex = /Package attendant_console is dependent on one of:[^.]*\./g;
const names =
  /"[^"]*"|“[^”]*”|\S*[_@/=]\S*|--[\w-]+|\S+\.(?:csv|xlsx|html|json)\S*|Webex for Wholesale|Head Office|Add-ons?|blad(?:en)? (?:templates|customers|locations|users)/g;

/** Texts in the page, each by itself, but for those that are the same in every language. */
const textsOn = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("${neutral}")) texts.push(walker.currentNode.data);
  return texts;
})()`;

/** A sentence that the page does not have shows as its key. Codes of errors are shown as such. */
const isKey = (shown: string) => Object.hasOwn(catalogue, shown.trim()) && issueFacts(shown.trim()) === undefined;

async function englishOn(page: Page): Promise<readonly string[]> {
  const texts = z.array(z.string()).parse(await page.evaluate(textsOn));
  const isEnglish = (text: string) => text.replaceAll(saidByWebex, "").replaceAll(names, "").match(english) !== null;
  return [...new Set(texts.filter((shown) => isEnglish(shown) || isKey(shown)))];
}

describe.skipIf(hasNoBrowser)("in Dutch", () => {
  it("no screen from the upload to the review says anything in English", { timeout: 240_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const { url } = await servePage(folder);
    const page = await openPage({ locale: "nl-NL" });
    const found: Record<string, readonly string[]> = {};
    const look = async (screen: string) => {
      found[screen] = await englishOn(page);
    };
    await page.goto(url);
    await page.getByRole("heading", { name: "Upload" }).waitFor();
    await look("start");
    await page.getByRole("link", { name: "Runs" }).click();
    await page.getByText("Nog geen runs").waitFor();
    await look("no runs");
    await uploadFolder(page, `${new URL(url).origin}/`, join(samplesFolder, "with-mistakes"));
    await page.getByText("alle kolommen herkend").first().waitFor();
    await look("upload");
    await page.getByRole("link", { name: "Naar de controle" }).click();
    await page.locator("td[data-row='0']").first().waitFor();
    await look("check");
    await page.getByRole("button", { name: "Toetsen" }).click();
    await page.getByRole("dialog").waitFor();
    await look("check, keys");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Plan maken" }).click();
    await page.getByRole("button", { name: /NL-7001/ }).click();
    await page.getByRole("columnheader", { name: "Actie" }).waitFor();
    await look("plan");
    await page.getByRole("button", { name: "Uitvoeren…" }).click();
    await page.getByRole("dialog").waitFor();
    await look("dialog");
    await page.getByRole("dialog").getByRole("button", { name: "Uitvoeren" }).click();
    await page.locator(".phase", { hasText: "Klaar" }).waitFor();
    await look("run");
    await page.locator(".work-head").getByRole("link", { name: "Resultaat" }).click();
    await page.getByRole("heading", { name: "Resultaat" }).waitFor();
    await page.getByRole("button", { name: /^en nog/ }).click();
    await look("review");
    await page.getByRole("link", { name: "NL-7001" }).click();
    await page.getByRole("heading", { name: "Fietsen Van Rijn B.V. NL-7001" }).waitFor();
    await look("customer");
    await page.getByRole("link", { name: "Runs" }).click();
    await page.locator(".result-line").waitFor();
    await look("runs");
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
  });

  it("the page loads the sentences of its own language, and those of the other when it is chosen", async () => {
    const { url } = await servePage(await makeTemporaryFolder());
    const page = await openPage({ locale: "nl-NL" });
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(/(dutch|english)-/.exec(request.url())?.[1] ?? ""));
    await page.goto(url);
    await page.getByText("Sleep bestanden hierheen").waitFor();
    expect(loaded.filter(Boolean)).toEqual(["dutch"]);
    await chooseLanguage(page, "English");
    await page.getByText("Drop files here").waitFor();
    await chooseLanguage(page, "Nederlands");
    await page.getByText("Sleep bestanden hierheen").waitFor();
    expect(loaded.filter(Boolean)).toEqual(["dutch", "english"]);
    await page.locator("html[lang=nl]").waitFor();
  });

  it("report.html opens in the language of its run, wherever it is opened", { timeout: 120_000 }, async () => {
    const folder = await makeTemporaryFolder();
    await cp(join(samplesFolder, "with-mistakes"), join(folder, "batch"), { recursive: true });
    await runProgram(["apply", "batch", "--language", "nl"], folder);
    const page = await openPage({ locale: "en-GB" });
    const run = await newestRun(join(folder, ".wholesale-import"));
    await page.goto(pathToFileURL(join(run, "report.html")).href);
    await page.getByRole("heading", { name: "Resultaat" }).waitFor();
    await page.locator("html[lang=nl]").waitFor();
    await page.getByRole("button", { name: /^en nog/ }).click();
    expect(await englishOn(page)).toEqual([]);
    await chooseLanguage(page, "English");
    await page.getByRole("heading", { name: "Review" }).waitFor();
    await page.getByText("More than one row has this value").first().waitFor();
  });
});
