/** A cause as lines of text: how many rows, what is wrong, where, the way out and the code. */
import { formatAddress, type RowAddress } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { statusWords } from "../../model/words/status-words.ts";
import { type Voice, voiceOf } from "../../model/words/text.ts";
import type { ErrorGroup } from "../error-groups.ts";
import { afterColon } from "../group-wording.ts";
import { type Palette, toPrintable, wrap } from "./text-layout.ts";

type GroupScreen = {
  /** In characters. */
  readonly width: number;
  readonly palette: Palette;
  readonly language: Language;
  /** Nothing was sent yet: what failed is refused by the plan. */
  readonly isPlan?: boolean;
};

/** Each group as a paragraph: what, where, the way out. */
export function renderGroups(groups: readonly ErrorGroup[], screen: GroupScreen): readonly string[] {
  return groups.flatMap((group) => renderGroup(group, screen));
}

const indent = "    ";

function renderGroup(group: ErrorGroup, { width, palette, language, isPlan = false }: GroupScreen): readonly string[] {
  const say = voiceOf(language);
  const room = Math.max(20, width - indent.length);
  const tone = group.severity === "error" ? palette.bad : palette.caution;
  const count = countOf(group, say);
  const [first = "", ...more] = wrap(`${count}: ${afterColon(group.message)}`, width, room);
  const location = wrap(describeLocation(group, isPlan, language), room);
  const resolution = wrap(`${group.hint ?? ""} [${group.code}]`, room);
  const head = first.startsWith(count) ? `${tone(count)}${first.slice(count.length)}` : tone(first);
  return [head, ...[...more, ...location, ...resolution.map(palette.quiet)].map((line) => `${indent}${line}`)];
}

/** `1 600 rows in 40 customers`. */
function countOf({ rows, customers }: Pick<ErrorGroup, "rows" | "customers">, say: Voice): string {
  return rows > 1 && customers > 1 ? say("rows_in_customers", { rows, customers }) : say("rows", { rows });
}

function describeLocation(
  { first, rows, column, status, severity, blocks }: ErrorGroup,
  isPlan: boolean,
  language: Language,
): string {
  const say = voiceOf(language);
  const more = rows > first.length ? ", ..." : "";
  const kind = severity === "warning" ? say("kind_warning") : describeStatus(status, isPlan, language);
  const consequence = blocks > 0 ? `; ${say("blocks_rows", { rows: blocks })}` : "";
  const cell = column ? ` · ${column}` : "";
  return toPrintable(`${joinAddresses(first)}${more}${cell} (${kind}${consequence})`);
}

function describeStatus(status: ErrorGroup["status"], isPlan: boolean, language: Language): string {
  const say = voiceOf(language);
  if (isPlan && status === "failed") return say("kind_refused");
  return status === undefined ? say("kind_error") : statusWords[language][status];
}

/** `users.csv:17, 18, 44`: the file is named again only where it changes. */
export function joinAddresses(addresses: readonly RowAddress[]): string {
  return addresses
    .map((at, index) => (addresses[index - 1]?.file === at.file ? String(at.row) : formatAddress(at)))
    .join(", ");
}
