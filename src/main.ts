#!/usr/bin/env node
/** The program: gives the command line its world, and the process its exit code. */
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runCli } from "./cli/run-cli.ts";
import { systemClock } from "./system-clock.ts";

/**
 * Most of what is made here lives for as long as a row is looked at. V8 now and then guesses otherwise, and then keeps all
 * of it for long; and it lets the rest grow to four times its size before it cleans up.
 */
setFlagsFromString("--no-allocation-site-pretenuring");
setFlagsFromString("--heap-growing-percent=50");

const stop = new AbortController();
const abort = new AbortController();
let signalled: NodeJS.Signals | undefined;
let resumeCommand: string | undefined;

/** The first one lets what is in flight come to its end; the second one does not. */
function interrupt(signal: NodeJS.Signals): void {
  if (signalled) {
    const way = resumeCommand ? `; nothing is lost, go on with: ${resumeCommand}` : "";
    process.stderr.write(`\nstopped at once${way}\n`);
    abort.abort(new Error("interrupted twice"));
    process.exit(exitCodeOf(signal));
  }
  signalled = signal;
  process.stderr.write("\nfinishing what is in flight; once more to stop at once\n");
  stop.abort(new Error("interrupted"));
}

/** As shells count: 130 for Ctrl-C, 143 for SIGTERM, 129 for a terminal that was closed. */
function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/** What a stream says when nobody reads it any more. */
const unheard: ReadonlySet<string | undefined> = new Set(["EPIPE", "EIO", "ERR_STREAM_DESTROYED"]);

/** Who reads our output has gone (`| head`, a closed terminal): a run does not end for that. */
function goOnUnheard(error: NodeJS.ErrnoException): void {
  if (!unheard.has(error.code)) throw error;
}

for (const stream of [process.stdout, process.stderr]) stream.on("error", goOnUnheard);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
if (process.platform === "win32") process.on("SIGBREAK", interrupt);

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
}; // our own manifest
const code = await runCli(process.argv.slice(2), {
  streams: { out: process.stdout, err: process.stderr },
  input: process.stdin,
  clock: systemClock,
  environment: process.env,
  signals: { stop: stop.signal, abort: abort.signal },
  runBegins: (command) => {
    resumeCommand = command;
  },
  version,
});
process.exitCode = signalled && code === 130 ? exitCodeOf(signalled) : code;
