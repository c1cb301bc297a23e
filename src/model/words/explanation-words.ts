/** The labels of an explained code. */
import type { Language } from "./language.ts";

type ExplanationWords = {
  readonly severity: Readonly<Record<"error" | "warning" | "either", string>>;
  readonly meaning: string;
  readonly where: string;
  readonly example: string;
  readonly resolution: string;
  readonly retry: string;
  readonly mayRetry: string;
  /** Of a code of Webex without a known resolution. */
  readonly noKnownResolution: string;
  /** Of a code of the simulator alone. */
  readonly simulatorOnly: string;
};

export const explanationWords: Readonly<Record<Language, ExplanationWords>> = {
  en: {
    severity: { error: "error", warning: "warning", either: "error or warning" },
    meaning: "meaning",
    where: "seen in",
    example: "example",
    resolution: "to do",
    retry: "retry",
    mayRetry: "may succeed later without changes: wholesale-import retry",
    noKnownResolution:
      "The message next to the code says what Webex found. Check the object in Control Hub, then: wholesale-import retry.",
    simulatorOnly: "the simulator only: Webex does not publish its code for this refusal and returns another one",
  },
  nl: {
    severity: { error: "fout", warning: "waarschuwing", either: "fout of waarschuwing" },
    meaning: "betekenis",
    where: "te zien bij",
    example: "voorbeeld",
    resolution: "te doen",
    retry: "opnieuw",
    mayRetry: "kan later zonder wijziging lukken: wholesale-import retry",
    noKnownResolution:
      "De melding naast de code zegt wat Webex heeft gevonden. Controleer het object in Control Hub en voer daarna uit: wholesale-import retry.",
    simulatorOnly:
      "alleen de simulator: Webex maakt de code voor deze weigering niet openbaar en geeft een andere terug",
  },
};
