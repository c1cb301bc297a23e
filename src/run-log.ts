/** The log of a run. A file of its own, loaded where a log is opened: checks write none. */
import { join } from "node:path";
import { destination, pino, stdTimeFunctions } from "pino";
import type { RunLog } from "./model/ports.ts";

/**
 * Opens the log of a run (`log.ndjson`, 0600): a line per request, never a body, never a token.
 * It falls silent where the disk does not take it, and never stops a run: what counts is in the run file.
 */
export function openRunLog(folder: string, level: string): RunLog {
  const file = destination({
    dest: join(folder, "log.ndjson"),
    mode: 0o600,
    sync: false,
    append: true,
    minLength: 8_192,
  });
  let isSilent = false;
  file.on("error", () => {
    isSilent = true;
    file.destroy();
  });
  const logger = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, file);
  const write =
    (name: "debug" | "info" | "warn" | "error") =>
    (fields: object, message: string): void => {
      if (!isSilent) logger[name](fields, message);
    };
  const [info, warn] = [write("info"), write("warn")];
  return {
    debug: write("debug"),
    info,
    warn,
    error: write("error"),
    request: (record) => (record.failure ? warn : info)(record, "request"),
    async [Symbol.asyncDispose]() {
      if (isSilent) return;
      await new Promise<void>((resolved) => file.flush(() => resolved()));
      file.end();
    },
  };
}
