/** A cause as lines of text: how many rows, what is wrong, where, the way out and the code. */
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import type { ErrorGroup } from "./error-groups.ts";
import { formatRows, lengthOf, type Palette, toPrintable, wrap } from "./text-layout.ts";

type GroupScreen = {
  /** In characters. */
  readonly width: number;
  readonly palette: Palette;
  /** Nothing was sent yet: what failed is refused by the plan. */
  readonly isPlan?: boolean;
};

/** The lines of the groups, their messages in one column. */
export function renderGroups(groups: readonly ErrorGroup[], screen: GroupScreen): readonly string[] {
  const countWidth = Math.max(0, ...groups.map((group) => formatRows(group.rows).length));
  return groups.flatMap((group) => renderGroup(group, { countWidth, ...screen }));
}

type Layout = GroupScreen & { readonly countWidth: number };

function renderGroup(group: ErrorGroup, { countWidth, width, palette, isPlan = false }: Layout): readonly string[] {
  const indent = " ".repeat(countWidth + 2);
  const room = Math.max(20, width - indent.length);
  const tone = group.severity === "error" ? palette.bad : palette.caution;
  const count = tone(formatRows(group.rows).padStart(countWidth));
  const [first = "", ...more] = withPlace(wrap(group.message, room), describePlace(group, isPlan), room);
  const wayOut = wrap(`${group.hint ?? ""} [${group.code}]`, room);
  return [`${count}  ${first}`, ...[...more, ...wayOut.map(palette.quiet)].map((line) => `${indent}${line}`)];
}

/** The place at the right of the last line where it fits, else on a line of its own. */
function withPlace(message: readonly string[], place: string, room: number): readonly string[] {
  const last = message.at(-1) ?? "";
  const gap = room - lengthOf(last) - lengthOf(place);
  return gap >= 2 ? [...message.slice(0, -1), `${last}${" ".repeat(gap)}${place}`] : [...message, place];
}

function describePlace({ first, rows, column, status, severity, blocks }: ErrorGroup, isPlan: boolean): string {
  const more = rows > first.length ? ", ..." : "";
  const kind = severity === "warning" ? "warning" : describeStatus(status, isPlan);
  const consequence = blocks > 0 ? `; blocks ${formatRows(blocks)}` : "";
  const cell = column ? ` · ${column}` : "";
  return toPrintable(`${joinAddresses(first)}${more}${cell} (${kind}${consequence})`);
}

function describeStatus(status: ErrorGroup["status"], isPlan: boolean): string {
  return isPlan && status === "failed" ? "refused" : (status ?? "error");
}

/** `users.csv:17, 18, 44`: the file is named again only where it changes. */
export function joinAddresses(addresses: readonly RowAddress[]): string {
  return addresses
    .map((at, index) => (addresses[index - 1]?.file === at.file ? String(at.row) : formatAddress(at)))
    .join(", ");
}
