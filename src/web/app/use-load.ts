/** Loads what a screen shows, again on request and when the server can be reached again. */

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { verbatim } from "../../model/words/text.ts";
import type { Trouble } from "../trouble.ts";
import { ApiTrouble, readReach, watchReach } from "./api.ts";

export type Loaded<T> = {
  /** The last that was loaded. */
  readonly value: T | undefined;
  readonly trouble: Trouble | undefined;
  readonly reload: () => void;
  readonly set: (value: T) => void;
};

/** `load` is called again when it is another function. Only the last answer counts. */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [round, setRound] = useState(0);
  const last = useRef({});
  const reach = useSyncExternalStore(watchReach, readReach);
  const turn = `${round} ${reach === "reached"}`;
  useEffect(() => {
    const own = { turn };
    last.current = own;
    load().then(
      (loaded) => {
        if (own !== last.current) return;
        setValue(() => loaded);
        setTrouble(undefined);
      },
      (error: unknown) => {
        if (own === last.current) setTrouble(troubleOf(error));
      },
    );
  }, [load, turn]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const set = useCallback((next: T) => {
    last.current = {};
    setValue(() => next);
  }, []);
  return { value, trouble, reload, set };
}

/** What to show for an error; what the connection's banner already shows is left to it. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof ApiTrouble)) return { code: "bug", message: verbatim(String(error)) };
  const { trouble } = error;
  return ["unreachable", "no_session"].includes(trouble.code) ? undefined : trouble;
}
