/** `retry`: a new run of the rows that were refused, as corrected, and of those not attempted. */

import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import { connectAgain } from "../auth/connect-again.ts";
import { type CommandContext, runContextOf } from "../command-context.ts";
import { type ApplyFlags, addApplyFlags, applyOptions } from "../flags/apply-options.ts";
import { addFleetFlags, type FleetFlags, fleetOptions } from "../flags/fleet-options.ts";
import { addEngineFlags, addOutputFlags, addTargetFlags, addUnpackedFlag } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen, showRunEnd } from "../screen/screen.ts";

export function addRetry(program: Command, context: CommandContext): void {
  const command = program
    .command("retry")
    .description(help("retry_summary"))
    .argument("[run-id]", help("run_argument"));
  addFurtherHelp(command, {
    examples: ["wholesale-import retry", "wholesale-import retry 20261122-020007-k3f9"],
  });
  addApplyFlags(addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(addUnpackedFlag(command))))))
    .option("--force", help("retry_force_flag"))
    .option("--mapping <file>", help("retry_mapping_flag"))
    .action(async (runId: string | undefined, flags: ApplyFlags & FleetFlags & { readonly force?: boolean }) => {
      const screen = openScreen(flags, context);
      screen.open("retry", { run: { runId } });
      const { retry } = await import("../../pipeline/retry.ts");
      const runContext = await runContextOf(context, screen, flags);
      const fleet = await fleetOptions(flags, context, screen);
      const options = {
        ...applyOptions(flags, context),
        ...fleet,
        isForced: flags.force === true,
        mapping: flags.mapping,
      };
      const end = await retry(runId, options, connectAgain(command, context, flags), runContext);
      showRunEnd(screen, end, flags);
      context.exit(end.exitCode);
    });
}
