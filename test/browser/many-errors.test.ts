import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { runProgram } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const [customers, users, lostPlus, blanks, misspelled] = [60, 30_000, 2_000, 1_000, 1_000];

/** 4 000 users have a mistake: a phone number without its +, a blank in the email address, or a location that there is not. */
function writeMistakes(folder: string): Promise<string> {
  const digits = (number: number, length: number) => String(number).padStart(length, "0");
  const ranges = (at: number) => `+31201${digits(at, 2)}000-+31201${digits(at, 2)}999`;
  return writeBatch(folder, "batch", {
    templates: [{}],
    customers: Array.from({ length: customers }, (_, at) => ({
      hq_pstn: "Simulated Carrier",
      hq_phone_numbers: ranges(at),
    })),
    users: Array.from({ length: users }, (_, index) => {
      const [at, own] = [index % customers, Math.floor(index / customers)];
      const user = { customer: `C${at + 1}`, extension: String(4000 + own), location: "Head Office" };
      if (index < lostPlus) return { ...user, phone_number: `31201${digits(at, 2)}${digits(own, 3)}` };
      if (index < lostPlus + blanks) return { ...user, email: `user${index}\u00a0@example.com` };
      return index < lostPlus + blanks + misspelled ? { ...user, location: "Hed Office" } : user;
    }),
  });
}

describe.skipIf(hasNoBrowser)(`${users} users with 4 000 errors of three kinds`, () => {
  it("are in report.html, and on the page of one customer only its own", { timeout: 300_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const out = join(folder, "out");
    await runProgram(["validate", await writeMistakes(folder), "--out", out], folder);
    const page = await openPage();
    await page.goto(pathToFileURL(join(out, "report.html")).href);
    await page.getByRole("button", { name: /^4.000 invalid$/ }).waitFor();
    await page.getByRole("button", { name: /^and \d+ more$/ }).click();
    await page.getByRole("link", { name: "Customer 7 C7", exact: true }).click();
    await page.getByRole("heading", { name: "Customer 7 C7" }).waitFor();
    const own = Array.from({ length: 4_000 }, (_, index) => index).filter((index) => index % customers === 6).length;
    await page.getByRole("tab", { name: new RegExp(`^Users ${users / customers} ${own}\\b`) }).waitFor();
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(own + 1));
    expect(page.troubles).toEqual([]);
  });
});
