/** All runs of the state folder, newest first. */
import { useCallback } from "react";
import type { RunsReply } from "../../api-types.ts";
import { ask } from "../api.ts";
import { StatusBar } from "../parts/status-bar.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { useLoad } from "../use-load.ts";

const loadRuns = () => ask<RunsReply>("/api/runs");

export function RunsScreen() {
  const { words, time } = useSettings();
  const { value, trouble } = useLoad(useCallback(loadRuns, []));
  return (
    <>
      <h1>{words.runList.title}</h1>
      <TroubleNote trouble={trouble} />
      {!value && !trouble && <p className="busy">{words.loading}</p>}
      {value?.runs.length === 0 && <p className="lead">{words.runList.none}</p>}
      {value && value.runs.length > 0 && (
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                <th>{words.runList.run}</th>
                <th>{words.runList.started}</th>
                <th>{words.runList.target}</th>
                <th>{words.runList.result}</th>
              </tr>
            </thead>
            <tbody>
              {value.runs.map(({ runId, command, startedAt, operator, ticket, target, state, rows, statuses }) => (
                <tr key={runId}>
                  <td>
                    <a
                      href={pathOf({
                        screen: state === "interrupted" || state === "going" ? "run" : "review",
                        run: runId,
                      })}
                    >
                      {runId}
                    </a>
                    <div className="quiet">{words.runList.commands[command] ?? command}</div>
                  </td>
                  <td>
                    {time(startedAt)}
                    {(operator || ticket) && (
                      <div className="quiet">
                        {[...(operator ? [words.runList.by(operator)] : []), ...(ticket ? [ticket] : [])].join(" · ")}
                      </div>
                    )}
                  </td>
                  <td className="quiet">{target && (words.runList.targets[target.name] ?? target.name)}</td>
                  <td>
                    {statuses ? (
                      <StatusBar label={words.runList.states[state]} counts={statuses} />
                    ) : (
                      <>
                        {words.runList.states[state]} <span className="quiet">· {words.rows(rows)}</span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
