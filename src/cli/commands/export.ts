/** `export`: the live customers, locations and users as sheets. */
import type { Command } from "commander";
import { UserError } from "../../model/user-error.ts";
import { exportSheets } from "../../pipeline/export.ts";
import { formatCount, toPrintable } from "../../report/text-layout.ts";
import { type CommandContext, connectWith } from "../command-context.ts";
import { addEngineFlags, addTargetFlags, type TargetFlags } from "../options.ts";

type Flags = TargetFlags & { readonly customer?: readonly string[] };

export function addExport(program: Command, context: CommandContext): void {
  const command = program
    .command("export")
    .description("write the live customers, locations and users as sheets in this format")
    .argument("<dir>", "folder for customers.csv, locations.csv and users.csv");
  addTargetFlags(addEngineFlags(command))
    .option("--customer <external-id>", "only this customer; several", (id, before: readonly string[] = []) => [
      ...before,
      id,
    ])
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import export live --target webex
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
  const { customer: customers } = flags;
  const request = { folder, connect: connectWith(context, flags), ...(customers ? { customers } : {}) };
  const exported = await exportSheets(request, context.signals.stop);
  const { err, out } = context.streams;
  for (const reason of exported.leftOut) err.write(`left out: ${toPrintable(reason)}\n`);
  const counts = (["customers", "locations", "users"] as const).map((kind) => `${formatCount(exported[kind])} ${kind}`);
  err.write(`exported ${counts.join(", ")}\n`);
  for (const path of exported.files) out.write(`${path}\n`);
}
