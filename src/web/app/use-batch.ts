/** The batch of a screen as the server last returned it, kept up to date until its check has ended. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { BatchReply } from "../api-types.ts";
import type { Trouble } from "../trouble.ts";
import { ApiTrouble, ask, readReach, watchReach } from "./api.ts";
import { type Following, followBatch } from "./follow-batch.ts";
import { type Upload, useUploads } from "./uploads.ts";
import { troubleOf } from "./use-load.ts";

export type FollowedBatch = {
  readonly batch: BatchReply | undefined;
  /** Its files that are on their way, and those that the server did not take. */
  readonly uploads: readonly Upload[];
  /** Why it could not be asked for last. */
  readonly trouble: Trouble | undefined;
  /** What the server answered to a change of it. */
  readonly take: (reply: BatchReply) => void;
  readonly reload: () => void;
};

const untilNextTryMs = 1_000;

/** Without an id there is none yet. */
export function useBatch(id: string | undefined): FollowedBatch {
  const [batch, setBatch] = useState<BatchReply>();
  const [trouble, setTrouble] = useState<Trouble>();
  const following = useRef<Following>(undefined);
  const uploads = useUploads(id);
  const isReached = useSyncExternalStore(watchReach, readReach) === "reached";
  useEffect(() => {
    if (!id) return undefined;
    const path = `/api/batches/${id}`;
    const own = followBatch({
      load: () => ask<BatchReply>(path),
      settled: () => ask<BatchReply>(`${path}/settled`),
      mayAskAgain,
      show: (next) => {
        setBatch(next);
        setTrouble(undefined);
      },
      tell: (error) => setTrouble(troubleOf(error)),
    });
    following.current = own;
    return own.end;
  }, [id]);
  // a file that was taken changes the batch, whatever screen is shown by then
  const sent = uploads.map((upload) => upload.id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another batch, another file of it, or a server that is there again: it is asked for anew
  useEffect(() => following.current?.reload(), [id, sent, isReached]);
  const take = useCallback((reply: BatchReply) => following.current?.take(reply), []);
  const reload = useCallback(() => following.current?.reload(), []);
  return { batch, uploads, trouble, take, reload };
}

/** A batch that was removed is asked for no more. */
async function mayAskAgain(error: unknown): Promise<boolean> {
  if (error instanceof ApiTrouble && error.trouble.code.startsWith("no_such_")) return false;
  await new Promise((resolve) => setTimeout(resolve, untilNextTryMs));
  return true;
}
