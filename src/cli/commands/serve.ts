/** `serve`: the page, on loopback, until Ctrl-C. */
import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";
import { addEngineFlags, addTargetFlags, positiveInteger } from "../options.ts";
import type { ServeFlags } from "../serve-page.ts";

export function addServe(program: Command, context: CommandContext): void {
  const command = program
    .command("serve")
    .description("the page in your browser: upload, repair, plan, run and review; on this machine only, until Ctrl-C");
  addTargetFlags(addEngineFlags(command))
    .option("--port <n>", "port; default: a free one", positiveInteger)
    .addHelpText("after", "\nExamples:\n  wholesale-import serve\n  wholesale-import serve --port 8080 --target webex")
    .action(async (flags: ServeFlags) => (await import("../serve-page.ts")).servePage(flags, context));
}
