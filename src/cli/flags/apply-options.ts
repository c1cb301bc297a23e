/** Flags of the commands that plan and carry out, and the options of the pipeline that they make. */

import type { Command } from "commander";
import type { PlanCounts, TargetFacts } from "../../model/run-event.ts";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text, type Voice, voiceOf } from "../../model/words/text.ts";
import { alwaysRefresh, type Refresh } from "../../run/defaults.ts";
import type { ApplyOptions, CallOptions, RunWishes } from "../../run/options.ts";
import { ask, askFor } from "../ask.ts";
import type { CommandContext } from "../command-context.ts";
import { describeTarget } from "../screen/event-text.ts";
import {
  addDoerFlags,
  addResultFlags,
  type DoerFlags,
  limitsOf,
  type OutputFlags,
  positiveInteger,
  type ReadingFlags,
  type RefreshFlags,
  type ResultFlags,
  readLimitsOf,
  resultOptions,
  type TargetFlags,
} from "./options.ts";
import { addRunFlags, runOptionsOf } from "./run-flags.ts";

export type ApplyFlags = DoerFlags &
  ReadingFlags &
  ResultFlags &
  OutputFlags &
  Partial<RefreshFlags> &
  TargetFlags & {
    readonly stopAfterErrors?: number;
    readonly out?: string;
  };

export function addStopFlag(command: Command): Command {
  return command.option("--stop-after-errors <n>", help("stop_after_errors_flag"), positiveInteger);
}

/** Flags of commands that write to the target by a plan of their own. */
export function addApplyFlags(command: Command): Command {
  return addDoerFlags(addStopFlag(addRunFlags(addResultFlags(command), "apply")))
    .option("--out <dir>", help("out_too_flag"))
    .option("-y, --yes", help("yes_flag"));
}

/** What the flags ask of a run, whichever command begins it. */
export function wishesOf(flags: ApplyFlags, { language }: Pick<CommandContext, "language">): RunWishes {
  return {
    ...runOptionsOf(flags),
    language,
    refresh: refreshOf(flags),
  };
}

export function applyOptions(flags: ApplyFlags, context: CommandContext): ApplyOptions {
  return { ...wishesOf(flags, context), ...callOptions(flags, context) };
}

/** What the flags say for this call alone: a run that goes on has its own wishes. */
export function callOptions(flags: ApplyFlags, context: CommandContext): CallOptions {
  return {
    limits: { ...limitsOf(flags), ...(flags.stopAfterErrors ? { stopAfterErrors: flags.stopAfterErrors } : {}) },
    ...(flags.out ? { outFolder: flags.out } : {}),
    files: resultOptions(flags),
    reading: readLimitsOf(flags),
    confirm: (counts, target) => confirm(counts, target, flags, context),
    ...(context.input.isTTY ? { confirmRemovals: (removals, of) => confirmRemovals(removals, of, context) } : {}),
  };
}

/** Retried rows were refused: they are asked about. */
function refreshOf({ refresh, refreshAfter }: Partial<RefreshFlags>): Refresh {
  return { mode: refresh ?? alwaysRefresh.mode, afterMs: refreshAfter ?? alwaysRefresh.afterMs };
}

/** `Create 182 and update 26 rows? target: Webex, organization Example Telecom, at https://...` */
export function describeChange(counts: PlanCounts, target: TargetFacts, say: Voice): string {
  const { create, update, delete: remove = 0 } = counts;
  return `${describeTarget(target, say)}\n${say("carry_out_there", { create, update, remove })}`;
}

/** Whoever types the number has read it: a yes does not count. */
async function confirmRemovals(removals: number, of: "users" | "customers", context: CommandContext): Promise<boolean> {
  const say = voiceOf(context.language);
  const question = of === "users" ? say("type_removals", { removals }) : say("type_customers", { customers: removals });
  return (await askFor(context, question)) === String(removals);
}

/** The simulator never asks; webex asks on a terminal, and wants `--yes` where there is none. */
async function confirm(
  counts: PlanCounts,
  target: TargetFacts,
  flags: ApplyFlags,
  context: CommandContext,
): Promise<boolean> {
  if (target.name === "simulator" || flags.yes) return true;
  if (!context.input.isTTY) {
    throw new UserError("not_confirmed", text("nobody_to_ask_nothing_changed"), text("look_at_plan_then_yes"));
  }
  return ask(context, describeChange(counts, target, voiceOf(context.language)));
}
