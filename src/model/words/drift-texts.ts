/** What `drift` says. */
import { words } from "./wording.ts";

type Count = { readonly count: number };

export const driftTexts = {
  drift_of_no_run: words(
    ({ runId }: { runId: string }) => `Run ${runId} has no rows of its own to compare.`,
    ({ runId }) => `Run ${runId} heeft geen eigen rijen om te vergelijken.`,
  ),
  nothing_applied_yet: words(
    ({ folder }: { folder: string }) => `Nothing has been applied to this target from the state folder ${folder}.`,
    ({ folder }) => `Vanuit de state-map ${folder} is nog niets op dit doel toegepast.`,
  ),
  drift_of_sheets: words(
    ({ command }: { command: string }) => `Name a folder with sheets: ${command}`,
    ({ command }) => `Noem een map met bladen: ${command}`,
  ),
  drift_requires_target: words(
    "drift requires --target, unless you give it a run: a run knows its target.",
    "drift heeft --target nodig, tenzij u een run opgeeft: een run kent zijn doel.",
  ),
  no_such_drift: words(
    ({ id }: { id: string }) => `The state folder has no comparison ${id}.`,
    ({ id }) => `De state-map heeft geen vergelijking ${id}.`,
  ),
  other_drifts: words(
    "Choose one from the list, or start a new one.",
    "Kies er een uit de lijst, of start een nieuwe.",
  ),

  // the table
  drift_compared: words("rows compared", "rijen vergeleken"),
  drift_changed: words("changed", "gewijzigd"),
  drift_missing: words("missing", "ontbreekt"),
  drift_unlisted: words("in no sheet", "in geen blad"),
  drift_leftover: words("still there", "nog aanwezig"),

  // a difference
  drift_value: words(
    ({ column, inSheet, atTarget }: { column: string; inSheet: string; atTarget: string }) =>
      `${column}: ${inSheet} in the sheet, ${atTarget} at Webex`,
    ({ column, inSheet, atTarget }) => `${column}: ${inSheet} in het blad, ${atTarget} bij Webex`,
  ),
  drift_blank: words("blank", "leeg"),
  drift_is_missing: words("is missing at Webex", "ontbreekt bij Webex"),
  drift_is_unlisted: words("is at Webex and in no sheet", "staat bij Webex en in geen blad"),
  drift_is_leftover: words(
    "is still at Webex, although its row says remove",
    "staat nog bij Webex, hoewel de rij remove zegt",
  ),
  drift_deactivated: words("is deactivated at Webex", "is bij Webex gedeactiveerd"),
  drift_more: words(
    ({ count }: Count, { count: counted }) =>
      `and ${counted(count, "more difference", "more differences")} in drift.csv`,
    ({ count }, { count: counted }) => `en nog ${counted(count, "verschil", "verschillen")} in drift.csv`,
  ),
  drift_none: words(
    ({ count }: Count, { count: counted }) => `no differences in ${counted(count, "customer", "customers")}`,
    ({ count }, { count: counted }) => `geen verschillen bij ${counted(count, "klant", "klanten")}`,
  ),
  drift_some: words(
    ({ differences, differing, customers }: { differences: number; differing: number; customers: number }, { count }) =>
      `${count(differences, "difference", "differences")} in ${differing} of ${count(customers, "customer", "customers")}`,
    ({ differences, differing, customers }, { count }) =>
      `${count(differences, "verschil", "verschillen")} bij ${differing} van ${count(customers, "klant", "klanten")}`,
  ),
  drift_not_compared: words(
    ({ count }: Count, { count: counted }) =>
      `${counted(count, "row was", "rows were")} not compared: run validate to see why`,
    ({ count }, { count: counted }) =>
      `${counted(count, "rij is", "rijen zijn")} niet vergeleken: validate toont waarom`,
  ),
  drift_sent_nothing: words("nothing was sent", "er is niets verstuurd"),

  // licences
  drift_licenses: words("licenses", "licenties"),
  drift_used: words("used", "gebruikt"),
  drift_limit: words("limit in sheet", "limiet in blad"),
  drift_licenses_short: words(
    ({ customer, code, used, total }: { customer: string; code: string; used: number; total: number }) =>
      `${customer}  ${code}: ${used} of ${total} licenses used`,
    ({ customer, code, used, total }) => `${customer}  ${code}: ${used} van ${total} licenties gebruikt`,
  ),
  drift_licenses_title: words("Licenses used up, or nearly", "Licenties op, of bijna op"),
} as const;
