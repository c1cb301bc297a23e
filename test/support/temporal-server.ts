/** A development server of Temporal of a test's own, on loopback, with its database in a temporary folder. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Connection } from "@temporalio/client";

export type TemporalServer = AsyncDisposable & {
  readonly address: string;
  /** All that it has written: histories, queues, what its page shows. */
  written(): Promise<Buffer>;
  /** Killed and started again, with its database kept. */
  restart(): Promise<void>;
};

type Settings = Readonly<Record<string, string | number>>;

/** Timers fire when they are due, not up to a second later. */
const usual: Settings = { "history.timerProcessorMaxTimeShift": "1ms" };

const command = process.env.TEMPORAL_CLI ?? "temporal";

/** Absent on a user's machine: its tests are skipped, and say so. In CI it must be there. */
export const hasTemporal = findTemporal();

function findTemporal(): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch (error) {
    if (process.env.CI) throw new Error(`the command ${command} is missing`, { cause: error });
    console.log("skipped: tests on Temporal need its command line, `temporal` in the PATH or named by TEMPORAL_CLI");
    return false;
  }
}

/** `settings`: what its dynamic configuration has instead of what is usual, by name. */
export async function startTemporal(settings: Settings = {}): Promise<TemporalServer> {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-temporal-"));
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  let server = await launch(folder, port, address, settings);
  return {
    address,
    async written() {
      const names = (await readdir(folder)).filter((name) => name.startsWith("temporal.db"));
      return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
    },
    async restart() {
      await stop(server, "SIGKILL");
      server = await launch(folder, port, address, settings);
    },
    async [Symbol.asyncDispose]() {
      await stop(server, "SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, port: number, address: string, settings: Settings): Promise<ChildProcess> {
  const database = ["--db-filename", join(folder, "temporal.db"), "--sqlite-pragma", "synchronous=0"];
  const args = ["server", "start-dev", "--headless", "--ip", "127.0.0.1", "--port", `${port}`, "--log-level", "error"];
  const configuration = Object.entries({ ...usual, ...settings }).flatMap(([name, value]) => [
    "--dynamic-config-value",
    `${name}=${JSON.stringify(value)}`,
  ]);
  const server = spawn(command, [...args, ...database, ...configuration], { stdio: "ignore" });
  while (!(await isServing(address))) {
    if (server.exitCode !== null) throw new Error(`the development server of Temporal ended with ${server.exitCode}`);
    await pause(50);
  }
  return server;
}

async function isServing(address: string): Promise<boolean> {
  const connection = Connection.lazy({ address });
  try {
    await connection.withDeadline(new Date(Date.now() + 1_000), () =>
      connection.workflowService.describeNamespace({ namespace: "default" }),
    );
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}

async function stop(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
