/** What opens a command, and each event of its run, as lines for a person; empty for events that have none. Pure. */
import { builtIn, type RunEvent, type TargetFacts } from "../model/run-event.ts";
import { formatCount, formatNumberOf, formatRows, type Palette, toPrintable } from "../report/text-layout.ts";

/** What a command knows before anything is loaded, opened or asked; without either: it needs no target. */
export type Opening = {
  /** As the flags have it. */
  readonly target?: TargetFacts;
  /** The run that says the target, as far as it was named. */
  readonly run?: { readonly runId: string | undefined };
};

export function renderOpening(command: string, { target, run }: Opening, palette: Palette): string {
  return `${palette.strong(command)} · ${run ? describeRun(run) : describeTarget(target)}`;
}

/** What the opening could not know yet. */
export function renderBegun({ runId, target }: Extract<RunEvent, { type: "started" }>, { run }: Opening): string {
  const known = run ? describeTarget(target) : target?.organization && `organisation ${describeOrganization(target)}`;
  return `${known ? `${known} · ` : ""}run ${runId}\n`;
}

function describeRun({ runId }: NonNullable<Opening["run"]>): string {
  return runId === undefined ? "the newest run" : `of run ${toPrintable(runId)}`;
}

export function renderEvent(event: RunEvent, palette: Palette): string {
  switch (event.type) {
    case "started":
      return `${palette.strong(event.command)} · ${describeTarget(event.target)} · run ${event.runId}\n`;
    case "read":
      return renderRead(event, palette);
    case "issues":
      return "";
    case "checked":
      return renderChecked(event, palette);
    case "planned":
      return renderPlanned(event, palette);
    case "note":
      return palette.caution(toPrintable(event.text));
    case "ended":
      return event.stopped ? palette.caution(`stopped: ${toPrintable(event.stopped)}`) : "";
    case "progress":
    case "customers":
    case "reading":
    case "planning":
      return "";
  }
}

function describeTarget(target: TargetFacts | undefined): string {
  if (!target) return "no target, nothing leaves this machine";
  if (target.name === "webex") {
    const organization = target.organization ? `, organisation ${describeOrganization(target)}` : "";
    return `target: Webex${organization}, at ${target.baseUrl}`;
  }
  return target.baseUrl === builtIn
    ? "target: built-in simulator, nothing leaves this machine"
    : `target: simulator at ${target.baseUrl}`;
}

function describeOrganization({ organization }: TargetFacts): string {
  return toPrintable(organization?.name ?? organization?.id ?? "unknown");
}

function renderRead({ file, isRefused }: Extract<RunEvent, { type: "read" }>, palette: Palette): string {
  const how = palette.quiet([file.encoding, file.delimiter].filter(Boolean).join(", "));
  const refused = isRefused ? palette.bad("   refused") : "";
  return `read    ${toPrintable(file.file).padEnd(24)} ${formatCount(file.rows).padStart(9)} ${file.sheet.padEnd(9)}  ${how}${refused}`;
}

function renderChecked({ counts }: Extract<RunEvent, { type: "checked" }>, palette: Palette): string {
  const { rows, invalid, blocked, warnings } = counts;
  const parts = [
    formatRows(rows),
    ...(invalid > 0 ? [palette.bad(`${formatCount(invalid)} invalid`)] : []),
    ...(blocked > 0 ? [palette.caution(`${formatCount(blocked)} blocked by them`)] : []),
    ...(warnings > 0 ? [palette.caution(`${formatNumberOf(warnings, "warning")}`)] : []),
    ...(rows > 0 && invalid + blocked + warnings === 0 ? [palette.good("all good")] : []),
  ];
  return `check   ${parts.join("   ")}`;
}

function renderPlanned({ counts }: Extract<RunEvent, { type: "planned" }>, palette: Palette): string {
  const { create, update, unchanged, refused, delete: removed = 0 } = counts;
  const parts = [
    ...(removed > 0 ? [`remove ${formatCount(removed)}`] : [`create ${formatCount(create)}`]),
    `update ${formatCount(update)}`,
    `unchanged ${formatCount(unchanged)}`,
    ...(refused > 0 ? [palette.caution(`left out ${formatCount(refused)}`)] : []),
  ];
  return `plan    ${parts.join("   ")}\n`;
}
