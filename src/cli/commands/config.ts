/** `config`: every setting, its value, and where that comes from. Secrets are not shown. */

import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import { speak } from "../../model/words/text.ts";
import type { CommandContext } from "../command-context.ts";
import { addFleetFlags } from "../flags/fleet-options.ts";
import { addCsvFlag, addEngineFlags, addRedirectFlag, addRefreshFlags, addTargetFlags } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { addNoticeFlags } from "../schedule/notice-options.ts";
import { paletteOf } from "../screen/terminal.ts";

export function addConfig(program: Command, context: CommandContext): void {
  const command = program.command("config").description(help("config"));
  addFurtherHelp(command, {
    text: "config_further",
    examples: ["wholesale-import config", "WHOLESALE_IMPORT_TARGET=webex wholesale-import config --concurrency 4"],
  });
  addCsvFlag(
    addFleetFlags(addNoticeFlags(addRefreshFlags(addRedirectFlag(addTargetFlags(addEngineFlags(command))), "always"))),
  )
    .option("--json", help("json_flag"))
    .action(async ({ json }: { readonly json?: true }) => {
      const { describeSettings, renderSettings } = await import("../flags/describe-settings.ts");
      const { out } = context.streams;
      const settings = describeSettings(command, context.settings);
      out.write(
        json
          ? `${JSON.stringify(speak(settings, context.language), null, 2)}\n`
          : renderSettings(settings, paletteOf(out), context.language),
      );
    });
}
