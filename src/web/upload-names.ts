/** Under which name of our own an upload lies on the disk, and under which name people see it. Pure: no part of a request becomes a part of a path. */

const endings = [".csv.gz", ".tsv.gz", ".csv", ".tsv", ".xlsx"] as const;

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
