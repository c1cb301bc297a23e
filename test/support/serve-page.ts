/** Runs `serve` as a user does, and gives the URL that it prints. */
import { onTestFinished } from "vitest";
import { type Running, startProgram } from "./run-program.ts";
import { until } from "./until.ts";

export type ServedPage = {
  /** With its one-time token. */
  readonly url: string;
  readonly running: Running;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
  /** As a power cut does. */
  kill(): Promise<void>;
};

/** In `folder`, whose `.wholesale-import` is the state folder. Ends with the test. */
export async function servePage(folder: string, args: readonly string[] = []): Promise<ServedPage> {
  const running = startProgram(["serve", ...args], folder);
  const end = async (signal: NodeJS.Signals) => {
    running.child.kill(signal);
    await running.ended;
  };
  onTestFinished(() => end("SIGKILL"));
  await until(() => running.out().includes("\n") || running.child.exitCode !== null);
  const url = running.out().trim();
  if (!url.startsWith("http://127.0.0.1:")) throw new Error(`serve did not begin:\n${running.err()}`);
  return { url, running, stop: () => end("SIGINT"), kill: () => end("SIGKILL") };
}
