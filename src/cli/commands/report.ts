/** `report`: the result files of a run, written again from its journal. */
import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";
import { refuseOtherTarget } from "../connect-again.ts";
import { addOutputFlags, addStateFlag, addTargetFlags, type OutputFlags, type TargetFlags } from "../options.ts";
import { openScreen } from "../screen.ts";

type Flags = OutputFlags &
  Pick<TargetFlags, "target" | "baseUrl" | "scimBaseUrl" | "onBehalfOf"> & {
    readonly state: string;
    readonly out?: string;
  };

export function addReport(program: Command, context: CommandContext): void {
  const command = program
    .command("report")
    .description("write the result files of a run again, from its journal")
    .argument("[run-id]", "the run; default: the newest");
  addTargetFlags(addStateFlag(addOutputFlags(command)))
    .option("--out <dir>", "write them there instead of into the run's folder")
    .addHelpText(
      "after",
      "\nExamples:\n  wholesale-import report\n  wholesale-import report 20261122-020007-k3f9 --out results",
    )
    .action(async (runId: string | undefined, flags: Flags) => {
      const { report } = await import("../../pipeline/report.ts");
      const { readRunLine } = await import("../../pipeline/runs.ts");
      const { target } = await readRunLine(flags.state, runId);
      if (target) refuseOtherTarget(command, flags, target);
      openScreen(flags, context).showEnd(await report(runId, flags.state, flags.out));
    });
}
