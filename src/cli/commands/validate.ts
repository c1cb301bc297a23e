/** `validate`: all checks that need no network. */
import type { Command } from "commander";
import { batchOf } from "../batch-of.ts";
import { type CommandContext, surroundingsOf } from "../command-context.ts";
import { addOutputFlags, addReadingFlags, addStateFlag, type OutputFlags, type ReadingFlags } from "../options.ts";
import { openScreen } from "../screen.ts";

type Flags = ReadingFlags & OutputFlags & { readonly out?: string; readonly state: string };

export function addValidate(program: Command, context: CommandContext): void {
  const command = program
    .command("validate")
    .description("check the sheets; needs no network and changes nothing")
    .argument("<input...>", "folders, files or workbooks");
  addStateFlag(addOutputFlags(addReadingFlags(command)))
    .option("--out <dir>", "write results.csv, errors.csv and failed/ there")
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import validate samples
  wholesale-import validate batch.xlsx --out checked
  wholesale-import validate --sheet users=people.csv customers.csv`,
    )
    .action(async (inputs: string[], flags: Flags) => {
      const screen = openScreen(flags, context);
      screen.open("validate", {});
      const { validate } = await import("../../pipeline/validate.ts");
      const surroundings = await surroundingsOf(context, screen, { state: flags.state, logLevel: "info" });
      const { exitCode, run, written } = await validate(batchOf(inputs, flags), flags.out, surroundings);
      if (written) screen.showEnd(written);
      else screen.showSummary(run);
      context.exit(exitCode);
    });
}
