/** The shape of the source: floors, no circles, nothing hidden. Each rule is shown to fail on a planted breach. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findHiddenInputs } from "./support/find-hidden-inputs.ts";
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
      "plan/a.ts": 'import {\n  b,\n} from "./b.ts";',
      "plan/b.ts": 'import type { C } from "./c.ts";',
      "plan/c.ts": 'export * from "./a.ts";',
    };
    expect(await breaches(files)).toEqual(["circle: plan/a.ts -> plan/b.ts -> plan/c.ts -> plan/a.ts"]);
  });

  it("are allowed down, within a folder and from packages", async () => {
    const files = {
      "cli/run.ts": 'import { Command } from "commander";\nimport { apply } from "../pipeline.ts";',
      "pipeline.ts": 'import { open } from "node:fs/promises";\nimport { plan } from "./plan/plan.ts";',
      "plan/plan.ts": 'import { near } from "./near.ts";\nimport type { Row } from "../sheets/row.ts";',
      "simulator/server.ts": 'import type { Wire } from "../webex/wire.ts";',
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
    expect([...new Set(loaded.flat())]).toEqual(["commander"]);
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
