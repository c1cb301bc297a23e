/** `schema`: the columns of a sheet, for people and for programs. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { nearestName } from "../../sheets/nearest-name.ts";
import type { CommandContext } from "../command-context.ts";

type Flags = { readonly format: "json" | "markdown" };

export function addSchema(program: Command, { streams: { out } }: CommandContext): void {
  program
    .command("schema")
    .description("the columns of a sheet: what goes in, which are needed, other headers that are understood")
    .argument("<sheet>", sheetNames.join(", "), sheetNamed)
    .addOption(
      new Option("--format <format>", "markdown, or json: a JSON Schema of one row")
        .choices(["markdown", "json"])
        .default("markdown"),
    )
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import schema users
  wholesale-import schema customers --format json > customers.schema.json`,
    )
    .action(async (sheet: SheetName, { format }: Flags) => {
      out.write(await render(sheet, format));
    });
}

async function render(sheet: SheetName, format: Flags["format"]): Promise<string> {
  if (format === "markdown") return (await import("../../sheets/markdown-schema.ts")).markdownSchemaOf(sheet);
  const { jsonSchemaOf } = await import("../../sheets/json-schema.ts");
  return `${JSON.stringify(jsonSchemaOf(sheet), null, 2)}\n`;
}

function sheetNamed(text: string): SheetName {
  const wanted = text.toLowerCase();
  const sheet = sheetNames.find((each) => each === wanted);
  if (sheet) return sheet;
  const near = nearestName(wanted, sheetNames);
  const meant = near ? `Did you mean ${near}?` : `The sheets are ${sheetNames.join(", ")}.`;
  throw new InvalidArgumentError(`There is no such sheet. ${meant}`);
}
