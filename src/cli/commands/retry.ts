/** `retry`: a new run of the rows that were refused, as corrected, and of those not attempted. */
import type { Command } from "commander";
import { type ApplyFlags, addApplyFlags, applyOptions } from "../apply-options.ts";
import { type CommandContext, surroundingsOf } from "../command-context.ts";
import { connectAgain } from "../connect-again.ts";
import { addFleetFlags, type FleetFlags, fleetOptions } from "../fleet-options.ts";
import { addEngineFlags, addOutputFlags, addTargetFlags } from "../options.ts";
import { openScreen, showRunEnd } from "../screen.ts";

export function addRetry(program: Command, context: CommandContext): void {
  const command = program
    .command("retry")
    .description("a new run of the rows in failed/, as corrected, and of those not attempted")
    .argument("[run-id]", "the run; default: the newest");
  addApplyFlags(addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(command)))))
    .addHelpText("after", "\nExamples:\n  wholesale-import retry\n  wholesale-import retry 20261122-020007-k3f9")
    .action(async (runId: string | undefined, flags: ApplyFlags & FleetFlags) => {
      const screen = openScreen(flags, context);
      screen.open("retry", { run: { runId } });
      const { retry } = await import("../../pipeline/retry.ts");
      const surroundings = await surroundingsOf(context, screen, flags);
      const options = { ...applyOptions(flags, context), ...(await fleetOptions(flags, context, screen)) };
      const end = await retry(runId, options, connectAgain(command, context, flags), surroundings);
      showRunEnd(screen, end, flags);
      context.exit(end.exitCode);
    });
}
