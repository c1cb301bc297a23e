/** Runs the built program as a user does, in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));
export const samplesFolder = `${projectFolder}samples`;
export const programPath = `${projectFolder}dist/main.js`;

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Running = { readonly child: ChildProcess; readonly ended: Promise<Ended>; out(): string; err(): string };

/** Starts it without a terminal, in `folder`, with nothing of our own environment but the path. `input`: what it reads from standard input. */
export function startProgram(
  args: readonly string[],
  folder: string,
  environment?: NodeJS.ProcessEnv,
  input?: string,
): Running {
  return startScript(programPath, args, folder, environment, input);
}

/** Starts a script of ours in the same way. */
export function startScript(
  script: string,
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = {},
  input?: string,
): Running {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env: { PATH, HOME, ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }));
  });
  return { child, ended, out: () => out, err: () => err };
}

export function runProgram(args: readonly string[], folder: string, environment?: NodeJS.ProcessEnv): Promise<Ended> {
  return startProgram(args, folder, environment).ended;
}
