/** `export`: the live customers, locations and users as sheets. */
import { type Command, Option } from "commander";
import { UserError } from "../../model/user-error.ts";
import type { ExportFormat } from "../../pipeline/export-sheets.ts";
import { formatCount, toPrintable } from "../../report/text-layout.ts";
import { type CommandContext, connectWith, plannedTarget, surroundingsOf } from "../command-context.ts";
import { addEngineFlags, addTargetFlags, type TargetFlags } from "../options.ts";
import { openScreen } from "../screen.ts";

type Flags = TargetFlags & { readonly customer?: readonly string[]; readonly format: ExportFormat };

export function addExport(program: Command, context: CommandContext): void {
  const command = program
    .command("export")
    .description("write the live customers, locations and users as sheets in this format")
    .argument("<dir>", "folder for the sheets; made when it is missing");
  addTargetFlags(addEngineFlags(command))
    .addOption(
      new Option("--format <format>", "csv: a file per sheet; xlsx: one workbook, all cells as text")
        .choices(["csv", "xlsx"] satisfies ExportFormat[])
        .default("csv"),
    )
    .option("--customer <external-id>", "only this customer; several", (id, before: readonly string[] = []) => [
      ...before,
      id,
    ])
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import export live --target webex
  wholesale-import export live --target webex --format xlsx
  wholesale-import export pilot --target webex --customer NL-1001`,
    )
    .action((folder: string, flags: Flags) => runExport(folder, flags, context));
}

async function runExport(folder: string, flags: Flags, context: CommandContext): Promise<void> {
  if (!flags.target)
    throw new UserError(
      "no_target",
      "It is not said from where to export.",
      "Add --target webex or --target simulator.",
    );
  const { customer: customers, format } = flags;
  const request = { folder, format, connect: connectWith(context, flags), ...(customers ? { customers } : {}) };
  const screen = openScreen({}, context);
  screen.open("export", { target: plannedTarget(flags) });
  const { exportSheets } = await import("../../pipeline/export.ts");
  const exported = await exportSheets(request, await surroundingsOf(context, screen, flags));
  const { err, out } = context.streams;
  for (const reason of exported.leftOut) err.write(`left out: ${toPrintable(reason)}\n`);
  const counts = (["customers", "locations", "users"] as const).map((kind) => `${formatCount(exported[kind])} ${kind}`);
  if (exported.warning) err.write(`${toPrintable(exported.warning)}\n`);
  err.write(`exported ${counts.join(", ")}\n`);
  for (const path of exported.files) out.write(`${path}\n`);
}
