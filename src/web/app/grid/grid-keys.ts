/** The meaning of keys in a grid, as in spreadsheet programs. Pure; the grid acts on it. */
import { move, type Selection, type Size } from "./selection.ts";

export type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

export type Meaning =
  | { readonly kind: "select"; readonly selection: Selection }
  | { readonly kind: "write"; readonly text?: string }
  | { readonly kind: "sort" | "undo" | "fill" | "clear" | "fix" | "fix_all" };

/** Undefined: the key is not the grid's, and does what it does elsewhere. `canEdit`: of the grid as a whole. */
export function meaningOf(key: Key, selection: Selection, size: Size, canEdit: boolean): Meaning | undefined {
  const isHeader = selection.active.row < 0;
  if (isHeader && (key.key === "Enter" || key.key === " ")) return { kind: "sort" };
  const moved = key.altKey ? undefined : move(selection, key, size);
  if (moved) return { kind: "select", selection: moved };
  return canEdit ? meaningOfEdit(key, isHeader) : undefined;
}

function meaningOfEdit({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, isHeader: boolean): Meaning | undefined {
  if (altKey) return key === "Enter" ? { kind: shiftKey ? "fix_all" : "fix" } : undefined;
  if (ctrlKey || metaKey) {
    const commands: Readonly<Record<string, Meaning>> = { z: { kind: "undo" }, d: { kind: "fill" } };
    return commands[key.toLowerCase()];
  }
  if (isHeader) return undefined;
  if (key === "Delete" || key === "Backspace") return { kind: "clear" };
  if (key === "F2" || key === "Enter") return { kind: "write" };
  return key.length === 1 ? { kind: "write", text: key } : undefined;
}
