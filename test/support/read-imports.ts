/** The imports of a source tree, read from its text: static, type, side-effect and dynamic ones. */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";

/** One import. `to` is a path relative to the tree for our own files, else the name as written. */
export type ImportEdge = { readonly from: string; readonly to: string; readonly isOwn: boolean };

/** Imports of every `.ts` and `.tsx` file below `root`, paths with `/`, in name order. */
export async function readImports(root: string): Promise<readonly ImportEdge[]> {
  const names = await readdir(root, { recursive: true });
  const files = names.map((name) => name.replaceAll("\\", "/")).filter((name) => /\.tsx?$/.test(name));
  const edges = await Promise.all(files.sort().map((file) => readFileImports(root, file)));
  return edges.flat();
}

async function readFileImports(root: string, file: string): Promise<ImportEdge[]> {
  return specifiersOf(await readFile(join(root, file), "utf8")).map((specifier) => {
    const isOwn = specifier.startsWith(".");
    return { from: file, to: isOwn ? posix.join(dirname(file), specifier) : specifier, isOwn };
  });
}

/** The packages that are loaded with a file of the tree, by way of whatever it imports: not for types, and not when it is called. */
export async function packagesLoadedWith(root: string, file: string): Promise<readonly string[]> {
  const packages = new Set<string>();
  const seen = new Set([file]);
  for (const each of seen) {
    for (const [, to = ""] of (await readFile(join(root, each), "utf8")).matchAll(loading)) {
      if (to.startsWith(".")) seen.add(posix.join(posix.dirname(each), to));
      else if (!to.startsWith("node:")) packages.add(to);
    }
  }
  return [...packages];
}

const loading = /^\s*(?:import|export)\b(?!\s+type\b)(?:[^"';]*?\bfrom)?\s*["']([^"']+)["']/gm;
const statement = /^\s*(?:import|export)\b(?:[^"';]*?\bfrom)?\s*["']([^"']+)["']/gm;
const call = /\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g;

/** What the text imports, each once. */
export function specifiersOf(text: string): readonly string[] {
  const found = [statement, call].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
  return [...new Set(found)];
}
