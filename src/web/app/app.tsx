/** The page of the server: the steps from upload to review, and what to show when the server is gone. */
import { Component, type ReactNode, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import type { StartReply } from "../api-types.ts";
import { ask, readReach, watchReach } from "./api.ts";
import { Frame } from "./parts/frame.tsx";
import { pathOf, type Route } from "./route.ts";
import { CheckScreen } from "./screens/check-screen.tsx";
import { DriftScreen } from "./screens/drift-screen.tsx";
import { DriftsScreen } from "./screens/drifts-screen.tsx";
import { PlanScreen } from "./screens/plan-screen.tsx";
import { ReviewScreen } from "./screens/review-screen.tsx";
import { RunScreen } from "./screens/run-screen.tsx";
import { RunsScreen } from "./screens/runs-screen.tsx";
import { UploadScreen } from "./screens/upload-screen.tsx";
import { useWords } from "./settings.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import { useLoad } from "./use-load.ts";
import { useRoute } from "./use-route.ts";
import type { Words } from "./words/english.ts";

export function App() {
  const words = useWords();
  const route = useRoute();
  const isAtStart = route.screen === "upload" && !route.batch;
  // batches come and runs begin from screen to screen
  const cell = isAtStart ? "start" : route.screen;
  const { value: start } = useLoad(useCallback(() => ask<StartReply>(`/api/start?at=${cell}`), [cell]));
  const name = JSON.stringify(route);
  useTitle(route);
  useKeptFocus();
  useFocusOnScreen(`${route.screen} ${"customer" in route ? route.customer : ""}`);
  return (
    <Frame
      head={
        <>
          <nav className="nav" aria-label={words.runs}>
            <a href="#/" aria-current={isAtStart ? "page" : undefined}>
              {words.newBatch}
            </a>
            <a href="#/runs" aria-current={route.screen === "runs" ? "page" : undefined}>
              {words.runs}
            </a>
            <a href="#/drift" aria-current={route.screen === "drift" ? "page" : undefined}>
              {words.drift.title}
            </a>
          </nav>
          {start && (
            <span className={start.target.name === "webex" ? "target real" : "target"}>
              {start.target.name === "webex" ? words.webex(start.target.baseUrl ?? "webexapis.com") : words.simulator}
            </span>
          )}
        </>
      }
    >
      <ReachBanner />
      <Steps route={route} start={start} />
      <ErrorBoundary key={name}>
        <Screen route={route} start={start} />
      </ErrorBoundary>
    </Frame>
  );
}

function Screen({ route, start }: { readonly route: Route; readonly start: StartReply | undefined }) {
  switch (route.screen) {
    case "upload":
      return <UploadScreen start={start} {...(route.batch ? { batchId: route.batch } : {})} />;
    case "check":
      return <CheckScreen batchId={route.batch} />;
    case "plan":
      return <PlanScreen batchId={route.batch} />;
    case "run":
      return <RunScreen runId={route.run} />;
    case "review":
      return <ReviewScreen runId={route.run} {...(route.customer === undefined ? {} : { customer: route.customer })} />;
    case "runs":
      return <RunsScreen />;
    case "drift":
      return route.drift === undefined ? <DriftsScreen /> : <DriftScreen driftId={route.drift} />;
  }
}

/** Upload, check, plan of a batch; run and review of its newest run. */
function Steps({ route, start }: { readonly route: Route; readonly start: StartReply | undefined }) {
  const words = useWords();
  const ofRun = start?.batches.find(({ runId }) => "run" in route && runId === route.run)?.id;
  const batch = "batch" in route ? route.batch : ofRun;
  const run = "run" in route ? route.run : start?.batches.find(({ id }) => id === batch)?.runId;
  if (route.screen === "runs" || route.screen === "drift") return null;
  const steps = [
    { name: "upload", href: batch ? pathOf({ screen: "upload", batch }) : "run" in route ? undefined : "#/" },
    { name: "check", href: batch && pathOf({ screen: "check", batch }) },
    { name: "plan", href: batch && pathOf({ screen: "plan", batch }) },
    { name: "run", href: run && pathOf({ screen: "run", run }) },
    { name: "review", href: run && pathOf({ screen: "review", run }) },
  ] as const;
  return (
    <nav className="steps" aria-label={words.stepsLabel}>
      <ol>
        {steps.map(({ name, href }) => (
          <li key={name} className={route.screen === name ? "now" : ""}>
            {href ? (
              <a href={href} aria-current={route.screen === name ? "step" : undefined}>
                {words.steps[name]}
              </a>
            ) : (
              <span>{words.steps[name]}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const tryEveryMs = 2000;

/** Asks again and again while the server cannot be reached, and while the new link has not been opened in this browser: the screen goes on where it is. */
function ReachBanner() {
  const words = useWords();
  const reach = useSyncExternalStore(watchReach, readReach);
  useEffect(() => {
    if (reach === "reached") return undefined;
    const timer = setInterval(() => void ask("/api/start").catch(() => undefined), tryEveryMs);
    return () => clearInterval(timer);
  }, [reach]);
  if (reach === "reached") return null;
  const { title, text } = reach === "lost" ? words.lost : words.noSession;
  return (
    <div className="note bad" role="alert">
      <strong>{title}</strong>
      <p>{text}</p>
    </div>
  );
}

function useTitle({ screen }: Route): void {
  const words = useWords();
  useEffect(() => {
    document.title = [titleOf(screen, words), "wholesale-import"].join(" · ");
  }, [screen, words]);
}

function titleOf(screen: Route["screen"], words: Words): string {
  if (screen === "runs") return words.runs;
  return screen === "drift" ? words.drift.title : words.steps[screen];
}

/** Who goes on by the keyboard goes on at the new screen. */
function useFocusOnScreen(name: string): void {
  const before = useRef(name);
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    document.getElementById("main")?.focus();
    window.scrollTo({ top: 0 });
  }, [name]);
}

type Props = { readonly children: ReactNode };

/** Forgets what broke when it gets another key. */
class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenNote /> : this.props.children;
  }
}

function BrokenNote() {
  const { broken } = useWords();
  return (
    <div className="note bad" role="alert">
      <strong>{broken.title}</strong>
      <p>
        {broken.text} <a href="#/">{broken.start}</a>
      </p>
    </div>
  );
}
