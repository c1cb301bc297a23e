/** The published package holds what runs, and nothing else. */
import { execFile } from "node:child_process";
import { access, readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { makeTemporaryFolder } from "./support/temporary-folder.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const packed = z.tuple([z.object({ files: z.array(z.object({ path: z.string(), size: z.number() })) })]);

/** They lead to the sources and tests, which are in the repository alone. */
const forThoseWhoChangeIt: ReadonlySet<string> = new Set([
  "CONTRIBUTING.md",
  "docs/architecture.md",
  "docs/comparison.md",
  "docs/dependencies.md",
  "docs/extending.md",
]);

let files: readonly { readonly path: string; readonly size: number }[] = [];

beforeAll(async () => {
  await access(`${root}/dist/main.js`).catch(() => {
    throw new Error("dist is missing: run npm run build first");
  });
  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    shell: process.platform === "win32",
  });
  [{ files }] = packed.parse(JSON.parse(stdout));
});

describe("the published package", () => {
  it("contains dist, samples, docs and the top-level documents, and no other file", () => {
    const papers = ["package.json", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"];
    const others = files.filter(({ path }) => !/^(dist|samples|docs)\//.test(path) && !papers.includes(path));
    expect(others).toEqual([]);
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([...papers, "dist/main.js", "dist/index.js", "dist/index.d.ts"]));
    expect(paths).toEqual(
      expect.arrayContaining(["samples/templates.csv", "samples/users.csv", "samples/starter/starter-workbook.xlsx"]),
    );
  });

  it("contains the page, with the licenses of what is built into it", async () => {
    const page = ["dist/web/page/index.html", "dist/web/page/report.html", "dist/web/page/licenses.md"];
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(page));
    expect(await readFile(`${root}/dist/web/page/licenses.md`, "utf8")).toContain("## react-aria-components");
  });

  it("contains the program in a few files, with the licenses of what is built into it", async () => {
    const program = ["dist/program/start.js", "dist/program/check.js", "dist/program/licenses.md"];
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(program));
    const licenses = await readFile(`${root}/dist/program/licenses.md`, "utf8");
    for (const name of ["commander", "csv-parse", "csv-stringify", "get-east-asian-width", "libphonenumber-js", "zod"])
      expect(licenses).toContain(`## ${name} `);
  });

  it("contains every page and picture that its documentation links to", async () => {
    const held = new Set(files.map(({ path }) => path));
    const pages = [...held].filter((path) => path.endsWith(".md") && !forThoseWhoChangeIt.has(path));
    const missing: string[] = [];
    for (const page of pages) {
      const text = await readFile(`${root}/${page}`, "utf8");
      for (const [, target = ""] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)) {
        const path = posix.join(posix.dirname(page), target).replace(/\/$/, "");
        if (!held.has(path) && ![...held].some((each) => each.startsWith(`${path}/`)))
          missing.push(`${page}: ${target}`);
      }
    }
    expect(pages).toContain("README.md");
    expect(missing).toEqual([]);
  });

  it("contains no tests, sources or source maps", () => {
    const strange = /\.(test|spec)\.|\.map$|(?<!\.d)\.ts$|\.tsx$|^dist\/(test|src)\//;
    expect(files.filter(({ path }) => strange.test(path))).toEqual([]);
  });

  it("contains nothing private and nothing written by a run", () => {
    const strange = /(^|\/)\.|\.(log|db|sqlite|pem|key)$|\bruns\//;
    expect(files.filter(({ path }) => strange.test(path))).toEqual([]);
  });

  it("declares its types so that they hold where a consumer checks those of libraries too", async () => {
    const folder = await makeTemporaryFolder();
    const path = join(folder, "consumer.ts");
    await writeFile(
      path,
      `import { apply } from "${root}dist/index.js";\nexport const importing: typeof apply = apply;\n`,
    );
    const how = [
      "--ignoreConfig",
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2023",
      "--lib",
      "es2023,esnext.disposable",
    ];
    const types = ["--typeRoots", `${root}node_modules/@types`, "--types", "node"];
    const tsc = fileURLToPath(new URL("../node_modules/typescript/lib/tsc.js", import.meta.url));
    await promisify(execFile)(process.execPath, [tsc, ...how, ...types, path]);
  });

  it("is small", () => {
    expect(files.reduce((bytes, file) => bytes + file.size, 0)).toBeLessThan(11_000_000);
  });
});
