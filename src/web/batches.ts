/** The batches of the state folder, each opened on first use. */
import { newRunId } from "../run/folder.ts";
import { type Batch, openBatch } from "./batch.ts";
import { noSuchBatch } from "./batch-files.ts";
import { batchStore, type StoredBatch } from "./batch-store.ts";
import { openHeaderMemory } from "./header-memory.ts";
import type { PageWorld } from "./page-world.ts";

export type Batches = Awaited<ReturnType<typeof openBatches>>;

export async function openBatches(world: PageWorld) {
  const store = batchStore(world.stateFolder);
  const memory = await openHeaderMemory(world.stateFolder);
  const open = new Map<string, Promise<Batch>>();
  const opened = (stored: StoredBatch): Promise<Batch> => {
    const known = open.get(stored.id);
    if (known) return known;
    const batch = openBatch(stored, store, memory, world);
    open.set(stored.id, batch);
    batch.catch(() => open.delete(stored.id)); // reported to the caller that asked for it, and tried again for the next one
    return batch;
  };
  return {
    memory,
    list: store.list,
    /** `correction`: whose refused rows will stand in it. */
    async create(correction: Pick<StoredBatch, "corrects" | "customer"> = {}): Promise<Batch> {
      const now = world.clock.now();
      return opened(await store.create(newRunId(now, world.random), new Date(now).toISOString(), correction));
    },
    /** Throws a UserError when there is none: an id is looked for among those that there are, and makes no path. */
    async get(id: string): Promise<Batch> {
      const known = open.get(id) ?? (await store.list()).filter((stored) => stored.id === id).map(opened)[0];
      if (known) return known;
      throw noSuchBatch();
    },
    async remove(id: string): Promise<void> {
      const batch = await this.get(id);
      open.delete(batch.id);
      await batch.close();
      await store.remove(batch.id);
    },
    async close(): Promise<void> {
      for (const batch of open.values()) await (await batch.catch(() => undefined))?.close();
    },
  };
}
