/** The line that moves: painted anew in place on a terminal, as wide as that is now; a plain line now and then elsewhere. */
import type { Clock } from "../../model/ports.ts";
import type { RunEvent } from "../../model/run-event.ts";
import { sheetNames } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { nouns, sheetTitleWidth } from "../../model/words/nouns.ts";
import { voiceOf } from "../../model/words/text.ts";
import { boundText } from "../../report/screen/screen-text.ts";
import { cut, formatCount, lengthOf, type Palette, toPrintable } from "../../report/screen/text-layout.ts";
import { renderLabel } from "./event-text.ts";

type Moving = Extract<RunEvent, { type: "progress" | "reading" | "planning" }>;

export type ProgressLine = {
  /** Until `clear`, the time goes on. */
  show(event: Moving): void;
  clear(): void;
};

/** A stream that may be a terminal; it tells of a change of its size. */
export type LineStream = Pick<NodeJS.WriteStream, "isTTY" | "columns" | "write" | "on" | "off">;

/** Elsewhere than on a terminal, so many milliseconds lie between two lines. */
const plainEveryMs = 10_000;

/** Where nothing is told meanwhile, the time goes on. */
const tickMs = 1000;

/** In columns, elsewhere than on a terminal. */
const plainWidth = 110;

/**
 * From the cursor on, which a paint leaves at the beginning of the line: so all of it goes, also when the terminal became
 * narrower meanwhile and has broken it into several.
 */
const wipe = "\r\u001b[J";

/** Between these a line that is too long is cut by the terminal, should it just have become narrower. */
const [withoutBreaks, withBreaks] = ["\u001b[?7l", "\u001b[?7h"];

export function progressLine(stream: LineStream, clock: Clock, palette: Palette, language: Language): ProgressLine {
  let shown: Moving | undefined;
  let shownMs = 0;
  let ticking: AbortController | undefined;
  let plainMs = clock.monotonic();
  const now = (event: Moving): Moving =>
    event.type === "progress"
      ? { ...event, elapsedSeconds: event.elapsedSeconds + Math.floor((clock.monotonic() - shownMs) / 1000) }
      : event;
  const paint = () => {
    if (!shown) return;
    // the last column stays free: some terminals break the line when it is written
    const line = renderMoving(now(shown), (stream.columns || 80) - 1, palette, language);
    stream.write(`${wipe}${withoutBreaks}${line}${withBreaks}\r`);
  };
  const write = () => {
    if (!shown || clock.monotonic() - plainMs < plainEveryMs) return;
    plainMs = clock.monotonic();
    stream.write(`${renderMoving(now(shown), plainWidth, palette, language)}\n`);
  };
  const update = stream.isTTY ? paint : write;
  const tick = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      await clock.sleep(tickMs, signal, { ref: false }).catch(() => undefined);
      if (!signal.aborted && clock.monotonic() - shownMs >= tickMs) update();
    }
  };
  return {
    show(event) {
      if (!shown && stream.isTTY) stream.on("resize", paint);
      shown = event;
      shownMs = clock.monotonic();
      if (!ticking) {
        ticking = new AbortController();
        void tick(ticking.signal);
      }
      update();
    },
    clear() {
      ticking?.abort();
      ticking = undefined;
      if (!shown) return;
      if (stream.isTTY) {
        stream.write(wipe);
        stream.off("resize", paint);
      }
      shown = undefined;
    },
  };
}

/** What the line says in so many columns. Pure. */
export function renderMoving(event: Moving, width: number, palette: Palette, language: Language): string {
  const say = voiceOf(language);
  if (event.type === "reading") {
    const { file, rows } = event;
    return cut(`${renderLabel("label_read", say)}${toPrintable(file)}  ${say("rows", { rows })}`, width);
  }
  if (event.type === "planning") {
    const { customers: done, of } = event;
    return cut(`${renderLabel("label_plan", say)}${say("customers_done", { done, of })}`, width);
  }
  return renderProgress(event, width, palette, language);
}

type Part = { readonly text: string; readonly tone?: keyof Palette };

/** The parts that there is room for, the most important ones first, in the order in which they are read. */
function renderProgress(
  event: Extract<RunEvent, { type: "progress" }>,
  width: number,
  palette: Palette,
  language: Language,
): string {
  const say = voiceOf(language);
  const busy = sheetNames.find((sheet) => event.sheets[sheet].done < event.sheets[sheet].of) ?? "users";
  const { done, of } = event.sheets[busy];
  const all = sumOf(event);
  const share = all.of > 0 ? all.done / all.of : 1;
  const sheet: Part = {
    text: `${nouns[language][busy][1].padEnd(sheetTitleWidth(language))} ${formatCount(done)}/${formatCount(of)}`,
  };
  const percent: Part = { text: `${Math.floor(share * 100)} %`, tone: "strong" };
  const elapsed: Part = { text: say("time_taken", { seconds: event.elapsedSeconds }) };
  const rate: Part = { text: say("rows_per_second", { rate: event.perSecond }) };
  const left: Part = { text: event.secondsLeft === undefined ? "" : say("time_left", { seconds: event.secondsLeft }) };
  const failed: Part = { text: event.failed > 0 ? say("rows_failed", { count: event.failed }) : "", tone: "bad" };
  const bound: Part = { text: say("limited_by", { bound: boundText(event.bound) }) };
  const byWeight = [percent, failed, left, elapsed, rate, sheet, bound];
  const kept = new Set(fitting(byWeight, width));
  const texts = [sheet, percent, elapsed, rate, left, failed, bound].filter((part) => kept.has(part));
  const room = width - texts.reduce((sum, { text }) => sum + lengthOf(text) + between.length, 0);
  const parts = texts.map(({ text, tone }) => (tone ? palette[tone](text) : text));
  return [...(room >= smallestBar ? [renderBar(share, Math.min(room, largestBar), palette)] : []), ...parts].join(
    between,
  );
}

const between = "  ";
const [smallestBar, largestBar] = [10, 30];

/** As many as there is room for; one that is too long keeps none behind it from being shown. */
function fitting(byWeight: readonly Part[], width: number): readonly Part[] {
  let room = width + between.length;
  return byWeight.filter(({ text }) => {
    const needed = lengthOf(text) + between.length;
    if (text === "" || needed > room) return false;
    room -= needed;
    return true;
  });
}

function sumOf({ sheets }: Extract<RunEvent, { type: "progress" }>): { readonly done: number; readonly of: number } {
  const each = sheetNames.map((sheet) => sheets[sheet]);
  return each.reduce((sum, { done, of }) => ({ done: sum.done + done, of: sum.of + of }), { done: 0, of: 0 });
}

function renderBar(share: number, columns: number, palette: Palette): string {
  const filled = Math.floor(columns * share);
  return palette.good("━".repeat(filled)) + palette.quiet("━".repeat(columns - filled));
}
