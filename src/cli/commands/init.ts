/** `init`: sheets to begin with, as four CSV files or one workbook. */
import { join } from "node:path";
import { type Command, Option } from "commander";
import { UserError } from "../../model/user-error.ts";
import type { StarterSheets } from "../../sheets/starter-sheets.ts";
import type { CommandContext } from "../command-context.ts";

type Flags = { readonly format: "csv" | "xlsx" };

export function addInit(program: Command, { streams: { err } }: CommandContext): void {
  program
    .command("init")
    .description("write sheets to begin with: every column, and one row that is right; never over an existing file")
    .argument("[dir]", "folder; made when it is missing", ".")
    .addOption(
      new Option("--format <format>", "csv: four files; xlsx: one workbook with drop-downs and comments")
        .choices(["csv", "xlsx"])
        .default("csv"),
    )
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import init my-batch
  wholesale-import init my-batch --format xlsx`,
    )
    .action(async (folder: string, { format }: Flags) => {
      const sheets = await writeSheets(folder, format);
      if (sheets.written.length === 0) throw allThere(sheets);
      err.write(render(sheets, folder));
    });
}

async function writeSheets(folder: string, format: Flags["format"]): Promise<StarterSheets> {
  const { writeStarterSheets, writeStarterWorkbook } = await import("../../sheets/starter-sheets.ts");
  return format === "csv" ? writeStarterSheets(folder) : writeStarterWorkbook(folder);
}

function allThere({ kept }: StarterSheets): UserError {
  const message = `Nothing was written: ${kept.join(", ")} ${kept.length === 1 ? "exists" : "exist"} already.`;
  return new UserError("already_there", message, "Name another folder, or move what is there.");
}

function render({ written, kept }: StarterSheets, folder: string): string {
  const lines = [
    ...written.map((path) => `wrote   ${path}`),
    ...kept.map((path) => `kept    ${path} (it was there already)`),
    "",
    "Each sheet has one row as an example: write your own over it. What goes into a column:",
    "wholesale-import schema users",
    "",
    `Then: wholesale-import validate ${join(folder)}`,
  ];
  return `${lines.join("\n")}\n`;
}
