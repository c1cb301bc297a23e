/** `export`: the live customers, locations and users as sheets. */

import { type Command, Option } from "commander";
import type { ExportFormat } from "../../export/export-sheets.ts";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { speakerOf } from "../../model/words/language.ts";
import { nouns } from "../../model/words/nouns.ts";
import { text } from "../../model/words/text.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import { planFlags } from "../../run/run-flags.ts";
import { type CommandContext, connectWith, plannedTarget, runContextOf } from "../command-context.ts";
import {
  addCsvFlag,
  addEngineFlags,
  addTargetFlags,
  onlyCustomer,
  type ResultFlags,
  type TargetFlags,
} from "../flags/options.ts";
import { addFurtherHelp, DeclaredOption } from "../program-command.ts";
import { openScreen } from "../screen/screen.ts";

type Flags = TargetFlags &
  Pick<ResultFlags, "csvDelimiter"> & {
    readonly customer?: readonly string[];
    readonly only?: readonly string[];
    readonly format: ExportFormat;
  };

export function addExport(program: Command, context: CommandContext): void {
  const command = program.command("export").description(help("export")).argument("<dir>", help("export_folder"));
  addFurtherHelp(command, {
    examples: [
      "wholesale-import export live --target webex",
      "wholesale-import export live --target webex --format xlsx",
      "wholesale-import export pilot --target webex --only NL-1001",
    ],
  });
  addCsvFlag(addTargetFlags(addEngineFlags(command), { isRequired: true }))
    .addOption(
      new Option("--format <format>", help("export_format_flag"))
        .choices(["csv", "xlsx"] satisfies ExportFormat[])
        .default("csv"),
    )
    .addOption(new DeclaredOption(planFlags.only.flag, planFlags.only.help).argParser(onlyCustomer))
    .option("--customer <external-id>", help("export_customer_flag"), onlyCustomer)
    .action((folder: string, flags: Flags) => runExport(folder, flags, context));
}

async function runExport(folder: string, flags: Flags, context: CommandContext): Promise<void> {
  if (!flags.target)
    throw new UserError("no_target", text("requires_target", { command: "export" }), text("add_target"));
  const { customer = [], only = [], format } = flags;
  const named = [...new Set([...only, ...customer])];
  const request = {
    folder,
    format,
    connect: connectWith(context, flags),
    ...(named.length > 0 ? { customers: named } : {}),
    ...(flags.csvDelimiter ? { csvDelimiter: flags.csvDelimiter } : {}),
  };
  const screen = openScreen({}, context);
  screen.open("export", { target: plannedTarget(flags) });
  const { exportSheets } = await import("../../pipeline/export.ts");
  const exported = await exportSheets(request, await runContextOf(context, screen, flags));
  const { err, out } = context.streams;
  const { language } = context;
  const { voice: say } = screen;
  for (const reason of exported.leftOut) err.write(`${toPrintable(say("left_out", { reason }))}\n`);
  const { count, list } = speakerOf(language);
  const counts = (["customers", "locations", "users"] as const).map((kind) =>
    count(exported[kind], ...nouns[language][kind]),
  );
  if (exported.warning) err.write(`${toPrintable(say(exported.warning))}\n`);
  err.write(`${say("exported", { what: list(counts) })}\n`);
  for (const path of exported.files) out.write(`${path}\n`);
}
