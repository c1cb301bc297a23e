/** `init`: sheets to begin with, as CSV files or one workbook. */

import { constants, copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { sheetNames } from "../../model/sheet.ts";
import { quoteForShell } from "../../model/shell-text.ts";
import { codeOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text, type Voice, voiceOf } from "../../model/words/text.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import type { StarterSheets } from "../../sheets/describe/starter-sheets.ts";
import type { CommandContext } from "../command-context.ts";
import { addFurtherHelp } from "../program-command.ts";

type Flags = { readonly format: "csv" | "xlsx"; readonly example?: true };

export function addInit(program: Command, context: CommandContext): void {
  const command = program.command("init");
  addFurtherHelp(command, {
    examples: [
      "wholesale-import init my-batch",
      "wholesale-import init my-batch --format xlsx",
      "wholesale-import init example --example",
    ],
  });
  command
    .description(help("init"))
    .argument("[dir]", help("init_folder"), ".")
    .addOption(new Option("--format <format>", help("init_format_flag")).choices(["csv", "xlsx"]).default("csv"))
    .option("--example", help("init_example_flag"))
    .action(async (folder: string, { format, example }: Flags) => {
      if (example && format === "xlsx") throw new UserError("usage", text("sample_is_csv"), text("leave_format_out"));
      const sheets = example ? await copyExample(folder) : await writeSheets(folder, format);
      if (sheets.written.length === 0) throw allThere(sheets);
      const say = voiceOf(context.language);
      context.streams.err.write(example ? renderExample(sheets, folder, say) : render(sheets, folder, say));
    });
}

async function writeSheets(folder: string, format: Flags["format"]): Promise<StarterSheets> {
  const { writeStarterSheets, writeStarterWorkbook } = await import("../../sheets/describe/starter-sheets.ts");
  return format === "csv" ? writeStarterSheets(folder) : writeStarterWorkbook(folder);
}

/** The samples have no profiles: every cell is written out. */
const exampleSheets = sheetNames.filter((sheet) => sheet !== "profiles");

/** The samples of the package, each file where none of its name is yet. */
async function copyExample(folder: string): Promise<StarterSheets> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  const kept: string[] = [];
  for (const name of exampleSheets.map((sheet) => `${sheet}.csv`)) {
    const path = join(folder, name);
    try {
      await copyFile(new URL(`../../../samples/${name}`, import.meta.url), path, constants.COPYFILE_EXCL);
      written.push(path);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
      kept.push(path);
    }
  }
  return { written, kept };
}

function renderExample(sheets: StarterSheets, folder: string, say: Voice): string {
  const command = `wholesale-import apply ${quoteForShell(join(folder))}`;
  return `${listWritten(sheets, say).join("\n")}\n\n${say("rehearse_with", { command })}\n`;
}

function listWritten({ written, kept }: StarterSheets, say: Voice): readonly string[] {
  return [
    ...written.map((path) => say("wrote", { path: toPrintable(path) })),
    ...kept.map((path) => say("kept", { path: toPrintable(path) })),
  ];
}

function allThere({ kept }: StarterSheets): UserError {
  return new UserError("already_there", text("files_exist", { files: kept }), text("other_folder_or_move"));
}

function render(sheets: StarterSheets, folder: string, say: Voice): string {
  const lines = [
    ...listWritten(sheets, say),
    "",
    say("replace_example_row"),
    "wholesale-import schema users",
    "",
    say("then_type", { command: `wholesale-import validate ${quoteForShell(join(folder))}` }),
  ];
  return `${lines.join("\n")}\n`;
}
