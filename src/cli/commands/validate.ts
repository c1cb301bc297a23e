/** `validate`: all checks that need no network. */

import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import { type CommandContext, runContextOf } from "../command-context.ts";
import { batchOf } from "../flags/batch-of.ts";
import {
  addOutputFlags,
  addReadingFlags,
  addResultFlags,
  addStateFlag,
  type OutputFlags,
  type ReadingFlags,
  type ResultFlags,
  resultOptions,
} from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen } from "../screen/screen.ts";

type Flags = ReadingFlags &
  ResultFlags &
  OutputFlags & { readonly out?: string; readonly state: string; readonly strict?: true };

export function addValidate(program: Command, context: CommandContext): void {
  const command = program
    .command("validate")
    .description(help("validate_summary"))
    .argument("[input...]", help("input_argument"));
  addFurtherHelp(command, {
    examples: [
      "wholesale-import validate samples",
      "wholesale-import validate batch.xlsx --out checked",
      "wholesale-import validate --sheet users=people.csv customers.csv",
      "wholesale-import validate --sheet users=- < people.csv",
    ],
  });
  addResultFlags(addStateFlag(addOutputFlags(addReadingFlags(command))))
    .option("--out <dir>", help("validate_out_flag"))
    .option("--strict", help("validate_strict_flag"))
    .action(async (inputs: string[], flags: Flags) => {
      const screen = openScreen(flags, context);
      screen.open("validate", {});
      const { validate } = await import("../../pipeline/validate.ts");
      const runContext = await runContextOf(context, screen, { state: flags.state, logLevel: "info" });
      const batch = await batchOf(inputs, flags, context);
      const options = {
        isStrict: flags.strict === true,
        files: resultOptions(flags),
        language: context.language,
      };
      const { exitCode, told, written, refusal } = await validate(batch, flags.out, runContext, options);
      if (written) screen.showEnd(written);
      else screen.showSummary(told);
      if (refusal) screen.say(`\n${screen.voice("refused", { reason: refusal })}`);
      context.exit(exitCode);
    });
}
