/** What to do about an error code of Webex Calling, where several codes share it. */
import type { Both } from "./error-code-facts.ts";

export const controlHub: Both = [
  "Change it in Control Hub first, then: wholesale-import retry.",
  "Wijzig dit eerst in Control Hub en voer daarna uit: wholesale-import retry.",
];

export const otherMainNumber: Both = [
  "Give the location another main number first: a row in the locations sheet with main_number.",
  "Geef de locatie eerst een ander hoofdnummer: een rij op het blad locations met main_number.",
];

export const signedIn: Both = [
  "Retry when the user has signed out.",
  "Probeer het opnieuw als de gebruiker is afgemeld.",
];

export const retryLater: Both = [
  "Nothing to correct: retry the row later.",
  "Niets te corrigeren: probeer de rij later opnieuw.",
];
