/** `explain`: a code of results.csv or errors.csv: what it means, an example, the way out. */
import type { Command } from "commander";
import { UserError } from "../../model/user-error.ts";
import { type Explanation, renderExplanation } from "../../report/explain.ts";
import { nearestName } from "../../sheets/nearest-name.ts";
import type { CommandContext } from "../command-context.ts";
import { codesKnown, explanationOf } from "../explanations.ts";
import { paletteOf, widthOf } from "../terminal.ts";

export function addExplain(program: Command, { streams: { out } }: CommandContext): void {
  program
    .command("explain")
    .description("an error code, of ours or of Webex: what it means, an example, the way out")
    .argument("[code]", "as it stands in results.csv and errors.csv; none: lists all codes")
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import explain phone_lost_plus
  wholesale-import explain 8361
  wholesale-import explain`,
    )
    .action((code: string | undefined) => {
      const screen = { width: widthOf(out), palette: paletteOf(out) };
      out.write(code === undefined ? renderList() : renderExplanation(find(code), screen));
    });
}

function find(code: string): Explanation {
  const found = explanationOf(code.trim().toLowerCase());
  if (found) return found;
  const codes = codesKnown();
  const near = nearestName(code, codes) ?? codes.find((each) => code.length > 3 && each.includes(code.toLowerCase()));
  throw new UserError(
    "unknown_code",
    `"${code}" is not a code that we know.`,
    near
      ? `Did you mean ${near}? All codes: wholesale-import explain.`
      : "All that we know: wholesale-import explain. Webex publishes no list of its own; what it says of such a code stands in errors.csv.",
  );
}

function renderList(): string {
  const codes = codesKnown();
  const width = Math.max(...codes.map((code) => code.length));
  return codes.map((code) => `${code.padEnd(width)}  ${explanationOf(code)?.title ?? ""}\n`).join("");
}
