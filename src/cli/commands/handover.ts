/** `handover`: a page and a CSV file for each customer of a run. */

import type { Command } from "commander";
import { exitCodes } from "../../model/exit-codes.ts";
import { help } from "../../model/words/help-texts.ts";
import { text } from "../../model/words/text.ts";
import { planFlags } from "../../run/run-flags.ts";
import { refuseOtherTarget } from "../auth/connect-again.ts";
import { type CommandContext, runContextOf } from "../command-context.ts";
import {
  addCsvFlag,
  addQuietFlag,
  addStateFlag,
  addTargetFlags,
  filesOfRun,
  type OutputFlags,
  oneLine,
  onlyCustomer,
  type ResultFlags,
  type TargetFlags,
} from "../flags/options.ts";
import { addFurtherHelp, DeclaredOption } from "../program-command.ts";
import { openScreen } from "../screen/screen.ts";

type Flags = OutputFlags &
  Pick<ResultFlags, "csvDelimiter"> &
  TargetFlags & {
    readonly out: string;
    readonly only?: readonly string[];
    readonly brand?: string;
    readonly logo?: string;
  };

export function addHandover(program: Command, context: CommandContext): void {
  const command = program
    .command("handover")
    .description(help("handover"))
    .argument("<run-id>", help("handover_argument"));
  addFurtherHelp(command, {
    text: "handover_further",
    examples: [
      "wholesale-import handover 20261122-020007-k3f9 --out handover",
      'wholesale-import handover 20261122-020007-k3f9 --out handover --brand "Example Telecom" --logo logo.svg',
      "wholesale-import handover 20261122-020007-k3f9 --out handover --only NL-1001 --language nl",
    ],
  });
  addCsvFlag(addTargetFlags(addStateFlag(addQuietFlag(command))))
    .requiredOption("--out <dir>", help("handover_out_flag"))
    .option("--brand <name>", help("brand_flag"), oneLine)
    .option("--logo <file>", help("logo_flag"))
    .addOption(new DeclaredOption(planFlags.only.flag, planFlags.only.help).argParser(onlyCustomer))
    .option("--json", help("handover_json_flag"))
    .action((runId: string, flags: Flags) => writeHandover(command, runId, flags, context));
}

async function writeHandover(command: Command, runId: string, flags: Flags, context: CommandContext): Promise<void> {
  const { state, out, brand, logo, only, json } = flags;
  const { readRunLine } = await import("../../run/runs.ts");
  const { target } = await readRunLine(state, runId);
  if (target) refuseOtherTarget(command, flags, target);
  const { handover } = await import("../../pipeline/handover.ts");
  const screen = openScreen({ quiet: flags.quiet ?? json ?? false }, context);
  const { language, csvDelimiter } = filesOfRun(command, flags);
  const written = await handover(
    {
      ...{ runId, outFolder: out },
      ...(brand === undefined ? {} : { brand }),
      ...(logo === undefined ? {} : { logo }),
      ...(only ? { only } : {}),
      ...(language ? { language } : {}),
      ...(csvDelimiter ? { csvDelimiter } : {}),
    },
    await runContextOf(context, screen, flags),
  );
  const { customers, notHandedOver } = written;
  context.exit(notHandedOver.length > 0 ? exitCodes.badRows : exitCodes.allRight);
  if (json) return void context.streams.out.write(`${JSON.stringify(written, null, 2)}\n`);
  screen.put(screen.voice("handover_written", { customers: customers.length, folder: out }));
  const open = customers.filter(({ tasks }) => tasks > 0).length;
  if (open > 0) screen.put(screen.voice("handover_with_tasks", { customers: open }));
  for (const { customer, reason } of notHandedOver)
    screen.put(screen.voice("handover_left_out", { customer, reason: text(`handover_reason_${reason}`) }));
}
