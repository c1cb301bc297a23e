/** `plan`: what apply would do, without doing it. */

import type { Command } from "commander";
import { quoteForShell } from "../../model/shell-text.ts";
import { help } from "../../model/words/help-texts.ts";
import type { Voice } from "../../model/words/text.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import { withState } from "../../run/typed-commands.ts";
import { type CommandContext, connectWith, plannedTarget, runContextOf } from "../command-context.ts";
import { type ApplyFlags, wishesOf } from "../flags/apply-options.ts";
import { batchOf } from "../flags/batch-of.ts";
import {
  addCsvFlag,
  addEngineFlags,
  addOutputFlags,
  addReadingFlags,
  addRefreshFlags,
  addTargetFlags,
} from "../flags/options.ts";
import { addRunFlags } from "../flags/run-flags.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen } from "../screen/screen.ts";

/** Where the plan lies, and what to type next. */
function describeSaved(path: string, readable: string, state: string, say: Voice): string {
  const next = withState(`wholesale-import apply ${quoteForShell(path)}`, state);
  return `\n${say("plan_saved", { path: toPrintable(path), readable: toPrintable(readable), next })}`;
}

export function addPlan(program: Command, context: CommandContext): void {
  const command = program.command("plan").description(help("plan")).argument("[input...]", help("input_argument"));
  addFurtherHelp(command, {
    examples: [
      "wholesale-import plan samples",
      "wholesale-import plan batch.xlsx --target webex --precheck",
      "wholesale-import plan batch.xlsx --target webex --out plan.json",
      "wholesale-import apply plan.json --target webex",
    ],
  });
  addCsvFlag(
    addRunFlags(
      addRefreshFlags(addTargetFlags(addEngineFlags(addOutputFlags(addReadingFlags(command)))), "always"),
      "plan",
    ),
  )
    .option("--out <file>", help("plan_out_flag"))
    .action(async (inputs: string[], flags: ApplyFlags) => {
      const screen = openScreen(flags, context);
      screen.open("plan", { target: plannedTarget(flags) });
      const request = {
        batch: await batchOf(inputs, flags, context),
        connect: connectWith(context, flags),
        ...wishesOf(flags, context),
        concurrency: flags.concurrency,
      };
      const { plan } = await import("../../pipeline/plan.ts");
      const { savePlan } = await import("../../planning/saved-plan.ts");
      const planned = await plan(request, await runContextOf(context, screen, flags));
      const readable = flags.out && (await savePlan(flags.out, planned.plan, context.language, flags.csvDelimiter));
      screen.showPlan(planned);
      const files = flags.out && readable ? [flags.out, readable] : [];
      screen.emit({ type: "ended", exitCode: planned.exitCode, files });
      if (flags.out && readable) screen.say(describeSaved(flags.out, readable, flags.state, screen.voice));
      context.exit(planned.exitCode);
    });
}
