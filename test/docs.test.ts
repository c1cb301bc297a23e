/** What the documentation says of the project holds: scopes, files, links, floors, dependencies. */
import { access, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { allScopes } from "../src/webex/auth/scopes.ts";
import { floors } from "./support/floors.ts";
import { projectFolder } from "./support/run-program.ts";

const papers = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
const pages = [...papers, ...(await readdir(`${projectFolder}docs`)).filter(isPage).map((name) => `docs/${name}`)];

function isPage(name: string): boolean {
  return name.endsWith(".md");
}

function readPage(page: string): Promise<string> {
  return readFile(join(projectFolder, page), "utf8");
}

async function missing(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    paths.map((path) =>
      access(join(projectFolder, path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => !found[index]);
}

it("the way to the first customer names every scope that an import needs, and no other", async () => {
  const named = (await readPage("docs/first-customer.md")).match(/`(?:spark|identity)[\w:-]+`/g);
  expect([...new Set(named?.map((scope) => scope.slice(1, -1)))].toSorted()).toEqual(allScopes().toSorted());
});

describe.each(pages)("%s", (page) => {
  it("links to what is there", async () => {
    const links = [...(await readPage(page)).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(
      ([, path = ""]) => path,
    );
    expect(await missing(links.map((path) => join(dirname(page), path)))).toEqual([]);
  });

  it("names files of the source that are there", async () => {
    const named = [...(await readPage(page)).matchAll(/`((?:src|test|samples|docs)\/[\w./-]+\.\w+)`/g)];
    expect(await missing(named.map(([, path = ""]) => path))).toEqual([]);
  });
});

describe("the picture of the architecture", () => {
  it("names files of the source that are there", async () => {
    const picture = /```mermaid\n(.*?)```/s.exec(await readPage("docs/architecture.md"))?.[1] ?? "";
    const named = [...picture.matchAll(/<br>([\w-]+(?:\/[\w-]+)+\.ts)/g)].map(([, path]) => `src/${path}`);
    expect(named.length).toBeGreaterThan(10);
    expect(await missing(named)).toEqual([]);
  });

  it("has the floors that the test of the imports holds the source to", async () => {
    const lines = [...(await readPage("docs/architecture.md")).matchAll(/^\| (\d+) +\| ((?:`[\w-]+` *)+)\|/gm)];
    const told = lines.map(([, , parts = ""]) => parts.match(/[\w-]+/g));
    expect(told.toReversed()).toEqual(floors);
  });
});

it("every dependency of the project has its reason", async () => {
  const names = z.record(z.string(), z.string());
  const manifest = z.object({ dependencies: names, devDependencies: names });
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(await readPage("package.json")));
  const text = (await readPage("docs/dependencies.md")).replaceAll(/[|,()]/g, " ");
  const words = new Set(text.split(/\s+/));
  const all = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith("@types/"));
  expect(all.filter((name) => !words.has(name))).toEqual([]);
});
