/** What axe finds on a screen, light and dark. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

type Finding = { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe finds on the page as it is, of all its rules for WCAG 2.2 AA and its best practices. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document)")) as { violations: readonly Finding[] }; // axe's documented answer
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** The screen has no accessibility violation, whichever way it looks. */
export async function expectClean(page: Page, screen: string): Promise<void> {
  for (const appearance of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: appearance });
    expect(await findings(page), `${screen}, ${appearance}`).toEqual([]);
  }
}
