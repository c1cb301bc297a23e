/** What `history` says beside what runs did. */
import { type StoredText, words } from "./wording.ts";

export const historyTexts = {
  history_of_nothing: words("history needs to know what to look for.", "history moet weten waarnaar het moet zoeken."),
  history_of_what: words(
    "Add --email, --number, --customer, --ticket or --operator.",
    "Voeg --email, --number, --customer, --ticket of --operator toe.",
  ),
  history_reads: words(
    ({ runs }: { runs: number }, { count }) => `reading ${count(runs, "new or changed run", "new or changed runs")}`,
    ({ runs }, { count }) => `${count(runs, "nieuwe of gewijzigde run", "nieuwe of gewijzigde runs")} lezen`,
  ),
  history_found: words(
    ({ lines, runs }: { lines: number; runs: number }, { count }) =>
      `${count(lines, "line", "lines")} of ${count(runs, "run", "runs")}`,
    ({ lines, runs }, { count }) => `${count(lines, "regel", "regels")} uit ${count(runs, "run", "runs")}`,
  ),
  history_empty: words(
    ({ folder }: { folder: string }) => `No run in ${folder} changed it. --all also shows rows that needed no change.`,
    ({ folder }) =>
      `Geen run in ${folder} heeft hier iets gewijzigd. --all toont ook rijen waaraan niets hoefde te veranderen.`,
  ),
  history_empty_all: words(
    ({ folder }: { folder: string }) => `No run in ${folder} names it.`,
    ({ folder }) => `Geen run in ${folder} noemt dit.`,
  ),
  history_unreadable: words(
    ({ runId, reason }: { runId: string; reason: StoredText }, { say }) => `run ${runId} is left out: ${say(reason)}`,
    ({ runId, reason }, { say }) => `run ${runId} ontbreekt: ${say(reason)}`,
  ),
  history_undone: words(
    ({ runId }: { runId: string }) => `taken back by ${runId}`,
    ({ runId }) => `teruggedraaid door ${runId}`,
  ),
  history_for: words(
    ({ operator }: { operator: string }) => `by ${operator}`,
    ({ operator }) => `door ${operator}`,
  ),
} as const;
