/** `report`: the result files of a run, written again from its journal. */

import type { Command } from "commander";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text } from "../../model/words/text.ts";
import { refuseOtherTarget } from "../auth/connect-again.ts";
import type { CommandContext } from "../command-context.ts";
import {
  addQuietFlag,
  addResultFlags,
  addStateFlag,
  addTargetFlags,
  filesOfRun,
  type OutputFlags,
  type ResultFlags,
  type TargetFlags,
  wholeNumber,
} from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen } from "../screen/screen.ts";

type Flags = OutputFlags &
  ResultFlags &
  Pick<TargetFlags, "target" | "baseUrl" | "scimBaseUrl" | "onBehalfOf"> & {
    readonly state: string;
    readonly out?: string;
    readonly due?: number;
  };

export function addReport(program: Command, context: CommandContext): void {
  const command = program.command("report").description(help("report")).argument("[run-id]", help("run_argument"));
  addFurtherHelp(command, {
    examples: [
      "wholesale-import report",
      "wholesale-import report 20261122-020007-k3f9 --out results",
      ["wholesale-import report --due 7", "report_due"],
    ],
  });
  addResultFlags(addTargetFlags(addStateFlag(addQuietFlag(command).option("--json", help("report_json_flag")))))
    .option("--out <dir>", help("report_out_flag"))
    .option("--due <days>", help("report_due_flag"), wholeNumber)
    .action(async (runId: string | undefined, flags: Flags) => {
      if (flags.due !== undefined) return await reportDue(runId, flags.due, flags, context);
      const { report } = await import("../../pipeline/report.ts");
      const { pathsOf } = await import("../../report/files/write-reports.ts");
      const { readRunLine } = await import("../../run/runs.ts");
      const { target } = await readRunLine(flags.state, runId);
      if (target) refuseOtherTarget(command, flags, target);
      const written = await report(runId, flags.state, flags.out, filesOfRun(command, flags));
      const { run } = written;
      if (flags.json)
        return void context.streams.out.write(`${JSON.stringify({ ...run, paths: pathsOf(written) }, null, 2)}\n`);
      openScreen(flags, context).showEnd(written, { tookMs: run.durationMs ?? 0 });
    });
}

/** Of no run: what all of them have set a day for. */
async function reportDue(
  runId: string | undefined,
  due: number,
  { state, json }: Pick<Flags, "state" | "json">,
  context: CommandContext,
): Promise<void> {
  if (runId !== undefined) throw new UserError("bad_flag", text("due_of_no_run"), text("leave_out_due_or_run"));
  const { showDue } = await import("../screen/due-table.ts");
  showDue({ due, state, ...(json === undefined ? {} : { json }) }, context);
}
