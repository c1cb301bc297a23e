/** What a person sees: on stdout what the command is for, on stderr what goes on meanwhile; or its events as NDJSON on stdout. */

import { relative } from "node:path";
import type { PlanLine, SavedPlan } from "../../model/plan-line.ts";
import type { Clock } from "../../model/ports.ts";
import type { Emit } from "../../model/run-event.ts";
import type { Language } from "../../model/words/language.ts";
import { say, speak, type Voice, voiceOf } from "../../model/words/text.ts";
import type { RunEnd } from "../../outcome/end-run.ts";
import type { WrittenReports } from "../../report/files/write-reports.ts";
import { renderPlan } from "../../report/screen/plan-text.ts";
import { renderCauses, renderLastLine, renderPaths, renderSummary } from "../../report/screen/screen-text.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import { renderUndo } from "../../report/screen/undo-text.ts";
import type { Summary } from "../../report/summary.ts";
import { resumeCommand, withState } from "../../run/typed-commands.ts";
import { type Opening, renderBegun, renderEvent, renderOpening } from "./event-text.ts";
import { progressLine } from "./progress-line.ts";
import { widthOf } from "./screen-width.ts";
import { paletteOf } from "./terminal.ts";

export type Streams = { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream };

const emptyLine = "\n";

/** Where a screen writes, and how it tells the time. */
export type ScreenWorld = { readonly streams: Streams; readonly clock: Clock; readonly language: Language };

export type Screen = {
  /** The first line: what is going to be done, and where. */
  open(command: string, opening: Opening): void;
  readonly emit: Emit;
  /** The table and the causes. `tookMs`: default: since the screen was opened. */
  showSummary(run: Summary, tookMs?: number): void;
  /** The same, and the paths. */
  showEnd(written: WrittenReports, options?: EndOptions): void;
  /** What would be done, and what is refused. */
  showPlan(planned: { readonly plan: SavedPlan; readonly written: WrittenReports }): void;
  /** What an undo would take back. */
  showUndo(rows: Iterable<PlanLine>): void;
  /** Something about what goes on. */
  say(text: string): void;
  /** Something of what the command is for. */
  put(text: string): void;
  /** Why it could not do all of its work, and what to do about it: also with --quiet. */
  fail(text: string): void;
  /** In the language of the screen. */
  readonly language: Language;
  readonly voice: Voice;
};

type EndOptions = {
  /** What to type once the refused rows are corrected. */
  readonly nextCommand?: string;
  /** How long it took; default: since the screen was opened. */
  readonly tookMs?: number;
};

export function openScreen(
  { json = false, quiet = false }: { json?: boolean; quiet?: boolean },
  { streams, clock, language }: ScreenWorld,
): Screen {
  const { out, err } = streams;
  const palette = paletteOf(err);
  const line = progressLine(err, clock, palette, language);
  const openedMs = clock.monotonic();
  let opened: Opening | undefined;
  const writeTo = (stream: NodeJS.WriteStream) => (text: string) => {
    if (quiet || text === "") return;
    line.clear();
    stream.write(text === emptyLine ? emptyLine : `${text}\n`);
  };
  // with --json, events alone are what the command is for
  const product = json ? err : out;
  const [tell, put] = [writeTo(err), writeTo(product)];
  const fail = (text: string) => {
    line.clear();
    err.write(`${text}\n`);
  };
  /** A log keeps what is told in one line each. */
  const lineWidth = () => (err.isTTY ? widthOf(err) : Number.POSITIVE_INFINITY);
  const layout = () => ({ width: widthOf(product), palette: paletteOf(product), language });
  const lines = () => ({ width: lineWidth(), palette, language });
  const say = voiceOf(language);
  const showSummary = (run: Summary, hasFiles: boolean) => {
    if (run.command === "validate") tell(emptyLine);
    put(renderSummary(run, layout(), hasFiles).trimEnd());
  };
  const tellStop = ({ stopped }: Summary) => {
    if (stopped) fail(`\n${toPrintable(say("stopped", { reason: stopped.reason }))}`);
  };
  return {
    open(command, opening) {
      tell(renderOpening(command, opening, lines()));
      opened = opening;
    },
    emit(event) {
      if (json)
        out.write(`${JSON.stringify({ v: 1, at: new Date(clock.now()).toISOString(), ...speak(event, language) })}\n`);
      if (quiet) return;
      if (event.type === "progress" || event.type === "reading" || event.type === "planning") line.show(event);
      else if (opened && event.type === "started") tell(renderBegun(event, opened, lines()) || emptyLine);
      else tell(renderEvent(event, lines()));
    },
    showSummary(run, tookMs = clock.monotonic() - openedMs) {
      showSummary(run, false);
      put(`\n${renderLastLine(run, tookMs, layout())}`.trimEnd());
      tellStop(run);
    },
    showEnd(written, { nextCommand, tookMs = clock.monotonic() - openedMs } = {}) {
      showSummary(written.told, true);
      put(`\n${renderPaths(nearPaths(written), layout(), nextCommand).trimEnd()}`);
      put(`\n${renderLastLine(written.run, tookMs, layout())}`.trimEnd());
      tellStop(written.run);
    },
    showPlan({ plan, written }) {
      put(renderPlan(plan, layout()));
      const causes = renderCauses(written.told, layout());
      if (causes !== "") put(`\n${causes.trimEnd()}`);
    },
    showUndo: (rows) => put(renderUndo(rows, layout())),
    say: tell,
    put,
    fail,
    language,
    voice: say,
  };
}

/** The end of a run, and what to type next. */
export function showRunEnd(screen: Screen, end: RunEnd, { state }: { readonly state: string }): void {
  const canRetry = end.written.failed.length > 0 && !end.stopped;
  screen.showEnd(end.written, canRetry ? { nextCommand: withState("wholesale-import retry", state) } : {});
  if (end.stopped?.details)
    screen.fail(end.stopped.details.map((line) => `  ${say(line, screen.language)}`).join("\n"));
  if (!end.isResumable) return;
  screen.fail(`\n${screen.voice("go_on_with", { command: resumeCommand(end.runId, state) })}`);
}

/** Paths as they are typed from here, where that is shorter. */
function nearPaths(written: WrittenReports): WrittenReports {
  const files = written.files.map((file) => ({ ...file, path: near(file.path) }));
  const failed = written.failed.map((file) => ({ ...file, path: near(file.path) }));
  return { ...written, files, failed };
}

function near(path: string): string {
  const fromHere = relative("", path);
  return fromHere.startsWith("..") ? path : fromHere;
}
