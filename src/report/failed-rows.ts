/** Which rows a person must correct, and the names of the files in failed/ that hold them. Does no file work. */
import type { RowStatus } from "../model/outcome.ts";
import type { SheetFile } from "../model/sheet.ts";

const statusesToCorrect: ReadonlySet<RowStatus> = new Set(["invalid", "failed", "blocked"]);

/** Does a row of this status stand in failed/? One that waits for Webex, alone or behind its parent, does not. */
export function isToCorrect(status: RowStatus): boolean {
  return statusesToCorrect.has(status);
}

/**
 * File names in failed/ by label of the input file, each of which is found as its sheet again: `users.csv`, or
 * `users-<name>.csv` where the sheet had several files. No two differ in case alone.
 */
export function nameFailedFiles(files: readonly SheetFile[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(files.map((file) => [file.file, takeName(stemOf(file, files), taken)]));
}

function stemOf(file: SheetFile, files: readonly SheetFile[]): string {
  const isOnlyOne = files.every((other) => other === file || other.sheet !== file.sheet);
  const name = isOnlyOne ? "" : nameWithin(file);
  return name === "" ? file.sheet : `${file.sheet}-${name}`;
}

/** What tells the file from others of its sheet: `north` of `in/users-north.csv.gz`, `batch` of `batch.xlsx[users]`. */
function nameWithin(file: SheetFile): string {
  const words = file.file
    .normalize("NFC")
    .replace(/\.(csv|tsv|xlsx)(\.gz)?(?=$|\[)/i, "")
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .filter((word) => word !== "");
  const rest = words.filter((word) => word.toLowerCase() !== file.sheet);
  return rest.join("-").slice(0, 100);
}

function takeName(stem: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${stem}.csv` : `${stem}-${count}.csv`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

const delimiters: Readonly<Record<string, string>> = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" };

/** The character between cells in the file of failed/: that of the input file, comma for a worksheet. */
export function delimiterOf(file: SheetFile): string {
  return delimiters[file.delimiter ?? "comma"] ?? ",";
}
