/** `remind`: the consent mail again, to the users of a run who have not consented yet. */
import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import { connectAgain } from "../auth/connect-again.ts";
import { type CommandContext, runContextOf } from "../command-context.ts";
import { type ApplyFlags, callOptions } from "../flags/apply-options.ts";
import { addFleetFlags, type FleetFlags, fleetOptions } from "../flags/fleet-options.ts";
import { addCsvFlag, addDoerFlags, addEngineFlags, addOutputFlags, addTargetFlags } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen, showRunEnd } from "../screen/screen.ts";

export function addRemind(program: Command, context: CommandContext): void {
  const command = program.command("remind").description(help("remind")).argument("<run-id>", help("remind_argument"));
  addFurtherHelp(command, {
    text: "remind_further",
    examples: ["wholesale-import remind 20261122-020007-k3f9"],
  });
  addDoerFlags(addCsvFlag(addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(command))))))
    .option("--out <dir>", help("out_too_flag"))
    .option("-y, --yes", help("yes_flag"))
    .action(async (runId: string, flags: ApplyFlags & FleetFlags) => {
      const screen = openScreen(flags, context);
      screen.open("remind", { run: { runId } });
      const { remind } = await import("../../pipeline/remind.ts");
      const options = {
        ...{ ...callOptions(flags, context), language: context.language },
        ...(await fleetOptions(flags, context, screen)),
      };
      const connect = connectAgain(command, context, flags);
      const end = await remind(runId, options, connect, await runContextOf(context, screen, flags));
      if (!end) return screen.put(screen.voice("nothing_to_remind", { runId }));
      showRunEnd(screen, end, flags);
      context.exit(end.exitCode);
    });
}
