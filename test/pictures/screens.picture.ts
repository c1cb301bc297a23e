import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, it } from "vitest";
import { goToCheck, goToReview, openSheet, run, runIsDone, uploadFolder } from "../browser/page-steps.ts";
import { openPage } from "../support/chromium.ts";
import { setDriftScene } from "../support/drift-scene.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { servePage } from "../support/serve-page.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { takePictures } from "./take-pictures.ts";

describe("every screen", () => {
  it("of a batch with mistakes, from the upload to the review", async () => {
    const folder = await makeTemporaryFolder();
    const { url } = await servePage(folder);
    const page = await openPage();
    await page.goto(url);
    await page.getByRole("heading", { name: "Upload" }).waitFor();
    await takePictures(page, "01-upload-empty");
    await page.getByRole("link", { name: "Runs" }).click();
    await page.getByText("No runs yet").waitFor();
    await takePictures(page, "02-runs-empty");
    await page.getByRole("link", { name: "New batch" }).click();
    await uploadFolder(page, `${new URL(url).origin}/`, join(samplesFolder, "with-mistakes"));
    await page.getByText("all columns matched").first().waitFor();
    await takePictures(page, "03-upload");
    await goToCheck(page);
    await takePictures(page, "04-check");
    await openSheet(page, "Users");
    const card = () => page.locator("td.cell.error").first().click();
    await takePictures(page, "05-check-card", card);
    await page.locator(".rail-pick").first().click();
    await takePictures(page, "06-check-cause");
    await page.getByRole("button", { name: "Preview changes" }).click();
    await page.getByRole("button", { name: /NL-7001/ }).click();
    await page.getByRole("columnheader", { name: "Before" }).waitFor();
    await takePictures(page, "07-plan");
    await page.getByRole("button", { name: "Run…" }).click();
    await page.getByRole("dialog").waitFor();
    await takePictures(page, "08-plan-confirm");
    await page.getByRole("dialog").getByRole("button", { name: "Run" }).click();
    await runIsDone(page);
    await takePictures(page, "09-run-done");
    await goToReview(page);
    await takePictures(page, "10-review");
    await page.getByRole("link", { name: "NL-7001" }).click();
    await page.getByRole("heading", { name: "Fietsen Van Rijn B.V. NL-7001" }).waitFor();
    await takePictures(page, "11-review-customer");
    await page.getByRole("link", { name: "Runs" }).click();
    await page.locator(".result-line").first().waitFor();
    await takePictures(page, "12-runs");
    await page.getByRole("link", { name: "New batch" }).click();
    await page.getByRole("heading", { name: "Earlier batches" }).waitFor();
    await takePictures(page, "13-batches");
  });

  it("of files with unknown headers", async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", {
      templates: [{}],
      customers: [{}],
      users: Array.from({ length: 3 }, () => ({ kostenplaats: "4711", Afdeling: "Verkoop" })),
    });
    const { url } = await servePage(folder);
    const page = await openPage();
    await uploadFolder(page, url, batch);
    await page
      .getByText(/to match/)
      .first()
      .waitFor();
    await takePictures(page, "20-upload-unmatched");
    await page.getByRole("button", { name: "Match columns" }).click();
    await takePictures(page, "21-match");
  });

  it("of a run that is under way, paused, out of reach and interrupted", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex({ latencyMs: 300 });
    const args = ["--base-url", webex.baseUrl, "--concurrency", "4"];
    const customers = Array.from({ length: 9 }, () => ({}));
    const users = Array.from({ length: 900 }, (_, index) => ({ customer: `C${(index % 9) + 1}` }));
    const batch = await writeBatch(folder, "batch", { templates: [{}], customers, users });
    const first = await servePage(folder, args);
    const page = await openPage();
    await uploadFolder(page, first.url, batch);
    await goToCheck(page);
    await page.getByRole("button", { name: "Preview changes" }).click();
    await page.getByRole("button", { name: "Run…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Run" }).click();
    await page.waitForURL(/#\/run\//);
    await page
      .getByText(/being provisioned|rows per second/)
      .first()
      .waitFor();
    await page.getByRole("progressbar", { name: "C3" }).waitFor();
    await page.waitForTimeout(9_000);
    await takePictures(page, "30-run");
    await page.getByRole("button", { name: "Pause" }).click();
    await page.locator(".phase", { hasText: "Paused" }).waitFor();
    await takePictures(page, "31-run-paused");
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await first.kill();
    await page.getByText("Connection lost").waitFor();
    await takePictures(page, "32-run-lost");
    const second = await servePage(folder, args);
    const other = await openPage();
    await other.goto(second.url);
    await other.getByRole("link", { name: "Runs" }).click();
    await other.getByText("interrupted").waitFor();
    await takePictures(other, "33-runs-interrupted");
    await other.locator("table a").first().click();
    await other.getByRole("button", { name: "Resume" }).waitFor();
    await takePictures(other, "34-run-interrupted");
    await other.locator(".work-head").getByRole("link", { name: "Review" }).click();
    await other.getByRole("heading", { name: "Review" }).waitFor();
    await takePictures(other, "35-review-interrupted");
    const third = await openPage();
    await third.goto(second.url);
    await takePictures(third, "36-link-spent");
  });

  it("of a batch of which every row is refused, and its report.html", async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatch(folder, "batch", {
      templates: [{}],
      customers: [{ country: "XX" }],
      users: Array.from({ length: 4_000 }, (_, index) => ({ extension: "", phone_number: `020 ${index}` })),
    });
    const { url } = await servePage(folder);
    const page = await openPage();
    await uploadFolder(page, url, batch);
    await goToCheck(page);
    await openSheet(page, "Users");
    await takePictures(page, "40-check-all-refused");
    await run(page);
    await runIsDone(page);
    await goToReview(page);
    await takePictures(page, "41-review-all-refused");
    await runProgram(["validate", join(samplesFolder, "with-mistakes"), "--out", join(folder, "out")], folder);
    await page.goto(pathToFileURL(join(folder, "out", "report.html")).href);
    await page.locator("td[data-row='0']").first().waitFor();
    await takePictures(page, "42-report");
  });

  it("of a batch for which nothing is to be done", async () => {
    const folder = await makeTemporaryFolder();
    await runProgram(["apply", samplesFolder, "--yes"], folder);
    const { url } = await servePage(folder);
    const page = await openPage();
    await uploadFolder(page, url, samplesFolder);
    await goToCheck(page);
    await takePictures(page, "50-check-good");
    await page.getByRole("button", { name: "Preview changes" }).click();
    await page.getByRole("button", { name: "Run again…" }).waitFor();
    await takePictures(page, "51-plan-nothing");
    await page.getByRole("button", { name: "Run again…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Run" }).click();
    await runIsDone(page);
    await takePictures(page, "52-run-nothing");
    await goToReview(page);
    await takePictures(page, "53-review-nothing");
  });

  it("of comparisons", async () => {
    const at = await setDriftScene();
    const { url } = await servePage(at.folder, ["--base-url", at.baseUrl, "--state", "state"]);
    const page = await openPage();
    await page.goto(url);
    await page.getByRole("link", { name: "Drift" }).click();
    await page.getByText("No comparisons yet").waitFor();
    await takePictures(page, "40-drift-empty");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByText(/differences in/).waitFor();
    await takePictures(page, "41-drift");
    await page.getByRole("button", { name: "Users, missing: 1" }).click();
    await page.getByText(/^1 of/).waitFor();
    await takePictures(page, "42-drift-filtered");
    await page.goBack();
    await page.getByRole("link", { name: "All comparisons" }).click();
    await page.getByRole("heading", { name: "Earlier comparisons" }).waitFor();
    await takePictures(page, "43-drifts");
  });
});
