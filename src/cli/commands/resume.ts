/** `resume`: go on with a run that was interrupted, or has pending rows. */

import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import { connectAgain } from "../auth/connect-again.ts";
import { type CommandContext, runContextOf } from "../command-context.ts";
import { type ApplyFlags, addStopFlag, callOptions } from "../flags/apply-options.ts";
import { isGiven } from "../flags/fill-flags.ts";
import { addFleetFlags, type FleetFlags, fleetOptions } from "../flags/fleet-options.ts";
import {
  addDoerFlags,
  addEngineFlags,
  addOutputFlags,
  addResultFlags,
  addTargetFlags,
  filesOfRun,
} from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen, showRunEnd } from "../screen/screen.ts";

export function addResume(program: Command, context: CommandContext): void {
  const command = program
    .command("resume")
    .description(help("resume_summary"))
    .argument("[run-id]", help("resume_argument"));
  addFurtherHelp(command, {
    examples: ["wholesale-import resume", "wholesale-import resume 20261122-020007-k3f9"],
  });
  addDoerFlags(addStopFlag(addResultFlags(addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(command)))))))
    .option("--out <dir>", help("out_too_flag"))
    .option("-y, --yes", help("resume_yes_flag"))
    .action(async (named: string | undefined, flags: ApplyFlags & FleetFlags) => {
      const screen = openScreen(flags, context);
      const open = (runId: string) => screen.open("resume", { run: { runId } });
      if (named !== undefined) open(named);
      const { findResumable } = await import("../../run/resumable-run.ts");
      const { runId } = await findResumable(flags.state, named);
      if (named === undefined) open(runId);
      const { resume } = await import("../../pipeline/resume.ts");
      const runContext = await runContextOf(context, screen, flags);
      const { engine, ...flagsOfRun } = flags;
      const fleet = { ...flagsOfRun, ...(engine && isGiven(command, "engine") ? { engine } : {}) };
      const end = await resume(
        runId,
        {
          ...callOptions(flags, context),
          files: filesOfRun(command, flags),
          ...(await fleetOptions(fleet, context, screen)),
        },
        connectAgain(command, context, flags),
        runContext,
      );
      showRunEnd(screen, end, flags);
      context.exit(end.exitCode);
    });
}
