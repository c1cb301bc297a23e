/** The end of a run as lines for a terminal: statuses per sheet, causes, what is left to a person, paths. Pure; prints nothing, measures no terminal. */
import { dirname, isAbsolute, relative } from "node:path";
import type { TemplateChecklist } from "../../model/checklist.ts";
import type { Issue } from "../../model/issue.ts";
import { formatAddress, sheetNames } from "../../model/sheet.ts";
import { bounds } from "../../model/words/bound-words.ts";
import type { Language } from "../../model/words/language.ts";
import { say, type Text, text, verbatim, voiceOf } from "../../model/words/text.ts";
import type { ErrorGroup } from "../error-groups.ts";
import type { WrittenReports } from "../files/write-reports.ts";
import type { Summary } from "../summary.ts";
import { renderGroups } from "./group-text.ts";
import { renderStatusTable } from "./status-table.ts";
import { flow, type Palette, toPrintable, wrap } from "./text-layout.ts";

export type Screen = {
  /** In characters. */
  readonly width: number;
  readonly palette: Palette;
  readonly language: Language;
};

const groupsShown = 10;
/** Where the screen is all that a person gets. */
const groupsShownAlone = 40;

/** The table, the refused files and the causes with the most rows, blank lines between them. `hasFiles`: errors.csv has them all. */
export function renderSummary(summary: Summary, screen: Screen, hasFiles = true): string {
  const { palette } = screen;
  return joinParts([
    [...renderStatusTable(summary, screen), ...notAskedAbout(summary, screen).map(palette.quiet)],
    ...causesOf(summary, screen, hasFiles),
    renderChecklists(summary.checklist ?? [], screen),
    hasFiles ? [] : wayToFiles(summary, screen),
  ]);
}

function notAskedAbout({ total: { notAskedAbout: rows } }: Summary, { width, language }: Screen): readonly string[] {
  return rows === 0 ? [] : wrap(voiceOf(language)("not_asked_about_rows", { rows }), width);
}

function wayToFiles({ total }: Summary, { width, language }: Screen): readonly string[] {
  const { invalid, blocked } = total.statuses;
  if (invalid + blocked === 0) return [];
  return wrap(voiceOf(language)("files_with_out"), width);
}

/** The refused files, the causes with the most rows, and what is left for a person; empty when all is good. */
export function renderCauses(summary: Summary, screen: Screen): string {
  return joinParts([...causesOf(summary, screen, true), renderChecklists(summary.checklist ?? [], screen)]);
}

function causesOf(summary: Summary, screen: Screen, hasFiles: boolean): readonly (readonly string[])[] {
  const { width, palette, language } = screen;
  const say = voiceOf(language);
  const shown = summary.errorGroups
    .slice(0, hasFiles ? groupsShown : groupsShownAlone)
    .map(toldByChecklist(summary, say("see_checklist")));
  const left = summary.errorGroups.length - shown.length;
  const where = hasFiles ? "more_causes_in_file" : "more_causes";
  const more = left > 0 ? [palette.quiet(say(where, { count: left }))] : [];
  const codes = shown[0] ? wrap(say("more_about_code", { code: shown[0].code }), width) : [];
  return [
    summary.fileIssues.flatMap((issue) => renderFileIssue(issue, screen)),
    [...renderGroups(shown, { width, palette, language, isPlan: summary.command === "plan" }), ...more],
    codes.map(palette.quiet),
  ];
}

/** Steps stand on the screen once: where a checklist follows, the cause of its rows points at it. */
function toldByChecklist({ checklist = [] }: Summary, hint: string): (group: ErrorGroup) => ErrorGroup {
  return (group) =>
    checklist.length > 0 && group.code === "template_without_provisioning_id" ? { ...group, hint } : group;
}

function renderFileIssue(issue: Issue, { width, palette, language }: Screen): readonly string[] {
  const tone = issue.severity === "error" ? palette.bad : palette.caution;
  const location = toPrintable(issue.at.row > 0 ? formatAddress(issue.at) : issue.at.file);
  const text = [issue.message, ...(issue.hint ? [issue.hint] : [])].map((said) => say(said, language)).join(" ");
  // one column less: wrapping knows one blank between words
  const [first = "", ...more] = wrap(`${location}  ${text}`, width - 1, width - 4);
  const head = first.startsWith(location) ? `${tone(location)}  ${first.slice(location.length + 1)}` : tone(first);
  return [head, ...more.map((line) => `    ${line}`)];
}

/**
 * Where the result files are, the folder named once; what was written differently than asked; and which file to correct.
 * `nextCommand`: what to type once it is corrected.
 */
