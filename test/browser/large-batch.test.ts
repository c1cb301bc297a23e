import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { cellIn } from "./page-steps.ts";

const users = 100_000;
const customers = 2_000;

/** One user in a thousand has a mistake. */
async function writeLargeBatch(folder: string): Promise<readonly string[]> {
  await mkdir(folder);
  const header = "customer,email,first_name,last_name,package,addons,location,phone_number,extension,roles";
  const lines = Array.from({ length: users }, (_, index) => {
    const extension = index % 1000 === 999 ? "911" : String(20_000 + Math.floor(index / customers));
    return `CUST-${index % customers},user${index}@example.com,Ann,Visser ${index},webex_calling,,Head Office,,${extension},`;
  });
  const path = join(folder, "users.csv");
  await writeFile(path, `${[header, ...lines].join("\n")}\n`);
  return [path];
}

/** Milliseconds that something took on this machine, for people: no test asserts a time. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

const watchLongTasks = `
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))))
    .observe({ type: "longtask" });`;

async function scroll(page: Page): Promise<readonly number[]> {
  await page.evaluate("window.longTasks.length = 0");
  const box = await page.locator(".grid").boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
  for (let turns = 0; turns < 120; turns += 1) await page.mouse.wheel(0, turns % 10 === 9 ? 60_000 : 700);
  await page.locator("td[data-row]").first().waitFor();
  return (await page.evaluate("window.longTasks")) as number[]; // as written above
}

describe.skipIf(hasNoBrowser)("a hundred thousand rows", () => {
  it("are shown, scrolled and filtered while only those in sight exist", { timeout: 300_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.addInitScript(watchLongTasks);
    await page.goto(url);
    await page.locator("input[type=file]").setInputFiles([...(await writeLargeBatch(join(folder, "batch")))]);
    await page.getByRole("link", { name: "Look at the check" }).waitFor({ timeout: 60_000 });
    const toCheck = await timed(async () => {
      await page.getByRole("link", { name: "Look at the check" }).click();
      await page.getByText("100,000 rows").first().waitFor({ timeout: 120_000 });
    });
    await page.reload();
    const toRows = await timed(() => page.locator("td[data-row='0']").first().waitFor());
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(users + 1));

    const longTasks = await scroll(page);
    expect(await page.locator("tr.grid-row").count()).toBeLessThan(100);

    const toFilter = await timed(async () => {
      await page.getByRole("button", { name: "Only errors" }).click();
      await cellIn(page, "user999@", "911").waitFor();
    });
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(users / 1000 + 1));
    await page.getByRole("button", { name: "Only errors" }).click();
    const toFind = await timed(async () => {
      await page.getByRole("searchbox", { name: "Find in the rows" }).fill("user77777@");
      await cellIn(page, "user77777@", "user77777@").waitFor();
    });
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe("2");
    await page.getByRole("searchbox", { name: "Find in the rows" }).fill("");

    await page.locator(`[aria-rowcount='${users + 1}']`).waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Control+End");
    await page
      .locator(`td[data-row='${users - 1}']`)
      .first()
      .waitFor();
    await page.keyboard.press("Control+Home");
    await cellIn(page, "user0@", "Ann").click();
    await page.keyboard.type("Eva");
    const toRecheck = await timed(async () => {
      await page.keyboard.press("Enter");
      await cellIn(page, "user0@", "Eva").waitFor({ timeout: 60_000 });
    });
    const figures = {
      toCheck,
      toRows,
      toFilter,
      toFind,
      toRecheck,
      longTasksOver100: longTasks.filter((ms) => ms > 100),
    };
    console.info(`100 000 rows, ms: ${JSON.stringify(figures)}; ${longTasks.length} tasks over 50 ms while scrolling`);
    expect(page.troubles).toEqual([]);
  });
});
