/** `templates`: the remembered provisioning IDs. */
import { join } from "node:path";
import type { Command } from "commander";
import type { TemplateRegistry } from "../../journal/template-registry.ts";
import type { CommandContext } from "../command-context.ts";
import { connectWith } from "../command-context.ts";
import { addEngineFlags, addStateFlag, addTargetFlags, type TargetFlags } from "../options.ts";

export function addTemplates(program: Command, context: CommandContext): void {
  const { out, err } = context.streams;
  const templates = program.command("templates").description("the remembered provisioning IDs of onboarding templates");
  addStateFlag(templates.command("list", { isDefault: true }).description("all that are remembered"))
    .addHelpText("after", "\nExamples:\n  wholesale-import templates")
    .action(async ({ state }: { readonly state: string }) => {
      const lines = (await openRegistry(state)).list();
      for (const { owner, name, provisioningId } of lines) out.write(`${name}\t${provisioningId}\t${owner}\n`);
      if (lines.length === 0) err.write("no templates are remembered\n");
    });
  const link = templates
    .command("link")
    .description("remember the provisioning ID that Partner Hub shows under a template")
    .argument("<name>", "name of the template, as the sheets write it")
    .argument("<provisioning-id>", "copied from Partner Hub");
  addTargetFlags(addEngineFlags(link))
    .addHelpText("after", '\nExamples:\n  wholesale-import templates link "Calling Benelux" YTQ1ZGE5ZTAtMzBjOC00')
    .action(async (name: string, provisioningId: string, flags: TargetFlags) => {
      // a person has them from Partner Hub, unless they say otherwise
      const connect = connectWith(context, { ...flags, target: flags.target ?? "webex" });
      await using connection = await connect(() => undefined);
      (await openRegistry(flags.state)).remember(connection.facts, new Map([[name, provisioningId]]));
      err.write(`remembered: ${name} is ${provisioningId}\n`);
    });
}

async function openRegistry(state: string): Promise<TemplateRegistry> {
  const { templateRegistry } = await import("../../journal/template-registry.ts");
  return templateRegistry(join(state, "templates.json"));
}
