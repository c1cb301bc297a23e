/** The meaning of keys in a grid, as in spreadsheet programs. Pure; the grid acts on it. */
import { move, type Selection, type Size, wholeColumns, wholeGrid, wholeRows } from "./selection.ts";

export type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

export type Meaning =
  /** `isStill`: what is in sight stays. */
  | { readonly kind: "select"; readonly selection: Selection; readonly isStill?: true }
  | { readonly kind: "write"; readonly text?: string }
  | { readonly kind: "widen"; readonly by: number }
  | { readonly kind: "problem"; readonly direction: "next" | "previous" }
  | { readonly kind: "sort" | "undo" | "redo" | "fill" | "clear" | "fix" | "fix_all" };

/** Undefined: the key is not the grid's, and does what it does elsewhere. `canEdit`: of the grid as a whole. */
export function meaningOf(key: Key, selection: Selection, size: Size, canEdit: boolean): Meaning | undefined {
  const isHeader = selection.active.row < 0;
  if (key.key === "F8") return { kind: "problem", direction: key.shiftKey ? "previous" : "next" };
  if (isHeader && (key.key === "Enter" || key.key === " ")) return { kind: "sort" };
  if (isHeader && key.altKey && key.key === "ArrowRight") return { kind: "widen", by: 16 };
  if (isHeader && key.altKey && key.key === "ArrowLeft") return { kind: "widen", by: -16 };
  const moved = key.altKey ? undefined : move(selection, key, size);
  if (moved) return { kind: "select", selection: moved };
  const chosen = selectionOf(key, selection, size);
  if (chosen) return { kind: "select", selection: chosen, isStill: true };
  return canEdit ? meaningOfEdit(key, isHeader) : undefined;
}

/** Whole rows, whole columns, everything. */
function selectionOf({ key, ctrlKey, metaKey, shiftKey }: Key, selection: Selection, size: Size) {
  const isCommand = ctrlKey || metaKey;
  if (isCommand && key.toLowerCase() === "a") return wholeGrid(size);
  if (key !== " ") return undefined;
  if (isCommand) return wholeColumns(selection, size);
  return shiftKey ? wholeRows(selection, size) : undefined;
}

function meaningOfEdit({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, isHeader: boolean): Meaning | undefined {
  if (altKey) return key === "Enter" ? { kind: shiftKey ? "fix_all" : "fix" } : undefined;
  if (ctrlKey || metaKey) {
    const commands: Readonly<Record<string, Meaning>> = {
      z: { kind: shiftKey ? "redo" : "undo" },
      y: { kind: "redo" },
      d: { kind: "fill" },
    };
    return commands[key.toLowerCase()];
  }
  if (isHeader) return undefined;
  if (key === "Delete" || key === "Backspace") return { kind: "clear" };
  if (key === "F2" || key === "Enter") return { kind: "write" };
  return key.length === 1 ? { kind: "write", text: key } : undefined;
}
