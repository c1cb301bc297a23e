/** A notice as a subject, as plain text, and as the Markdown of a Webex space. Pure. */
import { driftKinds, driftSheets } from "../model/drift.ts";
import { rowStatuses } from "../model/outcome.ts";
import { sheetTitle } from "../model/words/nouns.ts";
import { statusWords } from "../model/words/status-words.ts";
import { text, voiceOf } from "../model/words/text.ts";
import { afterColon } from "../report/group-wording.ts";
import { driftOutcome } from "../report/screen/drift-text.ts";
import { formatCount, toPrintable } from "../report/screen/text-layout.ts";
import type { Notice, NoticeGroup } from "./notice.ts";

/** One line: what, and how it ended. */
export function subjectOf(notice: Notice): string {
  return toPrintable(`${notice.batch}: ${headlineOf(notice)}`);
}

/** `failed, 4 of 245 rows to correct`; of a comparison, `12 differences in 3 of 40 customers`. */
export function headlineOf({ outcome: ended, counts, drift, language }: Notice): string {
  const say = voiceOf(language);
  if (drift) return driftOutcome(drift, say);
  const outcome = text(`notice_${ended}`);
  const { rows = 0, invalid = 0, failed = 0, blocked = 0 } = counts ?? {};
  const bad = invalid + failed + blocked;
  if (bad === 0) return counts ? say("notice_rows", { outcome, rows }) : say(`notice_${ended}`);
  return say("notice_to_correct", { outcome, bad, rows });
}

/** `tuesday  failed, 31 of 38 rows to correct: 4 succeeded, 27 invalid, 4 blocked -> /srv/inbox/failed/.../report.html`. */
export function outcomeLineOf(notice: Notice): string {
  const counts = countsTold(notice).map(([title, count]) => `${formatCount(count)} ${title}`);
  const how = [counts.join(", "), notice.reason ?? ""].filter((part) => part !== "").join("; ");
  const headline = headlineOf(notice);
  const where = notice.report ?? notice.folder;
  return toPrintable(`${notice.batch}  ${headline}${how ? `: ${how}` : ""} -> ${where}`);
}

/** Statuses that some row has, in the order of the result table. */
export function countsTold({ counts = {}, language }: Notice): readonly (readonly [string, number])[] {
  return rowStatuses.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [[statusWords[language][status], count] as const] : [];
  });
}

/** Label and value, for whatever a notice says in one line. */
export function factsTold(notice: Notice): readonly (readonly [string, string])[] {
  const { target, runId, operator, ticket, reason, report, folder } = notice;
  const say = voiceOf(notice.language);
  const facts = [
    [say("notice_target"), target],
    [say("notice_run"), runId],
    [say("notice_operator"), operator],
    [say("notice_ticket"), ticket],
    [say("notice_why"), reason],
    [say("notice_report"), report],
    [say("notice_folder"), folder],
  ] as const;
  return facts.flatMap(([label, value]) => (value ? [[label, toPrintable(value)] as const] : []));
}

export function describeGroup(
  { rows, blocks, message, hint, first }: NoticeGroup,
  { language }: Pick<Notice, "language">,
): string {
  const count = voiceOf(language)("notice_group_rows", { rows, blocks });
  const resolution = hint ? ` ${hint}` : "";
  const more = rows > first.length ? ", ..." : "";
  return toPrintable(`${count}: ${afterColon(ended(message))}${resolution} (${first.join(", ")}${more})`);
}

/** What is said of a group of several rows has no full stop of its own. */
function ended(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}

/** What could not be listed. */
export function furtherTold({ furtherGroups, language }: Notice): readonly string[] {
  return furtherGroups > 0 ? [voiceOf(language)("more_causes_in_file", { count: furtherGroups })] : [];
}

/** What a comparison found, in lines: rows that were not compared, the first differences, packages of which few licenses are left. */
export function driftTold({ drift, language }: Notice): readonly string[] {
  if (!drift) return [];
  const say = voiceOf(language);
  const { first, differences, notCompared, licenses } = drift;
  const left = differences - first.length;
  return [
    ...(notCompared > 0 ? [say("drift_not_compared", { count: notCompared })] : []),
    ...first,
    ...(left > 0 ? [say("drift_more", { count: left })] : []),
    ...licenses
      .slice(0, licensesTold)
      .map(({ customer, package: code, used, total }) => say("drift_licenses_short", { customer, code, used, total })),
  ].map(toPrintable);
}

const licensesTold = 20;

/** Of each sheet in which something differs: `users: 3 changed, 1 missing`. */
export function driftCounts({ drift, language }: Notice): readonly string[] {
  if (!drift) return [];
  const say = voiceOf(language);
  return driftSheets.flatMap((sheet) => {
    const counts = driftKinds.flatMap((kind) => {
      const count = drift.sheets[sheet][kind];
      return count > 0 ? [`${formatCount(count)} ${say(`drift_${kind}`)}`] : [];
    });
    return counts.length > 0 ? [`${sheetTitle(sheet, language)}: ${counts.join(", ")}`] : [];
  });
}

const dueTold = 20;

/** What goes live in the coming week, in lines. */
export function dueLines({ due = [], language }: Notice): readonly string[] {
  const say = voiceOf(language);
  const lines = due
    .slice(0, dueTold)
    .map(({ on, daysLeft: days, customer, kind, name, numbers }) =>
      toPrintable(`${on} (${say("due_in_days", { days })})  ${customer}  ${say("due_what", { kind, name, numbers })}`),
    );
  return due.length > dueTold ? [...lines, say("notice_due_more", { count: due.length - dueTold })] : lines;
}

/** Causes of a batch, or what a comparison found. */
function causesTold(notice: Notice): readonly string[] {
  return [
    ...notice.errorGroups.map((group) => describeGroup(group, notice)),
    ...furtherTold(notice),
    ...driftTold(notice),
  ];
}

export function toPlainText(notice: Notice): string {
  const counts = countsTold(notice).map(([title, count]) => `${title.padEnd(14)}${formatCount(count).padStart(9)}`);
  const groups = causesTold(notice).map((line) => `- ${line}`);
  const facts = factsTold(notice).map(([label, value]) => `${`${label}:`.padEnd(10)}${value}`);
  const due = dueLines(notice).map((line) => `- ${line}`);
  const coming = due.length > 0 ? [voiceOf(notice.language)("notice_due"), ...due] : [];
  const parts = [[subjectOf(notice)], counts, driftCounts(notice), groups, coming, facts].filter(
    (lines) => lines.length > 0,
  );
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

export function toMarkdown(notice: Notice): string {
  const counts = countsTold(notice).map(([title, count]) => `${formatCount(count)} ${title}`);
  const groups = causesTold(notice).map((line) => `- ${plain(line)}`);
  const facts = factsTold(notice).map(([label, value]) => `${label}: ${plain(value)}`);
  const due = dueLines(notice).map((line) => `- ${plain(line)}`);
  const coming = due.length > 0 ? [voiceOf(notice.language)("notice_due"), ...due] : [];
  const parts = [
    [`**${plain(subjectOf(notice))}**`],
    [counts.join(" · ")],
    driftCounts(notice),
    groups,
    coming,
    [facts.join("  \n")],
  ];
  return parts
    .map((lines) => lines.join("\n"))
    .filter((part) => part !== "")
    .join("\n\n");
}

/** What came out of a sheet must not become a link, a mention or a heading; clients make links of bare URLs and hosts too. */
function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`)
    .replaceAll(/:(?=\/\/)|(?<=\bwww)\./gi, (mark) => `${mark}\u200b`);
}
