/** Messages about extensions and routing prefixes. */
import { words } from "./wording.ts";

type Value = { readonly value: string };

export const extensionTexts = {
  emergency_extension: words(
    ({ value }: Value) => `${value} is an emergency number.`,
    ({ value }) => `${value} is een alarmnummer.`,
  ),
  choose_other_extension: words("Choose another extension.", "Kies een ander toestelnummer."),
  extension_turned_date: words(
    ({ value }: Value) => `A spreadsheet turned the extension into a date: "${value}".`,
    ({ value }) => `Een spreadsheet heeft van het toestelnummer een datum gemaakt: "${value}".`,
  ),
  write_extension_again: words(
    "Write the extension again, and format the column as text.",
    "Vul het toestelnummer opnieuw in en geef de kolom de opmaak Tekst.",
  ),
  extension_turned_scientific: words(
    ({ value }: Value) => `A spreadsheet turned the extension into ${value}.`,
    ({ value }) => `Een spreadsheet heeft het toestelnummer veranderd in ${value}.`,
  ),
  take_extension_from_source: words(
    "Take the extension from its source, and format the column as text.",
    "Neem het toestelnummer over uit de bron en geef de kolom de opmaak Tekst.",
  ),
  extension_turned_amount: words(
    ({ value }: Value) => `A spreadsheet turned the extension into the amount "${value}".`,
    ({ value }) => `Een spreadsheet heeft van het toestelnummer het bedrag "${value}" gemaakt.`,
  ),
  extension_lost_zero: words(
    ({ value }: Value) => `The extension "${value}" has one digit: a spreadsheet probably removed its leading zeros.`,
    ({ value }) =>
      `Het toestelnummer "${value}" heeft één cijfer: waarschijnlijk heeft een spreadsheet de voorloopnullen verwijderd.`,
  ),
  write_extension_in_full: words(
    ({ value }: Value) => `Write it in full (0${value}, 00${value}...), and format the column as text.`,
    ({ value }) => `Vul het voluit in (0${value}, 00${value}...) en geef de kolom de opmaak Tekst.`,
  ),
  extension_too_long: words(
    ({ value }: Value) => `"${value}" is longer than an extension can be: 10 digits.`,
    ({ value }) => `"${value}" is langer dan een toestelnummer kan zijn: 10 cijfers.`,
  ),
  whole_number_elsewhere: words(
    "A whole phone number belongs in phone_number.",
    "Een volledig telefoonnummer hoort in phone_number.",
  ),
  not_an_extension: words(
    ({ value }: Value) => `"${value}" is not an extension: 2 to 10 digits.`,
    ({ value }) => `"${value}" is geen toestelnummer: 2 tot 10 cijfers.`,
  ),
  not_a_routing_prefix: words(
    ({ value }: Value) => `"${value}" is not a routing prefix: 1 to 7 digits.`,
    ({ value }) => `"${value}" is geen routeringsprefix: 1 tot 7 cijfers.`,
  ),
  write_digits_like: words(
    ({ example }: { example: string }) => `Write digits only, as in ${example}.`,
    ({ example }) => `Vul alleen cijfers in, zoals ${example}.`,
  ),
};
