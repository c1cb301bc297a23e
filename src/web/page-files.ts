/** The built page, read once when the server starts: a request names a file of this list, and never a path on the disk. */
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { UserError } from "../model/user-error.ts";

export type PageFile = { readonly type: string; readonly content: Buffer<ArrayBuffer> };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** By path of the URL: `/`, `/assets/index-abc.js`. Throws UserError when the page was not built. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = new Map<string, PageFile>();
  for (const name of names.map((each) => each.replaceAll("\\", "/"))) {
    const type = types[extname(name)];
    if (!type || name === "report.html") continue;
    const path = name === "index.html" ? "/" : `/${name}`;
    files.set(path, { type, content: await readFile(join(folder, name)) });
  }
  if (files.has("/")) return files;
  throw new UserError(
    "page_not_built",
    `The page is not there: ${folder} has no index.html.`,
    "Build it: npm run build.",
  );
}
