/** The course of a run over time: rows finished and requests put off, as a chart and as a table. */
import { useMemo } from "react";
import type { Timeline } from "../../../report/timeline.ts";
import { TimeChart } from "../parts/time-chart.tsx";
import { useSettings } from "../settings.tsx";

export function Course({ timeline }: { readonly timeline: Timeline }) {
  const { words, language } = useSettings();
  const { startedAt, stepSeconds, rows, throttled } = timeline;
  const start = startedAt ? Date.parse(startedAt) / 1000 : 0;
  const seconds = useMemo(() => rows.map((_, index) => start + index * stepSeconds), [rows, start, stepSeconds]);
  const series = useMemo(
    () => [
      { label: words.review.throughput, values: rows, look: "line" as const },
      { label: words.review.throttled, values: throttled, look: "bars" as const },
    ],
    [words, rows, throttled],
  );
  const times = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
  return (
    <section aria-labelledby="course">
      <h2 id="course">{words.review.timeline}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{words.review.noTimeline}</p>
      ) : (
        <>
          <TimeChart label={words.review.timeline} seconds={seconds} series={series} />
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
                    <td>{times.format(new Date((seconds[index] ?? 0) * 1000))}</td>
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
