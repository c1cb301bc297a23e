/** A person at a terminal: the command line in this process, what it shows, and what is typed when it asks. */
import { PassThrough } from "node:stream";
import { runCli } from "../../src/cli/run-cli.ts";
import { systemClock } from "../../src/system-clock.ts";

export type AtTerminal = { readonly code: number; readonly shown: string };

/** `typed`: the answer to the one question; null: none, the terminal is closed; absent: there is no terminal to type on. */
export async function runAtTerminal(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  typed?: string | null,
): Promise<AtTerminal> {
  const input = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  const [out, err] = [new PassThrough(), new PassThrough()];
  let shown = "";
  out.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  err.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    if (!/(?:: |\[y\/N\] )$/.test(text)) return;
    if (typed === null) input.end();
    else input.write(`${typed}\n`);
  });
  const never = new AbortController().signal;
  const code = await runCli(args, {
    // all that the command line asks of a terminal's streams
    streams: { out, err } as unknown as { out: NodeJS.WriteStream; err: NodeJS.WriteStream },
    input: input as unknown as NodeJS.ReadStream,
    clock: systemClock,
    environment,
    signals: { stop: never, abort: never },
    runBegins: () => undefined,
    version: "test",
  });
  return { code, shown };
}
