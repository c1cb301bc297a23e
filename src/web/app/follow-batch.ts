/** Follows a batch: keeps the newest answer of the server, and asks again until nothing of it is being checked. Pure; `use-batch.ts` connects it. */
import type { BatchReply } from "../api-types.ts";

export type Following = {
  /** What the server answered to a change. An answer that was overtaken by a newer one is dropped. */
  take(reply: BatchReply): void;
  /** Asks anew: the batch may have been changed elsewhere. */
  reload(): void;
  end(): void;
};

type Deps = {
  /** The batch as it is now. */
  load(): Promise<BatchReply>;
  /** The batch, as soon as nothing of it is being checked any more. */
  settled(): Promise<BatchReply>;
  /** After a question that was not answered: resolves when it is time for the next, to false where there is none. */
  mayAskAgain(error: unknown): Promise<boolean>;
  show(batch: BatchReply): void;
  tell(error: unknown): void;
};

/**
 * Answers arrive in any order, and a check may have ended before the answer that announces it arrives: so the end of a check is
 * asked for as long as the newest answer knows of one, whichever answer that is.
 */
export function followBatch({ load, settled, mayAskAgain, show, tell }: Deps): Following {
  let newest: BatchReply | undefined;
  let isFollowing = false;
  let isOver = false;

  const take = (reply: BatchReply): void => {
    if (isOver || (newest && reply.asOf < newest.asOf)) return;
    newest = reply;
    show(reply);
    if (!isFollowing) void follow();
  };

  const follow = async (): Promise<void> => {
    isFollowing = true;
    let isAnswered = true;
    while (!isOver && newest?.isChecking) {
      try {
        // after trouble, what is so now: the server may have been started anew
        take(await (isAnswered ? settled() : load()));
        isAnswered = true;
      } catch (error) {
        if (isOver) break;
        tell(error);
        isAnswered = false;
        if (!(await mayAskAgain(error))) break;
      }
    }
    isFollowing = false;
  };

  return {
    take,
    reload: () => void load().then(take, (error: unknown) => !isOver && tell(error)),
    end: () => {
      isOver = true;
    },
  };
}
