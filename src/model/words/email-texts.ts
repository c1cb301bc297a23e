/** Messages about email addresses. */
import { words } from "./wording.ts";

type Value = { readonly value: string };

export const emailTexts = {
  address_too_long: words(
    ({ length, most }: { length: number; most: number }) =>
      `The address has ${length} characters; at most ${most} are allowed.`,
    ({ length, most }) => `Het adres heeft ${length} tekens; er zijn er hoogstens ${most} toegestaan.`,
  ),
  write_one_address: words("Write one address.", "Vul één adres in."),
  email_not_ascii: words(
    ({ value }: Value) => `"${value}" has letters that Webex may not accept in an address.`,
    ({ value }) => `"${value}" bevat letters die Webex in een adres misschien niet accepteert.`,
  ),
  was_meant: words(
    ({ meant }: { meant: string }) => `Was "${meant}" meant?`,
    ({ meant }) => `Bedoelde u "${meant}"?`,
  ),
  not_an_email: words(
    ({ value }: Value) => `"${value}" is not an email address.`,
    ({ value }) => `"${value}" is geen e-mailadres.`,
  ),
  mail_unread: words(
    ({ address }: { address: string }) => `Nobody seems to read the mail of ${address}.`,
    ({ address }) => `Niemand lijkt de post van ${address} te lezen.`,
  ),
  give_read_address: words(
    "Webex writes to the first administrator: give an address that somebody reads.",
    "Webex mailt de eerste beheerder: vul een adres in dat iemand leest.",
  ),
};
