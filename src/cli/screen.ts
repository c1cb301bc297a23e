/** What a person sees on stderr while a run goes on, or the same as NDJSON on stdout. */
import { relative } from "node:path";
import type { PlanLine, SavedPlan } from "../model/plan-line.ts";
import type { Clock } from "../model/ports.ts";
import type { Emit } from "../model/run-event.ts";
import type { RunEnd } from "../pipeline/end-run.ts";
import { resumeCommand, withState } from "../pipeline/typed-commands.ts";
import { renderPlan } from "../report/plan-text.ts";
import { renderCauses, renderPaths, renderSummary } from "../report/screen-text.ts";
import type { Summary } from "../report/summary.ts";
import { renderUndo } from "../report/undo-text.ts";
import type { WrittenReports } from "../report/write-reports.ts";
import { type Opening, renderBegun, renderEvent, renderOpening } from "./event-text.ts";
import { progressLine } from "./progress-line.ts";
import { paletteOf, widthOf } from "./terminal.ts";

export type Streams = { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream };

/** Where a screen writes, and how it tells the time. */
export type ScreenWorld = { readonly streams: Streams; readonly clock: Clock };

export type Screen = {
  /** The first line: what is going to be done, and where. */
  open(command: string, opening: Opening): void;
  readonly emit: Emit;
  /** The table and the causes. */
  showSummary(run: Summary): void;
  /** The same, and the paths. */
  showEnd(written: WrittenReports, options?: { readonly nextCommand?: string }): void;
  /** What would be done, and what is refused. */
  showPlan(planned: { readonly plan: SavedPlan; readonly written: WrittenReports }): void;
  /** What an undo would take back. */
  showUndo(rows: Iterable<PlanLine>): void;
  say(text: string): void;
};

export function openScreen(
  { json = false, quiet = false }: { json?: boolean; quiet?: boolean },
  { streams: { out, err }, clock }: ScreenWorld,
): Screen {
  const palette = paletteOf(err);
  const width = widthOf(err);
  const line = progressLine(err, clock);
  let opened: Opening | undefined;
  const write = (text: string) => {
    if (quiet || text === "") return;
    line.clear();
    err.write(`${text}\n`);
  };
  const showSummary = (run: Summary, hasFiles: boolean) => {
    write("");
    write(renderSummary(run, { width, palette }, hasFiles));
  };
  return {
    open(command, opening) {
      write(renderOpening(command, opening, palette));
      opened = opening;
    },
    emit(event) {
      if (json) out.write(`${JSON.stringify({ v: 1, at: new Date(clock.now()).toISOString(), ...event })}\n`);
      if (quiet) return;
      if (event.type === "progress" || event.type === "reading" || event.type === "planning")
        line.show(event, palette, width);
      else write(opened && event.type === "started" ? renderBegun(event, opened) : renderEvent(event, palette));
    },
    showSummary: (run) => showSummary(run, false),
    showEnd(written, { nextCommand } = {}) {
      showSummary(written.run, true);
      write("");
      write(renderPaths(nearPaths(written), { width, palette }, nextCommand));
    },
    showPlan({ plan, written }) {
      write(renderPlan(plan, { width, palette }));
      const causes = renderCauses(written.run, { width, palette });
      if (causes !== "") write(`\n${causes.trimEnd()}`);
    },
    showUndo: (rows) => write(renderUndo(rows, { width, palette })),
    say: write,
  };
}

/** The end of a run, and what to type next. */
export function showRunEnd(screen: Screen, end: RunEnd, { state }: { readonly state: string }): void {
  const canRetry = end.written.failed.length > 0 && !end.stopped;
  screen.showEnd(end.written, canRetry ? { nextCommand: withState("wholesale-import retry", state) } : {});
  if (!end.isResumable) return;
  screen.say(`\nnothing is lost; go on with: ${resumeCommand(end.runId, state)}`);
}

/** Paths as they are typed from here, where that is shorter. */
function nearPaths(written: WrittenReports): WrittenReports {
  const { results, errors, summary } = written;
  const failed = written.failed.map((file) => ({ ...file, path: near(file.path) }));
  return { ...written, results: near(results), errors: near(errors), summary: near(summary), failed };
}

function near(path: string): string {
  const fromHere = relative("", path);
  return fromHere.startsWith("..") ? path : fromHere;
}
