/** mapping.json in failed/: the rows there have the headers and values of their files, and are read again as these were. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type SheetFile, sheetNames } from "../../model/sheet.ts";
import { writeMapping, writeSection } from "../../model/written-mapping.ts";
import { nameFailedFiles } from "./failed-rows.ts";
import { worksheetName } from "./workbook-text.ts";

/** One that is there already stays: it says the same, or somebody has corrected it. `files`: those of the run. */
export async function writeFailedMapping(folder: string, files: readonly SheetFile[], workbook: string): Promise<void> {
  const written = mappingOf(files, workbook);
  if (written === undefined) return;
  const path = join(folder, "mapping.json");
  const before = await readFile(path, "utf8").catch(() => undefined);
  if (before === undefined) await writeFile(path, written, { mode: 0o600 });
}

/** Undefined: none of the files was mapped. */
function mappingOf(files: readonly SheetFile[], workbook: string): string | undefined {
  const names = nameFailedFiles(files);
  const worksheets = new Set<string>();
  const sections = files.flatMap(({ sheet, file, mapping }) => {
    const name = names.get(file) ?? "";
    const worksheet = worksheetName(name.replace(/\.csv$/, ""), worksheets);
    return mapping ? [{ sheet, section: mapping.section, names: [name, `${workbook}[${worksheet}]`] }] : [];
  });
  if (sections.length === 0) return undefined;
  const bySheet = sheetNames.flatMap((sheet) => {
    const own = sections.filter((each) => each.sheet === sheet);
    const isAlone = files.filter((file) => file.sheet === sheet).length === 1;
    const written = own.map(({ section, names }) => writeSection(section, isAlone ? undefined : names));
    return written.length === 0 ? [] : [[sheet, isAlone ? written[0] : written] as const];
  });
  return writeMapping(Object.fromEntries(bySheet));
}
