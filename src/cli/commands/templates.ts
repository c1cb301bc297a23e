/** `templates`: the remembered provisioning IDs. */

import { join } from "node:path";
import type { Command } from "commander";
import type { TemplateRegistry } from "../../journal/state/template-registry.ts";
import { help } from "../../model/words/help-texts.ts";
import { say, voiceOf } from "../../model/words/text.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import type { CommandContext } from "../command-context.ts";
import { connectWith } from "../command-context.ts";
import { addEngineFlags, addStateFlag, addTargetFlags, type TargetFlags } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { renderTable } from "../screen/table.ts";
import { paletteOf } from "../screen/terminal.ts";

export function addTemplates(program: Command, context: CommandContext): void {
  const { out, err } = context.streams;
  const templates = program.command("templates").description(help("templates_summary"));
  const list = templates.command("list", { isDefault: true });
  addFurtherHelp(list, { examples: ["wholesale-import templates", "wholesale-import templates list --json"] });
  addStateFlag(list.description(help("templates_list")))
    .option("--json", help("json_flag"))
    .action(async ({ state, json }: { readonly state: string; readonly json?: true }) => {
      const lines = (await openRegistry(state)).list();
      if (json) return void out.write(`${JSON.stringify(lines, null, 2)}\n`);
      const say = voiceOf(context.language);
      const rows = lines.map(({ name, provisioningId, owner }) => [name, provisioningId, owner]);
      out.write(
        renderTable(
          [say("column_template"), say("column_provisioning_id"), say("column_organization")],
          rows,
          paletteOf(out),
        ),
      );
      if (lines.length === 0) err.write(`${say("no_templates")}\n`);
    });
  const link = templates
    .command("link")
    .description(help("templates_link"))
    .argument("<name>", help("templates_name"))
    .argument("<provisioning-id>", help("templates_id"));
  addFurtherHelp(link, {
    examples: ['wholesale-import templates link "Calling Benelux" YTQ1ZGE5ZTAtMzBjOC00'],
  });
  addTargetFlags(addEngineFlags(link)).action(async (typedName: string, typedId: string, flags: TargetFlags) => {
    const { name, provisioningId } = await checkLink({ name: typedName, provisioningId: typedId }, context);
    // a person has them from Partner Hub, unless they say otherwise
    const connect = connectWith(context, { ...flags, target: flags.target ?? "webex" });
    await using connection = await connect(() => undefined);
    (await openRegistry(flags.state)).remember(connection.facts, new Map([[name, provisioningId]]));
    const remembered = { name: toPrintable(name), provisioningId: toPrintable(provisioningId) };
    err.write(`${voiceOf(context.language)("template_remembered", remembered)}\n`);
  });
}

type Link = { readonly name: string; readonly provisioningId: string };

/** Throws UserError for what the templates sheet refuses, and writes down what it warns of. */
async function checkLink(typed: Link, { streams, language }: CommandContext): Promise<Link> {
  const { checkLink: check } = await import("../../pipeline/link-template.ts");
  const { warnings, ...link } = check(typed.name, typed.provisioningId);
  for (const { message, hint } of warnings)
    streams.err.write(
      `${toPrintable([message, ...(hint ? [hint] : [])].map((said) => say(said, language)).join(" "))}\n`,
    );
  return link;
}

async function openRegistry(state: string): Promise<TemplateRegistry> {
  const { templateRegistry } = await import("../../journal/state/template-registry.ts");
  return templateRegistry(join(state, "templates.json"));
}
