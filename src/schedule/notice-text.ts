/** A notice as a subject, as plain text, and as the Markdown of a Webex space. Pure. */
import { rowStatuses } from "../model/outcome.ts";
import { statusWords } from "../report/status-words.ts";
import { formatCount, formatRows, toPrintable } from "../report/text-layout.ts";
import type { Notice, NoticeGroup } from "./notice.ts";

const words: Readonly<Record<Notice["outcome"], string>> = {
  done: "done",
  pending: "done, some rows wait for Webex",
  repeated: "not run: applied before",
  failed: "failed",
};

/** One line: what, and how it ended. */
export function subjectOf(notice: Notice): string {
  return toPrintable(`${notice.batch}: ${headlineOf(notice)}`);
}

/** `failed, 4 of 245 rows to correct`. */
export function headlineOf({ outcome, counts }: Notice): string {
  const { rows = 0, invalid = 0, failed = 0, blocked = 0 } = counts ?? {};
  const bad = invalid + failed + blocked;
  if (bad === 0) return counts ? `${words[outcome]}, ${formatRows(rows)}` : words[outcome];
  return `${words[outcome]}, ${formatCount(bad)} of ${formatRows(rows)} to correct`;
}

/** Statuses that some row has, in the order of the result table. */
export function countsTold({ counts = {} }: Notice): readonly (readonly [string, number])[] {
  return rowStatuses.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [[statusWords[status], count] as const] : [];
  });
}

/** Label and value, for whatever a notice says in one line. */
export function factsTold({ target, runId, reason, report, folder }: Notice): readonly (readonly [string, string])[] {
  const facts = { Target: target, Run: runId, Why: reason, Report: report, Folder: folder };
  return Object.entries(facts).flatMap(([label, value]) => (value ? [[label, toPrintable(value)] as const] : []));
}

export function describeGroup({ rows, blocks, message, hint, first }: NoticeGroup): string {
  const waiting = blocks > 0 ? `, and ${formatRows(blocks)} that wait` : "";
  const wayOut = hint ? ` ${hint}` : "";
  const more = rows > first.length ? ", ..." : "";
  return toPrintable(`${formatRows(rows)}${waiting}: ${message}${wayOut} (${first.join(", ")}${more})`);
}

/** What could not be listed. */
export function furtherTold({ furtherGroups }: Notice): readonly string[] {
  return furtherGroups > 0 ? [`and ${formatCount(furtherGroups)} more causes: see errors.csv`] : [];
}

export function toText(notice: Notice): string {
  const counts = countsTold(notice).map(([title, count]) => `${title.padEnd(14)}${formatCount(count).padStart(9)}`);
  const groups = [...notice.errorGroups.map(describeGroup), ...furtherTold(notice)].map((line) => `- ${line}`);
  const facts = factsTold(notice).map(([label, value]) => `${`${label}:`.padEnd(9)}${value}`);
  const parts = [[subjectOf(notice)], counts, groups, facts].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

export function toMarkdown(notice: Notice): string {
  const counts = countsTold(notice).map(([title, count]) => `${formatCount(count)} ${title}`);
  const groups = [...notice.errorGroups.map(describeGroup), ...furtherTold(notice)].map((line) => `- ${plain(line)}`);
  const facts = factsTold(notice).map(([label, value]) => `${label}: ${plain(value)}`);
  const parts = [[`**${plain(subjectOf(notice))}**`], [counts.join(" · ")], groups, [facts.join("  \n")]];
  return parts
    .map((lines) => lines.join("\n"))
    .filter((part) => part !== "")
    .join("\n\n");
}

/** What came out of a sheet must not become a link, a mention or a heading. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`);
}
