/** `plan`: what apply would do, without doing it. */
import type { Command } from "commander";
import { type ApplyFlags, addPlanFlags, refreshOf } from "../apply-options.ts";
import { batchOf } from "../batch-of.ts";
import { type CommandContext, connectWith, plannedTarget, surroundingsOf } from "../command-context.ts";
import { addEngineFlags, addOutputFlags, addReadingFlags, addRefreshFlags, addTargetFlags } from "../options.ts";
import { openScreen } from "../screen.ts";

export function addPlan(program: Command, context: CommandContext): void {
  const command = program
    .command("plan")
    .description("check the sheets, read what exists, and show what apply would create, change and leave alone")
    .argument("<input...>", "folders, files or workbooks");
  addPlanFlags(addRefreshFlags(addTargetFlags(addEngineFlags(addOutputFlags(addReadingFlags(command)))), "always"))
    .option("--out <file>", "save the plan, for apply")
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import plan samples
  wholesale-import plan batch.xlsx --target webex --precheck
  wholesale-import plan batch.xlsx --target webex --out plan.json
  wholesale-import apply plan.json --target webex`,
    )
    .action(async (inputs: string[], flags: ApplyFlags) => {
      const screen = openScreen(flags, context);
      screen.open("plan", { target: plannedTarget(flags) });
      const request = {
        batch: batchOf(inputs, flags),
        connect: connectWith(context, flags),
        isRemovingPackages: flags.removeMissingPackages === true,
        isPrechecking: flags.precheck === true,
        selection: { ...(flags.only ? { only: flags.only } : {}), ...(flags.limit ? { limit: flags.limit } : {}) },
        refresh: refreshOf(flags),
        concurrency: flags.concurrency,
      };
      const { plan } = await import("../../pipeline/plan.ts");
      const { savePlan } = await import("../../pipeline/saved-plan.ts");
      const planned = await plan(request, await surroundingsOf(context, screen, flags));
      const readable = flags.out && (await savePlan(flags.out, planned.plan));
      screen.showPlan(planned);
      if (flags.out)
        screen.say(`\nread    ${readable}\nsaved   ${flags.out}, then: wholesale-import apply ${flags.out}`);
      context.exit(planned.exitCode);
    });
}
