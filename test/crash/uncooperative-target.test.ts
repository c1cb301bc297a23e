import { describe, expect, it } from "vitest";
import {
  type ApplyOptions,
  apply as applyBatch,
  connect,
  defaultLimits,
  type RunEnd,
  runContext,
} from "../../src/index.ts";
import {
  differences,
  goOn,
  readOutcome,
  runUndisturbed,
  type Scene,
  setScene,
  smallBatch,
  stateFolderOf,
} from "../support/disturbed-run.ts";
import { englishOf } from "../support/english-of.ts";
import { type MeddlingProxy, type OwnAnswer, startMeddlingProxy } from "../support/meddling-proxy.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { until } from "../support/until.ts";

const reference = runUndisturbed(smallBatch);

type Play = { readonly scene: Scene; readonly proxy: MeddlingProxy };

/** A run through a proxy that answers by itself after eight writes, so many times. */
async function play(
  answer: (arrivals: readonly number[]) => OwnAnswer,
  times: number,
  act: (play: Play) => Promise<void>,
): Promise<void> {
  await using scene = await setScene(smallBatch);
  await using proxy = await startMeddlingProxy(scene.webex.origin);
  let writes = 0;
  let answered = 0;
  proxy.meddle((method) => {
    if (method !== "GET") writes += 1;
    return writes > 8 && answered++ < times ? answer(proxy.arrivals) : undefined;
  });
  await act({ scene, proxy });
}

const apply = ({ scene, proxy }: Play, ...flags: readonly string[]) =>
  scene.start(["apply", smallBatch, "--base-url", proxy.baseUrl, ...flags]);

async function whatIsWrong({ scene }: Play): Promise<readonly string[]> {
  return differences(await reference, await readOutcome(scene, stateFolderOf(scene)), 20);
}

/** Without the proxy's answers. */
async function endsWellWhenResumed(playing: Play): Promise<void> {
  playing.proxy.meddle(() => undefined);
  const { last } = await goOn(playing.scene);
  expect(last.code).toBe(0);
  expect(await whatIsWrong(playing)).toEqual([]);
}

/** By the library, with limits that give up soon. */
function applyImpatiently({ scene, proxy }: Play): Promise<RunEnd> {
  const retry = { ...defaultLimits.retry, tries: 3, firstDelayMs: 1, longestDelayMs: 5 };
  const stateFolder = stateFolderOf(scene);
  const batch = { inputs: [smallBatch] };
  const options: ApplyOptions = {
    limits: { ...defaultLimits, retry },
    isStrict: false,
    isRemovingPackages: false,
    confirm: async () => true,
  };
  const target = { name: "simulator", baseUrl: proxy.baseUrl, stateFolder, retry } as const;
  return applyBatch(
    { batch, options, connect: (onRequest) => connect({ ...target, onRequest }) },
    runContext({ stateFolder }),
  );
}

const resumeCommand = /continue with: wholesale-import resume \d{8}-\d{6}-\w{4}\n/;

/** What the target says, and until when it must be left in peace. */
const waits: readonly (readonly [string, number, (nowMs: number) => string, (nowMs: number) => number])[] = [
  ["seconds", 429, () => "2", (nowMs) => nowMs + 2_000],
  ["a date", 429, (nowMs) => new Date(nowMs + 3_000).toUTCString(), (nowMs) => wholeSecond(nowMs + 3_000)],
  ["seconds, in maintenance", 503, () => "2", (nowMs) => nowMs + 2_000],
];

const wholeSecond = (ms: number) => Math.floor(ms / 1_000) * 1_000;

describe("a target that asks to wait", { timeout: soakTimeoutMs }, () => {
  it.each(waits)("gets no requests until then (given in %s), and everything is done", (_how, status, tell, until) => {
    let openAgainMs = 0;
    let arrivedBefore = 0;
    const answer = (arrivals: readonly number[]) => {
      const nowMs = Date.now();
      openAgainMs = until(nowMs);
      arrivedBefore = arrivals.length;
      return { status, headers: { "retry-after": tell(nowMs) } };
    };
    return play(answer, 1, async (playing) => {
      const ended = await apply(playing, "--concurrency", "1").ended;
      expect(ended.code).toBe(0);
      expect(await whatIsWrong(playing)).toEqual([]);
      expect(playing.proxy.arrivals[arrivedBefore]).toBeGreaterThanOrEqual(openAgainMs);
    });
  });

  it("for longer than --max-wait stops the run at once, and it can be resumed", () =>
    play(
      () => ({ status: 429, headers: { "retry-after": "3600" } }),
      1,
      async (playing) => {
        const ended = await apply(playing).ended;
        expect(ended.code).toBe(2);
        expect(ended.err).toContain("longer than --max-wait allows");
        expect(ended.err).toMatch(resumeCommand);
        await endsWellWhenResumed(playing);
      },
    ));

  it("for one locked object only continues with all others meanwhile", () =>
    play(
      () => ({ status: 423, headers: { "retry-after": "2" } }),
      1,
      async (playing) => {
        const arrivedBefore = playing.proxy.arrivals.length;
        const ended = await apply(playing).ended;
        expect(ended.code).toBe(0);
        expect(await whatIsWrong(playing)).toEqual([]);
        expect(playing.proxy.arrivals.length).toBeGreaterThan(arrivedBefore);
      },
    ));

  it("can be left by Ctrl-C in the middle of the wait", () =>
    play(
      () => ({ status: 429, headers: { "retry-after": "600" } }),
      Number.POSITIVE_INFINITY,
      async (playing) => {
        const running = apply(playing);
        await until(() => playing.proxy.arrivals.length > 12);
        running.child.kill("SIGINT");
        const ended = await running.ended;
        expect(ended.code).toBe(130);
        expect(ended.err).toMatch(resumeCommand);
        await endsWellWhenResumed(playing);
      },
    ));
});

describe("a target that is lost in the middle of a run", { timeout: soakTimeoutMs }, () => {
  it("stops it when the token is dead, and it can be resumed", () =>
    play(
      () => ({ status: 401 }),
      Number.POSITIVE_INFINITY,
      async (playing) => {
        const ended = await apply(playing).ended;
        expect(ended.code).toBe(2);
        expect(ended.err).toContain("does not accept the access token");
        expect(ended.err).toMatch(resumeCommand);
        await endsWellWhenResumed(playing);
      },
    ));

  it("stops it when nothing listens there any more, and it can be resumed", () =>
    play(
      () => ({ status: 500 }),
      0,
      async (playing) => {
        const { proxy } = playing;
        proxy.meddle(() => {
          if (proxy.arrivals.length === 20) void proxy.goAway();
          return undefined;
        });
        const end = await applyImpatiently(playing);
        expect(end).toMatchObject({ exitCode: 2, isResumable: true, stopped: { kind: "target" } });
        expect(englishOf(end.stopped?.reason)).toContain("cannot be reached");
        await proxy.comeBack();
        await endsWellWhenResumed(playing);
      },
    ));

  it("stops it while it is planned, and it can be resumed", () =>
    play(
      () => ({ status: 500 }),
      0,
      async (playing) => {
        playing.proxy.meddle(() => ({ status: 401 }));
        const ended = await apply(playing).ended;
        expect(ended.code).toBe(2);
        expect(ended.err).toMatch(resumeCommand);
        await endsWellWhenResumed(playing);
      },
    ));
});
