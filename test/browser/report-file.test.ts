import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { runProgram } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { cellIn } from "./page-steps.ts";

const refused = 10_000;

describe.skipIf(hasNoBrowser)("report.html", () => {
  it("opens from a disk, shows 10 000 rejected rows and sends no requests", { timeout: 120_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", {
      templates: [{}],
      customers: [{}],
      users: [
        ...Array.from({ length: refused }, (_, index) => ({
          extension: String(10_000 + index),
          phone_number: "020 1234",
        })),
        { extension: "0777" },
      ],
    });
    const out = join(folder, "out");
    const ended = await runProgram(["validate", batch, "--out", out], folder);
    expect(ended.code).toBe(1);
    const { size } = await stat(join(out, "report.html"));
    console.info(`report.html of ${refused} refused rows: ${Math.round(size / 1024)} KiB`);

    const page = await openPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const address = pathToFileURL(join(out, "report.html")).href;
    await page.goto(address);
    await page.getByRole("heading", { name: "Review" }).waitFor();
    await page.getByRole("button", { name: /^10.000 invalid$/ }).click();
    await page.getByRole("grid", { name: "Rows of Users" }).waitFor();
    await cellIn(page, "user1@example.com", "020 1234").click();
    await page.getByRole("searchbox", { name: "Search rows" }).fill("user9999@");
    await cellIn(page, "user9999@example.com", "19998").waitFor();

    await page.getByRole("link", { name: "C1" }).click();
    await page.getByRole("heading", { name: "Customer 1 C1" }).waitFor();
    await page.getByRole("link", { name: "Back to the run" }).click();
    expect(await page.getByRole("link", { name: "failed/users.csv" }).getAttribute("href")).toBe("failed/users.csv");
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([address]);
    expect(page.troubles).toEqual([]);
  });

  it("shows only the rows, counts and causes of one customer, whatever was filtered before", {
    timeout: 60_000,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", {
      templates: [{}],
      customers: [{}, {}, {}],
      users: [
        ...Array.from({ length: 5 }, () => ({ customer: "C1", phone_number: "020 1234" })),
        { customer: "C2", email: "no address" },
        { customer: "C2" },
      ],
    });
    const out = join(folder, "out");
    await runProgram(["validate", batch, "--out", out], folder);
    const page = await openPage();
    await page.goto(pathToFileURL(join(out, "report.html")).href);
    await page.getByRole("tab", { name: /^Users 7/ }).waitFor();
    await page.getByRole("searchbox", { name: "Search rows" }).fill("020 1234");
    await page.getByRole("link", { name: "C2" }).click();
    await page.getByRole("heading", { name: "Customer 2 C2" }).waitFor();
    await page.getByRole("tab", { name: /^Users 2/ }).waitFor();
    expect(await page.getByRole("searchbox", { name: "Search rows" }).inputValue()).toBe("");
    const causes = page.getByRole("region", { name: "Causes" });
    await causes.getByText("no address").waitFor();
    expect(await causes.getByText("020 1234").count()).toBe(0);
    await cellIn(page, "no address", "no address").waitFor();
    expect(page.troubles).toEqual([]);
  });

  it("never runs the contents of a cell", { timeout: 60_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const nasty = "</script><img src=x onerror=document.title='taken'>";
    const batch = await writeBatch(folder, "batch", {
      customers: [{ name: nasty, country: "XX" }],
      users: [{ customer: nasty, email: nasty }],
    });
    const out = join(folder, "out");
    await runProgram(["validate", batch, "--out", out], folder);
    const page = await openPage();
    await page.goto(pathToFileURL(join(out, "report.html")).href);
    await page.getByRole("gridcell", { name: nasty }).first().waitFor();
    expect(await page.title()).not.toBe("taken");
    expect(await page.locator("img").count()).toBe(0);
  });
});
