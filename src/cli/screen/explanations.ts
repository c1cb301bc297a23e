/** Every code that a result file can hold, of every catalogue, in one form and in the language asked for. */
import { failureCodes, failureFacts } from "../../model/codes/failure-codes.ts";
import { issueCodes, issueFacts } from "../../model/issue-codes.ts";
import { explanationWords } from "../../model/words/explanation-words.ts";
import type { Language } from "../../model/words/language.ts";
import type { Explanation } from "../../report/screen/explain.ts";
import { ownCodeFacts, ownCodes } from "../../simulator/codes.ts";
import { errorCodes, factsOfErrorCode } from "../../webex/http/codes/error-codes.ts";

/** Undefined for an unknown code. */
export function explanationOf(code: string, language: Language): Explanation | undefined {
  const facts = issueFacts(code) ?? failureFacts(code);
  if (facts) return { code, severity: facts.severity, ...facts[language] };
  return explainWebex(code, language) ?? explainSimulator(code, language);
}

/** Webex has numbers, and no titles for them. */
function explainWebex(code: string, language: Language): Explanation | undefined {
  const facts = factsOfErrorCode(code);
  if (!facts) return undefined;
  const { where, meaning, hint } = facts[language];
  return {
    code,
    title: ["Webex", titleOf(meaning)].join(": "),
    meaning,
    where,
    isRetryable: facts.isRetryable,
    resolution: hint ?? explanationWords[language].noKnownResolution,
  };
}

/** Of refusals whose code Webex does not publish. */
function explainSimulator(code: string, language: Language): Explanation | undefined {
  const [name] = simulatorCodes.find(([, number]) => String(number) === code) ?? [];
  if (!name) return undefined;
  const { meaning, hint } = ownCodeFacts[name][language];
  const where = explanationWords[language].simulatorOnly;
  return { code, title: ["Simulator", titleOf(meaning)].join(": "), meaning, where, resolution: hint };
}

const simulatorCodes = Object.entries(ownCodes) as readonly (readonly [keyof typeof ownCodes, number])[]; // of a literal

/** `The phone number is not available.` -> `the phone number is not available` */
function titleOf(meaning: string): string {
  return meaning.charAt(0).toLowerCase() + meaning.slice(1).replace(/\.$/, "");
}

/** Ours in the order of the catalogue, then what is said of answers, then Webex's own, then those of the simulator. */
export function codesKnown(): readonly string[] {
  return [
    ...Object.keys(issueCodes),
    ...Object.keys(failureCodes),
    ...errorCodes.map(({ code }) => code),
    ...simulatorCodes.map(([, code]) => String(code)),
  ];
}
