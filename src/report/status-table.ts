/** The table of statuses per sheet at the end of a run. Counts nothing itself. */
import { type RowStatus, rowStatuses } from "../model/outcome.ts";
import { sheetNames } from "../model/sheet.ts";
import { statusWords } from "./status-words.ts";
import type { Summary } from "./summary.ts";
import type { Counts } from "./tally.ts";
import { formatCount, formatCountOrDash, type Palette } from "./text-layout.ts";

type Column = { readonly status: RowStatus; readonly title: string };

const columnsOfStoppedApply: readonly Column[] = rowStatuses.map((status) => ({ status, title: statusWords[status] }));
const columnsOfApply = columnsOfStoppedApply.filter(({ status }) => status !== "not_attempted");
const columnsOfCheck: readonly Column[] = [
  { status: "not_attempted", title: "good" },
  { status: "blocked", title: "blocked" },
  { status: "invalid", title: "invalid" },
];

/** One line per sheet that has rows, under a header; empty for a run without rows. */
export function renderStatusTable(summary: Summary, palette: Palette): readonly string[] {
  const sheets = sheetNames.filter((sheet) => summary.sheets[sheet].rows > 0);
  if (sheets.length === 0) return [];
  const columns = columnsFor(summary);
  const nameWidth = Math.max(...sheets.map((sheet) => sheet.length));
  const header = columns.map((column) => column.title.padStart(widthOf(column, summary))).join("  ");
  return [
    palette.quiet(`${" ".repeat(nameWidth)}  ${header}`),
    ...sheets.map((sheet) => {
      const cells = columns.map((column) => renderCell(column, summary.sheets[sheet], summary, palette));
      return `${sheet.padEnd(nameWidth)}  ${cells.join("  ")}`;
    }),
  ];
}

function columnsFor({ command, total }: Summary): readonly Column[] {
  if (command === "validate" || command === "plan") return columnsOfCheck;
  return total.statuses.not_attempted > 0 ? columnsOfStoppedApply : columnsOfApply;
}

function widthOf({ status, title }: Column, { total }: Summary): number {
  return Math.max(title.length, formatCount(total.statuses[status]).length);
}

function renderCell(column: Column, counts: Counts, summary: Summary, palette: Palette): string {
  const count = counts.statuses[column.status];
  const text = formatCountOrDash(count).padStart(widthOf(column, summary));
  return count === 0 ? palette.quiet(text) : palette[toneOf(column)](text);
}

function toneOf({ status, title }: Column): keyof Palette {
  if (status === "succeeded" || title === "good") return "good";
  if (status === "failed" || status === "invalid" || status === "blocked") return "bad";
  return status === "pending" || status === "not_attempted" ? "caution" : "strong";
}
