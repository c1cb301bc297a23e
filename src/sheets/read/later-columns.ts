/** Columns that ask for something that this version does not do, as data: a filled cell refuses its row, so that nothing is left out in silence. */
import type { SheetName } from "../../model/sheet.ts";
import { type Text, text } from "../../model/words/text.ts";
import { foldHeader } from "./header-aliases.ts";

type LaterColumn = {
  readonly names: readonly string[];
  /** What to do instead. */
  readonly instead: Text;
};

const laterColumns: Readonly<Record<SheetName, readonly LaterColumn[]>> = {
  templates: [],
  profiles: [],
  customers: [],
  locations: [],
  users: [{ names: ["caller_id", "caller_id_number", "nummerweergave"], instead: text("set_for_user") }],
};

/** What to do in the place of a column of a later version; undefined for any other header. */
export function laterColumn(sheet: SheetName, header: string): Text | undefined {
  const folded = foldHeader(header);
  return laterColumns[sheet].find(({ names }) => names.some((name) => foldHeader(name) === folded))?.instead;
}

/** Headers, and the words under them, that say what is to become of a row. */
const ofActions =
  /acti(?:on|e)|aktion|accion|acción|azione|status|operati|opération|bewerking|handeling|mutati|command|opdracht|wijziging|instruct/;
const ofRemovals =
  /delet|remov|cancel|disabl|terminat|verwijder|opzeg|uitschakel|beëindig|löschen|entfern|supprim|elimin/;
const removals =
  /^(?:to be )?(?:deleted?|delete user|removed?|cancel(?:l?ed)?|disabled?|deactivated?|offboard(?:ed)?|terminated?|leaver|left|del|verwijder(?:en|d)?|opzeggen|opgezegd|annuleren|geannuleerd|uitschakelen|uitgeschakeld|deactiveren|gedeactiveerd|beëindig(?:en|d)|beeindig(?:en|d)|uit dienst|wissen|gewist|löschen|gelöscht|entfernen|kündigen|gekündigt|supprimer|supprimé|résilier|résilié|eliminar|eliminado|borrar)$/i;
const confirmed = /^(?:x|y|yes|true|1|j|ja|oui|si|sí|waar|wahr)$/i;

/** Tells of a column that we do not use whether a cell of it says that the row is to go; undefined for most headers. */
export function removalReader(header: string): ((cell: string) => boolean) | undefined {
  const folded = foldHeader(header);
  if (ofRemovals.test(folded)) return (cell) => removals.test(cell) || confirmed.test(cell);
  return ofActions.test(folded) ? (cell) => removals.test(cell) : undefined;
}
