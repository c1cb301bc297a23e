/** `config`: every setting, its value, and where that comes from. Secrets are not shown. */
import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";
import { addFleetFlags } from "../fleet-options.ts";
import { addNoticeFlags } from "../notice-options.ts";
import { addEngineFlags, addRedirectFlag, addRefreshFlags, addTargetFlags } from "../options.ts";

export function addConfig(program: Command, context: CommandContext): void {
  const command = program.command("config").description("all settings: their values, and where each comes from");
  addFleetFlags(addNoticeFlags(addRefreshFlags(addRedirectFlag(addTargetFlags(addEngineFlags(command))), "always")))
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      `
A flag wins over the environment, the environment over wholesale-import.config.json, and that over the default.

Examples:
  wholesale-import config
  WHOLESALE_IMPORT_TARGET=webex wholesale-import config --concurrency 4`,
    )
    .action(async ({ json }: { readonly json?: true }) => {
      const { describeSettings, renderSettings } = await import("../describe-settings.ts");
      const settings = describeSettings(command, context.settings);
      context.streams.out.write(json ? `${JSON.stringify(settings, null, 2)}\n` : renderSettings(settings));
    });
}
