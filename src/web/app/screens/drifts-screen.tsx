/** Comparisons of Webex with sheets: start one, and those that were made before. */
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { DriftsReply, RunsReply } from "../../api-types.ts";
import type { Trouble } from "../../trouble.ts";
import { ask, post } from "../api.ts";
import { ProgressLine } from "../parts/progress-line.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { troubleOf, useLoad } from "../use-load.ts";
import { go } from "../use-route.ts";
import { useStream } from "../use-stream.ts";

const loadDrifts = () => ask<DriftsReply>("/api/drifts");
const loadRuns = () => ask<RunsReply>("/api/runs");

export function DriftsScreen() {
  const { words } = useSettings();
  const { value, trouble, reload } = useLoad(useCallback(loadDrifts, []));
  const [round, setRound] = useState(0);
  const isFollowing = round > 0 || value?.isGoing === true;
  return (
    <>
      <h1>{words.drift.title}</h1>
      <p className="lead">{words.drift.lead}</p>
      <TroubleNote trouble={trouble} />
      {isFollowing && <Comparing key={round} round={round} onOver={reload} />}
      <Start isGoing={value?.isGoing ?? false} onStarted={() => setRound((before) => before + 1)} />
      {!value && !trouble && <p className="busy">{words.loading}</p>}
      {value && <Earlier drifts={value.drifts} />}
    </>
  );
}

type StartProps = { readonly isGoing: boolean; readonly onStarted: () => void };

/** What is compared: what was applied last, or the rows of a run. */
function Start({ isGoing, onStarted }: StartProps) {
  const { words, time } = useSettings();
  const { value } = useLoad(useCallback(loadRuns, []));
  const [runId, setRunId] = useState("");
  const [trouble, setTrouble] = useState<Trouble>();
  const [isAsked, setAsked] = useState(false);
  const runs = (value?.runs ?? []).filter(
    ({ command, state }) => state === "finished" && (command === "apply" || command === "retry"),
  );
  const start = async () => {
    setTrouble(undefined);
    setAsked(true);
    await post("/api/drifts", runId === "" ? {} : { runId }).then(onStarted, (error: unknown) =>
      setTrouble(troubleOf(error)),
    );
    setAsked(false);
  };
  return (
    <>
      <TroubleNote trouble={trouble} />
      <div className="drift-start">
        <label>
          {words.drift.source}
          <select value={runId} onChange={(event) => setRunId(event.target.value)}>
            <option value="">{words.drift.applied}</option>
            {runs.map((run) => (
              <option key={run.runId} value={run.runId}>
                {words.drift.run(run.runId)} · {time(run.startedAt)}
              </option>
            ))}
          </select>
        </label>
        <Button className="button strong" isDisabled={isGoing || isAsked} onPress={() => void start()}>
          {words.drift.start}
        </Button>
      </div>
    </>
  );
}

type ComparingProps = { readonly round: number; readonly onOver: () => void };

/** How far the comparison is; when it is made, its screen. */
function Comparing({ round, onOver }: ComparingProps) {
  const { words } = useSettings();
  const { state, isGoing, trouble } = useStream("/api/drifts/events", round);
  const [isStopping, setStopping] = useState(false);
  const { planning, compared } = state;
  const isOver = isGoing === false;
  const id = isOver && compared ? compared.id : undefined;
  useEffect(() => {
    if (isOver) onOver();
    if (id !== undefined) go({ screen: "drift", drift: id });
  }, [isOver, id, onOver]);
  if (trouble) return <TroubleNote trouble={trouble} />;
  if (isOver)
    return (
      <p className="note" role="status">
        {words.drift.stopped}
      </p>
    );
  const stop = () => {
    setStopping(true);
    void post("/api/drifts/stop").catch(() => undefined);
  };
  return (
    <div className="drift-going" role="status">
      <p className="busy">{state.phase === "starting" ? words.drift.starting : words.drift.reading}</p>
      {planning && <ProgressLine label={words.customers(planning.of)} done={planning.customers} of={planning.of} />}
      <Button className="button small" isDisabled={isStopping} onPress={stop}>
        {words.drift.stop}
      </Button>
    </div>
  );
}

function Earlier({ drifts }: Pick<DriftsReply, "drifts">) {
  const { words, time } = useSettings();
  if (drifts.length === 0) return <p className="quiet">{words.drift.none}</p>;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{words.drift.earlier}</h2>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th>{words.drift.when}</th>
              <th>{words.drift.with}</th>
              <th>{words.runList.target}</th>
              <th>{words.drift.result}</th>
            </tr>
          </thead>
          <tbody>
            {drifts.map((drift) => {
              const { id, startedAt, operator, ticket, target, differences, differing, customers } = drift;
              const doer = [...(operator ? [words.runList.by(operator)] : []), ...(ticket ? [ticket] : [])];
              return (
                <tr key={id}>
                  <td>
                    <a href={pathOf({ screen: "drift", drift: id })}>{time(startedAt)}</a>
                    {doer.length > 0 && <div className="quiet">{doer.join(" · ")}</div>}
                  </td>
                  <td>
                    <Compared drift={drift} />
                  </td>
                  <td className="quiet">{words.runList.targets[target.name] ?? target.name}</td>
                  <td className={differences > 0 ? "caution-text" : "good-text"}>
                    {words.drift.outcome(differences, differing, customers)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Files, a run, or what was applied last. */
export function Compared({ drift: { inputs, runId } }: { readonly drift: DriftsReply["drifts"][number] }) {
  const { words } = useSettings();
  if (runId !== undefined) return <a href={pathOf({ screen: "review", run: runId })}>{words.drift.run(runId)}</a>;
  return <>{inputs.length > 0 ? words.drift.files(inputs) : words.drift.applied}</>;
}
