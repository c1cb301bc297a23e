/** Takes a screen as different people see it: light and dark, English and Dutch, wide and narrow. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { chooseLanguage } from "../browser/page-steps.ts";
import { projectFolder } from "../support/run-program.ts";

const folder = join(projectFolder, "pictures");

type Look = { readonly width: number; readonly language: "en" | "nl"; readonly appearance: "light" | "dark" };

/** PICTURES=all takes each width in each language and appearance. */
const looks: readonly Look[] = process.env.PICTURES === "all" ? everyLook() : fewLooks();

function everyLook(): readonly Look[] {
  return [1280, 1920, 800, 400].flatMap((width) =>
    (["en", "nl"] as const).flatMap((language) =>
      (["light", "dark"] as const).map((appearance) => ({ width, language, appearance })),
    ),
  );
}

/** Each width, language and appearance at least once. */
function fewLooks(): readonly Look[] {
  return [
    { width: 1280, language: "en", appearance: "light" },
    { width: 1280, language: "nl", appearance: "light" },
    { width: 1920, language: "nl", appearance: "dark" },
    { width: 400, language: "nl", appearance: "light" },
  ];
}

/** `prepare`: what a look takes away, such as an open card. */
export async function takePictures(page: Page, name: string, prepare?: () => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { width, language, appearance } of looks) {
    await page.setViewportSize({ width, height: width < 600 ? 800 : width < 1500 ? 860 : 1080 });
    await page.emulateMedia({ colorScheme: appearance });
    await chooseLanguageIfThere(page, language);
    await prepare?.();
    await page.waitForTimeout(250);
    const path = join(folder, `${name}-${width}-${language}-${appearance}.png`);
    await page.screenshot({ path, fullPage: true, animations: "disabled" });
  }
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.emulateMedia({ colorScheme: "light" });
  await chooseLanguageIfThere(page, "en");
}

/** Plain pages have no choice, and a dialog hides it. */
async function chooseLanguageIfThere(page: Page, language: Look["language"]): Promise<void> {
  const isThere = (await page.locator(".choices").count()) > 0 && (await page.locator(".overlay").count()) === 0;
  const spoken = isThere && (await page.locator("html").getAttribute("lang"));
  if (isThere && spoken !== language) await chooseLanguage(page, language === "en" ? "English" : "Nederlands");
}
