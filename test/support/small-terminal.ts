/** A terminal without a window: takes what a program writes, and tells what a person would see, what has scrolled away included. */
import { EventEmitter } from "node:events";
import xterm from "@xterm/headless";

export type SmallTerminal = {
  readonly stream: NodeJS.WriteStream;
  /** As when a person drags the window. `isHeard`: the program is told of it. */
  resize(columns: number, isHeard?: boolean): Promise<void>;
  /** Lines with text, as they stand now. */
  lines(): Promise<readonly string[]>;
};

export function smallTerminal(columns: number): SmallTerminal {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows: 24,
    allowProposedApi: true,
    convertEol: true,
  });
  const emitter = new EventEmitter();
  const stream = Object.assign(emitter, {
    isTTY: true,
    columns,
    hasColors: () => true,
    write(text: string) {
      terminal.write(text);
      return true;
    },
  });
  const written = () => new Promise<void>((resolve) => terminal.write("", resolve));
  return {
    stream: stream as unknown as NodeJS.WriteStream, // of a stream, this is what a screen uses
    async resize(wanted, isHeard = true) {
      await written();
      terminal.resize(wanted, 24);
      if (!isHeard) return;
      stream.columns = wanted;
      emitter.emit("resize");
    },
    async lines() {
      await written();
      const { active } = terminal.buffer;
      const all = Array.from(
        { length: active.length },
        (_, index) => active.getLine(index)?.translateToString(true) ?? "",
      );
      return all.filter((line) => line.trim() !== "");
    },
  };
}
