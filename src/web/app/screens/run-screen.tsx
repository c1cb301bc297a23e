/** Run: progress by sheet and by customer, speed and what limits it; pause, resume. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Button } from "react-aria-components";
import { sheetNames } from "../../../model/sheet.ts";
import type { ReviewReply, RunReply } from "../../api-types.ts";
import type { RunState } from "../../run-state.ts";
import type { Trouble } from "../../trouble.ts";
import { ask, post, readReach, watchReach } from "../api.ts";
import { ProgressLine } from "../parts/progress-line.tsx";
import { StatusBar } from "../parts/status-bar.tsx";
import { TimeChart } from "../parts/time-chart.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings, useWords } from "../settings.tsx";
import { troubleOf, useLoad } from "../use-load.ts";
import { useStream } from "../use-stream.ts";

/** How often a run that stands still is asked whether it goes on: another tab may resume it. */
const followEveryMs = 2_000;

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

  const send = async (what: "pause" | "resume"): Promise<void> => {
    setAsked(what);
    setTrouble(undefined);
    await post(`${path}/${what}`).catch((error: unknown) => setTrouble(troubleOf(error)));
    setAsked(undefined);
    setRound((before) => before + 1);
    reload();
  };
  const isEnded = isGoing === false;
  const lineState = value?.line.state;
  const isElsewhere = isEnded && state.phase === "starting" && lineState === "going";
  const isStopped = state.ended
    ? state.ended.stopped !== undefined
    : lineState === "interrupted" || (lineState === "going" && !isElsewhere);
  const isInterrupted = isEnded && isStopped;
  useEffect(() => {
    if (!isInterrupted && !isElsewhere) return undefined;
    const follow = async () => {
      const { isGoing: isGoingAgain } = await ask<RunReply>(path);
      if (isGoingAgain) setRound((before) => before + 1);
    };
    const timer = setInterval(() => void follow().catch(() => undefined), followEveryMs);
    return () => clearInterval(timer);
  }, [isInterrupted, isElsewhere, path]);
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
            <Button className="button" isDisabled={isBusy} onPress={() => void send("pause")}>
              {words.run.pause}
            </Button>
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
          {isElsewhere ? words.run.elsewhere : phaseOf(words, state, isEnded, isInterrupted, asked)}
          {state.ended && !isStopped && <EndCounts state={state} />}
        </span>
        <Share state={state} />
      </p>
      {isInterrupted && <p className="note">{state.ended ? words.run.pausedText : words.run.interruptedText}</p>}
      <RunProgress state={state} isGoing={isGoing === true} names={value?.names ?? {}} />
      {isEnded && !state.progress && <KeptRows path={path} />}
    </>
  );
}

/** How much of all rows has its last word. */
function Share({ state: { progress } }: { readonly state: RunState }) {
  const words = useWords();
  if (!progress) return null;
  const sheets = sheetNames.map((sheet) => progress.sheets[sheet]);
  const done = sheets.reduce((sum, each) => sum + each.done, 0);
  const of = sheets.reduce((sum, each) => sum + each.of, 0);
  if (of === 0) return null;
  return <span className="share">{words.run.share(done, of, Math.floor((100 * done) / of))}</span>;
}

/** What became of the rows, when all have their last word. */
function EndCounts({ state: { progress } }: { readonly state: RunState }) {
  const { words, number } = useSettings();
  if (!progress) return null;
  const sum = (what: "done" | "failed" | "blocked" | "leftOut") =>
    sheetNames.reduce((total, sheet) => total + progress.sheets[sheet][what], 0);
  const [failed, blocked, leftOut] = [sum("failed"), sum("blocked"), sum("leftOut")];
  const parts = [
    `${number(sum("done") - failed - blocked)} ${words.statuses.succeeded}`,
    ...(failed > 0 ? [`${number(failed)} ${words.statuses.failed}`] : []),
    ...(blocked > 0 ? [`${number(blocked)} ${words.statuses.blocked}`] : []),
    ...(leftOut > 0 ? [words.run.leftOut(leftOut)] : []),
  ];
  return `: ${parts.join(", ")}`;
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

type ProgressProps = { readonly state: RunState; readonly isGoing: boolean; readonly names: RunReply["names"] };

function RunProgress({ state, isGoing, names }: ProgressProps) {
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
          const counts = progress.sheets[sheet];
          return counts.of + counts.leftOut > 0 && <ProgressLine key={sheet} label={words.sheets[sheet]} {...counts} />;
        })}
      </div>
      <Causes state={state} />
      {rates.length > leastRates && (
        <section aria-labelledby="rate">
          <h2 id="rate">{words.run.rate}</h2>
          <TimeChart label={words.run.rate} seconds={seconds} series={series} isRelative />
        </section>
      )}
      <CustomersNow state={state} names={names} />
    </>
  );
}

/** Why rows failed so far. */
function Causes({ state: { causes } }: { readonly state: RunState }) {
  const { words, say } = useSettings();
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="causes">
      <h2 id="causes">{words.run.causes}</h2>
      <ul className="causes">
        {causes.map(({ code, message, hint, rows }) => (
          <li key={`${code} ${say(message)}`} className="cause error">
            <div className="cause-head">
              <span className="count">{words.rows(rows)}</span>
              <span className="quiet">{code}</span>
            </div>
            <strong>{say(message)}</strong>
            {hint && <p>{say(hint)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Fewer make no picture. */
const leastRates = 15;

const customersShown = 60;

/** Those that are under way first, then those that wait, then those that are done. */
function CustomersNow({ state, names }: Pick<ProgressProps, "state" | "names">) {
  const { words } = useSettings();
  const customers = Object.values(state.customers);
  if (customers.length === 0) return null;
  const rank = ({ done, of }: { done: number; of: number }) => (done >= of ? 2 : done > 0 ? 0 : 1);
  const sorted = customers.toSorted((a, b) => rank(a) - rank(b)).slice(0, customersShown);
  return (
    <section aria-labelledby="by-customer">
      <h2 id="by-customer">{words.run.byCustomer}</h2>
      <div className="customer-bars">
        {sorted.map(({ customer, done, of, failed, blocked }) => (
          <ProgressLine
            key={customer}
            label={names[customer] ? `${names[customer]} · ${customer}` : customer}
            {...{ done, of, failed, blocked }}
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
  return words.run.duration(seconds < 90 ? seconds : Math.round(seconds / 60) * 60);
}

/** `path`: of the run. */
function KeptRows({ path }: { readonly path: string }) {
  const words = useWords();
  const { value, trouble } = useLoad(useCallback(() => ask<ReviewReply>(`${path}/review`), [path]));
  if (!value) return trouble ? null : <p className="busy">{words.loading}</p>;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{words.review.statusPerSheet}</h2>
      {sheetNames.map((sheet) => (
        <StatusBar key={sheet} label={words.sheets[sheet]} counts={value.summary.sheets[sheet].statuses} />
      ))}
    </section>
  );
}
