/** Asks libphonenumber whether numbers can exist, once per block of a thousand: it knows 35 000 numbers a second, a batch has a million. */
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

export type NumberingPlans = {
  /** Is an E.164 number one that its country's plan has? */
  has(phoneNumber: string): boolean;
  /** What a number as dialled within a country (ISO 3166-1) is in E.164; undefined when its plan does not have it. */
  internationalOf(text: string, country: string): string | undefined;
};

const keptBlocks = 50_000;

/** By block, whoever asks: the users of a batch have the numbers of its locations. */
const answers = new Map<number, boolean>();

/** Remembers the answers. A block shares its answer: numbering plans do not tell the last three digits apart. */
export function numberingPlans(): NumberingPlans {
  let last = { block: "", length: 0, answer: false };

  function answerFor(phoneNumber: string): boolean {
    const block = Number(phoneNumber.slice(1, -3)) * 16 + phoneNumber.length;
    const known = answers.get(block);
    if (known !== undefined) return known;
    if (answers.size >= keptBlocks) answers.clear();
    const answer = isKnown(phoneNumber);
    answers.set(block, answer);
    return answer;
  }

  return {
    has(phoneNumber) {
      const { length } = phoneNumber;
      if (length !== last.length || !phoneNumber.startsWith(last.block)) {
        last = { block: phoneNumber.slice(0, -3), length, answer: answerFor(phoneNumber) };
      }
      return last.answer;
    },
    internationalOf(text, country) {
      if (!isSupportedCountry(country)) return undefined;
      const parsed = parsePhoneNumberFromString(text, country);
      return parsed?.isValid() ? parsed.number : undefined;
    },
  };
}

/** The library forgives a 0 behind the country code; the telephone network does not. */
function isKnown(phoneNumber: string): boolean {
  const parsed = parsePhoneNumberFromString(phoneNumber);
  return parsed?.isValid() === true && parsed.number === phoneNumber;
}

/** `+31`, of an E.164 number that can exist; undefined for any other text. */
export function callingCodeOf(phoneNumber: string): string | undefined {
  const parsed = parsePhoneNumberFromString(phoneNumber);
  return parsed?.isValid() ? `+${parsed.countryCallingCode}` : undefined;
}

/** `+31`, of a country (ISO 3166-1). */
export function callingCodeIn(country: string): string | undefined {
  return isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : undefined;
}
