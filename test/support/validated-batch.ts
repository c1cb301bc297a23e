/** Validates a batch as the program does it, and reads what it wrote. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { surroundings } from "../../src/pipeline/surroundings.ts";
import { validate } from "../../src/pipeline/validate.ts";
import type { ReadOptions } from "../../src/sheets/read-sheet.ts";
import { readResults } from "./read-results.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** `out`: where the result files are; `errors`: the whole text of errors.csv. */
export async function validateBatch(inputs: readonly string[], reading: ReadOptions = {}) {
  const folder = await makeTemporaryFolder();
  const out = join(folder, "out");
  const { exitCode, run } = await validate(
    { inputs, reading },
    out,
    surroundings({ stateFolder: join(folder, "state") }),
  );
  return {
    exitCode,
    run,
    out,
    errors: await readFile(join(out, "errors.csv"), "utf8"),
    results: await readResults(join(out, "results.csv")),
  };
}