export function renderPaths(written: Omit<WrittenReports, "told">, screen: Screen, nextCommand?: string): string {
  const { palette, width, language } = screen;
  const say = voiceOf(language);
  const { run, files, failed, notices } = written;
  const [first, ...others] = files.flatMap(({ label: name, path }) =>
    name === undefined ? [] : [{ name: say(name), path }],
  );
  const folder = dirname(first?.path ?? "");
  const fromThere = (path: string) => toPrintable(isWithin(path, folder) ? relative(folder, path) : path);
  const toCorrect = failed.map(({ path }) => fromThere(path)).join(", ");
  const lines = [
    ...(first ? [`${label(first.name, language)}${toPrintable(first.path)}`] : []),
    ...others.map(({ name, path }) => `${label(name, language)}${fromThere(path)}`),
    ...hang(say("label_correct"), toCorrect, screen),
    ...(toCorrect && nextCommand ? wayOn(run, nextCommand, screen) : []),
  ];
  return joinParts([notices.flatMap((notice) => wrap(say(notice), width)).map(palette.caution), lines]);
}

/** What the program can write itself comes first. */
function wayOn({ errorGroups }: Summary, nextCommand: string, { width, palette, language }: Screen): readonly string[] {
  const say = voiceOf(language);
  const rows = errorGroups.reduce((sum, { repairable = 0 }) => sum + repairable, 0);
  const then = `${label(say("label_then"), language)}${palette.strong(nextCommand)}`;
  if (rows === 0) return [then];
  const fix = nextCommand.replace(/^wholesale-import retry/, "wholesale-import fix");
  const what = say("writes_repairs", { count: rows });
  return [
    flow([`${label(say("label_or"), language)}${palette.strong(fix)}`, what], "  ", width, labelWidth[language]),
    then,
  ];
}

/** Of the column of labels, in characters. */
const labelWidth: Readonly<Record<Language, number>> = { en: 10, nl: 12 };

/** In the column of labels. */
function label(text: string, language: Language): string {
  return text.padEnd(labelWidth[language]);
}

/** The text in lines behind its label; none without text. */
function hang(name: string, text: string, { width, language }: Screen): readonly string[] {
  const lines = wrap(text, Math.max(20, width - labelWidth[language]));
  return lines.map((line, index) => `${label(index === 0 ? name : "", language)}${line}`);
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !way.startsWith("..") && !isAbsolute(way);
}

/** The last line: what, how long, and what held it back. `tookMs`: of the command. Empty for a run without rows. */
export function renderLastLine(
  { command, sheets, bound }: Summary,
  tookMs: number,
  { width, language }: Pick<Screen, "width" | "language">,
): string {
  const sheet = sheetNames.findLast((name) => sheets[name].rows > 0);
  if (!sheet) return "";
  const { rows, statuses } = sheets[sheet];
  const isCheck = command === "validate" || command === "plan";
  const good = isCheck ? statuses.not_attempted : statuses.succeeded + statuses.unchanged;
  const said = voiceOf(language)("last_line", {
    ...{ good, of: rows, noun: sheet, isCheck, seconds: tookMs / 1000 },
    ...(bound === undefined ? {} : { bound: boundText(bound) }),
  });
  return wrap(said, width).join("\n");
}

const boundTexts = new Map<string, Text>([
  [bounds.rateLimit, text("bound_rate_limit")],
  [bounds.latency, text("bound_latency")],
  [bounds.provisioning, text("bound_provisioning")],
  [bounds.dependencies, text("bound_dependencies")],
]);

/** What holds a run back, as it is said in a sentence. */
export function boundText(bound: string): Text {
  return boundTexts.get(bound) ?? verbatim(bound);
}

function joinParts(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** One block per template; empty when nothing is left for a person. */
export function renderChecklists(
  checklists: readonly TemplateChecklist[],
  screen: Pick<Screen, "palette" | "language">,
): readonly string[] {
  const [first] = checklists;
  if (!first) return [];
  const title = voiceOf(screen.language)("checklists_title");
  return [screen.palette.strong(title), ...checklists.flatMap((checklist) => ["", ...renderOne(checklist, screen)])];
}

/** A step per line below its page of the wizard, values of a page in one column: a line stays within 80 characters unless the value is long. */
function renderOne(
  { template, at, steps: stored, next }: TemplateChecklist,
  { palette, language }: Pick<Screen, "palette" | "language">,
): readonly string[] {
  const steps = stored.map(({ page, field, value }) => ({
    page: say(page, language),
    field: say(field, language),
    value: say(value, language),
  }));
  const lines = steps.flatMap(({ page, field, value }, index) => {
    const width = Math.max(...steps.filter((step) => step.page === page).map((step) => step.field.length));
    const step = `    [ ] ${toPrintable(`${field.padEnd(width)}  ${value}`)}`;
    return steps[index - 1]?.page === page ? [step] : [`  ${toPrintable(page)}`, step];
  });
  return [
    `${toPrintable(template)}  ${palette.quiet(toPrintable(formatAddress(at)))}`,
    ...lines,
    `  ${voiceOf(language)("checklist_then", { command: palette.strong(toPrintable(next)) })}`,
  ];
}
