/** What a person does on the page, step by step, as several tests need it. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Opens the printed URL and gives every file of the folder to the page. */
export async function uploadFolder(page: Page, url: string, folder: string): Promise<void> {
  await page.goto(url);
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  await uploadFiles(
    page,
    names.map(({ name }) => join(folder, name)),
  );
}

export async function uploadFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.locator("input[type=file]").setInputFiles([...paths]);
  for (const path of paths)
    await page
      .getByText(path.split("/").at(-1) ?? "", { exact: true })
      .first()
      .waitFor();
}

export async function goToCheck(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Review errors" }).click();
  await page.getByRole("heading", { name: "Check" }).waitFor();
  await page.locator("td[data-row='0']").first().waitFor();
}

export async function openSheet(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("grid", { name: `Rows of ${name}` }).waitFor();
  await page.locator("td[data-row='0']").first().waitFor();
}

/** The cell with this text, in the row with that one. */
export function cellIn(page: Page, rowText: string, cellText: string) {
  return page.locator("tr.grid-row", { hasText: rowText }).locator("td", { hasText: cellText }).first();
}

/** Types over a cell, and waits until the batch is checked again. */
export async function writeCell(page: Page, rowText: string, cellText: string, text: string): Promise<void> {
  await cellIn(page, rowText, cellText).click();
  await page.keyboard.type(text);
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/edits") && response.ok()),
    page.keyboard.press("Enter"),
  ]);
  await cellIn(page, rowText, text).waitFor();
  await checked(page);
}

/** The language of the page, by the name that it has in itself. */
export async function chooseLanguage(page: Page, name: "English" | "Nederlands"): Promise<void> {
  await page.locator(".choices").click();
  await page.getByRole("menuitemradio", { name }).click();
}

/** Nothing is being checked any more. */
export async function checked(page: Page): Promise<void> {
  await page.locator(".work-head .busy").waitFor({ state: "detached" });
}

/** From the check over the plan into the run. Gives the run's id. */
export async function run(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Preview changes" }).click();
  await page.getByRole("button", { name: /^Run.*…$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Run" }).click();
  await page.waitForURL(/#\/run\//);
  return page.url().split("/run/")[1] ?? "";
}

export async function runIsDone(page: Page): Promise<void> {
  await page.locator(".phase", { hasText: "Done" }).waitFor();
}

export async function goToReview(page: Page): Promise<void> {
  await page.locator(".work-head").getByRole("link", { name: "Review" }).click();
  await page.getByRole("heading", { name: "Review" }).waitFor();
  await page.locator("td[data-row='0']").first().waitFor();
}
