/** The mapping of batches that have none of their own: one that a person named, or `mapping.json` in the inbox. */
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { loadMapping } from "../sheets/mapping/load-mapping.ts";
import { type Mapping, mappingFileName } from "../sheets/mapping/mapping-file.ts";

/** Undefined: there is none. Throws UserError where it cannot be used: the batches are right, and wait. */
export async function readInboxMapping(inbox: string, named?: string): Promise<Mapping | undefined> {
  if (named !== undefined) return loadMapping(named);
  const path = join(inbox, mappingFileName);
  const facts = await lstat(path).catch(() => undefined);
  if (!facts) return undefined;
  if (!facts.isFile())
    throw new UserError("bad_mapping", text("mapping_not_a_file", { file: path }), text("put_file_there"));
  return loadMapping(path);
}
