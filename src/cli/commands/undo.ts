/** `undo`: take back what a run created. */
import type { Command } from "commander";
import type { TargetFacts } from "../../model/run-event.ts";
import { UserError } from "../../model/user-error.ts";
import type { UndoOptions, UndoPlan } from "../../pipeline/undo.ts";
import { formatNumberOf } from "../../report/text-layout.ts";
import { askFor, type CommandContext, surroundingsOf } from "../command-context.ts";
import { connectAgain } from "../connect-again.ts";
import {
  addEngineFlags,
  addOutputFlags,
  addTargetFlags,
  limitsOf,
  type OutputFlags,
  positiveInteger,
  type TargetFlags,
} from "../options.ts";
import { openScreen, type Screen, showRunEnd } from "../screen.ts";

type Flags = OutputFlags & TargetFlags & { readonly customers?: number; readonly out?: string };

export function addUndo(program: Command, context: CommandContext): void {
  const command = program
    .command("undo")
    .description("take back what a run created: roles, users, whole customers; shows its plan first")
    .argument("<run-id>", "the run, as `wholesale-import runs` lists it");
  addTargetFlags(addEngineFlags(addOutputFlags(command)))
    .option("--customers <n>", "how many customers this takes from, said instead of typed", positiveInteger)
    .option("--out <dir>", "write the result files there too")
    .addHelpText(
      "after",
      `
What changed since the run, and what no call of Webex removes, stays and is listed with the place in Control Hub.

Examples:
  wholesale-import undo 20261122-020007-k3f9
  wholesale-import undo 20261122-020007-k3f9 --customers 12    where there is no terminal to type on`,
    )
    .action(async (runId: string, flags: Flags) => {
      const screen = openScreen(flags, context);
      screen.open("undo", { run: { runId } });
      const options = undoOptions(flags, screen, context);
      const { undo } = await import("../../pipeline/undo.ts");
      const end = await undo(
        runId,
        options,
        connectAgain(command, context, flags),
        await surroundingsOf(context, screen, flags),
      );
      showRunEnd(screen, end, flags);
      context.exit(end.exitCode);
    });
}

function undoOptions(flags: Flags, screen: Screen, context: CommandContext): UndoOptions {
  return {
    limits: limitsOf(flags),
    ...(flags.out ? { outFolder: flags.out } : {}),
    confirm: (plan, target) => confirm(plan, target, flags, screen, context),
  };
}

/** The simulator never asks. Webex wants the number of customers, which only who has read the plan knows. */
async function confirm(
  plan: UndoPlan,
  target: TargetFacts,
  flags: Flags,
  screen: Screen,
  context: CommandContext,
): Promise<boolean> {
  const { touched, whole } = plan.customers;
  screen.showUndo(plan.rows());
  screen.say(
    touched === 0
      ? "\nthere is nothing to take back"
      : `\ntakes from ${formatNumberOf(touched, "customer")}, ${whole} of them as a whole`,
  );
  if (touched === 0 || target.name === "simulator") return true;
  const typed = flags.customers ?? (await askHowMany(context));
  if (typed === touched) return true;
  throw new UserError(
    "not_confirmed",
    `The plan takes from ${formatNumberOf(touched, "customer")}, and not from ${typed}: nothing was removed.`,
    "Read the plan above once more, and say how many customers it takes from.",
  );
}

async function askHowMany(context: CommandContext): Promise<number> {
  if (!context.input.isTTY) {
    throw new UserError(
      "not_confirmed",
      "There is no terminal to type the number of customers on: nothing was removed.",
      "Read the plan above, and add --customers <n>.",
    );
  }
  return Number(await askFor(context, "Type the number of customers that this takes from, to go on:"));
}
