/** What is said of rows whose people are to go, and of what stands against it. */
import { onPage, words } from "./wording.ts";

/** `people`: who have no subscription. `workspaces`: their names. */
type LeftBehind = {
  readonly name: string;
  readonly people: number;
  readonly workspaces?: readonly string[];
  readonly locations: number;
  readonly numbers: number;
};

/** As many names as one reads. */
const mostNames = 3;

function someWorkspaces(names: readonly string[], counted: string): readonly string[] {
  const some = names.filter(Boolean).slice(0, mostNames);
  if (names.length === 0) return [];
  const more = names.length > some.length ? [...some, "..."] : some;
  return [some.length > 0 ? `${counted} (${more.join(", ")})` : counted];
}

export const removalTexts = {
  action_unknown: words(
    ({ value }: { value: string }) => `"${value}" is not an action.`,
    ({ value }) => `"${value}" is geen actie.`,
  ),
  write_keep_or_remove: words(
    "To remove what the row describes, write remove (or delete, cancel, offboard). Otherwise leave the cell blank.",
    "Vul remove in (of verwijderen, opzeggen) om te verwijderen wat de rij beschrijft. Laat de cel anders leeg.",
  ),
  admin_address_stays: words(
    ({ email }: { email: string }) =>
      `${email} is the address of the customer's administrator, which cannot be removed as long as the customer exists.`,
    ({ email }) => `${email} is het adres van de beheerder van de klant; dat kan niet weg zolang de klant bestaat.`,
  ),
  last_admin_stays: words(
    ({ email }: { email: string }) => `${email} is the customer's last full administrator and is not removed.`,
    ({ email }) => `${email} is de laatste volledige beheerder van de klant en wordt niet verwijderd.`,
  ),
  admin_leaves_first: words(
    ({ email, row }: { email: string; row: string }) =>
      `This run removes ${email} from another customer (${row}). A Webex account belongs to one organization, so this customer can only be created afterwards.`,
    ({ email, row }) =>
      `Deze run verwijdert ${email} bij een andere klant (${row}). Een Webex-account hoort bij één organisatie; deze klant kan pas daarna worden aangemaakt.`,
  ),
  retry_when_admin_has_left: onPage(
    words(
      "When this run has removed the user: wholesale-import retry. Or give the customer another admin_email.",
      "Zodra deze run de gebruiker heeft verwijderd: wholesale-import retry. Of geef de klant een ander admin_email.",
    ),
    words(
      'When this run has removed the user, choose "Correct failed rows" in the review and run again. Or give the customer another admin_email.',
      'Kies bij het resultaat "Mislukte rijen corrigeren" zodra deze run de gebruiker heeft verwijderd, en voer opnieuw uit. Of geef de klant een ander admin_email.',
    ),
  ),
  remove_in_control_hub: words(
    "To remove this person anyway, first change the administrator in Partner Hub. Otherwise delete the row.",
    "Moet deze persoon toch weg, wijzig dan eerst de beheerder in Partner Hub. Haal anders de rij weg.",
  ),
  give_role_to_other_first: words(
    "Give full_admin to somebody else of the customer first, then apply again.",
    "Geef eerst full_admin aan iemand anders van de klant en voer daarna apply opnieuw uit.",
  ),
  number_still_held: words(
    ({ number }: { number: string }) => `Webex still shows ${number} with the user who was removed.`,
    ({ number }) => `Webex toont ${number} nog bij de verwijderde gebruiker.`,
  ),
  lost_for_ever: words(
    ({ email }: { email: string }) =>
      `${email} can be created again, but voice messages, personal settings, devices and memberships of groups do not come back.`,
    ({ email }) =>
      `${email} kan opnieuw worden aangemaakt, maar voicemailberichten, persoonlijke instellingen, toestellen en groepslidmaatschappen komen niet terug.`,
  ),
  set_up_again: words("Set them up again in Control Hub.", "Stel ze opnieuw in via Control Hub."),
  too_many_removals: words(
    ({ removals, most }: { removals: number; most: number }) =>
      `${removals} users would be removed, more than --max-removals ${most}; nothing was sent (removals_not_confirmed)`,
    ({ removals, most }) =>
      `er zouden ${removals} gebruikers worden verwijderd, meer dan --max-removals ${most}; er is niets verstuurd (removals_not_confirmed)`,
  ),
  removals_unconfirmed: words(
    ({ removals }: { removals: number }) =>
      `${removals} users would be removed, and that number was not confirmed; nothing was sent (removals_not_confirmed). If it is right, add --max-removals ${removals}`,
    ({ removals }) =>
      `er zouden ${removals} gebruikers worden verwijderd en dat aantal is niet bevestigd; er is niets verstuurd (removals_not_confirmed). Klopt het, voeg dan --max-removals ${removals} toe`,
  ),
  large_removal: words(
    ({ removals, users, customer }: { removals: number; users: number; customer: string }) =>
      `${removals} of the ${users} users of ${customer} would be removed, more than a fifth; nothing was sent (removals_not_confirmed). If it is right, add --max-removals ${removals}`,
    ({ removals, users, customer }) =>
      `${removals} van de ${users} gebruikers van ${customer} zouden worden verwijderd, meer dan een vijfde; er is niets verstuurd (removals_not_confirmed). Klopt het, voeg dan --max-removals ${removals} toe`,
  ),
  customer_removal_not_allowed: words(
    ({ name, users }: { name: string; users: number }, { count }) =>
      `The row would remove the customer ${name} with ${count(users, "user", "users")}, and that was not allowed.`,
    ({ name, users }, { count }) =>
      `De rij zou de klant ${name} met ${count(users, "gebruiker", "gebruikers")} verwijderen, en dat is niet toegestaan.`,
  ),
  allow_customer_removals: onPage(
    words(
      "To remove the customer, add --allow-customer-removals. Otherwise clear the cell.",
      "Moet de klant weg, voeg dan --allow-customer-removals toe. Maak de cel anders leeg.",
    ),
    words(
      'To remove the customer, choose "Allow removing customers" in the plan. Otherwise clear the cell.',
      'Moet de klant weg, kies dan "Verwijderen van klanten toestaan" bij het plan. Maak de cel anders leeg.',
    ),
  ),
  customer_leaves: words(
    ({ customer }: { customer: string }) => `Another row of this batch removes the customer ${customer}.`,
    ({ customer }) => `Een andere rij van deze batch verwijdert de klant ${customer}.`,
  ),
  take_row_out_or_keep_customer: words(
    "Take this row out, or clear the cell action of the customer.",
    "Haal deze rij weg, of maak de cel action van de klant leeg.",
  ),
  organization_stays: words(
    ({ name, people, locations, numbers, workspaces = [] }: LeftBehind, { count, list }) =>
      `The organization ${name} stays at Webex, with ${list([
        count(people, "person without a subscription", "people without a subscription"),
        ...someWorkspaces(workspaces, count(workspaces.length, "workspace", "workspaces")),
        count(locations, "location", "locations"),
        count(numbers, "number", "numbers"),
      ])}.`,
    ({ name, people, locations, numbers, workspaces = [] }, { count, list }) =>
      `De organisatie ${name} blijft bij Webex, met ${list([
        count(people, "persoon zonder abonnement", "personen zonder abonnement"),
        ...someWorkspaces(workspaces, count(workspaces.length, "werkruimte", "werkruimten")),
        count(locations, "locatie", "locaties"),
        count(numbers, "nummer", "nummers"),
      ])}.`,
  ),
  release_or_delete_organization: onPage(
    words(
      "You may lose access to it once it is no longer a customer. First release its numbers in Control Hub, or add --delete-organizations.",
      "U kunt de toegang verliezen zodra het geen klant meer is. Geef de nummers eerst vrij in Control Hub, of voeg --delete-organizations toe.",
    ),
    words(
      "You may lose access to it once it is no longer a customer. First release its numbers in Control Hub. On the command line, --delete-organizations deletes it.",
      "U kunt de toegang verliezen zodra het geen klant meer is. Geef de nummers eerst vrij in Control Hub. Op de opdrachtregel verwijdert --delete-organizations de organisatie.",
    ),
  ),
  delete_workspaces_first: onPage(
    words(
      "The workspaces lose their licenses, and you may lose access to the organization once it is no longer a customer. First delete them and release its numbers in Control Hub, or add --delete-organizations.",
      "De werkruimten verliezen hun licenties, en u kunt de toegang tot de organisatie verliezen zodra het geen klant meer is. Verwijder ze en geef de nummers vrij in Control Hub, of voeg --delete-organizations toe.",
    ),
    words(
      "The workspaces lose their licenses, and you may lose access to the organization once it is no longer a customer. First delete them and release its numbers in Control Hub. On the command line, --delete-organizations deletes it.",
      "De werkruimten verliezen hun licenties, en u kunt de toegang tot de organisatie verliezen zodra het geen klant meer is. Verwijder ze en geef de nummers eerst vrij in Control Hub. Op de opdrachtregel verwijdert --delete-organizations de organisatie.",
    ),
  ),
  departures_kept: words(
    ({ customers, path }: { customers: number; path: string }, { count }) =>
      `the contents of ${count(customers, "customer", "customers")} to be removed were saved to ${path}`,
    ({ customers, path }, { count }) =>
      `de gegevens van ${count(customers, "te verwijderen klant", "te verwijderen klanten")} zijn bewaard in ${path}`,
  ),
  organization_is_deleted: words(
    ({ customer }: { customer: string }) =>
      `The organization of ${customer} was deleted with everything in it and cannot be restored.`,
    ({ customer }) => `De organisatie van ${customer} is verwijderd met alles erin en kan niet worden hersteld.`,
  ),
  template_is_unknown: words(
    ({ customer }: { customer: string }) =>
      `${customer} cannot become a customer again: the provisioning ID of its template is unknown here.`,
    ({ customer }) =>
      `${customer} kan niet opnieuw klant worden: de inrichtings-id van het sjabloon is hier niet bekend.`,
  ),
  apply_what_was_kept: words(
    "Its rows stand in removed-customers/batch.xlsx in the folder of that run: fill in the template, and apply them.",
    "De rijen staan in removed-customers/batch.xlsx in de map van die run: vul het sjabloon in en voer er apply op uit.",
  ),
  user_went_with_customer: words(
    ({ email }: { email: string }) => `${email} was removed with the customer, and cannot come back without it.`,
    ({ email }) => `${email} is met de klant verwijderd en kan zonder die klant niet terugkomen.`,
  ),
  customer_comes_back_bare: words(
    ({ customer }: { customer: string }) =>
      `${customer} becomes a customer again with its packages and users, but its quantities and what was set in Control Hub may differ.`,
    ({ customer }) =>
      `${customer} wordt weer klant met pakketten en gebruikers, maar de aantallen en wat in Control Hub was ingesteld kunnen afwijken.`,
  ),
  compare_with_what_was_kept: words(
    "Compare with removed-customers/batch.xlsx in the folder of the run that removed it.",
    "Vergelijk met removed-customers/batch.xlsx in de map van de run die de klant heeft verwijderd.",
  ),
  had_no_external_id: words(
    ({ customer }: { customer: string }) =>
      `The customer had no external ID before, and ${customer} cannot be removed.`,
    ({ customer }) => `De klant had eerder geen externe id; ${customer} kan niet worden weggehaald.`,
  ),
  leave_it_or_clear_it: words(
    "Leave it, or give the customer another one with a row and --adopt.",
    "Laat die staan, of geef een andere externe id met een rij en --adopt.",
  ),
  type_customers: words(
    ({ customers }: { customers: number }, { count }) =>
      `${count(customers, "customer", "customers")} will be removed. Type that number to continue: `,
    ({ customers }, { count }) =>
      `${customers === 1 ? "Er wordt" : "Er worden"} ${count(customers, "klant", "klanten")} verwijderd. Typ dat aantal om door te gaan: `,
  ),
  customers_unconfirmed: words(
    ({ customers }: { customers: number }, { count }) =>
      `${count(customers, "customer", "customers")} would be removed, and another number was typed; nothing was sent (removals_not_confirmed)`,
    ({ customers }, { count }) =>
      `${customers === 1 ? "er zou" : "er zouden"} ${count(customers, "klant", "klanten")} worden verwijderd en er is een ander aantal getypt; er is niets verstuurd (removals_not_confirmed)`,
  ),
  type_removals: words(
    ({ removals }: { removals: number }) => `${removals} users will be removed. Type that number to continue: `,
    ({ removals }) => `Er worden ${removals} gebruikers verwijderd. Typ dat aantal om door te gaan: `,
  ),
} as const;
