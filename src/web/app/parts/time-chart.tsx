/** A small chart of numbers over time. The same numbers are in a table next to it, for people who cannot see the chart. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { type Settings, useSettings } from "../settings.tsx";

export type Series = { readonly label: string; readonly values: readonly number[]; readonly look: "line" | "bars" };

type Props = {
  readonly label: string;
  /** Seconds since the epoch, or since the start when `isRelative`. */
  readonly seconds: readonly number[];
  readonly series: readonly Series[];
  readonly isRelative?: boolean;
};

const height = 180;

/** The colours of a canvas are painted: they do not follow by themselves. */
const darkScheme = matchMedia("(prefers-color-scheme: dark)");

function watchScheme(watcher: () => void): () => void {
  darkScheme.addEventListener("change", watcher);
  return () => darkScheme.removeEventListener("change", watcher);
}

export function TimeChart(props: Props) {
  const { appearance } = useSettings();
  const isDark = useSyncExternalStore(watchScheme, () => darkScheme.matches);
  return <DrawnChart key={`${appearance} ${isDark}`} {...props} />;
}

function DrawnChart({ label, seconds, series, isRelative = false }: Props) {
  const cell = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const settings = useSettings();
  useEffect(() => {
    if (!cell.current) return undefined;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watcher.observe(cell.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (!cell.current || width === 0) return undefined;
    const colours = readColours(cell.current);
    const chart = new uPlot(
      optionsOf(width, series, colours, isRelative, settings),
      [[...seconds], ...series.map(({ values }) => [...values])],
      cell.current,
    );
    return () => chart.destroy();
  }, [width, seconds, series, isRelative, settings]);
  return <div ref={cell} className="chart" role="img" aria-label={label} style={{ minHeight: height }} />;
}

type Colours = {
  readonly font: string;
  readonly text: string;
  readonly line: string;
  readonly grid: string;
  readonly caution: string;
};

function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    font: of("--chart-font"),
    text: of("--chart-text"),
    line: of("--chart-line"),
    grid: of("--chart-grid"),
    caution: of("--chart-caution"),
  };
}

function optionsOf(
  width: number,
  series: readonly Series[],
  colours: Colours,
  isRelative: boolean,
  { words, number, clock }: Pick<Settings, "words" | "number" | "clock">,
): uPlot.Options {
  const axis = {
    font: colours.font,
    stroke: colours.text,
    grid: { stroke: colours.grid, width: 1 },
    ticks: { stroke: colours.grid, width: 1 },
  };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: !isRelative }, y: { range: (_chart, _least, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      {
        ...axis,
        space: 80,
        ...(isRelative
          ? { incrs: [1, 5, 10], values: secondsAgo(words.run.now) }
          : { values: (_chart: uPlot, splits: number[]) => splits.map(clock) }),
      },
      { ...axis, size: 54, values: (_chart, splits) => splits.map(number) },
    ],
    series: [
      {},
      ...series.map(({ label, look }) => ({
        label,
        points: { show: false },
        ...(look === "line"
          ? { stroke: colours.line, width: 2, fill: `${colours.line}22` }
          : { stroke: colours.caution, width: 1, fill: colours.caution, paths: bars() }),
      })),
    ],
  };
}

function secondsAgo(now: string) {
  return (_chart: uPlot, splits: number[]) => splits.map((seconds) => (seconds === 0 ? now : `−${-seconds} s`));
}

function bars(): uPlot.Series.PathBuilder {
  const make = uPlot.paths.bars;
  if (!make) throw new Error("the chart library has no bars");
  return make({ size: [0.6, 12] });
}
