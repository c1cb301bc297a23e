/** The shape of the source: floors, no circles, nothing hidden. Each rule is shown to fail on a planted breach. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findHiddenInputs } from "./support/find-hidden-inputs.ts";
import { findSentences } from "./support/find-sentences.ts";
import { findBrokenRules } from "./support/floors.ts";
import { packagesLoadedWith, readImports, specifiersOf } from "./support/read-imports.ts";
import { makeTemporaryFolder } from "./support/temporary-folder.ts";

const source = fileURLToPath(new URL("../src", import.meta.url));

async function plant(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await makeTemporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

async function breaches(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return findBrokenRules(await readImports(await plant(files)));
}

describe("imports of the source", () => {
  it("only go down, never sideways, never in a circle", async () => {
    const edges = await readImports(source);
    expect(edges.length).toBeGreaterThan(50);
    expect(findBrokenRules(edges)).toEqual([]);
  });

  it.each([
    ["up", "report/text.ts", 'import { run } from "../pipeline.ts";', "imports only go down"],
    ["up for a type", "model/sheet.ts", 'import type { Row } from "../sheets/row.ts";', "imports only go down"],
    ["sideways", "engine/run.ts", 'export { get } from "../webex/get.ts";', "do not import each other"],
    ["sideways when needed", "web/page.ts", 'await import("../schedule/nights.ts");', "do not import each other"],
    ["from a folder of no floor", "report/a.ts", 'import "../utils/a.ts";', "utils stands on no floor"],
    ["out of the tree", "report/a.ts", 'import "../../test/a.ts";', "outside of the tree"],
    [
      "of the client's calls into the simulator",
      "simulator/a.ts",
      'import "../webex/http.ts";',
      "simulator knows only",
    ],
    ["of files into the vocabulary", "model/a.ts", 'import { open } from "node:fs";', "does no I/O"],
    ["of a package into the vocabulary", "model/a.ts", 'import { z } from "zod";', "needs no package"],
  ])("are refused when they go %s", async (_way, file, text, reason) => {
    expect(await breaches({ [file]: text })).toEqual([expect.stringContaining(reason)]);
  });

  it("are refused when they make a circle, over any number of files", async () => {
    const files = {
      "planning/a.ts": 'import {\n  b,\n} from "./b.ts";',
      "planning/b.ts": 'import type { C } from "./c.ts";',
      "planning/c.ts": 'export * from "./a.ts";',
    };
    expect(await breaches(files)).toEqual(["circle: planning/a.ts -> planning/b.ts -> planning/c.ts -> planning/a.ts"]);
  });

  it("are allowed down, within a folder and from packages", async () => {
    const files = {
      "cli/run.ts": 'import { Command } from "commander";\nimport { apply } from "../pipeline.ts";',
      "pipeline.ts": 'import { open } from "node:fs/promises";\nimport { plan } from "./planning/plan.ts";',
      "planning/plan.ts": 'import { near } from "./near.ts";\nimport type { Row } from "../sheets/row.ts";',
      "simulator/server.ts": 'import type { Person } from "../model/person.ts";',
    };
    expect(await breaches(files)).toEqual([]);
  });

  it("are all read, however they are written", () => {
    const text = [
      'import "a";',
      'import b, { type C } from "b";',
      "import {\n  d,\n  e,\n} from 'd';",
      'export type { F } from "f";',
      'const g = await import(\n  "g"\n);',
      'const notOne = "import x from y";',
    ];
    expect(specifiersOf(text.join("\n"))).toEqual(["a", "b", "d", "f", "g"]);
  });
});

describe("the help of a command", () => {
  it("loads no package but the one that reads the command line", async () => {
    const commands = await readdir(join(source, "cli/commands"));
    expect(commands.length).toBeGreaterThan(15);
    const loaded = await Promise.all(commands.map((name) => packagesLoadedWith(source, `cli/commands/${name}`)));
    expect([...new Set(loaded.flat())]).toEqual(["commander", "get-east-asian-width"]);
  });

  it("is found to load what an import of an import brings, and not what is there for types or for later", async () => {
    const root = await plant({
      "a.ts": 'import type { T } from "types";\nimport { b } from "./b.ts";\nconst late = () => import("late");',
      "b.ts": 'import {\n  type C,\n  d,\n} from "heavy";',
    });
    expect(await packagesLoadedWith(root, "a.ts")).toEqual(["heavy"]);
  });
});

describe("environment, clock and randomness", () => {
  it("are read by the wiring alone", async () => {
    expect(await findHiddenInputs(source)).toEqual([]);
  });

  it.each([
    "const at = Date.now();",
    "const home = process.env.HOME;",
    "  if (Math.random() < 0.5) return;",
    "x(new Date());",
  ])("are found where they are hidden: %s", async (line) => {
    const files = { "engine/run.ts": `/** Reads Date.now() from a clock. */\n${line}\n`, "runtime.ts": line };
    expect(await findHiddenInputs(await plant(files))).toEqual(["engine/run.ts:2"]);
  });
});

/** Where sentences may stand, and why. */
const catalogues = [
  ["model/words/", "the catalogue"],
  ["web/app/words/", "the words of the page"],
  ["model/codes/", "the facts of codes, in every language"],
  ["model/codes/failure-codes.ts", "the facts of codes, in every language"],
  ["webex/http/codes/", "the facts of codes, in every language"],
  ["cli/commands/completion.ts", "scripts that a shell reads"],
  ["schedule/install/", "files that systemd, cron and Kubernetes read"],
  ["schedule/metrics.ts", "what Prometheus shows, in English as all figures"],
  ["engine/temporal/night-workflow.ts", "what the pages of Temporal show, in English as they are"],
  ["engine/temporal/nights.ts", "what the pages of Temporal show, in English as they are"],
  ["engine/temporal/temporal-engine.ts", "what the pages of Temporal show, in English as they are"],
  ["engine/temporal/unit-waiting.ts", "what the pages of Temporal show, in English as they are"],
  ["engine/temporal/unit-workflow.ts", "what the pages of Temporal show, in English as they are"],
  ["report/handover/handover-style.ts", "a style and what a browser may load, the same in every language"],
  ["report/files/by-customer-csv.ts", "the name of a worksheet, the same in every language"],
  ["simulator/", "what Webex says, as Webex says it"],
  ["sheets/data/", "names of countries, time zones and packages, as sheets have them"],
  ["sheets/read/header-aliases.ts", "headers, as sheets have them"],
  ["sheets/read/html-entities.ts", "names of HTML"],
  ["sheets/read/dates-in-cells.ts", "names of months, as sheets have them"],
  ["sheets/cells/placeholders.ts", "words for no value, as sheets have them"],
  ["model/packages.ts", "names of packages, as Webex and sheets have them"],
] as const;

/** Lists whose entries bear their words, in every language: what is declared there costs no second file. */
const declarations = ["run/run-flags.ts", "schedule/channels/"] as const;

describe("sentences", () => {
  it("are all in the catalogue or in an entry of a list, in every language, and nowhere else", async () => {
    const found = await findSentences(source);
    const elsewhere = found.filter(
      ({ file, isInEachLanguage }) =>
        !catalogues.some(([path]) => file.startsWith(path)) &&
        !(isInEachLanguage && declarations.some((path) => file.startsWith(path))),
    );
    expect(elsewhere.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });

  it.each([
    ["a text", 'const a = { message: "The cell is blank." };', "The cell is blank."],
    ["a text with values", `say(\`\${n} rows of \${file}\`);`, "… rows of …"],
    ["a word beside a value", `const unit = \`\${n} rows\`;`, "… rows"],
    ["a text over lines", "throw new UserError(`Take it\nout.`);", "Take it out."],
    ["a text in a template", `f(\`\${isOne ? "1 row is" : n}\`);`, "1 row is"],
    ["markup", "const a = <p>Nothing to correct</p>;", "Nothing to correct"],
    ["an attribute", 'const a = <a title="Show these rows" className="link quiet" />;', "Show these rows"],
    ["a text in markup in a text", 'const a = `<p class="a b">No link</p>`;', '<p class="a b">No link</p>'],
  ])("are found elsewhere: %s", async (_what, text, sentence) => {
    expect(await findSentences(await plant({ "a/b.tsx": text }))).toEqual([
      { file: "a/b.tsx", line: 1, text: sentence },
    ]);
  });

  it("are told from those that are there in every language", async () => {
    const lines = ['const a = { en: "no such row", nl: "geen rij" };', 'const b = { en: "no such row", extra: 1 };'];
    expect(await findSentences(await plant({ "a.ts": lines.join("\n") }))).toEqual([
      { file: "a.ts", line: 1, text: "no such row", isInEachLanguage: true },
      { file: "a.ts", line: 1, text: "geen rij", isInEachLanguage: true },
      { file: "a.ts", line: 2, text: "no such row" },
    ]);
  });

  it("are not found in what no operator reads", async () => {
    const text = [
      'import a from "a b c";',
      'type A = "one two" | "three four";',
      "// The cell is blank.",
      "const pattern = /one two/;",
      'const query = "select id from rows where id = ?";',
      `const clause = \`\${query} where id in (select row from entries)\`;`,
      'const style = "color:red; margin:0 auto";',
      'throw new Error("no such operation");',
      'logger.info("the night begins");',
      'const is = a === "Head of State";',
      'const fields = { "first name": 1 }["first name"];',
      'const flag = "--only <customer=id>";',
      'const name = "Head Office";',
      'const word = "rows";',
    ];
    expect(await findSentences(await plant({ "a.ts": text.join("\n") }))).toEqual([]);
  });
});
