/** What every run needs beside its request, with the machine's own clock and files: for the command line, and for those who use the library. */
import { setMaxListeners } from "node:events";
import { join } from "node:path";
import { appliedRows } from "../journal/applied-rows.ts";
import { templateRegistry } from "../journal/template-registry.ts";
import type { Emit } from "../model/run-event.ts";
import { openRunLog, systemRandom } from "../runtime.ts";
import { systemClock } from "../system-clock.ts";
import type { Surroundings } from "./request.ts";
import { defaultStateFolder } from "./typed-commands.ts";

export type SurroundingsOptions = {
  /** Where runs, remembered templates and the built-in simulator live. Default: `.wholesale-import` in the working directory. */
  readonly stateFolder?: string;
  /** Default: `info`. */
  readonly logLevel?: string;
  /** Told of each event. Default: nobody. */
  readonly emit?: Emit;
  /** `stop` lets what is in flight come to its end; `abort` does not. Default: neither. */
  readonly signals?: Surroundings["signals"];
};

/** Opens nothing yet. */
export function surroundings(options: SurroundingsOptions = {}): Surroundings {
  const { stateFolder = defaultStateFolder, logLevel = "info", emit = () => undefined } = options;
  const never = new AbortController().signal;
  const { signals = { stop: never, abort: never } } = options;
  // every request in flight listens to them
  setMaxListeners(0, signals.stop, signals.abort);
  return {
    stateFolder,
    clock: systemClock,
    random: systemRandom,
    emit,
    openLog: (folder) => openRunLog(folder, logLevel),
    openApplied: () => appliedRows(join(stateFolder, "applied.db")),
    templates: templateRegistry(join(stateFolder, "templates.json")),
    signals,
  };
}
