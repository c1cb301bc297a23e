/** What opens a command, and each event of its run, as lines for a person; empty for events that have none. Pure. */
import { builtIn, type RunEvent, type TargetFacts } from "../../model/run-event.ts";
import type { Language } from "../../model/words/language.ts";
import { nouns, sheetTitleWidth } from "../../model/words/nouns.ts";
import { readingText } from "../../model/words/reading-words.ts";
import { type TextKey, type Voice, voiceOf } from "../../model/words/text.ts";
import {
  flow,
  formatCount,
  lengthOf,
  type Palette,
  padEnd,
  toPrintable,
  wrap,
} from "../../report/screen/text-layout.ts";

/** What a command knows before anything is loaded, opened or asked; without either: it needs no target. */
export type Opening = {
  /** As the flags have it. */
  readonly target?: TargetFacts;
  /** The run that says the target, as far as it was named. */
  readonly run?: { readonly runId: string | undefined };
};

export type Lines = { readonly palette: Palette; readonly width: number; readonly language: Language };

export function renderOpening(command: string, { target, run }: Opening, { palette, width, language }: Lines): string {
  const say = voiceOf(language);
  const what = run ? describeRun(run, say) : describeTarget(target, say);
  return flow([palette.strong(command), "·", ...what.split(" ")], " ", width, 4);
}

/** What the opening could not know yet; empty when there is no more to say. */
export function renderBegun(event: Started, { run }: Opening, { width, language }: Lines): string {
  const say = voiceOf(language);
  const { target } = event;
  const known = run
    ? describeTarget(target, say)
    : target?.organization && say("on_organization", { name: describeOrganization(target, say) });
  const said = [...(known ? [known] : []), ...runNamed(event, say)];
  return said.length > 0 ? `${flow(said.join(" · ").split(" "), " ", width, 4)}\n` : "";
}

type Started = Extract<RunEvent, { type: "started" }>;

/** Commands that only look leave no run behind that could be asked for by its id. */
function runNamed({ runId }: Started, say: Voice): readonly string[] {
  return runId === undefined ? [] : [say("named_run", { runId })];
}

function describeRun({ runId }: NonNullable<Opening["run"]>, say: Voice): string {
  return runId === undefined ? say("newest_run") : say("of_run", { runId: toPrintable(runId) });
}

export function renderEvent(event: RunEvent, lines: Lines): string {
  const { palette, width, language } = lines;
  const say = voiceOf(language);
  switch (event.type) {
    case "started": {
      const words = [describeTarget(event.target, say), ...runNamed(event, say)].join(" · ").split(" ");
      return `${flow([palette.strong(event.command), "·", ...words], " ", width, 4)}\n`;
    }
    case "read":
      return renderRead(event, lines);
    case "issues":
      return "";
    case "checked":
      return renderChecked(event, lines);
    case "planned":
      return renderPlanned(event, lines);
    case "note":
      return wrap(say(event.text), width).map(palette.caution).join("\n");
    case "ended": // told by the summary
    case "rehearsed": // told by the command
    case "compared":
    case "progress":
    case "customers":
    case "causes":
    case "reading":
    case "planning":
      return "";
  }
}

/** The target as it stands in a line or in a question. */
export function describeTarget(target: TargetFacts | undefined, say: Voice): string {
  if (!target) return say("no_target");
  const { name, baseUrl } = target;
  if (name === "webex") {
    const organization = target.organization ? { organization: describeOrganization(target, say) } : {};
    return say("target_webex", { ...organization, baseUrl });
  }
  return baseUrl === builtIn ? say("target_built_in") : say("target_simulator", { baseUrl });
}

function describeOrganization({ organization }: TargetFacts, say: Voice): string {
  return toPrintable(organization?.name ?? organization?.id ?? say("unknown_organization"));
}

const labels = ["label_read", "label_check", "label_plan"] as const satisfies readonly TextKey[];

/** In front of a line; all are as wide as the widest, with a gap behind it. */
export function renderLabel(key: (typeof labels)[number], say: Voice): string {
  return say(key).padEnd(Math.max(...labels.map((each) => say(each).length)) + 3);
}

function renderRead(
  { file, isRefused }: Extract<RunEvent, { type: "read" }>,
  { palette, width, language }: Lines,
): string {
  const say = voiceOf(language);
  const label = renderLabel("label_read", say);
  const how = palette.quiet(
    [
      ...[file.encoding, file.delimiter].flatMap((each) => (each ? [say(readingText(each))] : [])),
      ...(file.mapping ? [say("read_by_mapping", { name: toPrintable(file.mapping.name) })] : []),
    ].join(", "),
  );
  const refused = isRefused ? palette.bad(say("file_refused")) : "";
  const sheet = nouns[language][file.sheet][file.rows === 1 ? 0 : 1];
  const rows = `${formatCount(file.rows).padStart(9)} ${sheet.padEnd(sheetTitleWidth(language))}`;
  const line = `${label}${padEnd(toPrintable(file.file), 24)} ${rows}  ${how}${refused && `   ${refused}`}`;
  if (lengthOf(line) <= width) return line;
  const [name, count] = [toPrintable(file.file), `${formatCount(file.rows)} ${sheet}`];
  return flow([`${label}${name}`, count, ...[how, refused].filter(Boolean)], "  ", width, label.length);
}

function renderChecked(
  { counts }: Extract<RunEvent, { type: "checked" }>,
  { palette, width, language }: Lines,
): string {
  const say = voiceOf(language);
  const { rows, invalid, blocked, warnings } = counts;
  const parts = [
    say("rows", { rows }),
    ...(invalid > 0 ? [palette.bad(say("rows_invalid", { count: invalid }))] : []),
    ...(blocked > 0 ? [palette.caution(say("rows_blocked", { count: blocked }))] : []),
    ...(warnings > 0 ? [palette.caution(say("warnings", { count: warnings }))] : []),
    ...(rows > 0 && invalid + blocked + warnings === 0 ? [palette.good(say("all_good"))] : []),
  ];
  return renderParts(renderLabel("label_check", say), parts, width);
}

function renderPlanned(
  { counts }: Extract<RunEvent, { type: "planned" }>,
  { palette, width, language }: Lines,
): string {
  const say = voiceOf(language);
  const { create, update, unchanged, refused, delete: removed = 0 } = counts;
  const parts = [
    ...(removed > 0 ? [say("to_remove", { count: removed })] : []),
    ...(create > 0 || removed === 0 ? [say("to_create", { count: create })] : []),
    say("to_update", { count: update }),
    say("to_leave", { count: unchanged }),
    ...(refused > 0 ? [palette.caution(say("to_leave_out", { count: refused }))] : []),
  ];
  return `${renderParts(renderLabel("label_plan", say), parts, width)}\n`;
}

function renderParts(label: string, [first = "", ...others]: readonly string[], width: number): string {
  return flow([`${label}${first}`, ...others], "   ", width, label.length);
}
