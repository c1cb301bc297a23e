/** What is said of rows whose people are to go, and of what stands against it. */
import { words } from "./wording.ts";

export const removalTexts = {
  action_unknown: words(
    ({ value }: { value: string }) => `"${value}" is not an action.`,
    ({ value }) => `"${value}" is geen actie.`,
  ),
  write_keep_or_remove: words(
    "Write remove (or delete, cancel, offboard) if the user is to go; otherwise leave the cell blank.",
    "Vul remove in (of verwijderen, opzeggen) als de gebruiker weg moet; laat de cel anders leeg.",
  ),
  admin_address_stays: words(
    ({ email }: { email: string }) =>
      `${email} is the address of the customer's administrator: it is not removed while the customer stays.`,
    ({ email }) => `${email} is het adres van de beheerder van de klant en blijft zolang de klant er is.`,
  ),
  last_admin_stays: words(
    ({ email }: { email: string }) => `${email} is the customer's last full administrator and is not removed.`,
    ({ email }) => `${email} is de laatste volledige beheerder van de klant en wordt niet verwijderd.`,
  ),
  remove_in_control_hub: words(
    "If the person must go all the same, change the administrator in Partner Hub first, or take the row out.",
    "Moet de persoon toch weg, wijzig dan eerst de beheerder in Partner Hub, of haal de rij weg.",
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
      `er zouden ${removals} gebruikers worden verwijderd, meer dan --max-removals ${most}; er is niets verzonden (removals_not_confirmed)`,
  ),
  removals_unconfirmed: words(
    ({ removals }: { removals: number }) =>
      `${removals} users would be removed, and nobody has confirmed that number; nothing was sent (removals_not_confirmed). If it is right, add --max-removals ${removals}`,
    ({ removals }) =>
      `er zouden ${removals} gebruikers worden verwijderd en niemand heeft dat aantal bevestigd; er is niets verzonden (removals_not_confirmed). Klopt het, voeg dan --max-removals ${removals} toe`,
  ),
  large_removal: words(
    ({ removals, users, customer }: { removals: number; users: number; customer: string }) =>
      `${removals} of the ${users} users of ${customer} would be removed, more than a fifth; nothing was sent (removals_not_confirmed). If it is right, add --max-removals ${removals}`,
    ({ removals, users, customer }) =>
      `${removals} van de ${users} gebruikers van ${customer} zouden worden verwijderd, meer dan een vijfde; er is niets verzonden (removals_not_confirmed). Klopt het, voeg dan --max-removals ${removals} toe`,
  ),
  type_removals: words(
    ({ removals }: { removals: number }) => `${removals} users will be removed. Type that number to go on: `,
    ({ removals }) => `Er worden ${removals} gebruikers verwijderd. Typ dat aantal om door te gaan: `,
  ),
} as const;
