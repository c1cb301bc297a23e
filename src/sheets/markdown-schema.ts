/** The columns of a sheet as Markdown, for `schema` and the documentation. */
import type { SheetName } from "../model/sheet.ts";
import { aboutSheets } from "./about-sheets.ts";
import { type ColumnFacts, columnsOf } from "./describe-columns.ts";

/** A section with the title of the sheet: its columns, the values of those that take a few only, and other headers. */
export function markdownSchemaOf(sheet: SheetName): string {
  const columns = columnsOf(sheet);
  const { row, key } = aboutSheets[sheet];
  const parts = [
    `## ${sheet}`,
    `A row is ${row}. It is named by ${key.map(code).join(" and ")}.`,
    renderTable(["column", "needed", "what goes in", "example"], columns.map(columnCells)),
    ...valuesPart(columns),
    "### Other headers that are understood",
    renderTable(["column", "also written"], columns.filter(hasAliases).map(aliasCells)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function columnCells({ name, isRequired, optionalWith, description, example }: ColumnFacts): readonly string[] {
  const needed = isRequired ? "yes" : "";
  return [
    code(name),
    optionalWith ? `yes, unless ${code(optionalWith)}` : needed,
    description,
    example && code(example),
  ];
}

function valuesPart(columns: readonly ColumnFacts[]): readonly string[] {
  const lines = columns.flatMap(({ name, values, isList }) =>
    values ? [`- ${code(name)}${isList ? ", one or several" : ""}: ${values.map(code).join(" ")}`] : [],
  );
  return lines.length === 0 ? [] : ["### Values", lines.join("\n")];
}

function hasAliases({ aliases }: ColumnFacts): boolean {
  return aliases.length > 0;
}

const aliasesShown = 8;

function aliasCells({ name, aliases }: ColumnFacts): readonly string[] {
  const shown = aliases.slice(0, aliasesShown).join(" · ");
  const left = aliases.length - aliasesShown;
  return [code(name), left > 0 ? `${shown} · and ${left} more` : shown];
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A table whose columns stand under each other as plain text too. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = header.map((title, at) => Math.max(title.length, ...cells.map((row) => (row[at] ?? "").length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}
