/** The state of a plan or a run, from its event stream. The browser reopens a stream that breaks off. */
import { useEffect, useState } from "react";
import type { StreamMessage } from "../api-types.ts";
import { advanceRun, noRunYet, type RunState } from "../run-state.ts";
import type { Trouble } from "../trouble.ts";
import { setReach } from "./api.ts";

export type Stream = {
  readonly state: RunState;
  /** Undefined until the server has sent it. */
  readonly isGoing: boolean | undefined;
  readonly trouble: Trouble | undefined;
};

const nothing: Stream = { state: noRunYet, isGoing: undefined, trouble: undefined };

/** `round`: another one opens the stream anew. */
export function useStream(path: string, round: number): Stream {
  const [stream, setStream] = useState<Stream>(nothing);
  useEffect(() => {
    setStream(nothing);
    const source = new EventSource(`${path}?round=${round}`);
    source.onmessage = ({ data }) => {
      setReach("reached");
      const message = JSON.parse(String(data)) as StreamMessage; // of our own server
      if (message.kind === "closed") source.close();
      setStream((before) => advance(before, message));
    };
    source.onerror = () => setReach("lost");
    return () => source.close();
  }, [path, round]);
  return stream;
}

function advance(before: Stream, message: StreamMessage): Stream {
  switch (message.kind) {
    case "state":
      return { ...before, state: message.state, isGoing: message.isGoing };
    case "event":
      return { ...before, state: advanceRun(before.state, message.event) };
    case "closed":
      return { ...before, isGoing: false, trouble: message.trouble };
  }
}
