/** `init`: sheets to begin with, as CSV files or one workbook. */

import { constants, copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { quoteForShell } from "../../model/shell-text.ts";
import { codeOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text, type Voice, voiceOf } from "../../model/words/text.ts";
import { writeMapping } from "../../model/written-mapping.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import type { StarterSheets } from "../../sheets/describe/starter-sheets.ts";
import type { CommandContext } from "../command-context.ts";
import { addFurtherHelp } from "../program-command.ts";
import { widthOf } from "../screen/screen-width.ts";
import { paletteOf } from "../screen/terminal.ts";

type Flags = {
  readonly format: "csv" | "xlsx";
  readonly example?: true;
  readonly mapping?: readonly string[];
  readonly sheet?: SheetName;
};

export function addInit(program: Command, context: CommandContext): void {
  const command = program.command("init");
  addFurtherHelp(command, {
    examples: [
      "wholesale-import init my-batch",
      "wholesale-import init my-batch --format xlsx",
      "wholesale-import init example --example",
      "wholesale-import init my-batch --mapping accounts.csv --mapping extensions.csv",
    ],
  });
  command
    .description(help("init"))
    .argument("[dir]", help("init_folder"), ".")
    .addOption(new Option("--format <format>", help("init_format_flag")).choices(["csv", "xlsx"]).default("csv"))
    .option("--example", help("init_example_flag"))
    .option("--mapping <file>", help("init_mapping_flag"), (file: string, before: readonly string[] = []) => [
      ...before,
      file,
    ])
    .addOption(new Option("--sheet <name>", help("init_sheet_flag")).choices(["customers", "locations", "users"]))
    .action(async (folder: string, { format, example, mapping, sheet }: Flags) => {
      if (mapping) return proposeMapping({ folder, files: mapping, sheet, example }, context);
      if (sheet) throw new UserError("usage", text("sheet_without_mapping"), text("add_mapping_or_leave_out"));
      if (example && format === "xlsx") throw new UserError("usage", text("sample_is_csv"), text("leave_format_out"));
      const sheets = example ? await copyExample(folder) : await writeSheets(folder, format);
      if (sheets.written.length === 0) throw allThere(sheets);
      const say = voiceOf(context.language);
      context.streams.err.write(example ? renderExample(sheets, folder, say) : render(sheets, folder, say));
    });
}

type Wanted = {
  readonly folder: string;
  readonly files: readonly string[];
  readonly sheet: SheetName | undefined;
  readonly example: true | undefined;
};

/** A mapping for files of another system, never over an existing one. */
async function proposeMapping({ folder, files, sheet, example }: Wanted, context: CommandContext): Promise<void> {
  if (example) throw new UserError("usage", text("mapping_or_example"), text("leave_example_out"));
  const { proposeForFiles } = await import("../../sheets/mapping/propose-for-files.ts");
  const proposed = await proposeForFiles(files, sheet);
  const path = join(folder, "mapping.json");
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path, writeMapping(proposed.mapping), { flag: "wx" });
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw allThere({ written: [], kept: [path] });
    throw error;
  }
  const { renderProposal } = await import("../screen/proposal-text.ts");
  const command = ["wholesale-import", "validate", ...files, "--mapping", path].map(quoteForShell).join(" ");
  const { err } = context.streams;
  const screen = { say: voiceOf(context.language), palette: paletteOf(err), width: widthOf(err) };
  context.streams.err.write(renderProposal(proposed, { path, command }, screen));
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
