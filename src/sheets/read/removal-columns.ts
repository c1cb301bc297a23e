/** Columns that this program does not use, and of which a cell must not be left out in silence: those that say what is to become of a row. */
import { foldHeader } from "./header-aliases.ts";

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
