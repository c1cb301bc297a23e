import { join } from "node:path";
import { describe, it } from "vitest";
import { cellIn, goToCheck, openSheet, uploadFolder } from "../browser/page-steps.ts";
import { openPage } from "../support/chromium.ts";
import { projectFolder, runProgram, samplesFolder } from "../support/run-program.ts";
import { servePage } from "../support/serve-page.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const docs = (name: string) => join(projectFolder, "docs", name);

/** The words of a terminal as a page. */
function terminal(command: string, output: string): string {
  const text = `$ ${command}\n${output}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<body style="margin:0;background:#14171c"><pre style="display:inline-block;margin:0;padding:18px 22px;color:#e6eaf0;font:14px/1.45 'DejaVu Sans Mono',monospace">${text}</pre>`;
}

describe("the pictures of the documentation", () => {
  it("show the check with a mistake at its cell", async () => {
    const { url } = await servePage(await makeTemporaryFolder());
    const page = await openPage({ viewport: { width: 1180, height: 720 } });
    await uploadFolder(page, url, join(samplesFolder, "with-mistakes"));
    await goToCheck(page);
    await openSheet(page, "Users");
    await cellIn(page, "piet.bakker", "31331234102").click();
    await page.screenshot({ path: docs("page.png"), animations: "disabled" });
  });

  it("show what the terminal says", async () => {
    const folder = await makeTemporaryFolder();
    const { out, err } = await runProgram(["apply", samplesFolder], folder);
    const page = await openPage({ viewport: { width: 1000, height: 400 } });
    const said = `${err}${out}`.replaceAll(folder, "").trimEnd();
    await page.setContent(terminal("npx wholesale-import apply samples", said.replaceAll(samplesFolder, "samples")));
    await page.locator("pre").screenshot({ path: docs("terminal.png") });
  });
});
