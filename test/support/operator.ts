/** An operator at work in this process: sheets in, runs at a simulator, and what became of each row. */

import { join } from "node:path";
import type { PlanLine } from "../../src/model/plan-line.ts";
import type { RunEnd } from "../../src/outcome/end-run.ts";
import { apply } from "../../src/pipeline/apply.ts";
import { type DriftSource, drift } from "../../src/pipeline/drift.ts";
import { goLive } from "../../src/pipeline/go-live.ts";
import { type PlanRequest, plan } from "../../src/pipeline/plan.ts";
import { remind } from "../../src/pipeline/remind.ts";
import { resume } from "../../src/pipeline/resume.ts";
import { retry } from "../../src/pipeline/retry.ts";
import { type UndoPlan, undo } from "../../src/pipeline/undo.ts";
import { runContext } from "../../src/run/context.ts";
import { defaultLimits } from "../../src/run/defaults.ts";
import type { ApplyOptions, Connect } from "../../src/run/options.ts";
import { connect } from "../../src/runtime.ts";
import { hurriedClock } from "./hurried-clock.ts";
import { readErrors, readResults } from "./read-results.ts";
import { simulateWebex } from "./simulated-webex.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { type Batch, writeBatch } from "./write-batch.ts";

/** Of an operator who has little time. */
export const quickLimits = { ...defaultLimits, retry: { ...defaultLimits.retry, firstDelayMs: 5, settlingMs: 3_000 } };

export type Operator = Awaited<ReturnType<typeof operator>>;

/** `baseUrl`: of what stands between; default: the simulator itself. */
export async function operator(
  simulator: Parameters<typeof simulateWebex>[0] = {},
  between: (origin: string) => Promise<string> = async (origin) => `${origin}/v1`,
) {
  const folder = await makeTemporaryFolder();
  const hurried = hurriedClock(10);
  let aheadMs = 0;
  const clock = { ...hurried, now: () => hurried.now() + aheadMs };
  const webex = await simulateWebex({ clock, provisioningTimeMs: 10, ...simulator });
  const baseUrl = await between(webex.origin);
  const stateFolder = join(folder, "state");
  const connectTo: Connect = (onRequest) => connect({ name: "simulator", baseUrl, stateFolder, onRequest, clock });
  const options: ApplyOptions = {
    limits: quickLimits,
    isStrict: false,
    isRemovingPackages: false,
    confirm: async () => true,
  };
  let batches = 0;

  const write = (batch: Batch) => {
    batches += 1;
    return writeBatch(folder, `batch-${batches}`, batch);
  };
  const around = (stop?: AbortSignal) => {
    const never = new AbortController().signal;
    return { ...runContext({ stateFolder, ...(stop ? { signals: { stop, abort: never } } : {}) }), clock };
  };
  return {
    folder,
    stateFolder,
    webex,
    baseUrl,
    write,
    async apply(batch: Batch | string, given: Partial<ApplyOptions> = {}, stop?: AbortSignal) {
      const inputs = [typeof batch === "string" ? batch : await write(batch)];
      const request = { batch: { inputs }, options: { ...options, ...given }, connect: connectTo };
      return outcomeOf(await apply(request, around(stop)));
    },
    async plan(batch: Batch | string, given: Partial<PlanRequest> = {}) {
      const inputs = [typeof batch === "string" ? batch : await write(batch)];
      const request = { batch: { inputs }, connect: connectTo, isRemovingPackages: false, concurrency: 10, ...given };
      return plan(request, around());
    },
    /** It is that moment (ISO 8601) from now on. */
    travelTo(moment: string) {
      aheadMs = Date.parse(moment) - hurried.now();
    },
    /** What is due; undefined: nothing is. */
    async goLive(stop?: AbortSignal) {
      const end = await goLive({ ...options, confirm: async () => true }, connectTo, around(stop));
      return end && outcomeOf(end);
    },
    /** Mails those of the run who have not consented; undefined: nobody is mailed. */
    async remind(runId: string) {
      const end = await remind(runId, options, connectTo, around());
      return end && outcomeOf(end);
    },
    drift(source: DriftSource) {
      return drift({ source, connect: connectTo, concurrency: 10 }, around());
    },
    async retry(runId?: string) {
      return outcomeOf(await retry(runId, options, connectTo, around()));
    },
    async resume(runId?: string) {
      return outcomeOf(await resume(runId, options, connectTo, around()));
    },
    /** `shown`: the rows of its plan, as they were shown before anything was sent. */
    async undo(runId: string, confirm: (plan: UndoPlan) => boolean = () => true, stop?: AbortSignal) {
      const shown: PlanLine[] = [];
      const { limits } = options;
      const ask = async (undoPlan: UndoPlan) => {
        shown.push(...undoPlan.rows());
        return confirm(undoPlan);
      };
      return { ...(await outcomeOf(await undo(runId, { limits, confirm: ask }, connectTo, around(stop)))), shown };
    },
  };
}

/** Exit code, and a line per row: address, action, status, code and column. */
async function outcomeOf({ runId, exitCode, folder, stopped }: RunEnd) {
  const results = await readResults(join(folder, "results.csv"));
  const rows = results.map(({ file, row, action, status, error_code, column }) =>
    [`${file}:${row}`, action, status, error_code, column && `in ${column}`].filter(Boolean).join(" "),
  );
  const rowAt = (address: string) => {
    const found = results.find(({ file, row }) => `${file}:${row}` === address);
    if (!found) throw new Error(`no row ${address}`);
    return found;
  };
  const errors = () => readErrors(join(folder, "errors.csv"));
  return { runId, exitCode, folder, stopped, results, rows, rowAt, errors };
}
