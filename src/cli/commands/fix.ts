/** `fix`: writes the certain repairs into failed/, before and after shown first. */

import type { Command } from "commander";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text } from "../../model/words/text.ts";
import { type Fixes, renderFixes, renderRemaining, renderWritten } from "../../report/screen/fix-text.ts";
import { withState } from "../../run/typed-commands.ts";
import { ask } from "../ask.ts";
import type { CommandContext } from "../command-context.ts";
import { addOutputFlags, addStateFlag, type OutputFlags } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { openScreen, type Screen } from "../screen/screen.ts";
import { widthOf } from "../screen/screen-width.ts";
import { paletteOf } from "../screen/terminal.ts";

type Flags = OutputFlags & { readonly state: string; readonly code?: string; readonly yes?: true };

export function addFix(program: Command, context: CommandContext): void {
  const command = program.command("fix").description(help("fix")).argument("[run-id]", help("run_argument"));
  addFurtherHelp(command, {
    text: "fix_further",
    examples: [
      "wholesale-import fix",
      "wholesale-import fix --code phone_lost_plus --yes",
      "wholesale-import fix 20261122-020007-k3f9",
    ],
  });
  addStateFlag(addOutputFlags(command))
    .option("--code <code>", help("fix_code_flag"))
    .option("--yes", help("fix_yes_flag"))
    .action((runId: string | undefined, flags: Flags) => runFix(runId, flags, context));
}

async function runFix(runId: string | undefined, flags: Flags, context: CommandContext): Promise<void> {
  const screen = openScreen(flags, context);
  screen.open("fix", { run: { runId } });
  const { fix } = await import("../../pipeline/fix.ts");
  const confirm = (fixes: Fixes) => confirmFixes(fixes, flags, screen, context);
  const fixed = await fix({
    runId,
    stateFolder: flags.state,
    code: flags.code,
    language: context.language,
    confirm,
  });
  if (flags.json) return void context.streams.out.write(`${JSON.stringify({ v: 1, ...fixed })}\n`);
  const layout = layoutOf(context);
  if (fixed.cells.length === 0) screen.put(screen.voice("no_certain_repair"));
  else if (fixed.written.length === 0) screen.put(screen.voice("nothing_written"));
  else screen.put(`\n${renderWritten(fixed.written, layout)}`);
  screen.put(
    `\n${renderRemaining(fixed, layout, withState(`wholesale-import fix ${fixed.runId}`, flags.state)).trimEnd()}`,
  );
  if (fixed.written.length > 0)
    screen.put(
      `\n${screen.voice("label_then").padEnd(10)}${withState(`wholesale-import retry ${fixed.runId}`, flags.state)}`,
    );
}

function layoutOf({ streams: { out }, language }: CommandContext) {
  return { width: widthOf(out), palette: paletteOf(out), language };
}

async function confirmFixes(fixes: Fixes, flags: Flags, screen: Screen, context: CommandContext): Promise<boolean> {
  if (!flags.json) screen.put(renderFixes(fixes, layoutOf(context)).trimEnd());
  if (flags.yes) return true;
  if (context.input.isTTY) return ask(context, screen.voice("write_cells", { count: fixes.cells.length }));
  throw new UserError("not_confirmed", text("nobody_to_ask_nothing_written"), text("look_at_cells_then_yes"));
}
