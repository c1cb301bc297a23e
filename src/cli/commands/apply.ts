/** `apply`: plan the batch, ask, carry it out. */

import type { Command } from "commander";
import { assumed } from "../../model/measured-calls.ts";
import type { SavedPlan } from "../../model/plan-line.ts";
import type { TargetFacts } from "../../model/run-event.ts";
import { quoteForShell } from "../../model/shell-text.ts";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text } from "../../model/words/text.ts";
import type { DuePlan } from "../../pipeline/go-live.ts";
import type { Rehearsed } from "../../pipeline/rehearse.ts";
import { withState } from "../../run/typed-commands.ts";
import { type CommandContext, connectWith, plannedTarget, runContextOf, speedOf } from "../command-context.ts";
import { type ApplyFlags, addApplyFlags, applyOptions } from "../flags/apply-options.ts";
import { batchOf } from "../flags/batch-of.ts";
import { addFleetFlags, type FleetFlags, fleetOptions } from "../flags/fleet-options.ts";
import { addEngineFlags, addOutputFlags, addReadingFlags, addRefreshFlags, addTargetFlags } from "../flags/options.ts";
import { typedPlanFlags } from "../flags/run-flags.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen, type Screen, showRunEnd } from "../screen/screen.ts";

export function addApply(program: Command, context: CommandContext): void {
  const command = program
    .command("apply")
    .description(help("apply"))
    .argument("[input...]", help("input_or_plan_argument"));
  addFurtherHelp(command, {
    examples: [
      ["wholesale-import apply samples", "apply_rehearse"],
      ["wholesale-import apply batch.xlsx --target webex", "apply_for_real"],
      ["wholesale-import apply batch.xlsx --target webex --rehearse", "apply_on_copy"],
      "wholesale-import apply users.csv --target webex --yes --out results",
    ],
  });
  command
    .option("--due", help("due_flag"))
    .option("--rehearse", help("apply_rehearse_flag"))
    .option("--from-export <dir>", help("apply_from_export_flag"));
  const withTarget = addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(addReadingFlags(command)))));
  addRefreshFlags(addApplyFlags(withTarget), "always").action((inputs: string[], flags: Flags) =>
    flags.due ? applyDue(inputs, flags, context) : runApply(inputs, flags, context),
  );
}

type Flags = ApplyFlags & FleetFlags & { readonly due?: true; readonly rehearse?: true; readonly fromExport?: string };

/** What earlier runs have set a day for, and the day has come. */
async function applyDue(inputs: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  if (inputs.length > 0) throw new UserError("bad_flag", text("due_takes_no_input"), text("leave_out_due_or_input"));
  const screen = openScreen(flags, context);
  screen.open("apply", { target: plannedTarget(flags) });
  const { confirm, ...options } = { ...applyOptions(flags, context), ...(await fleetOptions(flags, context, screen)) };
  const { goLive } = await import("../../pipeline/go-live.ts");
  const ask = { ...options, confirm: (plan: DuePlan, target: TargetFacts) => confirm(plan.counts, target) };
  const end = await goLive(ask, connectWith(context, flags), await runContextOf(context, screen, flags));
  if (!end) return screen.put(screen.voice("nothing_due"));
  showRunEnd(screen, end, flags);
  context.exit(end.exitCode);
}

async function runApply(inputs: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  if (flags.fromExport !== undefined && !flags.rehearse)
    throw new UserError("bad_flag", text("from_export_without_rehearsal"), text("add_rehearse_or_leave_out"));
  const screen = openScreen(flags, context);
  const signedPlan = await readSignedPlan(inputs, flags);
  const targetFlags = signedPlan ? { ...flags, target: signedPlan.target.name } : flags;
  if (flags.rehearse) return rehearseApply({ inputs, signedPlan, flags: targetFlags }, screen, context);
  screen.open("apply", { target: plannedTarget(targetFlags) });
  const options = { ...applyOptions(flags, context), ...(await fleetOptions(flags, context, screen)) };
  const request = {
    batch: await batchOf(signedPlan?.inputs ?? inputs, { ...mappingOf(signedPlan), ...flags }, context),
    options: signedPlan ? { ...options, signedPlan } : options,
    connect: connectWith(context, targetFlags),
  };
  const { apply } = await import("../../pipeline/apply.ts");
  const end = await apply(request, await runContextOf(context, screen, flags));
  showRunEnd(screen, end, flags);
  if (signedPlan && end.stopped?.details)
    screen.fail(`\n${screen.voice("make_new_plan", { command: planAgain(signedPlan, inputs, flags.state) })}`);
  context.exit(end.exitCode);
}

