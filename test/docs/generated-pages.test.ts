/** The reference pages of docs/ are what the program says of itself. `npm run docs` writes them again. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { failureCodes } from "../../src/model/codes/failure-codes.ts";
import { issueCodes } from "../../src/model/issue-codes.ts";
import { projectFolder } from "../support/run-program.ts";
import { flagsFile, flagsOf, wholeProgram } from "../support/whole-program.ts";
import { commandsPage } from "./commands-page.ts";
import { errorsPage } from "./errors-page.ts";
import { eventsPage } from "./events-page.ts";
import { sheetsPage } from "./sheets-page.ts";

const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  "commands.md": commandsPage,
  "errors.md": () => errorsPage("en"),
  "errors.nl.md": () => errorsPage("nl"),
  "events.md": eventsPage,
  "sheets.md": () => sheetsPage("en"),
  "sheets.nl.md": () => sheetsPage("nl"),
};

/** With those that have gone: test/cli/flags.test.ts asks about them. */
async function everyFlag(): Promise<string> {
  const has = flagsOf(await wholeProgram());
  const had = (await readFile(flagsFile, "utf8").catch(() => "")).split("\n").filter(Boolean);
  return `${[...new Set([...has, ...had])].join("\n")}\n`;
}

describe("the reference", () => {
  it("explains every code of ours", () => {
    const codes = [...Object.keys(issueCodes), ...Object.keys(failureCodes)];
    for (const language of ["en", "nl"] as const) {
      const page = errorsPage(language);
      expect(codes.filter((code) => !page.includes(`### ${code}\n`))).toEqual([]);
    }
  });

  it("test/fixtures/flags.txt lists every flag (else: npm run docs)", async () => {
    await expect(await everyFlag(), "flags are missing; add them with: npm run docs").toMatchFileSnapshot(flagsFile);
  });

  it.each(Object.entries(pages))("docs/%s says what the program is now (else: npm run docs)", async (name, write) => {
    const text = await write();
    await expect(text, `docs/${name} is stale; write it again with: npm run docs`).toMatchFileSnapshot(
      `${projectFolder}docs/${name}`,
    );
  });
});
