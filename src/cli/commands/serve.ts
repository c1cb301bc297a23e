/** `serve`: the page, on loopback, until Ctrl-C. */

import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import type { CommandContext } from "../command-context.ts";
import { addDoerFlags, addEngineFlags, addResultFlags, addTargetFlags, positiveInteger } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import type { ServeFlags } from "../serve-page.ts";

export function addServe(program: Command, context: CommandContext): void {
  const command = program.command("serve").description(help("serve"));
  addFurtherHelp(command, {
    examples: ["wholesale-import serve", "wholesale-import serve --port 8080 --target webex"],
  });
  addDoerFlags(addResultFlags(addTargetFlags(addEngineFlags(command))))
    .option("--port <n>", help("port_flag"), positiveInteger)
    .action(async (flags: ServeFlags) => (await import("../serve-page.ts")).servePage(flags, context));
}
