/** Files on their way to the page: each has its own state, and one bad file never stops or hides another. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { sayAhead, text } from "../../src/model/words/text.ts";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

describe.skipIf(hasNoBrowser)("uploads", { timeout: 120_000 }, () => {
  it("of wrong files among right ones say what is wrong at each, and take the others", async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", {
      templates: [{}],
      customers: [{}],
      users: [{}, { extension: "911" }, { email: "no address" }],
    });
    const wrong = ["offerte.pdf", "foto.png", "leeg.csv"];
    for (const name of wrong) await writeFile(join(folder, name), name === "leeg.csv" ? "" : "no sheet");
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    const right = ["customers.csv", "users.csv", "templates.csv"].map((name) => join(batch, name));
    await page.locator("input[type=file]").setInputFiles([...wrong.map((name) => join(folder, name)), ...right]);
    const line = (name: string) => page.getByRole("row", { name: new RegExp(name) });
    await line("users.csv").getByText("3 rows").waitFor();
    await line("users.csv").getByText("2 with errors").waitFor();
    await line("customers.csv")
      .getByText(/^1 row/)
      .waitFor();
    await line("offerte.pdf")
      .getByText(/neither a text file/)
      .waitFor();
    await line("foto.png")
      .getByText(/neither a text file/)
      .waitFor();
    await line("leeg.csv")
      .getByText(/its name does not say which sheet/)
      .waitFor();
    await page.getByText("all columns matched").nth(2).waitFor();
    expect(await page.getByText("all columns matched").count()).toBe(3);
    expect(page.troubles).toEqual([]);
  });

  it("that the server refuses stay on the list with the reason, and can be sent again", async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", { templates: [{}], customers: [{}], users: [{}] });
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    let isRefusing = true;
    await page.route(/files\?name=customers\.csv/, (route) =>
      isRefusing
        ? route.fulfill({
            status: 413,
            json: sayAhead({ code: "upload_too_large", message: text("upload_too_large", { mebibytes: 512 }) }, "page"),
          })
        : route.continue(),
    );
    await page
      .locator("input[type=file]")
      .setInputFiles(["templates.csv", "customers.csv", "users.csv"].map((name) => join(batch, name)));
    const line = (name: string) => page.getByRole("row", { name: new RegExp(name) });
    await line("users.csv")
      .getByText(/^1 row/)
      .waitFor();
    await line("customers.csv").getByText("512 MiB").waitFor();
    await page.getByRole("link", { name: "Review errors" }).click();
    await page.getByRole("grid").waitFor();
    await page.getByRole("link", { name: "Upload", exact: true }).click();
    await line("customers.csv").getByText("512 MiB").waitFor();
    isRefusing = false;
    await line("customers.csv").getByRole("button", { name: "Try again" }).click();
    await line("customers.csv")
      .getByText(/^1 row/)
      .waitFor();
    expect(await page.getByText("512 MiB").count()).toBe(0);
  });

  it("that arrive while the check is on screen are checked there, and none goes on without them", async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", { templates: [{}], customers: [{}], users: [{}, {}] });
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    const held: Route[] = [];
    await page.route(/files\?name=users\.csv/, (route) => void held.push(route));
    await page
      .locator("input[type=file]")
      .setInputFiles(["templates.csv", "customers.csv", "users.csv"].map((name) => join(batch, name)));
    const line = page.getByRole("row", { name: /customers.csv/ });
    await line.getByText(/^1 row/).waitFor();
    await page.getByRole("link", { name: "Review errors" }).click();
    await page.getByText("Still uploading: users.csv").waitFor();
    await page
      .getByText(/^2 rows/)
      .first()
      .waitFor();
    expect(await page.getByRole("button", { name: "Preview changes" }).isDisabled()).toBe(true);
    await held[0]?.continue();
    await page
      .getByText(/^4 rows/)
      .first()
      .waitFor();
    await page.locator("button:enabled", { hasText: "Preview changes" }).waitFor();
    expect(await page.getByText("Still uploading").count()).toBe(0);
  });

  it("are sent again after a connection that broke, and are lost only when it stays broken", async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", { templates: [{}], customers: [{}] });
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    let broken = 0;
    await page.route(/files\?name=templates\.csv/, (route) => {
      broken += 1;
      return broken === 1 ? route.abort("connectionreset") : route.continue();
    });
    await page.route(/files\?name=customers\.csv/, (route) => route.abort("connectionreset"));
    await page
      .locator("input[type=file]")
      .setInputFiles(["templates.csv", "customers.csv"].map((name) => join(batch, name)));
    const line = (name: string) => page.getByRole("row", { name: new RegExp(name) });
    await line("templates.csv")
      .getByText(/^1 row/)
      .waitFor();
    await line("customers.csv").getByText("The connection was lost during the upload.").waitFor();
    await page.getByRole("link", { name: "Review errors" }).click();
    await page.getByText("Not uploaded, and not part of this batch: customers.csv.").waitFor();
  });

  it("whose name says nothing are asked about, and missing columns are reported in one sentence", async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(
      join(folder, "medewerkers.csv"),
      "customer,first_name,last_name,package\nC1,Ann,Visser,webex_calling\n",
    );
    await writeFile(join(folder, "rest.csv"), "Klantnr,Iets,Ander\n1,2,3\n");
    const { url } = await servePage(folder);
    const page = await openPage({ locale: "nl-NL" });
    await page.goto(url);
    await page.locator("input[type=file]").setInputFiles([join(folder, "medewerkers.csv"), join(folder, "rest.csv")]);
    await page.getByText("Is dit Gebruikers?").waitFor();
    await page.getByRole("button", { name: "Ja", exact: true }).click();
    await page.getByText("Er ontbreekt een verplichte kolom: E-mailadres.").waitFor();
    await page.getByLabel("Blad in rest.csv").selectOption("customers");
    await page
      .getByRole("row", { name: /rest\.csv/ })
      .getByRole("button", { name: /Kolommen koppelen/ })
      .waitFor();
    expect(page.troubles).toEqual([]);
  });
});
