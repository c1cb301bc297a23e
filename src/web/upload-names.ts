/** The name of an upload on disk, and the name that people see. Pure: no part of a request becomes part of a path. */

const endings = [...[".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz"], ...[".xlsx", ".xlsm", ".ods", ".xls"]];

/** As people know them, the compressed ones by one example. */
export const shownEndings = endings.filter((each) => !/^\.t.*gz$/.test(each));

/** `3.csv.gz` for the third upload; undefined for a file that cannot hold a sheet. */
export function ownName(number: number, name: string): string | undefined {
  const ending = endings.find((each) => name.toLowerCase().endsWith(each));
  return ending && `${number}${ending}`;
}

const longestName = 120;

/** The last part of the name, without what cannot be shown; never blank. */
export function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const printable = last.replace(/[\p{C}[\]]/gu, "").trim();
  return printable.length > longestName ? printable.slice(-longestName) : printable || "sheet.csv";
}
