/** The check as a spreadsheet that is repaired where it stands. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { readErrors } from "../support/read-results.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";
import { cellIn, checked, goToCheck, openSheet, uploadFolder } from "./page-steps.ts";

const limit = 120_000;
const users = 700;

/** Users 1, 2 and 3 have no email address; every office is misspelled; every tenth number lost its plus. */
async function openBatch(): Promise<Page & { readonly troubles: readonly string[] }> {
  const folder = await makeTemporaryFolder();
  const batch = await writeBatch(folder, "batch", {
    templates: [{}],
    customers: [{ hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201230000-+31201239999" }, {}],
    locations: [{}],
    users: Array.from({ length: users }, (_, index) => ({
      ...(index < 3 ? { email: `no address ${index + 1}` } : {}),
      location: index > 2 && index % 10 !== 0 ? "Hed Office" : "Head Office",
      ...(index > 2 && index % 10 === 0 ? { phone_number: `3120123${String(index).padStart(4, "0")}` } : {}),
    })),
  });
  const { url } = await servePage(folder);
  const page = await openPage({ viewport: { width: 1600, height: 900 } });
  await uploadFolder(page, url, batch);
  await goToCheck(page);
  await openSheet(page, "Users");
  return page;
}

/** The sheet and the cell where one stands. */
async function placeOf(page: Page): Promise<string> {
  return String(await page.evaluate("location.hash + ' ' + document.querySelector('td.active')?.id"));
}

const active = (page: Page) => page.locator("td.active");

describe.skipIf(hasNoBrowser)("the check", () => {
  it("keeps repaired rows in sight, ticked, and passes over none", { timeout: limit }, async () => {
    const page = await openBatch();
    await page.getByRole("button", { name: "Only errors" }).click();
    await cellIn(page, "Visser 1", "no address 1").click();
    for (const name of ["one", "two", "three"]) {
      await page.keyboard.type(`${name}@example.com`);
      await page.keyboard.press("Enter");
    }
    await checked(page);
    for (const name of ["one", "two", "three"]) await cellIn(page, "Visser", `${name}@example.com`).waitFor();
    await page.locator(".gutter.done").nth(2).waitFor();
    await page.getByText("3 corrected").waitFor();
    await page.getByRole("button", { name: "Only errors" }).click();
    await page.getByRole("button", { name: "Only errors" }).click();
    await page.getByText("3 corrected").waitFor({ state: "detached" });
    await page.locator(".gutter.done").first().waitFor({ state: "detached" });
    expect(page.troubles).toEqual([]);
  });

  it("is checked in the end where one edit overtakes the news of another, and where that news is lost", {
    timeout: limit,
  }, async () => {
    const page = await openBatch();
    const answers = ["checked again", "lost", "as it is"];
    await page.route("**/settled", async (route) => {
      const answer = answers.shift() ?? "as it is";
      if (answer === "lost") return route.abort("connectionreset");
      const response = await route.fetch();
      const batch: object = await response.json();
      // as where an edit comes between the end of a check and the answer to who waited for it
      return route.fulfill({ response, json: answer === "checked again" ? { ...batch, isChecking: true } : batch });
    });
    await cellIn(page, "Visser 1", "no address 1").click();
    await page.keyboard.type("one@example.com");
    await page.keyboard.press("Enter");
    await checked(page);
    await cellIn(page, "Visser 1", "one@example.com").waitFor();
    await page.locator("td.written").first().waitFor({ state: "detached" });
    expect(answers).not.toContain("checked again");
    expect(answers).not.toContain("lost");
  });

  it("goes to the cause at its cell, and from error to error by F8", { timeout: limit }, async () => {
    const page = await openPage();
    const folder = await makeTemporaryFolder();
    const mistakes = join(samplesFolder, "with-mistakes");
    await runProgram(["validate", mistakes, "--out", join(folder, "out")], folder);
    const { url } = await servePage(folder);
    await uploadFolder(page, url, mistakes);
    await goToCheck(page);
    await page.getByRole("button", { name: /location_admin/ }).click();
    await page.getByRole("grid", { name: "Rows of Users" }).waitFor();
    await active(page).getByText("location_admin").waitFor();
    await page.getByText("1 of 1", { exact: true }).waitFor();
    expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("grid");
    expect(page.url()).toContain("code=role_not_assignable");
    await page.goBack();
    await page.locator(".chip").waitFor({ state: "detached" });

    await openSheet(page, "Templates");
    await page.getByRole("grid").focus();
    const seen = new Set<string>();
    for (let steps = 0; steps < 60; steps += 1) {
      const before = await placeOf(page);
      await page.keyboard.press("F8");
      let place = before;
      await until(async () => {
        place = await placeOf(page);
        return place !== before && !place.endsWith("undefined");
      });
      if (seen.has(place)) break;
      seen.add(place);
    }
    const sheets = [...seen].map((place) => /sheet=(\w+)/.exec(place)?.[1]);
    expect(new Set(sheets)).toEqual(new Set(["templates", "customers", "locations", "users"]));
    const errors = await readErrors(join(folder, "out", "errors.csv"));
    const cells = errors
      .filter(({ severity }) => severity === "error")
      .map(({ file, row, column }) => `${file} ${row} ${column}`);
    expect(seen.size).toBe(new Set(cells).size);
    expect(page.troubles).toEqual([]);
  });

  it("corrects thousands of rows by a few clicks, and takes each step back and does it again", {
    timeout: limit,
  }, async () => {
    const page = await openBatch();
    const correct = page.getByRole("button", { name: /^Apply all certain corrections \(69\)/ });
    await correct.focus();
    await page.keyboard.press("Enter");
    await page.getByText("69 cells corrected.").waitFor();
    await checked(page);
    // the button is gone, and the keyboard is not
    await until(async () => (await page.evaluate("document.activeElement !== document.body")) === true);
    await page.getByRole("button", { name: "Write “Head Office” (628)" }).click();
    await page.getByText("628 cells replaced.").waitFor();
    await checked(page);
    await page.getByText(/^704 rows · 3 rows with errors/).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("grid").focus();
    await page.keyboard.press("Control+z");
    await page.getByText("Undone: replacement, 628 cells in Location").waitFor();
    await page.locator("td.active", { hasText: "Hed Office" }).waitFor();
    await page.keyboard.press("Control+Shift+z");
    await page.getByText("Done again: replacement, 628 cells in Location").waitFor();
    await page.locator("td.active", { hasText: "Head Office" }).waitFor();
    expect(page.troubles).toEqual([]);
  });

  it("copies and pastes any number of rows, and adds those below the last", { timeout: limit }, async () => {
    const page = await openBatch();
    await cellIn(page, "no address 1", "Ann").click();
    await page.keyboard.press("Control+ ");
    await page.keyboard.press("Control+c");
    await page
      .getByText(`${users + 1} rows of 1 column copied.`)
      .or(page.getByText(`${users} rows of 1 column copied.`))
      .waitFor();
    const copied = await page.evaluate("navigator.clipboard.readText()");
    expect(String(copied).split("\r\n")).toHaveLength(users);

    const names = Array.from({ length: users + 2 }, (_, index) => `Name ${index}`).join("\r\n");
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(names)})`);
    await cellIn(page, "no address 1", "Ann").click();
    await page.keyboard.press("Control+v");
    await cellIn(page, "no address 1", "Name 0").waitFor();
    await page.getByText(`${users + 2} cells pasted. 2 rows added below.`).waitFor();
    await checked(page);
    await page.locator(`[aria-rowcount='${users + 3}']`).waitFor();
    await page.keyboard.press("Control+End");
    await cellIn(page, `Name ${users + 1}`, `Name ${users + 1}`).waitFor();
    expect(page.troubles).toEqual([]);
  });

  it("adds a row where one types below the last, and deletes those that are selected", { timeout: limit }, async () => {
    const page = await openBatch();
    await page.getByRole("button", { name: "Rows", exact: true }).click();
    await page.getByRole("menuitem", { name: "Add a row" }).click();
    await page.locator("tr.new td.active").waitFor();
    await page.keyboard.type("C1");
    await page.keyboard.press("Tab");
    await page.locator(`[aria-rowcount='${users + 2}']`).waitFor();
    await checked(page);
    await cellIn(page, String(users + 2), "C1").waitFor();

    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByRole("button", { name: "Rows", exact: true }).click();
    await page.getByRole("menuitem", { name: "Delete 3 rows" }).click();
    await page.getByText("3 rows deleted.").waitFor();
    await page.locator(`[aria-rowcount='${users - 1}']`).waitFor();
    await page.getByText("no address 1").waitFor({ state: "detached" });
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await cellIn(page, "no address 1", "Ann").waitFor();
    expect(page.troubles).toEqual([]);
  });

  it("finds a customer by its name, and keeps the filter in its address", { timeout: limit }, async () => {
    const page = await openBatch();
    await page.getByRole("combobox", { name: "Customer" }).fill("customer 2");
    await page.getByRole("option", { name: "Customer 2" }).click();
    await page.getByText("0 of 700 rows").waitFor();
    expect(page.url()).toContain("customer=C2");
    await page.reload();
    await page.getByRole("grid", { name: "Rows of Users" }).waitFor();
    await until(async () => {
      return (await page.getByRole("combobox", { name: "Customer" }).inputValue()) === "Customer 2 (C2)";
    });
    await page.getByRole("button", { name: "All customers" }).click();
    await page.locator(`[aria-rowcount='${users + 1}']`).waitFor();
    expect(page.troubles).toEqual([]);
  });
});
