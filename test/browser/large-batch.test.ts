import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { speakerOf } from "../../src/model/words/language.ts";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { servePage } from "../support/serve-page.ts";
import { isSoak } from "../support/soak.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { cellIn, openSheet } from "./page-steps.ts";

const users = isSoak ? 100_000 : 20_000;
const customers = users / 50;

/** Customers of fifty users each; one user in a thousand has a mistake. */
async function writeLargeBatch(folder: string): Promise<readonly string[]> {
  const batch = await writeBatch(folder, "batch", {
    templates: [{}],
    customers: Array.from({ length: customers }, () => ({})),
  });
  const header = "customer,email,first_name,last_name,package,addons,location,phone_number,extension,roles";
  const lines = Array.from({ length: users }, (_, index) => {
    const extension = index % 1000 === 999 ? "911" : String(20_000 + Math.floor(index / customers));
    return `C${(index % customers) + 1},user${index}@example.com,Ann,Visser ${index},webex_calling,,Head Office,,${extension},`;
  });
  await writeFile(join(batch, "users.csv"), `${[header, ...lines].join("\n")}\n`);
  return ["templates", "customers", "users"].map((sheet) => join(batch, `${sheet}.csv`));
}

/** Milliseconds that something took on this machine, for people: no test asserts a time. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

const traced = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/** Scrolls through the rows, and tells the longest tasks of the page meanwhile. */
async function scroll(page: Page) {
  const browser = page.context().browser();
  const box = await page.locator(".grid").boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
  await browser?.startTracing(page, { categories: traced });
  for (let turns = 0; turns < 60; turns += 1) await page.mouse.wheel(0, turns % 10 === 9 ? 120_000 : 700);
  await page.locator("td[data-row]").first().waitFor();
  const { traceEvents } = JSON.parse(String(await browser?.stopTracing())) as { traceEvents: readonly TraceEvent[] }; // Chromium's trace format
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(threadOf),
  );
  const tasks = traceEvents.filter((event) => event.name.endsWith("RunTask") && mains.has(threadOf(event)));
  const longest = (times: readonly (number | undefined)[]) =>
    Math.round(times.reduce<number>((most, time = 0) => Math.max(most, time), 0) / 1000);
  return {
    longestTask: longest(tasks.map(({ dur }) => dur)),
    longestTaskOfProcessor: longest(tasks.map(({ tdur }) => tdur)),
    tasksOver100: tasks.filter(({ tdur = 0 }) => tdur > 100_000).length,
  };
}

describe.skipIf(hasNoBrowser)(`${users} rows`, () => {
  it("are shown, scrolled and filtered while only visible ones are rendered", { timeout: 300_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    const files = await writeLargeBatch(folder);
    const toCheck = await timed(async () => {
      await page.locator("input[type=file]").setInputFiles([...files]);
      await page.getByRole("link", { name: "Review errors" }).click({ timeout: 60_000 });
      await page
        .getByText(speakerOf("en").count(users + customers + 1, "row", "rows"))
        .first()
        .waitFor({ timeout: 120_000 });
    });
    await openSheet(page, "Users");
    await page.reload();
    const toRows = await timed(() => openSheet(page, "Users"));
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(users + 1));

    const scrolling = await scroll(page);
    expect(await page.locator("tr.grid-row").count()).toBeLessThan(100);

    const toFilter = await timed(async () => {
      await page.getByRole("button", { name: "Only errors" }).click();
      await cellIn(page, "user999@", "911").waitFor();
    });
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(users / 1000 + 1));
    await page.getByRole("button", { name: "Only errors" }).click();
    const toFind = await timed(async () => {
      await page.getByRole("searchbox", { name: "Search rows" }).fill("user17777@");
      await cellIn(page, "user17777@", "user17777@").waitFor();
    });
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe("2");
    await page.getByRole("searchbox", { name: "Search rows" }).fill("");

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
    const figures = { toCheck, toRows, toFilter, toFind, toRecheck, ...scrolling };
    console.info(`${users} users of ${customers} customers, ms: ${JSON.stringify(figures)}`);
    expect(page.troubles).toEqual([]);
  });
});
