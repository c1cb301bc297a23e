import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { uploadFiles } from "./page-steps.ts";

const header = ["Wie", "Post", "Roepnaam", "Naam2", "Soort", "Toestel", "Opmerking"];
const meaning = ["customer", "email", "first_name", "last_name", "package", "extension", ""];

async function writeWorkbook(path: string, email: string): Promise<void> {
  const { utils, write } = await import("@e965/xlsx");
  const book = utils.book_new();
  const row = ["C1", email, "Ann", "Visser", "webex_calling", "4001", "let op"];
  utils.book_append_sheet(book, utils.aoa_to_sheet([header, row]), "Mensen");
  await writeFile(path, write(book, { type: "buffer", bookType: "xlsx" }) as Buffer); // by its type option
}

const checkOf = async (page: Page) => {
  await page.getByRole("link", { name: "Review errors" }).click();
  await page.getByRole("tab", { name: /^Users/ }).click();
  await page.getByRole("grid", { name: "Rows of Users" }).waitFor();
};

describe.skipIf(hasNoBrowser)("a workbook with an unknown sheet and unknown headers", () => {
  it("is matched by hand once, and automatically the second time", { timeout: 120_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const [first, second] = [join(folder, "personeel.xlsx"), join(folder, "personeel-2.xlsx")];
    await writeWorkbook(first, "ann@example.com");
    await writeWorkbook(second, "eva@example.com");
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    await uploadFiles(page, [first]);

    await page.getByLabel("Sheet in personeel.xlsx[Mensen]").selectOption("users");
    await page.getByRole("button", { name: "Match columns" }).click();
    await page.getByText("let op").first().waitFor();
    for (const [index, name] of header.entries())
      await page.getByLabel(`Column for ${name}`).selectOption(meaning[index] ?? "");
    await page.getByRole("button", { name: "Use and remember" }).click();
    await page.getByText("all columns matched").waitFor();
    await checkOf(page);
    await page.getByRole("gridcell", { name: "ann@example.com" }).waitFor();
    await page.getByRole("gridcell", { name: "let op" }).waitFor();

    await page.getByRole("link", { name: "New batch" }).click();
    await uploadFiles(page, [second]);
    await page.getByText("all columns matched").waitFor();
    await checkOf(page);
    await page.getByRole("gridcell", { name: "eva@example.com" }).waitFor();
    expect(page.troubles).toEqual([]);
  });

  it("gets what its cells mean, what they hold two of and what is the same in every row, with a preview", {
    timeout: 120_000,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", { templates: [{}], customers: [{}] });
    const people = join(folder, "phones.csv");
    await writeFile(
      people,
      "Who;Mail;Licence;Ext\nAnn Visser;ann@example.com;Basic;4001\nEva van Dam;eva@example.com;Basic;4002\n",
    );
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    await uploadFiles(page, [join(batch, "templates.csv"), join(batch, "customers.csv"), people]);
    await page.getByLabel("Sheet in phones.csv").selectOption("users");
    await page.getByRole("button", { name: "Match columns" }).click();
    expect(page.url()).toContain("match=phones.csv");
    await page.getByText("Still missing").waitFor();
    expect(await page.getByLabel("Column for Mail").inputValue()).toBe("email");
    expect(await page.getByLabel("Column for Ext").inputValue()).toBe("extension");
    await page.getByLabel("Column for Who").selectOption({ label: "two columns in one cell…" });
    await page.getByLabel("Column for Licence").selectOption("package");
    await page.getByLabel("Meaning of Basic").selectOption("webex_calling");
    const constant = page.getByLabel("Value of Customer (customer)");
    await constant.fill("C1");
    const preview = page.getByRole("region", { name: "First rows, as they will be read" });
    await preview.getByRole("cell", { name: "van Dam" }).waitFor();
    await preview
      .getByRole("row", { name: /webex_calling.*C1|C1.*webex_calling/ })
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Use and remember" }).click();
    await page.getByText("mapping.json", { exact: true }).waitFor();
    await checkOf(page);
    await page.getByText("No errors found.").waitFor();
    await page.getByRole("gridcell", { name: "eva@example.com" }).waitFor();
    expect(page.troubles).toEqual([]);
  });
});
