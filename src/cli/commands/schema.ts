/** `schema`: the columns of a sheet, for people and for programs. */

import { type Command, Option } from "commander";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { help, noSuchSheet } from "../../model/words/help-texts.ts";
import type { Language } from "../../model/words/language.ts";
import { nearestName } from "../../sheets/cells/nearest.ts";
import type { CommandContext } from "../command-context.ts";
import { addFurtherHelp, InvalidValue } from "../program-command.ts";

type Flags = { readonly format: "json" | "markdown" };

/** The mapping has a schema alone: its meaning is told in the documentation. */
const described = [...sheetNames, "mapping"] as const;
type Described = SheetName | "mapping";

export function addSchema(program: Command, context: CommandContext): void {
  const command = program.command("schema");
  addFurtherHelp(command, {
    examples: [
      "wholesale-import schema users",
      "wholesale-import schema users --language nl",
      "wholesale-import schema customers --format json > customers.schema.json",
      "wholesale-import schema mapping > mapping.schema.json",
    ],
  });
  command
    .description(help("schema"))
    .argument("<sheet>", described.join(", "), sheetNamed)
    .addOption(
      new Option("--format <format>", help("schema_format_flag")).choices(["markdown", "json"]).default("markdown"),
    )
    .action(async (sheet: Described, { format }: Flags) => {
      context.streams.out.write(await render(sheet, format, context.language));
    });
}

async function render(sheet: Described, format: Flags["format"], language: Language): Promise<string> {
  if (sheet === "mapping") {
    const { jsonSchemaOfMapping } = await import("../../sheets/describe/mapping-schema.ts");
    return `${JSON.stringify(jsonSchemaOfMapping(language), null, 2)}\n`;
  }
  if (format === "markdown") {
    const { markdownSchemaOf } = await import("../../sheets/describe/markdown-schema.ts");
    return markdownSchemaOf(sheet, language);
  }
  const { jsonSchemaOf } = await import("../../sheets/describe/json-schema.ts");
  return `${JSON.stringify(jsonSchemaOf(sheet, language), null, 2)}
`;
}

function sheetNamed(text: string): Described {
  const wanted = text.toLowerCase();
  const sheet = described.find((each) => each === wanted);
  if (sheet) return sheet;
  const near = nearestName(wanted, described);
  throw new InvalidValue(noSuchSheet(near, described));
}
