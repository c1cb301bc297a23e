/** Flags of the commands that plan and carry out, and the options of the pipeline that they make. */
import type { Command } from "commander";
import type { PlanCounts, TargetFacts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { type ApplyOptions, alwaysRefresh } from "../pipeline/request.ts";
import type { Refresh } from "../plan/fresh-rows.ts";
import { ask, type CommandContext } from "./command-context.ts";
import {
  limitsOf,
  type OutputFlags,
  onlyCustomer,
  positiveInteger,
  type ReadingFlags,
  type RefreshFlags,
  type TargetFlags,
} from "./options.ts";

export type ApplyFlags = ReadingFlags &
  OutputFlags &
  Partial<RefreshFlags> &
  TargetFlags & {
    readonly strict?: true;
    readonly removeMissingPackages?: true;
    readonly precheck?: true;
    readonly stopAfterErrors?: number;
    readonly only?: readonly string[];
    readonly limit?: number;
    readonly maxChanges?: number;
    readonly out?: string;
  };

/** Flags that say what is planned. */
export function addPlanFlags(command: Command): Command {
  return command
    .option("--remove-missing-packages", "take packages away that a customer has and the sheet does not name")
    .option("--only <customer=id>", "only this customer, by external id; several", onlyCustomer)
    .option("--limit <n>", "only the first customers of the batch (a pilot)", positiveInteger)
    .option("--precheck", "ask Webex's own checks first about customers and users to be created");
}

/** Flags of commands that write to the target by a plan of their own. */
export function addApplyFlags(command: Command): Command {
  return addPlanFlags(command)
    .option("--strict", "do nothing when any row is not valid")
    .option("--max-changes <n>", "refuse to start when more rows would be created or changed", positiveInteger)
    .option("--stop-after-errors <n>", "stop when so many operations have failed", positiveInteger)
    .option("--out <dir>", "write the result files there too")
    .option("--yes", "do not ask before writing to webex");
}

export function applyOptions(flags: ApplyFlags, context: CommandContext): ApplyOptions {
  return {
    isStrict: flags.strict === true,
    isRemovingPackages: flags.removeMissingPackages === true,
    isPrechecking: flags.precheck === true,
    refresh: refreshOf(flags),
    ...(flags.only ? { only: flags.only } : {}),
    ...(flags.limit ? { limit: flags.limit } : {}),
    ...(flags.maxChanges ? { maxChanges: flags.maxChanges } : {}),
    limits: { ...limitsOf(flags), ...(flags.stopAfterErrors ? { stopAfterErrors: flags.stopAfterErrors } : {}) },
    ...(flags.out ? { outFolder: flags.out } : {}),
    confirm: (counts, target) => confirm(counts, target, flags, context),
  };
}

/** Retried rows were refused: they are asked about. */
export function refreshOf({ refresh, refreshAfter }: Partial<RefreshFlags>): Refresh {
  return { mode: refresh ?? alwaysRefresh.mode, afterMs: refreshAfter ?? alwaysRefresh.afterMs };
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
    throw new UserError(
      "not_confirmed",
      "There is no terminal to ask on, and --yes was not given: nothing was changed.",
      "Look at the plan (wholesale-import plan), then add --yes.",
    );
  }
  return ask(context, `Create ${counts.create} and update ${counts.update} rows at ${target.baseUrl}?`);
}
