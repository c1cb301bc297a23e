/** `apply`: plan the batch, ask, carry it out. */
import type { Command } from "commander";
import { defaultRetryLimits } from "../../engine/retry-delay.ts";
import type { SavedPlan } from "../../model/plan-line.ts";
import type { PlanCounts, TargetFacts } from "../../model/run-event.ts";
import { UserError } from "../../model/user-error.ts";
import type { RunEnd } from "../../pipeline/end-run.ts";
import { type ApplyOptions, alwaysRefresh } from "../../pipeline/request.ts";
import { resumeCommand, withState } from "../../pipeline/typed-commands.ts";
import type { Refresh } from "../../plan/fresh-rows.ts";
import { batchOf } from "../batch-of.ts";
import { ask, type CommandContext, connectWith, surroundingsOf } from "../command-context.ts";
import { addFleetFlags, type FleetFlags, fleetOptions } from "../fleet-options.ts";
import {
  addEngineFlags,
  addOutputFlags,
  addReadingFlags,
  addRefreshFlags,
  addTargetFlags,
  type OutputFlags,
  onlyCustomer,
  positiveInteger,
  type ReadingFlags,
  type RefreshFlags,
  type TargetFlags,
} from "../options.ts";
import { openScreen, type Screen } from "../screen.ts";

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

export function addApply(program: Command, context: CommandContext): void {
  const command = program
    .command("apply")
    .description("check the sheets, plan, and provision: templates, customers, locations, numbers, users, roles")
    .argument("<input...>", "folders, files or workbooks");
  const withTarget = addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(addReadingFlags(command)))));
  addRefreshFlags(addApplyFlags(withTarget), "always")
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import apply samples                      rehearse on the built-in simulator
  wholesale-import apply batch.xlsx --target webex    provision for real; asks first
  wholesale-import apply users.csv --target webex --yes --out results`,
    )
    .action((inputs: string[], flags: ApplyFlags & FleetFlags) => runApply(inputs, flags, context));
}

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

async function runApply(
  inputs: readonly string[],
  flags: ApplyFlags & FleetFlags,
  context: CommandContext,
): Promise<void> {
  const screen = openScreen(flags, context);
  const signedPlan = await readSignedPlan(inputs, flags);
  const options = { ...applyOptions(flags, context), ...(await fleetOptions(flags, context, screen)) };
  const request = {
    batch: batchOf(signedPlan?.inputs ?? inputs, flags),
    options: signedPlan ? { ...options, ...chosenIn(signedPlan), signedPlan } : options,
    connect: connectWith(context, signedPlan ? { ...flags, target: signedPlan.target.name } : flags),
  };
  const { apply } = await import("../../pipeline/apply.ts");
  const end = await apply(request, await surroundingsOf(context, screen, flags));
  showRunEnd(screen, end, flags);
  context.exit(end.exitCode);
}

/** What the plan was made with, whatever the flags are now. */
function chosenIn({ isRemovingPackages, isPrechecking = false, only, limit }: SavedPlan): Partial<ApplyOptions> {
  return { isRemovingPackages, isPrechecking, ...(only ? { only } : {}), ...(limit ? { limit } : {}) };
}

/** `apply plan.json`: the plan says what to read, and for which target it was made. */
async function readSignedPlan(inputs: readonly string[], { target }: ApplyFlags): Promise<SavedPlan | undefined> {
  const [path] = inputs;
  if (inputs.length !== 1 || !path?.endsWith(".json")) return undefined;
  const { readPlan } = await import("../../pipeline/saved-plan.ts");
  const signed = await readPlan(path);
  if (target === undefined || target === signed.target.name) return signed;
  throw new UserError(
    "plan_for_other_target",
    `${path} was made for ${signed.target.name}, and --target says ${target}.`,
    "Leave --target out, or make a plan for it: wholesale-import plan <input> --target <target> --out plan.json.",
  );
}

/** The end of a run, and what to type next. */
export function showRunEnd(screen: Screen, end: RunEnd, { state }: Pick<ApplyFlags, "state">): void {
  const canRetry = end.written.failed.length > 0 && !end.stopped;
  screen.showEnd(end.written, canRetry ? { nextCommand: withState("wholesale-import retry", state) } : {});
  if (!end.isResumable) return;
  screen.say(`\nnothing is lost; go on with: ${resumeCommand(end.runId, state)}`);
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
    limits: {
      concurrency: flags.concurrency,
      perCustomer: flags.perCustomer,
      provisioningTimeoutMs: flags.provisioningTimeout,
      retry: { ...defaultRetryLimits, maxWaitMs: flags.maxWait },
      ...(flags.stopAfterErrors ? { stopAfterErrors: flags.stopAfterErrors } : {}),
    },
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
