/** What to do about a cell, whatever its problem. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

const spaceForBlank = {
  en: "To leave it blank, type a space.",
  nl: "Typ een spatie om de cel leeg te laten.",
} as const;

type Value = { readonly value: string };

export const wayOutTexts = {
  write: words(
    ({ value }: Value) => `Write "${value}".`,
    ({ value }) => `Vul "${value}" in.`,
  ),
  write_as_text: words(
    ({ value }: Value) => `Write "${value}", and format the column as text.`,
    ({ value }) => `Vul "${value}" in en geef de kolom de opmaak Tekst.`,
  ),
  write_like: words(
    ({ example }: { example: string }) => `Write it like ${example}.`,
    ({ example }) => `Schrijf het in de vorm ${example}.`,
  ),
  /** Of a cell that was blank and was refused: what stays blank tells nobody that it was looked at. */
  type_space_for_blank: words(spaceForBlank.en, spaceForBlank.nl),
  hint_or_space: words(
    ({ hint }: { hint: StoredText }, { say }) => `${say(hint)} ${spaceForBlank.en}`.trim(),
    ({ hint }, { say }) => `${say(hint)} ${spaceForBlank.nl}`.trim(),
  ),
  clear_cell: words("Leave the cell blank.", "Laat de cel leeg."),
  take_out_of_list: words("Remove it from the list.", "Haal het uit de lijst."),
  write_value_itself: words("Write the value itself.", "Vul de waarde zelf in."),
  write_one_of_these: words("Write one of these.", "Vul een van deze waarden in."),
  type_value_again: words("Type the value again.", "Typ de waarde opnieuw."),
  take_value_from_source: words(
    "Take the value from its source, and format the column as text.",
    "Neem de waarde over uit de bron en geef de kolom de opmaak Tekst.",
  ),
  shorten_text: words("Shorten the text.", "Kort de tekst in."),
  did_you_mean: words(
    ({ meant }: { meant: string }) => `Did you mean ${meant}?`,
    ({ meant }) => `Bedoelde u ${meant}?`,
  ),
};
