/** Finds what bears a name after its time. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The one thing in a folder whose name ends so. Throws where there is none. */
export async function findIn(folder: string, ending: string): Promise<string> {
  const name = (await readdir(folder)).find((each) => each.endsWith(ending));
  if (!name) throw new Error(`nothing in ${folder} ends with ${ending}`);
  return join(folder, name);
}
