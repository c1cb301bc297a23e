/** All runs of the state folder by day, newest first: what each was about, who began it, and what came of it. */
import { useCallback, useMemo, useState } from "react";
import { ToggleButton } from "react-aria-components";
import type { RunsReply } from "../../api-types.ts";
import { ask } from "../api.ts";
import { isFound, ListFilter, ShowMore, shortList } from "../parts/list-filter.tsx";
import { ResultLine } from "../parts/result-line.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { useHashQuery } from "../use-filter.ts";
import { useLoad } from "../use-load.ts";

type Run = RunsReply["runs"][number];
type Words = ReturnType<typeof useSettings>["words"];

const loadRuns = () => ask<RunsReply>("/api/runs");

/** More at once make a long page. */
const linesShown = 50;

export function RunsScreen() {
  const { words, day } = useSettings();
  const { value, trouble } = useLoad(useCallback(loadRuns, []));
  const { query, set } = useHashQuery();
  const [most, setMost] = useState(linesShown);
  const text = query.get("text") ?? "";
  const isOnlyBad = query.get("only") === "errors";
  const runs = value?.runs ?? [];
  const found = runs.filter((run) => (!isOnlyBad || hasBadRows(run)) && isFound(toldOf(run, words), text));
  const days = useMemo(() => byDay(found.slice(0, most), day), [found, most, day]);
  const only = isOnlyBad ? "errors" : undefined;
  return (
    <>
      <h1>{words.runList.title}</h1>
      <TroubleNote trouble={trouble} />
      {!value && !trouble && <p className="busy">{words.loading}</p>}
      {value?.runs.length === 0 && <p className="lead">{words.runList.none}</p>}
      {runs.length > 0 && (
        <>
          <ListFilter
            label={words.runList.search}
            text={text}
            onText={(next) => set({ only, text: next }, true)}
            found={found.length}
            of={runs.length}
          >
            <ToggleButton
              className="button small toggle"
              isSelected={isOnlyBad}
              onChange={(isOn) => set({ text, only: isOn ? "errors" : undefined })}
            >
              {words.runList.onlyBad}
            </ToggleButton>
          </ListFilter>
          {found.length === 0 && <p className="lead">{words.runList.nothing}</p>}
          {found.length > 0 && (
            <div className="table-frame">
              <table className="table runs">
                <thead>
                  <tr>
                    <th>{words.runList.run}</th>
                    <th>{words.runList.started}</th>
                    <th>{words.runList.target}</th>
                    <th>{words.runList.result}</th>
                  </tr>
                </thead>
                {days.map(({ name, runs: ofDay }) => (
                  <tbody key={name}>
                    <tr className="day">
                      <th colSpan={4} scope="rowgroup">
                        {name}
                      </th>
                    </tr>
                    {ofDay.map((run) => (
                      <Line key={run.runId} run={run} />
                    ))}
                  </tbody>
                ))}
              </table>
            </div>
          )}
          <ShowMore left={found.length - most} onPress={() => setMost(most + 200)} />
        </>
      )}
    </>
  );
}

function hasBadRows({ statuses, state }: Run): boolean {
  const { invalid = 0, failed = 0, blocked = 0 } = statuses ?? {};
  return invalid + failed + blocked > 0 || state === "refused" || state === "unreadable";
}

/** Of what a run is found by. */
function toldOf({ runId, command, operator, ticket, customers, files = [] }: Run, words: Words) {
  const said = words.runList.commands[command] ?? command;
  return [runId, said, operator, ticket, ...(customers?.names ?? []), ...files];
}

function byDay(runs: readonly Run[], day: (iso: string) => string) {
  const days = new Map<string, Run[]>();
  for (const run of runs) {
    const name = day(run.startedAt);
    days.set(name, [...(days.get(name) ?? []), run]);
  }
  return [...days].map(([name, ofDay]) => ({ name, runs: ofDay }));
}

function Line({ run }: { readonly run: Run }) {
  const { words, hour, say } = useSettings();
  const { runId, command, startedAt, operator, ticket, target, state, rows, statuses, files, reason } = run;
  const isUnderWay = state === "interrupted" || state === "going";
  const who = [...(operator ? [words.runList.by(operator)] : []), ...(ticket ? [ticket] : [])].join(" · ");
  const about = [
    words.runList.commands[command] ?? command,
    ...(files ? [shortList(files, words.plan.more)] : []),
    runId,
  ];
  return (
    <tr>
      <td>
        <a href={pathOf({ screen: isUnderWay ? "run" : "review", run: runId })}>
          <strong>{titleOf(run, words)}</strong>
        </a>
        <div className="quiet">{about.filter(Boolean).join(" · ")}</div>
      </td>
      <td>
        {hour(startedAt)}
        {who && <div className="quiet">{who}</div>}
      </td>
      <td className="quiet">{target && (words.runList.targets[target.name] ?? target.name)}</td>
      <td>
        {state !== "finished" && <div className={isUnderWay ? "" : "bad-text"}>{words.runList.states[state]}</div>}
        {statuses ? <ResultLine counts={statuses} /> : <span className="quiet">{words.rows(rows)}</span>}
        {!statuses && reason && <div className="quiet">{say(reason)}</div>}
      </td>
    </tr>
  );
}

/** Its customers by name, else its files, else its id. */
function titleOf({ runId, customers, files = [] }: Run, words: Words): string {
  if (!customers || customers.count === 0) return files.length > 0 ? shortList(files, words.plan.more) : runId;
  const more = customers.count - customers.names.length;
  return [customers.names.join(", "), ...(more > 0 ? [words.plan.more(more)] : [])].join(" ");
}
