/** What every run needs beside its request, with the machine's own clock and files: for the command line, and for those who use the library. */
import { setMaxListeners } from "node:events";
import { join } from "node:path";
import { type AppliedRows, appliedRows } from "../journal/state/applied-rows.ts";
import { type TemplateRegistry, templateRegistry } from "../journal/state/template-registry.ts";
import type { Clock, Random, RunLog } from "../model/ports.ts";
import type { Emit } from "../model/run-event.ts";
import { defaultStateFolder } from "../model/state-folder.ts";
import { systemClock } from "../system-clock.ts";
import { systemRandom } from "../system-random.ts";
import { systemUser } from "../system-user.ts";

/** What every run needs beside what is asked of it. */
export type RunContext = {
  readonly stateFolder: string;
  /** The one that commands to go on with name. Default: the same. */
  readonly namedStateFolder?: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Opens the log of a run, in the run's folder. */
  openLog(folder: string): Promise<RunLog>;
  readonly emit: Emit;
  readonly templates: TemplateRegistry;
  /** Opens what was last applied, per target. */
  openApplied(): AppliedRows;
  readonly signals: { readonly stop: AbortSignal; readonly abort: AbortSignal };
  /** Who asks for it. */
  readonly operator: string;
  /** Why: the ticket that it belongs to. */
  readonly ticket?: string;
};

export type RunContextOptions = {
  /** Where runs, remembered templates and the built-in simulator live. Default: `.wholesale-import` in the working directory. */
  readonly stateFolder?: string;
  /** Default: `info`. */
  readonly logLevel?: string;
  /** Told of each event. Default: nobody. */
  readonly emit?: Emit;
  /** Lets what is in flight come to its end, and writes the results. Default: nothing stops a run. */
  readonly signal?: AbortSignal;
  /** In the place of `signal`, for who tells two: `stop` is the same, `abort` ends at once. */
  readonly signals?: RunContext["signals"];
  /** Who asks for it. Default: the user of the system. */
  readonly operator?: string;
  /** The ticket that it belongs to. Default: none. */
  readonly ticket?: string;
};

/** Opens nothing yet. */
export function runContext(options: RunContextOptions = {}): RunContext {
  const { stateFolder = defaultStateFolder, logLevel = "info", emit = () => undefined } = options;
  const never = new AbortController().signal;
  const { signal = never, signals = { stop: signal, abort: never }, operator = systemUser(), ticket } = options;
  // every request in flight listens to them
  setMaxListeners(0, signals.stop, signals.abort);
  return {
    stateFolder,
    clock: systemClock,
    random: systemRandom,
    emit,
    openLog: async (folder) => (await import("../run-log.ts")).openRunLog(folder, logLevel),
    openApplied: () => appliedRows(join(stateFolder, "applied.db")),
    templates: templateRegistry(join(stateFolder, "templates.json")),
    signals,
    operator,
    ...(ticket === undefined ? {} : { ticket }),
  };
}
