import { describe, expect, it } from "vitest";
import { hasNoBrowser, openPage } from "../support/chromium.ts";
import { servePage } from "../support/serve-page.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { goToCheck, run, runIsDone, uploadFolder } from "./page-steps.ts";

describe.skipIf(hasNoBrowser)("a run in which Webex refuses every customer", () => {
  it("shows bars of failed and blocked rows, the cause, and the rows that were skipped", {
    timeout: 120_000,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex();
    await webex.turnKnobs({ faults: ["POST /wholesale/customers=400"] });
    const { url } = await servePage(folder, ["--base-url", webex.baseUrl]);
    const page = await openPage();
    const batch = await writeBatch(folder, "batch", {
      templates: [{}],
      customers: [{}, {}],
      users: [{}, { customer: "C2" }, { package: "webex_suit" }],
    });
    await uploadFolder(page, url, batch);
    await goToCheck(page);
    await run(page);
    await runIsDone(page);
    await page.locator(".phase", { hasText: "2 failed, 2 blocked, 1 skipped" }).waitFor();
    const bar = (name: string) => page.getByRole("progressbar", { name, exact: true });
    const widths = async (name: string) =>
      bar(name)
        .locator(".track > div")
        .evaluateAll((parts) => parts.map((part) => [part.className, part.getAttribute("style")]));
    expect(await widths("Customers")).toEqual([
      ["track-fill full", "width: 0%;"],
      ["track-fill part status-failed", "width: 100%;"],
    ]);
    expect((await widths("Users")).map(([name]) => name)).toEqual([
      "track-fill full",
      "track-fill part status-blocked",
      "track-fill part status-invalid",
    ]);
    expect(await page.locator(".phase").innerText()).toContain("100%");
    await page.locator(".cause", { hasText: "2 rows" }).waitFor();
  });
});
