#!/usr/bin/env node
/** The program: gives the command line its world, and the process its exit code. */
import { fstatSync, readFileSync, writeSync } from "node:fs";
import { constants } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runCli } from "./cli/run-cli.ts";
import { exitCodes } from "./model/exit-codes.ts";
import { type Language, languageOfLocale } from "./model/words/language.ts";
import { processTexts } from "./model/words/process-texts.ts";
import { sayPlain } from "./model/words/wording.ts";
import { systemClock } from "./system-clock.ts";

/**
 * Most of what is made here lives for as long as a row is looked at. V8 now and then guesses otherwise, and then keeps all
 * of it for long; and it lets the rest grow to four times its size before it cleans up. A run waits for Webex most of the
 * time: it cleans up sooner, and holds less. What only reads sheets waits for nothing.
 */
setFlagsFromString("--no-allocation-site-pretenuring");
const isReading = ["validate", "plan"].includes(process.argv[2] ?? "");
setFlagsFromString(`--heap-growing-percent=${isReading ? 200 : 50}`);

const stop = new AbortController();
const abort = new AbortController();
let signalled: NodeJS.Signals | undefined;
let resumeCommand: string | undefined;
/** Of the command, once it is known. */
let language: Language = languageOfLocale(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG);

/** The first one lets what is in flight come to its end; the second one does not. */
function interrupt(signal: NodeJS.Signals): void {
  const begin = process.stderr.isTTY ? "\r\u001b[J" : "\n"; // over the line that moves
  if (signalled) {
    process.stderr.write(`${begin}${sayPlain(processTexts.stopped_at_once, language, { command: resumeCommand })}\n`);
    abort.abort(new Error("interrupted twice"));
    process.exit(exitCodeOf(signal));
  }
  signalled = signal;
  const wording = resumeCommand && !isAsking() ? processTexts.finishing_requests : processTexts.stopping;
  process.stderr.write(`${begin}${sayPlain(wording, language, undefined)}\n`);
  stop.abort(new Error("interrupted"));
}

/** A question is open, the only thing that reads single keys: nothing is in flight then. */
function isAsking(): boolean {
  return process.stdin.isTTY && process.stdin.isRaw;
}

/** As shells count: 130 for Ctrl-C, 143 for SIGTERM, 129 for a terminal that was closed. */
function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/** What a stream says when nobody reads it any more. */
const unheard: ReadonlySet<string | undefined> = new Set(["EPIPE", "ERR_STREAM_DESTROYED"]);

/** What a stream says when it leads to a file that cannot take more: a full disk, a limit, a device that fails. */
const unwritten: ReadonlySet<string | undefined> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EROFS", "ENXIO"]);
let lostOutput: string | undefined;

/** Who reads our output has gone (`| head`, a closed terminal), or the disk it goes to is full: a run does not end for that. */
function goOnUnheard(stream: NodeJS.WriteStream, { code }: NodeJS.ErrnoException): boolean {
  if (unwritten.has(code) && stream === process.stdout) lostOutput ??= code;
  return unheard.has(code) || unwritten.has(code);
}

/** Node takes it for written when a file took only a part of it, as the last piece before a disk is full. */
function writeWhole(fd: number, text: string | Uint8Array): void {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

if (fstatSync(1).isFile()) {
  process.stdout._write = (text, _encoding, done) => {
    try {
      writeWhole(1, text);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };
}
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (!goOnUnheard(stream, error)) throw error;
  });
}
/** TLS is always verified, also where a library would ask the environment. */
if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === "0") {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  process.stderr.write(`${sayPlain(processTexts.tls_always_verified, language, undefined)}\n`);
}

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
  speaks: (spoken) => {
    language = spoken;
  },
  version,
});
process.exitCode = signalled && code === 130 ? exitCodeOf(signalled) : await codeAfterLoss(code);

/** What a run did stands in its files. Of any other command, what could not be written is what it was for. */
async function codeAfterLoss(code: number): Promise<number> {
  await new Promise((written) => process.stdout.write("", written)); // the error of the last line comes after it
  if (!lostOutput) return code;
  process.stderr.write(`\n${sayPlain(processTexts.output_lost, language, { code: lostOutput })}\n`);
  return code === 0 && !resumeCommand ? exitCodes.stopped : code;
}
