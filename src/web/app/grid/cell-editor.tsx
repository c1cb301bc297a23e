/** The input field of a cell. Enter and Tab keep what was typed, Escape discards it. */
import { type KeyboardEvent, useEffect, useRef } from "react";

/** `text`: undefined when nothing is to be written. `step`: where to go from here. */
export type EditEnd = { readonly text?: string; readonly step?: "ArrowDown" | "ArrowUp" | "ArrowRight" | "ArrowLeft" };

type Props = {
  readonly label: string;
  readonly start: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly onEnd: (end: EditEnd) => void;
};

export function CellEditor({ label, start, left, top, width, onEnd }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(start.length, start.length);
  }, [start]);
  const end = (how: EditEnd) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(how);
  };
  const textNow = () => field.current?.value ?? start;
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") return end({});
    if (event.key === "Enter") return end({ text: textNow(), step: event.shiftKey ? "ArrowUp" : "ArrowDown" });
    if (event.key !== "Tab") return;
    event.preventDefault();
    end({ text: textNow(), step: event.shiftKey ? "ArrowLeft" : "ArrowRight" });
  };
  return (
    <input
      ref={field}
      className="cell-editor"
      aria-label={label}
      defaultValue={start}
      style={{ transform: `translate(${left}px, ${top}px)`, minWidth: width }}
      onKeyDown={onKeyDown}
      onBlur={() => end({ text: textNow() })}
      onCopy={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
    />
  );
}
