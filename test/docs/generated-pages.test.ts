/** The reference pages of docs/ are what the program says of itself. `npm run docs` writes them again. */
import { describe, expect, it } from "vitest";
import { projectFolder } from "../support/run-program.ts";
import { commandsPage } from "./commands-page.ts";
import { errorsPage } from "./errors-page.ts";
import { sheetsPage } from "./sheets-page.ts";

const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  "commands.md": commandsPage,
  "errors.md": errorsPage,
  "sheets.md": sheetsPage,
};

describe("the reference", () => {
  it.each(Object.entries(pages))("docs/%s says what the program is now (else: npm run docs)", async (name, write) => {
    const text = await write();
    await expect(text, `docs/${name} is stale; write it again with: npm run docs`).toMatchFileSnapshot(
      `${projectFolder}docs/${name}`,
    );
  });
});
