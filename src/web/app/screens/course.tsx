/** A run over time: rows processed and requests that were rate limited, as a chart and as a table. */
import { useMemo } from "react";
import type { Timeline } from "../../../report/timeline.ts";
import { TimeChart } from "../parts/time-chart.tsx";
import { useSettings } from "../settings.tsx";

/** A run of a second or two stands in the middle of as many steps: nothing was finished before and after it. */
const leastSteps = 13;

const zeros = (count: number) => Array.from({ length: count }, () => 0);

export function Course({ timeline }: { readonly timeline: Timeline }) {
  const { words, clock } = useSettings();
  const { stepSeconds, rows, throttled } = timeline;
  const start = timeline.startedAt ? Date.parse(timeline.startedAt) / 1000 : 0;
  const seconds = useMemo(() => rows.map((_, index) => start + index * stepSeconds), [rows, start, stepSeconds]);
  const { drawnSeconds, series } = useMemo(() => {
    const around = Math.max(0, Math.ceil((leastSteps - rows.length) / 2));
    const widen = (counts: readonly number[]) => [...zeros(around), ...counts, ...zeros(around)];
    const first = start - around * stepSeconds;
    return {
      drawnSeconds: widen(rows).map((_, index) => first + index * stepSeconds),
      series: [
        { label: words.review.throughput, values: widen(rows), look: "line" as const },
        ...(throttled.some((count) => count > 0)
          ? [{ label: words.review.throttled, values: widen(throttled), look: "bars" as const }]
          : []),
      ],
    };
  }, [words, rows, throttled, start, stepSeconds]);
  return (
    <section aria-labelledby="course">
      <h2 id="course">{words.review.timeline}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{words.review.noTimeline}</p>
      ) : (
        <>
          <TimeChart label={words.review.timeline} seconds={drawnSeconds} series={series} />
          <ul className="legend">
            <li className="chart-rows">
              <span className="mark" aria-hidden="true" />
              {words.review.throughput}
            </li>
            {throttled.some((count) => count > 0) && (
              <li className="chart-throttled">
                <span className="mark" aria-hidden="true" />
                {words.review.throttled}
              </li>
            )}
          </ul>
          <details className="fold">
            <summary>{words.review.table}</summary>
            <table className="table small">
              <thead>
                <tr>
                  <th>{words.review.time}</th>
                  <th>{words.review.throughput}</th>
                  <th>{words.review.throttled}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((count, index) => (
                  <tr key={seconds[index]}>
                    <td>{clock(seconds[index] ?? 0)}</td>
                    <td>{count}</td>
                    <td>{throttled[index]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
