/** The command line in this process: what a run shows and ends with, without the time that a process of its own takes to begin. */
import { PassThrough } from "node:stream";
import PQueue from "p-queue";
import { runCli } from "../../src/cli/run-cli.ts";
import type { Clock } from "../../src/model/ports.ts";
import { hurriedClock } from "./hurried-clock.ts";
import type { Ended } from "./run-program.ts";

/** The working folder is one for the whole process. */
const oneByOne = new PQueue({ concurrency: 1 });

/** One for all commands of a test, so that a later run is later. */
const quickClock = hurriedClock(10);

/** Runs it without a terminal, in `folder`, with nothing of our own environment. `clock`: that of the program; default: one on which nobody waits long. */
export function runHere(
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = {},
  clock: Clock = quickClock,
): Promise<Ended> {
  return oneByOne.add(async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      return await run(args, environment, clock);
    } finally {
      process.chdir(before);
    }
  });
}

async function run(args: readonly string[], environment: NodeJS.ProcessEnv, clock: Clock): Promise<Ended> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const texts = [out, err].map(async (stream) => (await stream.setEncoding("utf8").toArray()).join(""));
  const never = new AbortController().signal;
  const { PATH, HOME } = process.env;
  const code = await runCli(args, {
    // all that the command line asks of a terminal's streams
    streams: { out, err } as unknown as { out: NodeJS.WriteStream; err: NodeJS.WriteStream },
    input: new PassThrough().end() as unknown as NodeJS.ReadStream,
    clock,
    environment: { PATH, HOME, ...environment },
    signals: { stop: never, abort: never },
    runBegins: () => undefined,
    version: "test",
  });
  out.end();
  err.end();
  const [shown = "", told = ""] = await Promise.all(texts);
  return { code, out: shown, err: told };
}
