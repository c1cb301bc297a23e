/** `resume`: go on with a run that was interrupted, or has pending rows. */
import type { Command } from "commander";
import { type ApplyFlags, applyOptions } from "../apply-options.ts";
import { type CommandContext, surroundingsOf } from "../command-context.ts";
import { connectAgain } from "../connect-again.ts";
import { isGiven } from "../fill-flags.ts";
import { addFleetFlags, type FleetFlags, fleetOptions } from "../fleet-options.ts";
import { addEngineFlags, addOutputFlags, addTargetFlags, positiveInteger } from "../options.ts";
import { openScreen, showRunEnd } from "../screen.ts";

export function addResume(program: Command, context: CommandContext): void {
  const command = program
    .command("resume")
    .description("go on with an interrupted or pending run; nothing is done twice")
    .argument("[run-id]", "the run; default: the newest");
  addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(command))))
    .option("--out <dir>", "write the result files there too")
    .option("--stop-after-errors <n>", "stop when so many operations have failed", positiveInteger)
    .option("--yes", "do not ask before writing to webex, where the run has not asked yet")
    .addHelpText("after", "\nExamples:\n  wholesale-import resume\n  wholesale-import resume 20261122-020007-k3f9")
    .action(async (runId: string | undefined, flags: ApplyFlags & FleetFlags) => {
      const screen = openScreen(flags, context);
      screen.open("resume", { run: { runId } });
      const { resume } = await import("../../pipeline/apply.ts");
      const surroundings = await surroundingsOf(context, screen, flags);
      const { engine, ...flagsOfRun } = flags;
      const fleet = { ...flagsOfRun, ...(engine && isGiven(command, "engine") ? { engine } : {}) };
      const end = await resume(
        runId,
        { ...applyOptions(flags, context), ...(await fleetOptions(fleet, context, screen)) },
        connectAgain(command, context, flags),
        surroundings,
      );
      showRunEnd(screen, end, flags);
      context.exit(end.exitCode);
    });
}
