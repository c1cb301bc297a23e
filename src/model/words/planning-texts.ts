/** What is said while a plan is made: what Webex cannot change, what cannot be compared, what a plan leaves out. */
import type { Saying, StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type Change = { readonly field: string; readonly before: string; readonly after: string };
type Customer = { readonly customer: string };
type Column = { readonly column: string };
type Steps = readonly { readonly field: StoredText; readonly value: StoredText }[];

/** `by`: what tells that it is the same customer. */
type TakenOver = { readonly customer: string; readonly other: string; readonly by: "organization" | "admin" };

const foundInEnglish = {
  organization: "it has the organization of the row",
  admin: "it has the name and the administrator of the row",
} as const;

const foundInDutch = {
  organization: "de klant heeft de organisatie van de rij",
  admin: "de klant heeft de naam en de beheerder van de rij",
} as const;

export const planningTexts = {
  nothing_to_remove: words(
    ({ key }: { key: string }) => `${key} is not at Webex (any more): nothing was removed.`,
    ({ key }) => `${key} is niet (meer) bij Webex: er is niets verwijderd.`,
  ),
  nothing_to_do_if_gone: words(
    "If it has gone, there is nothing to do; the row may be deleted.",
    "Is het weg, dan hoeft u niets te doen; de rij mag verdwijnen.",
  ),
  customer_not_provisioned: words(
    ({ customer, status }: Customer & { status: string }) =>
      `Webex has the customer "${customer}", but it has no organization yet (${status}).`,
    ({ customer, status }) => `Webex heeft de klant "${customer}", maar die heeft nog geen organisatie (${status}).`,
  ),
  customer_failed_look_in_hub: words(
    "Webex could not provision it: check it in Partner Hub, then apply again.",
    "Webex kon de klant niet inrichten: controleer die in Partner Hub en voer daarna opnieuw apply uit.",
  ),
  apply_when_provisioned: words(
    "Apply again when Webex has provisioned it.",
    "Voer opnieuw apply uit zodra Webex de klant heeft ingericht.",
  ),
  customer_nowhere: words(
    ({ customer }: Customer) => `There is no customer "${customer}" in the batch or at Webex.`,
    ({ customer }) => `Er is geen klant "${customer}" in de batch of bij Webex.`,
  ),
  correct_or_add_customer: words(
    "Correct the reference, or add the customer to the customers sheet.",
    "Corrigeer de verwijzing, of zet de klant op het blad customers.",
  ),
  location_nowhere: words(
    ({ name }: { name: string }) => `The customer has no location "${name}" in the batch or at Webex.`,
    ({ name }) => `De klant heeft geen locatie "${name}" in de batch of bij Webex.`,
  ),
  add_location: words("Add the location to the locations sheet.", "Zet de locatie op het blad locations."),
  head_office_named_otherwise: words(
    ({ name }: { name: string }) =>
      `At Webex the customer has no location "${name}": its head office has another name there.`,
    ({ name }) => `Bij Webex heeft de klant geen locatie "${name}": het hoofdkantoor heet daar anders.`,
  ),
  name_head_office: words(
    ({ names }: { names: readonly string[] }, { choice }) => `Write its name at Webex in hq_name: ${choice(names)}.`,
    ({ names }, { choice }) => `Vul in hq_name de naam bij Webex in: ${choice(names)}.`,
  ),

  change_not_offered: words(
    ({ changes }: { changes: readonly Change[] }, speak) => `The API cannot change ${describeChanges(changes, speak)}.`,
    ({ changes }, speak) => `Via de API kan niet worden gewijzigd: ${describeChanges(changes, speak)}.`,
  ),
  change_by_hand: words(
    ({ place }: { place: StoredText }, { say }) =>
      `Change it in ${say(place)}, then apply again. Or put the old value back in the sheet.`,
    ({ place }, { say }) =>
      `Wijzig het in ${say(place)} en voer daarna opnieuw apply uit. Of zet de oude waarde terug op het blad.`,
  ),
  place_of_customer: words("Partner Hub, under the customer", "Partner Hub, bij de klant"),
  place_of_user: words("Control Hub, under Users > the user", "Control Hub, onder Gebruikers > de gebruiker"),
  place_of_calling: words(
    "Control Hub, under Users > the user > Calling",
    "Control Hub, onder Gebruikers > de gebruiker > Bellen",
  ),
  values_not_compared: words(
    ({ columns }: { columns: readonly string[] }, { list }) =>
      `Webex does not return ${list(columns)}, and no completed run has sent this row: ${columns.length === 1 ? "the value was" : "the values were"} left unchanged.`,
    ({ columns }, { list }) =>
      `Webex geeft ${list(columns)} niet terug, en geen voltooide run heeft deze rij verstuurd: ${columns.length === 1 ? "de waarde is" : "de waarden zijn"} ongewijzigd gelaten.`,
  ),
  compare_once: words(
    "Compare it once in Partner Hub. From now on, changes to the cell are sent.",
    "Vergelijk het één keer in Partner Hub. Vanaf nu worden wijzigingen van de cel verstuurd.",
  ),
  check_user_in_hub: words("Check the user in Control Hub.", "Controleer de gebruiker in Control Hub."),
  administrator_downgraded: words(
    ({ wanted, current }: { wanted: string; current: string }) =>
      `Webex does not lower the package of a full administrator: this person has ${current}, and ${wanted} is below it.`,
    ({ wanted, current }) =>
      `Webex verlaagt het pakket van een volledige beheerder niet: deze persoon heeft ${current}, en ${wanted} is lager.`,
  ),
  keep_package_or_remove_role: words(
    ({ current }: { current: string }) => `Write ${current}, or first remove the person's role in Control Hub.`,
    ({ current }) => `Vul ${current} in, of verwijder eerst de rol van deze persoon in Control Hub.`,
  ),
  no_api_for_templates: words(
    ({ template }: { template: string }) =>
      `The API cannot create templates, and the provisioning ID of "${template}" is not known.`,
    ({ template }) => `De API kan geen sjablonen maken, en de inrichtings-id van "${template}" is niet bekend.`,
  ),
  make_template_by_checklist: onPage(
    words(
      ({ steps, command }: { steps: Steps; command: string }, saying) =>
        `Create it in Partner Hub (${describeSteps(steps, saying)}), then: ${command}, and retry. Or fill in the column provisioning_id.`,
      ({ steps, command }, saying) =>
        `Maak het in Partner Hub (${describeSteps(steps, saying)}) en voer daarna uit: ${command}, en retry. Of vul de kolom provisioning_id in.`,
    ),
    words(
      ({ steps }, saying) =>
        `Create it in Partner Hub (${describeSteps(steps, saying)}), and write its provisioning ID in the column provisioning_id.`,
      ({ steps }, saying) =>
        `Maak het in Partner Hub (${describeSteps(steps, saying)}), en zet de inrichtings-id in de kolom provisioning_id.`,
    ),
  ),
  template_changed: words(
    ({ template, steps }: { template: string; steps: Steps }, saying) =>
      `The API cannot change the onboarding template "${template}", and the sheet has changed: ${describeSteps(steps, saying)}.`,
    ({ template, steps }, saying) =>
      `De API kan het onboardingssjabloon "${template}" niet wijzigen, en het blad is gewijzigd: ${describeSteps(steps, saying)}.`,
  ),
  change_template_in_hub: words(
    ({ template }: { template: string }) =>
      `Change it in Partner Hub > Customers > Onboarding templates > ${template}. It then applies to new customers only.`,
    ({ template }) =>
      `Wijzig het in Partner Hub > Klanten > Onboardingssjablonen > ${template}. Het geldt daarna alleen voor nieuwe klanten.`,
  ),

  organization_attached: words(
    ({ orgId }: { orgId: string }) => `The organization ${orgId} exists and becomes a wholesale customer.`,
    ({ orgId }) => `De organisatie ${orgId} bestaat en wordt een wholesale-klant.`,
  ),
  preconditions_of_attaching: words(
    'The template must allow existing organizations (the switch "Allow admin-invite emails when attaching to existing orgs"). With 100 users or more, or with claimed domains, the owner of the organization must approve. Afterwards you may only be its Provisioning Admin.',
    'Het sjabloon moet bestaande organisaties toestaan (de schakelaar "Allow admin-invite emails when attaching to existing orgs"). Vanaf 100 gebruikers, of met geclaimde domeinen, moet de eigenaar van de organisatie akkoord geven. Daarna bent u er mogelijk alleen inrichtingsbeheerder.',
  ),
  exists_under_other_id: words(
    ({ customer, other, by }: TakenOver) =>
      `The customer ${customer} exists at Webex ${other ? `under the external ID ${other}` : "without an external ID"}: ${foundInEnglish[by]}.`,
    ({ customer, other, by }) =>
      `De klant ${customer} bestaat bij Webex ${other ? `onder de externe id ${other}` : "zonder externe id"}: ${foundInDutch[by]}.`,
  ),
  adopt_or_write_its_id: onPage(
    words(
      ({ other }: { other: string }) =>
        other
          ? `If it is the same company, add --adopt to give it this external ID, or write ${other} in the sheet.`
          : "If it is the same company, add --adopt to give it this external ID.",
      ({ other }) =>
        other
          ? `Is het hetzelfde bedrijf, voeg dan --adopt toe om het deze externe id te geven, of vul op het blad ${other} in.`
          : "Is het hetzelfde bedrijf, voeg dan --adopt toe om het deze externe id te geven.",
    ),
    words(
      ({ other }) =>
        `If it is the same company, choose "Take them over" in the plan, which gives it this external ID${other ? `, or write ${other} in the sheet` : ""}.`,
      ({ other }) =>
        `Is het hetzelfde bedrijf, kies dan "Overnemen" bij het plan: het krijgt dan deze externe id.${other ? ` Of vul op het blad ${other} in.` : ""}`,
    ),
  ),
  one_id_in_all_rows: onPage(
    words(
      ({ customer, other }: { customer: string; other: string }) =>
        `Other rows of the batch are about ${other}: write ${customer} in all of them and add --adopt, or ${other} in this one too.`,
      ({ customer, other }) =>
        `Andere rijen van de batch gaan over ${other}: vul in alle rijen ${customer} in en voeg --adopt toe, of vul ook hier ${other} in.`,
    ),
    words(
      ({ customer, other }) =>
        `Other rows of the batch are about ${other}: write ${customer} in all of them and choose "Take them over" in the plan, or write ${other} in this one too.`,
      ({ customer, other }) =>
        `Andere rijen van de batch gaan over ${other}: vul in alle rijen ${customer} in en kies "Overnemen" bij het plan, of vul ook hier ${other} in.`,
    ),
  ),
  customer_gone: words(
    ({ customer }: Customer) =>
      `The customer ${customer} was removed at Webex after it was first looked up: nothing is sent for it.`,
    ({ customer }) =>
      `De klant ${customer} is bij Webex verwijderd nadat die is opgezocht: er wordt niets voor verstuurd.`,
  ),
  ask_who_removed: words(
    "Ask who removed it. If it should exist, apply again: it is created again.",
    "Vraag na wie de klant heeft verwijderd. Moet die bestaan, voer dan opnieuw apply uit: de klant wordt opnieuw aangemaakt.",
  ),
  customer_being_deleted: words(
    ({ customer }: Customer) =>
      `Webex is deleting the customer ${customer} with everything in it: nothing is sent for it.`,
    ({ customer }) => `Webex verwijdert de klant ${customer} met alles erin: er wordt niets voor verstuurd.`,
  ),
  ask_who_removed_and_wait: words(
    "Ask who removed it. If it should exist, apply again once it is gone: it is created again.",
    "Vraag na wie de klant heeft verwijderd. Moet de klant wel bestaan, voer apply dan opnieuw uit zodra die weg is: de klant wordt opnieuw aangemaakt.",
  ),

  no_announcements_in: words(
    ({ language }: { language: string }) => `Webex Calling has no announcements in ${language}.`,
    ({ language }) => `Webex Calling heeft geen aankondigingen in ${language}.`,
  ),
  no_announcements_of_head_office: words(
    ({ language }: { language: string }) =>
      `Webex Calling has no announcements in ${language}, and the head office uses hq_language for them.`,
    ({ language }) =>
      `Webex Calling heeft geen aankondigingen in ${language}, en het hoofdkantoor gebruikt daarvoor hq_language.`,
  ),
  write_language_of_kin: words(
    ({ languages, column }: Column & { languages: readonly string[] }, { choice }) =>
      `Write ${choice(languages)} in ${column}.`,
    ({ languages, column }, { choice }) => `Vul ${choice(languages)} in bij ${column}.`,
  ),
  write_other_language: words(
    ({ languages, column }: Column & { languages: readonly string[] }, { list }) =>
      `Write another language in ${column}: ${list(languages)}.`,
    ({ languages, column }, { list }) => `Vul een andere taal in bij ${column}: ${list(languages)}.`,
  ),
  language_may_stay: words(
    ({ hint }: { hint: StoredText }, { say }) => `${say(hint)} The language of the location may stay.`,
    ({ hint }, { say }) => `${say(hint)} De taal van de locatie mag blijven.`,
  ),

  prechecked: words(
    ({ message }: { message: StoredText }, { say }) => `Webex precheck: ${say(message)}`,
    ({ message }, { say }) => `Voorcontrole van Webex: ${say(message)}`,
  ),
  correct_before_sending: words(
    "Correct the row: Webex would also refuse it when it is sent.",
    "Corrigeer de rij: Webex zou die bij het versturen ook weigeren.",
  ),
  precheck_unavailable: words(
    ({ message }: { message: StoredText }, { say }) =>
      `Webex precheck: not available to this partner, so no rows were prechecked (${say(message)}).`,
    ({ message }, { say }) =>
      `Voorcontrole van Webex: niet beschikbaar voor deze partner; er zijn dus geen rijen vooraf gecontroleerd (${say(message)}).`,
  ),
  precheck_unanswered: words(
    ({ count: rows, message }: { count: number; message: StoredText }, { say, count }) =>
      `Webex precheck: no answer for ${count(rows, "row", "rows")} (${say(message)}).`,
    ({ count: rows, message }, { say, count }) =>
      `Voorcontrole van Webex: geen antwoord voor ${count(rows, "rij", "rijen")} (${say(message)}).`,
  ),

  target_unreadable: words(
    ({ message, trackingId }: { message: StoredText; trackingId?: string }, { say }) =>
      `The existing objects at the target cannot be read: ${say(message)}${trackingId ? ` (tracking ID ${trackingId})` : ""}`,
    ({ message, trackingId }, { say }) =>
      `De bestaande gegevens bij het doel kunnen niet worden gelezen: ${say(message)}${trackingId ? ` (tracking-id ${trackingId})` : ""}`,
  ),
  check_token: onPage(
    words(
      "Check the access token: wholesale-import auth check.",
      "Controleer het toegangstoken: wholesale-import auth check.",
    ),
    words(
      "Ask whoever started the page to check the access token: wholesale-import auth check.",
      "Vraag wie de pagina heeft gestart om het toegangstoken te controleren: wholesale-import auth check.",
    ),
  ),
  nothing_changed_try_later: words(
    "Nothing was changed. Try again later; what was planned already is kept.",
    "Er is niets gewijzigd. Probeer het later opnieuw; wat al is gepland, blijft bewaard.",
  ),
  customers_left_out: words(
    ({ flags, chosen, leftOut }: { flags: readonly string[]; chosen: number; leftOut: number }, { count, list }) =>
      `${list(flags)}: this run covers ${count(chosen, "customer", "customers")}; ${count(leftOut, "other", "others")} in the batch ${leftOut === 1 ? "was" : "were"} left out.`,
    ({ flags, chosen, leftOut }, { count, list }) =>
      `${list(flags)}: deze run behandelt ${count(chosen, "klant", "klanten")}; ${count(leftOut, "andere", "andere")} in de batch ${leftOut === 1 ? "is" : "zijn"} overgeslagen.`,
  ),
  only_names_unknown_customer: words(
    ({ customer }: Customer) => `--only names the customer ${customer}, which is not in the batch.`,
    ({ customer }) => `--only noemt de klant ${customer}, die niet in de batch staat.`,
  ),
  write_external_id_of_sheet: words(
    "Write an external_id from the customers sheet.",
    "Geef een external_id van het blad customers op.",
  ),

  plan_missing: words(
    ({ path }: { path: string }) => `There is no plan at ${path}.`,
    ({ path }) => `Er is geen plan in ${path}.`,
  ),
  make_plan: words(
    "Make one: wholesale-import plan <input> --out plan.json.",
    "Maak er een: wholesale-import plan <invoer> --out plan.json.",
  ),
  not_a_plan: words(
    ({ path, part, reason }: { path: string; part: string; reason: string }) =>
      `${path} is not a plan of this program${part === "" ? "" : ` (${part})`}: ${reason}.`,
    ({ path, part, reason }) => `${path} is geen plan van dit programma${part === "" ? "" : ` (${part})`}: ${reason}.`,
  ),
  make_plan_again: words(
    "Make it again: wholesale-import plan <input> --out plan.json.",
    "Maak het opnieuw: wholesale-import plan <invoer> --out plan.json.",
  ),
  plan_outdated: words(
    ({ count: rows, at }: { count: number; at: string }, { count }) =>
      `${count(rows, "row differs", "rows differ")} from the plan of ${at} UTC; nothing was sent`,
    ({ count: rows, at }, { count }) =>
      `${count(rows, "rij wijkt", "rijen wijken")} af van het plan van ${at} UTC; er is niets verstuurd`,
  ),
  row_moved: words(
    ({ row, what }: { row: string; what: StoredText }, { say }) => `${row}  ${say(what)}`,
    ({ row, what }, { say }) => `${row}  ${say(what)}`,
  ),
  and_more: words(
    ({ count }: { count: number }, { number }) => `and ${number(count)} more`,
    ({ count }, { number }) => `en nog ${number(count)}`,
  ),
  row_gone: words("the row is gone", "de rij is weg"),
  row_new: words("the row is new", "de rij is nieuw"),
  row_planned_otherwise: words(
    ({ before, after, reason }: { before: StoredText; after: StoredText; reason?: StoredText }, { say }) =>
      `was: ${say(before)}, now: ${say(after)}${reason ? ` (${say(reason)})` : ""}`,
    ({ before, after, reason }, { say }) =>
      `was: ${say(before)}, nu: ${say(after)}${reason ? ` (${say(reason)})` : ""}`,
  ),
  action_create: words("create", "aanmaken"),
  action_update: words("update", "wijzigen"),
  action_none: words("unchanged", "ongewijzigd"),
  action_delete: words("delete", "verwijderen"),
  action_refused: words("refused", "geweigerd"),
  fields_changed: words(
    ({ changes }: { changes: readonly Change[] }, speak) => describeArrows(changes, speak),
    ({ changes }, speak) => describeArrows(changes, speak),
  ),
  request_changed: words("the request has changed", "het verzoek is gewijzigd"),
};

function describeChanges(changes: readonly Change[], { language, list }: Saying): string {
  const [blank, from, to] = language === "en" ? ["blank", "from", "to"] : ["leeg", "van", "naar"];
  return list(changes.map(({ field, before, after }) => `${field} ${from} ${before || blank} ${to} ${after || blank}`));
}

function describeArrows(changes: readonly Change[], { language }: Saying): string {
  const blank = language === "en" ? "blank" : "leeg";
  return changes.map(({ field, before, after }) => `${field} ${before || blank} → ${after || blank}`).join(", ");
}

function describeSteps(steps: Steps, { say }: Saying): string {
  return steps.map(({ field, value }) => `${say(field)}: ${say(value)}`).join("; ");
}
