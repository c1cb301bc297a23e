/** The causes of errors and warnings in every language: a page changes its language without asking for them again. */
import type { RowOutcome } from "../model/run-report.ts";
import { type Language, languages } from "../model/words/language.ts";
import { type ErrorGroup, startErrorGroups } from "./error-groups.ts";

export type Causes = Readonly<Record<Language, readonly ErrorGroup[]>>;

export type GrowingCauses = {
  /** Rows come in input order: each after those that it needs. */
  add(row: RowOutcome): void;
  list(): Causes;
};

export const noCauses: Causes = { en: [], nl: [] };

/** Memory grows with the causes, not with the rows. */
export function startCauses(): GrowingCauses {
  const groups = { en: startErrorGroups("en"), nl: startErrorGroups("nl") };
  return {
    add: (row) => {
      for (const language of languages) groups[language].add(row);
    },
    list: () => ({ en: groups.en.list(), nl: groups.nl.list() }),
  };
}
