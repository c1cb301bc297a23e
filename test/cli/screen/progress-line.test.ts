/** The moving line stays one line: at any width, with failures, and when the window is made narrower or wider in mid-run. */
import { describe, expect, it } from "vitest";
import { progressLine, renderMoving } from "../../../src/cli/screen/progress-line.ts";
import type { RunEvent } from "../../../src/model/run-event.ts";
import { lengthOf, plainPalette } from "../../../src/report/screen/text-layout.ts";
import { systemClock } from "../../../src/system-clock.ts";
import { smallTerminal } from "../../support/small-terminal.ts";
import { virtualClock } from "../../support/virtual-clock.ts";

type Progress = Extract<RunEvent, { type: "progress" }>;

const widths = [40, 60, 80, 120, 200];

function rows(done: number, of: number) {
  return { done, of, failed: 0, blocked: 0, leftOut: 0 };
}

function progress(given: Partial<Progress> = {}): Progress {
  return {
    type: "progress",
    sheets: {
      templates: rows(3, 3),
      profiles: rows(0, 0),
      customers: rows(490, 490),
      locations: rows(0, 0),
      users: rows(5_569, 16_200),
    },
    failed: 1_403,
    waiting: 40,
    elapsedSeconds: 42,
    perSecond: 151.4,
    secondsLeft: 126,
    bound: "Webex provisioning",
    ...given,
  };
}

describe("the moving line", () => {
  it.each([
    [40, "36 %  42 s  2 min left  1\u00a0403 failed"],
    [60, "36 %  42 s  151 rows/s  2 min left  1\u00a0403 failed"],
    [80, "users     5 569/16 200  36 %  42 s  151 rows/s  2 min left  1\u00a0403 failed"],
    [
      120,
      "users     5 569/16 200  36 %  42 s  151 rows/s  2 min left  1\u00a0403 failed  limited by provisioning at Webex",
    ],
  ])("says at %i columns what there is room for, the most important first", (width, text) => {
    const line = renderMoving(progress(), width - 1, plainPalette, "en");
    expect(line.replaceAll(/^━+ {2}/g, "")).toBe(text);
  });

  it.each(widths)("stays within %i columns, whatever it has to say", (width) => {
    const events: RunEvent[] = [
      progress(),
      progress({ failed: 0, perSecond: 0, elapsedSeconds: 200_000, secondsLeft: 9_999_999 }),
      progress({ failed: 999_999, bound: "dependencies" }),
    ];
    const moving = [
      ...events,
      { type: "reading", file: `東京都/${"港区".repeat(80)}.csv\u001b[2J`, rows: 5 } as const,
      { type: "planning", customers: 1_000, of: 20_000 } as const,
    ];
    for (const event of moving as Parameters<typeof renderMoving>[0][])
      expect(lengthOf(renderMoving(event, width - 1, plainPalette, "en"))).toBeLessThan(width);
  });
});

describe("on a terminal", () => {
  it.each(widths)("paints in place at %i columns", async (width) => {
    const terminal = smallTerminal(width);
    terminal.stream.write("apply · target: x\n");
    const line = progressLine(terminal.stream, systemClock, plainPalette, "en");
    for (let failed = 0; failed < 2_000; failed += 7) line.show(progress({ failed }));
    expect(await terminal.lines()).toHaveLength(2);
    line.clear();
    terminal.stream.write("the end\n");
    expect(await terminal.lines()).toEqual(["apply · target: x", "the end"]);
  });

  it("leaves no line behind when the window is made narrower and wider", async () => {
    const terminal = smallTerminal(200);
    const above = ["apply · target: x", "check   20 501 rows   10 invalid"];
    terminal.stream.write(`${above.join("\n")}\n`);
    const line = progressLine(terminal.stream, systemClock, plainPalette, "en");
    for (const width of [200, 120, 60, 40, 80, 50, 200, 40, 45, 160, 40, 200]) {
      await terminal.resize(width);
      for (let failed = 0; failed < 50; failed += 1) line.show(progress({ failed }));
      expect((await terminal.lines()).slice(0, -1)).toEqual(above);
    }
    line.clear();
    expect(await terminal.lines()).toEqual(above);
  });

  it("leaves none behind either when it paints before it hears of the narrower window", async () => {
    const terminal = smallTerminal(120);
    terminal.stream.write("above\n");
    const line = progressLine(terminal.stream, systemClock, plainPalette, "en");
    line.show(progress());
    await terminal.resize(50, false);
    for (let failed = 0; failed < 50; failed += 1) line.show(progress({ failed }));
    await terminal.resize(50);
    for (let failed = 0; failed < 50; failed += 1) line.show(progress({ failed }));
    expect(await terminal.lines()).toEqual(["above", expect.stringContaining("49 failed")]);
  });
});

describe("while there are no events", () => {
  it("lets the time go on, on a terminal", async () => {
    const terminal = smallTerminal(60);
    const clock = virtualClock();
    const line = progressLine(terminal.stream, clock, plainPalette, "en");
    line.show(progress({ elapsedSeconds: 42 }));
    await clock.advance(5_000);
    expect(await terminal.lines()).toEqual([expect.stringContaining("  47 s  ")]);
    line.clear();
    await clock.advance(5_000);
    expect([await terminal.lines(), clock.sleepers()]).toEqual([[], 0]);
  });

  it("writes a line now and then elsewhere", async () => {
    const terminal = smallTerminal(120);
    const clock = virtualClock();
    const line = progressLine(Object.assign(terminal.stream, { isTTY: false }), clock, plainPalette, "en");
    line.show(progress({ elapsedSeconds: 42 }));
    await clock.advance(25_000);
    line.clear();
    expect(await terminal.lines()).toEqual([expect.stringContaining("  52 s  "), expect.stringContaining("  62 s  ")]);
  });
});

it("hears of no window any more once it is cleared", () => {
  const { stream } = smallTerminal(80);
  const line = progressLine(stream, systemClock, plainPalette, "en");
  line.show(progress());
  line.show(progress());
  expect(stream.listenerCount("resize")).toBe(1);
  line.clear();
  expect(stream.listenerCount("resize")).toBe(0);
});
