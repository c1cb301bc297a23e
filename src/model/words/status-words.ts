/** What the statuses of a row are called, for people. */
import type { RowStatus } from "../outcome.ts";
import type { Language } from "./language.ts";

export const statusWords: Readonly<Record<Language, Readonly<Record<RowStatus, string>>>> = {
  en: {
    succeeded: "succeeded",
    unchanged: "unchanged",
    pending: "pending",
    failed: "failed",
    blocked: "blocked",
    invalid: "invalid",
    not_attempted: "not attempted",
  },
  nl: {
    succeeded: "gelukt",
    unchanged: "ongewijzigd",
    pending: "in behandeling",
    failed: "mislukt",
    blocked: "geblokkeerd",
    invalid: "ongeldig",
    not_attempted: "niet geprobeerd",
  },
};
