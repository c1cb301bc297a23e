/** `drift`: what stands at the target otherwise than in the sheets. */

import type { Command } from "commander";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { speak, text } from "../../model/words/text.ts";
import type { DriftSource } from "../../pipeline/drift.ts";
import { planFlags } from "../../run/run-flags.ts";
import { connectAgain } from "../auth/connect-again.ts";
import { type CommandContext, connectWith, plannedTarget, runContextOf } from "../command-context.ts";
import { batchOf } from "../flags/batch-of.ts";
import {
  addCsvFlag,
  addDoerFlags,
  addEngineFlags,
  addQuietFlag,
  addReadingFlags,
  addTargetFlags,
  type DoerFlags,
  type OutputFlags,
  onlyCustomer,
  type ReadingFlags,
  type ResultFlags,
  type TargetFlags,
} from "../flags/options.ts";
import { addFurtherHelp, DeclaredOption } from "../program-command.ts";
import { openScreen } from "../screen/screen.ts";
import { widthOf } from "../screen/screen-width.ts";
import { paletteOf } from "../screen/terminal.ts";

type Flags = DoerFlags &
  OutputFlags &
  ReadingFlags &
  Pick<ResultFlags, "csvDelimiter"> &
  TargetFlags & { readonly only?: readonly string[]; readonly out?: string };

export function addDrift(program: Command, context: CommandContext): void {
  const command = program.command("drift").description(help("drift")).argument("[input...]", help("drift_argument"));
  addFurtherHelp(command, {
    text: "drift_further",
    examples: [
      "wholesale-import drift --target webex",
      "wholesale-import drift batch.xlsx --target webex --out drift",
      "wholesale-import drift 20261122-020007-k3f9",
    ],
  });
  addDoerFlags(addCsvFlag(addTargetFlags(addEngineFlags(addQuietFlag(addReadingFlags(command))))))
    .addOption(new DeclaredOption(planFlags.only.flag, planFlags.only.help).argParser(onlyCustomer))
    .option("--out <dir>", help("drift_out_flag"))
    .option("--json", help("drift_json_flag"))
    .action((inputs: string[], flags: Flags) => showDrift(command, inputs, flags, context));
}

/** As the list of runs names them. */
const runId = /^\d{8}-\d{6}-[a-z0-9]{4}$/;

async function showDrift(
  command: Command,
  inputs: readonly string[],
  flags: Flags,
  context: CommandContext,
): Promise<void> {
  const source = await sourceOf(inputs, flags, context);
  if (source.of !== "run" && !flags.target)
    throw new UserError("no_target", text("drift_requires_target"), text("add_target"));
  const screen = openScreen({ quiet: flags.quiet ?? flags.json ?? false }, context);
  screen.open("drift", source.of === "run" ? { run: { runId: source.runId } } : { target: plannedTarget(flags) });
  const { drift } = await import("../../pipeline/drift.ts");
  const { renderDrift } = await import("../../report/screen/drift-text.ts");
  const connect = source.of === "run" ? connectAgain(command, context, flags) : connectWith(context, flags);
  const { summary, lines, files, exitCode } = await drift(
    {
      ...{ source, connect, concurrency: flags.concurrency, language: context.language },
      ...(flags.only ? { only: flags.only } : {}),
      ...(flags.out ? { outFolder: flags.out } : {}),
      ...(flags.csvDelimiter ? { csvDelimiter: flags.csvDelimiter } : {}),
    },
    await runContextOf(context, screen, flags),
  );
  const { out } = context.streams;
  if (flags.json)
    out.write(`${JSON.stringify({ ...summary, lines: speak(lines, context.language), files }, null, 2)}\n`);
  else {
    screen.put(
      renderDrift(summary, lines, { width: widthOf(out), palette: paletteOf(out), language: context.language }),
    );
    screen.put(`\n${files.join("\n")}`);
  }
  context.exit(exitCode);
}

async function sourceOf(inputs: readonly string[], flags: Flags, context: CommandContext): Promise<DriftSource> {
  const [named] = inputs;
  if (inputs.length === 1 && named !== undefined && runId.test(named)) return { of: "run", runId: named };
  if (inputs.length === 0 && !flags.sheet) return { of: "applied" };
  return { of: "batch", batch: await batchOf(inputs, flags, context) };
}