type Asked = { readonly inputs: readonly string[]; readonly signedPlan: SavedPlan | undefined; readonly flags: Flags };

/** All of it but the sending: whatever is asked of a person is taken as granted. */
async function rehearseApply({ inputs, signedPlan, flags }: Asked, screen: Screen, context: CommandContext) {
  if (flags.engine === "temporal")
    throw new UserError("bad_flag", text("rehearsal_is_local"), text("leave_engine_or_rehearse_out"));
  const target = plannedTarget(flags);
  screen.open("apply --rehearse", { target });
  const options = { ...applyOptions(flags, context), confirm: async () => true };
  const removals = context.input.isTTY ? { confirmRemovals: async () => true } : {};
  const request = {
    batch: await batchOf(signedPlan?.inputs ?? inputs, { ...mappingOf(signedPlan), ...flags }, context),
    options: { ...options, ...removals, ...(signedPlan ? { signedPlan } : {}) },
    connect: connectWith(context, flags),
    target,
    settings: speedOf(flags),
    ...(flags.fromExport === undefined ? {} : { fromExport: flags.fromExport }),
  };
  const { rehearse } = await import("../../pipeline/rehearse.ts");
  const rehearsed = await rehearse(request, await runContextOf(context, screen, flags));
  showRehearsal(screen, rehearsed, flags);
  context.exit(rehearsed.end.exitCode);
}

/** The rows and why they would fail; then what it would take. */
function showRehearsal(screen: Screen, { end, rehearsal }: Rehearsed, { out }: Flags): void {
  const tookMs = (rehearsal?.seconds ?? 0) * 1_000;
  if (out === undefined) screen.showSummary(end.written.told, tookMs);
  else screen.showEnd({ ...end.written, failed: [] }, { tookMs });
  if (!rehearsal) return;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { measured } = rehearsal;
  const basis = measured
    ? text("rehearsed_as_measured", { answers: measured.answers, atIso: measured.at, timeZone })
    : text("rehearsed_as_assumed", { latencyMs: assumed.latencyMs, provisioningMs: assumed.provisioningTimeMs });
  const said = [
    text("rehearsed_calls", rehearsal.calls),
    basis,
    ...(rehearsal.limit === undefined ? [] : [text("simulator_limited", { limit: rehearsal.limit })]),
    text("rehearsed_end", { ...rehearsal, timeZone }),
  ];
  screen.put(`\n${said.map((each) => screen.voice(each)).join("\n")}`);
}

function mappingOf(plan: SavedPlan | undefined): Pick<ApplyFlags, "mapping"> {
  return plan?.mapping === undefined ? {} : { mapping: plan.mapping };
}

/** The command that made the plan. */
function planAgain({ inputs, target, mapping, ...chosen }: SavedPlan, paths: readonly string[], state: string): string {
  const words = [
    ...["wholesale-import", "plan", ...inputs, "--target", target.name],
    ...(target.baseUrl === plannedTarget({ target: target.name, state }).baseUrl ? [] : ["--base-url", target.baseUrl]),
    ...(target.onBehalfOf ? ["--on-behalf-of", target.onBehalfOf] : []),
    ...(mapping === undefined ? [] : ["--mapping", mapping]),
    ...typedPlanFlags(chosen),
    ...["--out", ...paths],
  ];
  return withState(words.map(quoteForShell).join(" "), state);
}

/** `apply plan.json`: the plan says what to read, and for which target it was made. */
async function readSignedPlan(inputs: readonly string[], { target }: ApplyFlags): Promise<SavedPlan | undefined> {
  const [path] = inputs;
  if (inputs.length !== 1 || !path?.endsWith(".json")) return undefined;
  const { readPlan } = await import("../../planning/saved-plan.ts");
  const signed = await readPlan(path);
  if (target === undefined || target === signed.target.name) return signed;
  throw new UserError(
    "plan_for_other_target",
    text("plan_for_other_target", { path, made: signed.target.name, asked: target }),
    text("leave_target_out_or_plan_again"),
  );
}
