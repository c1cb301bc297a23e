/** The line that moves: rewritten in place on a terminal, a plain line now and then elsewhere. */
import type { Clock } from "../model/ports.ts";
import type { RunEvent } from "../model/run-event.ts";
import { sheetNames } from "../model/sheet.ts";
import { formatCount, type Palette } from "../report/text-layout.ts";

type Moving = Extract<RunEvent, { type: "progress" | "reading" | "planning" }>;

export type ProgressLine = {
  show(event: Moving, palette: Palette, width: number): void;
  clear(): void;
};

/** Elsewhere than on a terminal, so many milliseconds lie between two lines. */
const plainEveryMs = 10_000;

export function progressLine(stream: NodeJS.WriteStream, clock: Clock): ProgressLine {
  let isShown = false;
  let plainMs = clock.now();
  return {
    show(event, palette, width) {
      if (stream.isTTY) {
        stream.write(`\r\u001b[2K${render(event, palette, width)}`);
        isShown = true;
      } else if (clock.now() - plainMs >= plainEveryMs) {
        plainMs = clock.now();
        stream.write(`${render(event, palette, width)}\n`);
      }
    },
    clear() {
      if (isShown) stream.write("\r\u001b[2K");
      isShown = false;
    },
  };
}

function render(event: Moving, palette: Palette, width: number): string {
  if (event.type === "reading") return `read    ${event.file}  ${formatCount(event.rows)}`;
  if (event.type === "planning") return `plan    ${formatCount(event.customers)}/${formatCount(event.of)} customers`;
  return renderProgress(event, palette, width);
}

function renderProgress(event: Extract<RunEvent, { type: "progress" }>, palette: Palette, width: number): string {
  const busy = sheetNames.find((sheet) => event.sheets[sheet].done < event.sheets[sheet].of) ?? "users";
  const { done, of } = event.sheets[busy];
  const room = Math.max(10, Math.min(30, width - 90));
  const filled = of > 0 ? Math.floor((room * done) / of) : room;
  const bar = palette.good("━".repeat(filled)) + palette.quiet("━".repeat(room - filled));
  const left = event.secondsLeft === undefined ? "" : `  ${formatTime(event.secondsLeft)} left`;
  const failed = event.failed > 0 ? palette.bad(`  ${formatCount(event.failed)} failed`) : "";
  const rate = `${event.perSecond.toFixed(event.perSecond < 10 ? 1 : 0)} rows/s`;
  return `${busy.padEnd(9)} ${bar} ${formatCount(done)}/${formatCount(of)}  ${rate}${left}${failed}  bound by ${event.bound}`;
}

function formatTime(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
