/** What `init --mapping` has found out about files of another system, and what is left to a person. Pure. */
import { readingText } from "../../model/words/reading-words.ts";
import type { Voice } from "../../model/words/text.ts";
import { lengthOf, type Palette, padEnd, toPrintable, wrap } from "../../report/screen/text-layout.ts";
import type { MatchedBy } from "../../sheets/mapping/match-columns.ts";
import type { FileProposal, ProposedMapping } from "../../sheets/mapping/propose-for-files.ts";
import { sheets } from "../../sheets/sheets.ts";
import { renderTable } from "./table.ts";

export type ProposalScreen = { readonly say: Voice; readonly palette: Palette; readonly width: number };

/** `path`: of the mapping that was written. `command`: what to type next. */
export function renderProposal(
  { files }: ProposedMapping,
  { path, command }: { readonly path: string; readonly command: string },
  screen: ProposalScreen,
): string {
  const { say } = screen;
  const parts = [
    ...files.map((file) => renderFile(file, screen)),
    `${say("wrote", { path: toPrintable(path) })}\n`,
    renderOpen(files, screen),
    `${say("then_type", { command })}\n`,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function renderFile({ file, sheet, headers, encoding, delimiter }: FileProposal, screen: ProposalScreen): string {
  const { say, palette, width } = screen;
  const used = headers.filter(({ columns }) => columns.length > 0);
  const left = headers.filter(({ columns }) => columns.length === 0).map(({ header }) => header);
  const how = [encoding, delimiter].flatMap((each) => (each ? [say(readingText(each))] : [])).join(", ");
  const title = `${palette.strong(toPrintable(file))}  ${say("read_as_sheet", { sheet })}  ${palette.quiet(how)}`;
  const table = renderTable(
    [say("header_of_file"), say("our_column"), say("found_by")],
    used.map(({ header, columns, by }) => [header, columns.join(", "), say(wayOf(by))]),
    palette,
  );
  return [title, table.trimEnd(), ...renderLeft(left, say, width), ""]
    .filter((line, at) => line !== "" || at > 2)
    .join("\n");
}

function wayOf(by: MatchedBy = "values") {
  return ({ name: "by_name", other_name: "by_other_name", values: "by_values" } as const)[by];
}

const mostLeft = 12;

function renderLeft(left: readonly string[], say: Voice, width: number): readonly string[] {
  if (left.length === 0) return [];
  const more = Math.max(0, left.length - mostLeft);
  return wrap(say("headers_left_out", { headers: left.slice(0, mostLeft), more }), width);
}

/** Each place with "?", and what belongs there. */
function renderOpen(files: readonly FileProposal[], { say, width }: ProposalScreen): string {
  const open = files.flatMap((file) =>
    file.open.map(({ path, column }) => ({
      path: `${file.path}.${path}`,
      what: path.startsWith("prefix") ? say("mapping_fill_in_prefix") : describe(file, column, say),
    })),
  );
  if (open.length === 0) return "";
  const widest = Math.min(48, Math.max(...open.map(({ path }) => lengthOf(path))));
  const lines = open.flatMap(({ path, what }) => {
    const [first = "", ...others] = wrap(what, Math.max(20, width - widest - 4));
    return [`  ${padEnd(toPrintable(path), widest)}  ${first}`, ...others.map((line) => " ".repeat(widest + 4) + line)];
  });
  return [...wrap(say("left_to_fill_in"), width), ...lines, ""].join("\n");
}

function describe({ sheet }: FileProposal, column: string, say: Voice): string {
  const facts = sheets[sheet].columns[column];
  return facts ? say(facts.description) : column;
}
