/** `schema`: the columns of a sheet, for people and for programs. */

import { type Command, Option } from "commander";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { help, noSuchSheet } from "../../model/words/help-texts.ts";
import type { Language } from "../../model/words/language.ts";
import { nearestName } from "../../sheets/cells/nearest.ts";
import type { CommandContext } from "../command-context.ts";
import { addFurtherHelp, InvalidValue } from "../program-command.ts";

type Flags = { readonly format: "json" | "markdown" };

export function addSchema(program: Command, context: CommandContext): void {
  const command = program.command("schema");
  addFurtherHelp(command, {
    examples: [
      "wholesale-import schema users",
      "wholesale-import schema users --language nl",
      "wholesale-import schema customers --format json > customers.schema.json",
    ],
  });
  command
    .description(help("schema"))
    .argument("<sheet>", sheetNames.join(", "), sheetNamed)
    .addOption(
      new Option("--format <format>", help("schema_format_flag")).choices(["markdown", "json"]).default("markdown"),
    )
    .action(async (sheet: SheetName, { format }: Flags) => {
      context.streams.out.write(await render(sheet, format, context.language));
    });
}

async function render(sheet: SheetName, format: Flags["format"], language: Language): Promise<string> {
  if (format === "markdown") {
    const { markdownSchemaOf } = await import("../../sheets/describe/markdown-schema.ts");
    return markdownSchemaOf(sheet, language);
  }
  const { jsonSchemaOf } = await import("../../sheets/describe/json-schema.ts");
  return `${JSON.stringify(jsonSchemaOf(sheet, language), null, 2)}
`;
}

function sheetNamed(text: string): SheetName {
  const wanted = text.toLowerCase();
  const sheet = sheetNames.find((each) => each === wanted);
  if (sheet) return sheet;
  const near = nearestName(wanted, sheetNames);
  throw new InvalidValue(noSuchSheet(near, sheetNames));
}
