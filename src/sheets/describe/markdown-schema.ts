/** The columns of a sheet as Markdown, for `schema` and the documentation. */
import type { SheetName } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { say, type Text, text } from "../../model/words/text.ts";
import { aboutSheets } from "./about-sheets.ts";
import { type ColumnFacts, columnsOf } from "./describe-columns.ts";

/** A section with the title of the sheet: its columns, the values of those that take a few only, and other headers. */
export function markdownSchemaOf(sheet: SheetName, language: Language): string {
  const says = (text: Text) => say(text, language);
  const columns = columnsOf(sheet);
  const { row, key } = aboutSheets[sheet];
  const titles = [text("schema_column"), text("schema_required"), text("schema_content"), text("schema_example")];
  const withAliases = columns.filter(({ aliases }) => aliases.length > 0);
  const parts = [
    `## ${sheet}`,
    says(text("about_sheet", { row, key: key.map(code) })),
    renderTable(
      titles.map(says),
      columns.map((column) => columnCells(column, says)),
    ),
    ...valuesPart(columns, says),
    `### ${says(text("schema_other_headers"))}`,
    renderTable(
      [text("schema_column"), text("schema_also_written")].map(says),
      withAliases.map((column) => aliasCells(column, says)),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

type Says = (text: Text) => string;

function columnCells({ name, isRequired, optionalWith, description, example }: ColumnFacts, says: Says) {
  const needed = isRequired ? says(text("schema_yes")) : "";
  return [
    code(name),
    optionalWith ? says(text("schema_yes_unless", { column: code(optionalWith) })) : needed,
    says(description),
    example && code(example),
  ];
}

function valuesPart(columns: readonly ColumnFacts[], says: Says): readonly string[] {
  const lines = columns.flatMap(({ name, values, isList }) => {
    const key = isList ? "schema_list_values_of" : "schema_values_of";
    return values ? [`- ${says(text(key, { column: code(name), values: values.map(code).join(" ") }))}`] : [];
  });
  return lines.length === 0 ? [] : [`### ${says(text("schema_values"))}`, lines.join("\n")];
}

const aliasesShown = 8;

function aliasCells({ name, aliases }: ColumnFacts, says: Says): readonly string[] {
  const shown = aliases.slice(0, aliasesShown).join(" · ");
  const left = aliases.length - aliasesShown;
  return [code(name), left > 0 ? `${shown} · ${says(text("schema_and_more", { count: left }))}` : shown];
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
