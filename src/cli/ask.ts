/** Questions to the person at the terminal. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { voiceOf } from "../model/words/text.ts";
import type { CommandContext } from "./command-context.ts";

type Terminal = Pick<CommandContext, "input" | "streams" | "signals" | "language">;

/** A yes/no question. No terminal: no. */
export async function ask(terminal: Terminal, question: string): Promise<boolean> {
  if (!terminal.input.isTTY) return false;
  return /^(y|yes|j|ja)$/i.test(
    (await askFor(terminal, `${question} ${voiceOf(terminal.language)("yes_or_no")} `)) ?? "",
  );
}

/** What a person types, without blanks around it; undefined when they stop instead (Ctrl-C, Ctrl-D, a signal). A secret is not shown. */
export async function askFor(
  { input, streams: { err }, signals }: Terminal,
  question: string,
  isSecret = false,
): Promise<string | undefined> {
  if (isSecret) err.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: isSecret ? silent : err, ...(isSecret ? { terminal: true } : {}) });
  try {
    const answer = await new Promise<string | undefined>((resolve) => {
      lines.once("close", () => resolve(undefined)); // the question alone would wait for ever then
      lines.question(isSecret ? "" : question, { signal: signals.stop }).then(resolve, () => resolve(undefined));
    });
    if (answer === undefined || isSecret) err.write("\n");
    return answer?.trim();
  } finally {
    lines.close();
  }
}
