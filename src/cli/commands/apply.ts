/** `apply`: plan the batch, ask, carry it out. */
import type { Command } from "commander";
import type { SavedPlan } from "../../model/plan-line.ts";
import { UserError } from "../../model/user-error.ts";
import type { ApplyOptions } from "../../pipeline/request.ts";
import { type ApplyFlags, addApplyFlags, applyOptions } from "../apply-options.ts";
import { batchOf } from "../batch-of.ts";
import { type CommandContext, connectWith, plannedTarget, surroundingsOf } from "../command-context.ts";
import { addFleetFlags, type FleetFlags, fleetOptions } from "../fleet-options.ts";
import { addEngineFlags, addOutputFlags, addReadingFlags, addRefreshFlags, addTargetFlags } from "../options.ts";
import { openScreen, showRunEnd } from "../screen.ts";

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

async function runApply(
  inputs: readonly string[],
  flags: ApplyFlags & FleetFlags,
  context: CommandContext,
): Promise<void> {
  const screen = openScreen(flags, context);
  const signedPlan = await readSignedPlan(inputs, flags);
  const targetFlags = signedPlan ? { ...flags, target: signedPlan.target.name } : flags;
  screen.open("apply", { target: plannedTarget(targetFlags) });
  const options = { ...applyOptions(flags, context), ...(await fleetOptions(flags, context, screen)) };
  const request = {
    batch: batchOf(signedPlan?.inputs ?? inputs, flags),
    options: signedPlan ? { ...options, ...chosenIn(signedPlan), signedPlan } : options,
    connect: connectWith(context, targetFlags),
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
