/** Files on their way to the server: one after the other within a batch, each with its own state, whatever screen is shown. */
import { useMemo, useSyncExternalStore } from "react";
import type { Trouble } from "../trouble.ts";
import { ApiTrouble, ask } from "./api.ts";
import { troubleOf } from "./use-load.ts";

export type Upload = {
  readonly id: number;
  readonly batch: string;
  readonly file: File;
  readonly state: "waiting" | "reading" | "refused";
  /** Why it is refused; absent where the server could not be reached. */
  readonly trouble?: Trouble;
};

let uploads: readonly Upload[] = [];
let lastId = 0;
const sending = new Set<string>();
const watchers = new Set<() => void>();

function setUploads(next: readonly Upload[]): void {
  uploads = next;
  for (const watcher of watchers) watcher();
}

function update(id: number, change: Partial<Upload>): void {
  setUploads(uploads.map((each) => (each.id === id ? { ...each, ...change } : each)));
}

/** Begins to send them. */
export function sendFiles(batch: string, files: readonly File[]): void {
  const added = files.map((file) => {
    lastId += 1;
    return { id: lastId, batch, file, state: "waiting" as const };
  });
  // a file that is sent again takes the place of the one that was refused
  const left = uploads.filter((each) => each.state !== "refused" || !files.some(({ name }) => name === each.file.name));
  setUploads([...left, ...added]);
  void sendAll(batch);
}

export function sendAgain(id: number): void {
  const found = uploads.find((each) => each.id === id);
  if (!found) return;
  update(id, { state: "waiting" });
  void sendAll(found.batch);
}

export function dismissUpload(id: number): void {
  setUploads(uploads.filter((each) => each.id !== id));
}

async function sendAll(batch: string): Promise<void> {
  if (sending.has(batch)) return;
  sending.add(batch);
  for (;;) {
    const next = uploads.find((each) => each.batch === batch && each.state === "waiting");
    if (!next) break;
    await send(next);
  }
  sending.delete(batch);
}

const mostTries = 3;
const untilNextTryMs = 1_000;

/** A file that arrives twice takes its own place: what a broken connection may have taken is sent again. */
async function send({ id, batch, file }: Upload): Promise<void> {
  update(id, { state: "reading" });
  for (let tries = 1; ; tries += 1)
    try {
      await ask(`/api/batches/${batch}/files?name=${encodeURIComponent(file.name)}`, { method: "PUT", body: file });
      return dismissUpload(id);
    } catch (error) {
      const isLost = error instanceof ApiTrouble && error.trouble.code === "unreachable";
      if (!isLost || tries === mostTries) {
        const trouble = troubleOf(error);
        return update(id, { state: "refused", ...(trouble ? { trouble } : {}) });
      }
      await new Promise((resolve) => setTimeout(resolve, untilNextTryMs));
    }
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** Of one batch, in the order in which they were given. */
export function useUploads(batch: string | undefined): readonly Upload[] {
  const all = useSyncExternalStore(watch, () => uploads);
  return useMemo(() => all.filter((each) => each.batch === batch), [all, batch]);
}
