/** Validates a batch as the program does it, and reads what it wrote. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SheetName } from "../../src/model/sheet.ts";
import { validate } from "../../src/pipeline/validate.ts";
import { runContext } from "../../src/run/context.ts";
import type { ReadOptions } from "../../src/sheets/read/read-sheet.ts";
import { readResults } from "./read-results.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** `sheets`: as `--sheet` names them. `out`: where the result files are; `errors`: the whole text of errors.csv, with commands as for the usual state folder. */
export async function validateBatch(
  inputs: readonly string[],
  reading: ReadOptions = {},
  sheets: Partial<Record<SheetName, readonly string[]>> = {},
) {
  const folder = await makeTemporaryFolder();
  const out = join(folder, "out");
  const stateFolder = join(folder, "state");
  const { exitCode, run } = await validate({ inputs, reading, sheets }, out, runContext({ stateFolder }));
  return {
    exitCode,
    run,
    out,
    errors: (await readFile(join(out, "errors.csv"), "utf8")).replaceAll(` --state ${stateFolder}`, ""),
    results: await readResults(join(out, "results.csv")),
  };
}
