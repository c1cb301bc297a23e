/** Around a list of batches or runs: the filter above it, a text and how many it finds, and below it the way to the rest. */
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useWords } from "../settings.tsx";

type Props = {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: number;
  readonly of: number;
  readonly children?: ReactNode;
};

export function ListFilter({ label, text, onText, found, of, children }: Props) {
  const words = useWords();
  return (
    <search className="filter-bar list-filter" aria-label={label}>
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {children}
      <span className="quiet" role="status">
        {words.plan.customersShown(found, of)}
      </span>
    </search>
  );
}

/** `left`: how many lines are not shown yet. */
export function ShowMore({ left, onPress }: { readonly left: number; readonly onPress: () => void }) {
  const words = useWords();
  if (left <= 0) return null;
  return (
    <p className="actions">
      <Button className="button small" onPress={onPress}>
        {words.plan.more(left)}
      </Button>
    </p>
  );
}

/** Does every word of the text stand in what is told of a line? */
export function isFound(told: readonly (string | undefined)[], text: string): boolean {
  const all = told.join(" ").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

const namesShown = 3;

/** `more`: how further ones are told. */
export function shortList(names: readonly string[], more: (n: number) => string): string {
  const shown = names.slice(0, namesShown).join(", ");
  return names.length > namesShown ? `${shown} ${more(names.length - namesShown)}` : shown;
}
