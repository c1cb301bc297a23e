/** `undo`: take back what a run created. */

import type { Command } from "commander";
import type { TargetFacts } from "../../model/run-event.ts";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text, type Voice } from "../../model/words/text.ts";
import type { UndoOptions, UndoPlan } from "../../pipeline/undo.ts";
import { askFor } from "../ask.ts";
import { connectAgain } from "../auth/connect-again.ts";
import { type CommandContext, runContextOf } from "../command-context.ts";
import {
  addCsvFlag,
  addDoerFlags,
  addEngineFlags,
  addOutputFlags,
  addTargetFlags,
  type DoerFlags,
  limitsOf,
  type OutputFlags,
  positiveInteger,
  type ResultFlags,
  resultOptions,
  type TargetFlags,
} from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen, type Screen, showRunEnd } from "../screen/screen.ts";

type Flags = DoerFlags &
  OutputFlags &
  Pick<ResultFlags, "csvDelimiter"> &
  TargetFlags & { readonly customers?: number; readonly out?: string };

export function addUndo(program: Command, context: CommandContext): void {
  const command = program.command("undo").description(help("undo")).argument("<run-id>", help("undo_argument"));
  addFurtherHelp(command, {
    text: "undo_further",
    examples: [
      "wholesale-import undo 20261122-020007-k3f9",
      ["wholesale-import undo 20261122-020007-k3f9 --customers 12", "undo_without_terminal"],
    ],
  });
  addDoerFlags(addCsvFlag(addTargetFlags(addEngineFlags(addOutputFlags(command)))))
    .option("--customers <n>", help("undo_customers_flag"), positiveInteger)
    .option("--out <dir>", help("out_too_flag"))
    .action(async (runId: string, flags: Flags) => {
      const screen = openScreen(flags, context);
      screen.open("undo", { run: { runId } });
      const options = undoOptions(flags, screen, context);
      const { undo } = await import("../../pipeline/undo.ts");
      const end = await undo(
        runId,
        options,
        connectAgain(command, context, flags),
        await runContextOf(context, screen, flags),
      );
      showRunEnd(screen, end, flags);
      context.exit(end.exitCode);
    });
}

function undoOptions(flags: Flags, screen: Screen, context: CommandContext): UndoOptions {
  return {
    limits: limitsOf(flags),
    ...(flags.out ? { outFolder: flags.out } : {}),
    files: { ...resultOptions(flags), language: context.language },
    confirm: (plan, target) => confirm(plan, target, flags, screen, context),
  };
}

/** `removes 12 customers completely, with 200 users`. */
function describeUndo({ customers: { touched, whole }, rows }: UndoPlan, say: Voice): string {
  if (touched === 0) return say("undo_nothing");
  let users = 0;
  for (const { at, action } of rows()) if (at.sheet === "users" && action === "delete") users += 1;
  return whole === touched
    ? say("undo_removes_whole", { customers: whole, users })
    : say("undo_affects", { customers: touched, whole, users });
}

/** The simulator never asks. Webex wants the number of customers, which only who has read the plan knows. */
async function confirm(
  plan: UndoPlan,
  target: TargetFacts,
  flags: Flags,
  screen: Screen,
  context: CommandContext,
): Promise<boolean> {
  const { touched } = plan.customers;
  screen.showUndo(plan.rows());
  screen.put(`\n${describeUndo(plan, screen.voice)}`);
  if (touched === 0 || target.name === "simulator") return true;
  const typed = flags.customers ?? (await askHowMany(context, screen.voice));
  if (typed === touched) return true;
  throw new UserError(
    "not_confirmed",
    text("undo_other_number", { customers: touched, typed: String(typed) }),
    text("undo_read_plan_again"),
  );
}

async function askHowMany(context: CommandContext, say: Voice): Promise<number> {
  if (!context.input.isTTY) {
    throw new UserError("not_confirmed", text("undo_no_terminal"), text("undo_add_customers"));
  }
  return Number((await askFor(context, `${say("undo_type_number")} `)) ?? "");
}
