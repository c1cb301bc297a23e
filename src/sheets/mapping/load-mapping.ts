/** Where the mapping of a batch comes from: a file that a person names, one in the folder of the batch, or what a program gives. */
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { codeOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import type { WrittenMapping } from "../../model/written-mapping.ts";
import { checkMapping, type Mapping, mappingFileName, parseMapping } from "./mapping-file.ts";

/** Larger ones were made by no person and no program of ours. */
const mostBytes = 4 * 1024 ** 2;

/** `file`: where it lies; or what it says. Throws a UserError for a file that is not there, and for one that is no mapping. */
export async function loadMapping(given: string | WrittenMapping): Promise<Mapping> {
  if (typeof given !== "string") return checkMapping(given, mappingFileName);
  const found = await readIfThere(given);
  if (found) return found;
  throw new UserError("bad_mapping", text("mapping_missing", { file: given }), text("mapping_make_one"));
}

/** The mapping that lies in a folder of sheets; undefined: there is none. */
export async function mappingIn(folder: string): Promise<Mapping | undefined> {
  return readIfThere(join(folder, mappingFileName));
}

async function readIfThere(path: string): Promise<Mapping | undefined> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw unreadable(path, "EISDIR");
    if (facts.size > mostBytes)
      throw new UserError("bad_mapping", text("mapping_too_large", { file: path, mebibytes: mostBytes / 1024 ** 2 }));
    return parseMapping(await readFile(path, "utf8"), basename(path));
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw unreadable(path, code ?? "");
  }
}

function unreadable(path: string, code: string): UserError {
  return new UserError("bad_mapping", text("mapping_unreadable", { file: path, code }));
}
