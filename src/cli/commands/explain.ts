/** `explain`: a code of results.csv or errors.csv: its meaning, an example, what to do. */

import type { Command } from "commander";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import type { Language } from "../../model/words/language.ts";
import { text } from "../../model/words/text.ts";
import { type Explanation, renderExplanation } from "../../report/screen/explain.ts";
import { nearestName } from "../../sheets/cells/nearest.ts";
import type { CommandContext } from "../command-context.ts";
import { addLanguageFlag } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { codesKnown, explanationOf } from "../screen/explanations.ts";
import { widthOf } from "../screen/screen-width.ts";
import { paletteOf } from "../screen/terminal.ts";

export function addExplain(program: Command, context: CommandContext): void {
  const command = program.command("explain");
  addFurtherHelp(command, {
    examples: [
      "wholesale-import explain phone_lost_plus",
      "wholesale-import explain 8361 --language nl",
      "wholesale-import explain",
    ],
  });
  addLanguageFlag(command)
    .description(help("explain"))
    .argument("[code]", help("explain_argument"))
    .action((code: string | undefined) => {
      const { streams, language } = context;
      const { out } = streams;
      const screen = { width: widthOf(out), palette: paletteOf(out) };
      out.write(code === undefined ? renderList(language) : renderExplanation(find(code, language), screen, language));
    });
}

function find(code: string, language: Language): Explanation {
  const found = explanationOf(code.trim().toLowerCase(), language);
  if (found) return found;
  const codes = codesKnown();
  const near = nearestName(code, codes) ?? codes.find((each) => code.length > 3 && each.includes(code.toLowerCase()));
  throw new UserError(
    "unknown_code",
    text("unknown_code", { code }),
    near ? text("did_you_mean_code", { near }) : text("see_all_codes"),
  );
}

function renderList(language: Language): string {
  const codes = codesKnown();
  const width = Math.max(...codes.map((code) => code.length));
  return codes.map((code) => `${code.padEnd(width)}  ${explanationOf(code, language)?.title ?? ""}\n`).join("");
}
