/** A real browser for tests of the page: Debian's Chromium. Where there is none the tests are left out, and say so; in CI that is a failure. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

const executablePath = "/usr/bin/chromium";
const isThere = existsSync(executablePath);

if (!isThere && process.env.CI === "true") throw new Error(`${executablePath} is missing: install chromium`);
if (!isThere) console.warn(`skipped: no ${executablePath}, so the page is not tested in a browser`);

/** Less than the time limit of any test of the page but the shortest. */
const longestWaitMs = 110_000;

/** For `describe.skipIf`. */
export const hasNoBrowser = !isThere;

/** Without a word to anybody outside this machine. */
const quietFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // a container's shared memory is too small for several browsers
  "--disable-dev-shm-usage",
];

export type WatchedPage = Page & {
  /** What went wrong in it: errors that nobody caught, and answers that refused. */
  readonly troubles: readonly string[];
};

type PageOptions = Parameters<Browser["newContext"]>[0];

/** A page of a browser of its own, closed when the test ends. */
export async function openPage(options: PageOptions = {}): Promise<WatchedPage> {
  const browser = await chromium.launch({ executablePath, args: quietFlags });
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: "en-GB",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  // a slow machine is no reason to fail: what never comes is told shortly before the test would end without a word
  context.setDefaultTimeout(longestWaitMs);
  const page = await context.newPage();
  const troubles: string[] = [];
  const lost: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("requestfailed", (request) =>
    lost.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`),
  );
  // before the browser is closed
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const shown = await page.locator("body").innerText({ timeout: 5_000 }).catch(String);
    console.log(["the page when the test failed:", page.url(), shown, ...troubles, ...lost].join("\n"));
  });
  return Object.assign(page, { troubles });
}
