/** What is said of a row as a whole: its number of cells, a header in its place, columns that this version does not use. */
import { words } from "./wording.ts";

type Cells = { readonly cells: number; readonly header: number };
type Title = { readonly title: string; readonly value: string };

export const rowTexts = {
  header_repeated: words(
    "The row repeats the header: two exports were probably joined.",
    "De rij herhaalt de kopregel: waarschijnlijk zijn twee exports samengevoegd.",
  ),
  delete_row: words("Delete the row.", "Verwijder de rij."),
  single_cell: words(
    ({ cell, header }: { cell: string; header: number }) =>
      `The row has one cell, "${cell}"; the header has ${header}.`,
    ({ cell, header }) => `De rij heeft één cel, "${cell}"; de kopregel heeft er ${header}.`,
  ),
  delete_footer: words(
    "If it is a total, a note or the end of an export, delete the row. Otherwise its delimiter is not that of the header.",
    "Is het een totaal, een opmerking of het einde van een export, verwijder de rij dan. Anders heeft de rij een ander scheidingsteken dan de kopregel.",
  ),
  too_many_cells: words(
    ({ cells, header, beyond }: Cells & { beyond: string }) =>
      `The row has ${cells} cells and the header ${header}: "${beyond}" is in no column.`,
    ({ cells, header, beyond }) =>
      `De rij heeft ${cells} cellen en de kopregel ${header}: "${beyond}" staat in geen enkele kolom.`,
  ),
  quote_cell_with_delimiter: words(
    "Put the cell that contains the delimiter, often a name or an address, in double quotes.",
    "Zet de cel met het scheidingsteken erin, vaak een naam of een adres, tussen dubbele aanhalingstekens.",
  ),
  blank_cells_beyond: words(
    ({ cells, header }: Cells) =>
      `The row has ${cells} cells and the header ${header}: the extra cells are blank, but values may be in the wrong column.`,
    ({ cells, header }) =>
      `De rij heeft ${cells} cellen en de kopregel ${header}: de extra cellen zijn leeg, maar waarden kunnen in de verkeerde kolom staan.`,
  ),
  quote_cell_or_drop_delimiters: words(
    "If a cell contains the delimiter, put that cell in double quotes. Otherwise remove the delimiters at the end of the row.",
    "Staat het scheidingsteken in een cel, zet die cel dan tussen dubbele aanhalingstekens. Verwijder anders de scheidingstekens aan het eind van de rij.",
  ),
  marked_for_removal: words(
    ({ title, value }: Title) =>
      `${title} says "${value}", but this column removes nothing: the row would be imported as one to keep.`,
    ({ title, value }) =>
      `In ${title} staat "${value}", maar deze kolom verwijdert niets: de rij zou gewoon worden geïmporteerd.`,
  ),
  delete_row_or_clear_cell: words(
    "Delete the row, and remove the object in Control Hub. If the row is to stay, clear the cell.",
    "Verwijder de rij, en verwijder het object in Control Hub. Moet de rij blijven, maak de cel dan leeg.",
  ),
  use_action_column: words(
    "To remove what the row describes, write remove in a column action. To keep it, clear the cell.",
    "Vul remove in een kolom action in om te verwijderen wat de rij beschrijft. Moet het blijven, maak de cel dan leeg.",
  ),
};
