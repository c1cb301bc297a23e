/** Run: how far it is by sheet and by customer, how fast, what holds it back; pause, stop, resume. */
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { Button } from "react-aria-components";
import { sheetNames } from "../../../model/sheet.ts";
import type { RunReply } from "../../api-types.ts";
import type { RunState } from "../../run-state.ts";
import type { Trouble } from "../../trouble.ts";
import { ask, post, readReach, watchReach } from "../api.ts";
import { ProgressLine } from "../parts/progress-line.tsx";
import { TimeChart } from "../parts/time-chart.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { go, pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { troubleOf, useLoad } from "../use-load.ts";
import { useStream } from "../use-stream.ts";
import { KeptRows } from "./kept-rows.tsx";

export function RunScreen({ runId }: { readonly runId: string }) {
  const { words } = useSettings();
  const path = `/api/runs/${runId}`;
  const [round, setRound] = useState(0);
  const [trouble, setTrouble] = useState<Trouble>();
  const [asked, setAsked] = useState<"pause" | "resume">();
  const { state, isGoing, trouble: runTrouble } = useStream(`${path}/events`, round);
  const load = useCallback(() => ask<RunReply>(path), [path]);
  const { value, reload } = useLoad(load);
  const isReached = useSyncExternalStore(watchReach, readReach) === "reached";

  const send = async (what: "pause" | "resume"): Promise<boolean> => {
    setAsked(what);
    setTrouble(undefined);
    const isDone = await post(`${path}/${what}`).then(
      () => true,
      (error: unknown) => {
        setTrouble(troubleOf(error));
        return false;
      },
    );
    setAsked(undefined);
    setRound((before) => before + 1);
    reload();
    return isDone;
  };
  const stop = async () => {
    if (await send("pause")) go({ screen: "review", run: runId });
  };
  const isEnded = isGoing === false;
  const isStopped = state.ended ? state.ended.stopped !== undefined : value?.line.state === "interrupted";
  const isInterrupted = isEnded && isStopped;
  const isBusy = asked !== undefined || !isReached;
  return (
    <>
      <div className="work-head">
        <div>
          <h1>{words.run.title}</h1>
          <p className="counts quiet">{runId}</p>
        </div>
        <div className="actions">
          {isGoing && (
            <>
              <Button className="button" isDisabled={isBusy} onPress={() => void send("pause")}>
                {words.run.pause}
              </Button>
              <Button className="button" isDisabled={isBusy} onPress={() => void stop()}>
                {words.run.stop}
              </Button>
            </>
          )}
          {isInterrupted && (
            <Button className="button strong" isDisabled={isBusy} onPress={() => void send("resume")}>
              {words.run.resume}
            </Button>
          )}
          {isEnded && (
            <a className={isInterrupted ? "button" : "button strong"} href={pathOf({ screen: "review", run: runId })}>
              {words.run.toReview}
            </a>
          )}
        </div>
      </div>
      <TroubleNote trouble={trouble ?? runTrouble} />
      <p className="phase" role="status">
        <span className={isGoing && isReached ? "busy" : ""}>
          {phaseOf(words, state, isEnded, isInterrupted, asked)}
        </span>
        <Share state={state} />
      </p>
      {isInterrupted && <p className="note">{state.ended ? words.run.pausedText : words.run.interruptedText}</p>}
      <RunProgress state={state} isGoing={isGoing === true} />
      {isEnded && !state.progress && <KeptRows path={path} />}
    </>
  );
}

/** How much of all rows has its last word. */
function Share({ state: { progress } }: { readonly state: RunState }) {
  const { words, number } = useSettings();
  if (!progress) return null;
  const sheets = sheetNames.map((sheet) => progress.sheets[sheet]);
  const done = sheets.reduce((sum, each) => sum + each.done, 0);
  const of = sheets.reduce((sum, each) => sum + each.of, 0);
  if (of === 0) return null;
  return <span className="share">{words.run.share(number(done), number(of), Math.floor((100 * done) / of))}</span>;
}

function phaseOf(
  words: ReturnType<typeof useSettings>["words"],
  state: RunState,
  isEnded: boolean,
  isInterrupted: boolean,
  asked: "pause" | "resume" | undefined,
): string {
  if (asked === "pause") return words.run.pausing;
  if (isInterrupted) return state.ended ? words.run.paused : words.run.interrupted;
  if (isEnded) return words.run.done;
  const phases = {
    starting: words.run.starting,
    reading: words.run.reading,
    planning: words.run.planning,
    running: words.run.running,
    ended: words.run.done,
  };
  return phases[state.phase];
}

function RunProgress({ state, isGoing }: { readonly state: RunState; readonly isGoing: boolean }) {
  const { words, number } = useSettings();
  const { progress, planning, rates } = state;
  const seconds = useMemo(() => rates.map((_, index) => (index - rates.length + 1) / 5), [rates]);
  const series = useMemo(() => [{ label: words.run.rate, values: rates, look: "line" as const }], [words, rates]);
  if (!progress)
    return planning ? <ProgressLine label={words.run.planning} done={planning.customers} of={planning.of} /> : null;
  const facts = [
    words.run.perSecond(number(Math.round(progress.perSecond * 10) / 10)),
    ...(isGoing && progress.secondsLeft !== undefined ? [words.run.left(timeLeft(words, progress.secondsLeft))] : []),
    ...(isGoing ? [words.run.bound(words.run.bounds[progress.bound])] : []),
    ...(progress.waiting > 0 ? [words.run.waiting(progress.waiting)] : []),
  ];
  return (
    <>
      <p className="counts">{facts.join(" · ")}</p>
      <div className="bars">
        {sheetNames.map((sheet) => {
          const { done, of } = progress.sheets[sheet];
          return of > 0 && <ProgressLine key={sheet} label={words.sheets[sheet]} done={done} of={of} />;
        })}
      </div>
      {progress.failed > 0 && <p className="bad-text">{words.run.failed(progress.failed)}</p>}
      {rates.length > leastRates && (
        <section aria-labelledby="rate">
          <h2 id="rate">{words.run.rate}</h2>
          <TimeChart label={words.run.rate} seconds={seconds} series={series} isRelative />
        </section>
      )}
      <CustomersNow state={state} />
    </>
  );
}

/** Fewer make no picture. */
const leastRates = 15;

const customersShown = 60;

/** Those that are under way first, then those that wait, then those that are done. */
function CustomersNow({ state }: { readonly state: RunState }) {
  const { words } = useSettings();
  const customers = Object.values(state.customers);
  if (customers.length === 0) return null;
  const rank = ({ done, of }: { done: number; of: number }) => (done >= of ? 2 : done > 0 ? 0 : 1);
  const sorted = customers.toSorted((a, b) => rank(a) - rank(b)).slice(0, customersShown);
  return (
    <section aria-labelledby="by-customer">
      <h2 id="by-customer">{words.run.byCustomer}</h2>
      <div className="customer-bars">
        {sorted.map(({ customer, done, of, failed }) => (
          <ProgressLine
            key={customer}
            label={customer}
            done={done}
            of={of}
            {...(failed > 0 ? { note: words.run.failed(failed) } : {})}
          />
        ))}
      </div>
      {customers.length > customersShown && (
        <p className="quiet">{words.plan.more(customers.length - customersShown)}</p>
      )}
    </section>
  );
}

function timeLeft(words: ReturnType<typeof useSettings>["words"], seconds: number): string {
  return seconds < 90 ? words.run.seconds(seconds) : words.run.minutes(Math.round(seconds / 60));
}
