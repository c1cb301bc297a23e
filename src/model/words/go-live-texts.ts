/** Messages about the day something goes live: when numbers are activated, and when activation mails go out. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Numbers = { readonly numbers: readonly string[] };
type Day = { readonly day: string };
type Mailed = {
  readonly customer: string;
  readonly sent: number;
  readonly failed: number;
  readonly reason: StoredText;
};

export const goLiveTexts = {
  not_a_day: words(
    ({ value }: { value: string }) => `"${value}" is not written as year-month-day.`,
    ({ value }) => `"${value}" is niet geschreven als jaar-maand-dag.`,
  ),
  no_such_day: words(
    ({ value }: { value: string }) => `The calendar has no ${value}.`,
    ({ value }) => `De kalender heeft geen ${value}.`,
  ),
  write_day: words("Write year, month and day, such as 2026-12-05.", "Vul jaar, maand en dag in, zoals 2026-12-05."),
  write_one_of_days: words(
    ({ days }: { days: readonly string[] }, { choice }) => `Write ${choice(days)}.`,
    ({ days }, { choice }) => `Vul ${choice(days)} in.`,
  ),
  active_and_never: words(
    ({ column }: { column: string }) => `${column} is active, but the day is never: the numbers would stay inactive.`,
    ({ column }) => `${column} is active, maar de dag is never: de nummers zouden inactief blijven.`,
  ),
  active_before_day: words(
    ({ column, day }: { column: string } & Day) => `${column} is active, but until ${day} the numbers stay inactive.`,
    ({ column, day }) => `${column} is active, maar tot ${day} blijven de nummers inactief.`,
  ),
  clear_one_of_both: words(
    ({ column, other }: { column: string; other: string }) => `Clear ${column} or ${other}.`,
    ({ column, other }) => `Maak ${column} of ${other} leeg.`,
  ),
  day_far_ahead: words(
    ({ day }: Day) => `${day} is more than a year ahead: until then the numbers do not ring.`,
    ({ day }) => `${day} is meer dan een jaar weg: tot dan gaan de nummers niet over.`,
  ),
  welcome_far_ahead: words(
    ({ day }: Day) => `${day} is more than a year ahead: until then nobody gets an activation email.`,
    ({ day }) => `${day} is meer dan een jaar weg: tot dan krijgt niemand een activeringsmail.`,
  ),
  check_year: words("Check the year.", "Controleer het jaar."),
  numbers_active_already: words(
    ({ numbers }: Numbers, { count }) =>
      `${count(numbers.length, "number is", "numbers are")} active already: ${some(numbers)}. Numbers are never deactivated by a row.`,
    ({ numbers }, { count }) =>
      `${count(numbers.length, "nummer is", "nummers zijn")} al actief: ${some(numbers)}. Een rij deactiveert nooit nummers.`,
  ),
  deactivate_in_control_hub: words(
    "To deactivate them, use Control Hub; only unassigned numbers can be deactivated.",
    "Deactiveren kan in Control Hub, en alleen bij nummers die aan niemand zijn toegewezen.",
  ),
  provider_activates: words(
    ({ location, type }: { location: string; type: string }) =>
      `The numbers of ${location} are managed by its PSTN provider (${type}), which also activates them: the API cannot.`,
    ({ location, type }) =>
      `De nummers van ${location} worden beheerd door de PSTN-provider (${type}), die ze ook activeert: via de API kan dat niet.`,
  ),
  clear_day_and_order: words(
    "Clear numbers_state and activate_on, and agree on the day with the provider.",
    "Maak numbers_state en activate_on leeg en spreek de dag af met de provider.",
  ),
  numbers_still_inactive: words(
    ({ numbers }: Numbers, { count }) =>
      `Webex accepted the activation, but ${count(numbers.length, "number is", "numbers are")} still inactive: ${some(numbers)}.`,
    ({ numbers }, { count }) =>
      `Webex heeft de activering geaccepteerd, maar ${count(numbers.length, "nummer is", "nummers zijn")} nog inactief: ${some(numbers)}.`,
  ),
  number_still_inactive: words("This number is still inactive.", "Dit nummer is nog inactief."),
  numbers_not_there: words(
    ({ numbers, location }: Numbers & { location: string }, { count }) =>
      `${count(numbers.length, "number", "numbers")} of the sheet ${numbers.length === 1 ? "is" : "are"} no longer at ${location}, so not activated: ${some(numbers)}.`,
    ({ numbers, location }, { count }) =>
      `${count(numbers.length, "nummer", "nummers")} van het blad ${numbers.length === 1 ? "staat" : "staan"} niet meer op ${location} en ${numbers.length === 1 ? "is" : "zijn"} niet geactiveerd: ${some(numbers)}.`,
  ),
  add_numbers_again: words(
    "If they belong there, apply the row again.",
    "Horen ze daar wel, voer de rij dan opnieuw uit met apply.",
  ),
  next_night_tries_again: words(
    "The next night tries again. To see why, look at the numbers in Control Hub.",
    "De volgende nacht probeert het opnieuw. Bekijk de nummers in Control Hub om te zien waarom.",
  ),
  due_in_days: words(
    ({ days }: { days: number }, { count }) =>
      days === 0 ? "today" : days > 0 ? `in ${count(days, "day", "days")}` : `${count(-days, "day", "days")} overdue`,
    ({ days }, { count }) =>
      days === 0
        ? "vandaag"
        : days > 0
          ? `over ${count(days, "dag", "dagen")}`
          : `${count(-days, "dag", "dagen")} te laat`,
  ),
  due_what: words(
    ({ kind, name, numbers }: { kind: "numbers" | "welcome"; name: string; numbers: number }, { count }) =>
      kind === "welcome" ? "activation emails" : `${name}: ${count(numbers, "number", "numbers")}`,
    ({ kind, name, numbers }, { count }) =>
      kind === "welcome" ? "activeringsmails" : `${name}: ${count(numbers, "nummer", "nummers")}`,
  ),
  due_customer_nowhere: words(
    ({ customer }: { customer: string }) =>
      `Webex has no customer ${customer}, or it has no organization yet: what is due there today cannot be done.`,
    ({ customer }) =>
      `Webex heeft geen klant ${customer}, of die heeft nog geen organisatie: wat daar vandaag gepland staat, kan niet worden uitgevoerd.`,
  ),
  due_location_nowhere: words(
    ({ location, customer }: { location: string; customer: string }) =>
      `${customer} has no location "${location}" at Webex any more: its numbers cannot be activated.`,
    ({ location, customer }) =>
      `${customer} heeft bij Webex geen locatie "${location}" meer: de nummers kunnen niet worden geactiveerd.`,
  ),
  drop_day_or_wait: words(
    "The next night tries again. If it is gone for good, apply its row with never as the day or remove as the action.",
    "De volgende nacht probeert het opnieuw. Komt het niet terug, voer de rij dan uit met never als dag, of met remove in action.",
  ),
  welcome_sent_or_unknown: words(
    ({ customer }: { customer: string }) =>
      `Webex may or may not have sent the activation emails of ${customer}: its answer was lost, and there is no way to check. They are not sent again.`,
    ({ customer }) =>
      `Onbekend is of Webex de activeringsmails van ${customer} heeft verstuurd: het antwoord ging verloren en is nergens op te vragen. Ze worden niet opnieuw verstuurd.`,
  ),
  ask_people_about_mail: words(
    "Ask one of the users. If nothing arrived, resend the emails in Control Hub, or write another day in welcome_on.",
    "Vraag het aan een van de gebruikers. Is er niets aangekomen, verstuur de mails dan opnieuw in Control Hub of vul een andere dag in bij welcome_on.",
  ),
  welcome_suppressed: words(
    ({ customer }: { customer: string }) =>
      `The organization of ${customer} does not send activation emails (allow-admin-invite-emails is off).`,
    ({ customer }) =>
      `De organisatie van ${customer} verstuurt geen activeringsmails (allow-admin-invite-emails staat uit).`,
  ),
  allow_invite_emails: words(
    "Write yes in invite_emails of the template, or allow them in Control Hub; the next night tries again.",
    "Vul ja in bij invite_emails van het sjabloon, of sta ze toe in Control Hub; de volgende nacht probeert het opnieuw.",
  ),
  welcome_not_to_all: words(
    ({ customer, sent, failed, reason }: Mailed, { number, say }) =>
      `Activation emails of ${customer}: ${number(sent)} sent, ${number(failed)} not sent. ${say(reason)}`,
    ({ customer, sent, failed, reason }, { number, say }) =>
      `Activeringsmails van ${customer}: ${number(sent)} verstuurd, ${number(failed)} niet verstuurd. ${say(reason)}`,
  ),
  send_rest_by_hand: words(
    "Resend them in Control Hub: Users, the person, Resend invitation.",
    "Verstuur ze opnieuw in Control Hub: Gebruikers, de persoon, Uitnodiging opnieuw verzenden.",
  ),
  reminder_sent_or_unknown: words(
    ({ email }: { email: string }) =>
      `Whether Webex has sent the consent email to ${email} again is not known: its answer was lost, and it can be asked nowhere. It is not sent again by itself.`,
    ({ email }) =>
      `Of Webex de toestemmingsmail opnieuw aan ${email} heeft verstuurd is niet bekend: het antwoord ging verloren en is nergens op te vragen. Hij wordt niet vanzelf nog eens verstuurd.`,
  ),
  ask_person_about_mail: words(
    "Ask the person. If nothing came, send it once more after a day: wholesale-import remind <run-id>.",
    "Vraag het de persoon. Is er niets gekomen, verstuur hem dan na een dag nog eens: wholesale-import remind <run-id>.",
  ),
  reminded_user_gone: words(
    ({ email }: { email: string }) => `Webex has no user ${email} any more who could consent.`,
    ({ email }) => `Webex heeft geen gebruiker ${email} meer die kan instemmen.`,
  ),
  apply_user_again: words(
    "If this person should have an account, apply the user's row again.",
    "Moet deze persoon een account hebben, voer de rij van de gebruiker dan opnieuw uit.",
  ),
  nothing_to_remind: words(
    ({ runId }: { runId: string }) => `Nobody has to be reminded: no user of the run ${runId} still waits for consent.`,
    ({ runId }) => `Niemand hoeft te worden herinnerd: geen gebruiker van de run ${runId} wacht nog op toestemming.`,
  ),
  reminded_lately: words(
    ({ people }: { people: number }, { count }) =>
      `${count(people, "person is", "people are")} left out: the email was sent again within the last 24 hours`,
    ({ people }, { count }) =>
      `${count(people, "persoon is", "mensen zijn")} overgeslagen: de e-mail is in de laatste 24 uur al opnieuw verstuurd`,
  ),
  remind_of_no_users: words(
    ({ runId }: { runId: string }) => `The run ${runId} has no users who could be reminded.`,
    ({ runId }) => `De run ${runId} heeft geen gebruikers die kunnen worden herinnerd.`,
  ),
  name_run_with_users: words(
    "Name the run that has users whose status is pending: wholesale-import runs lists them.",
    "Noem de run waarvan gebruikers status pending hebben: wholesale-import runs geeft de lijst.",
  ),
  undo_of_reminder: words(
    ({ runId }: { runId: string }) => `The run ${runId} sent emails: they cannot be taken back.`,
    ({ runId }) => `De run ${runId} heeft mails verstuurd: die zijn niet terug te draaien.`,
  ),
  run_is_of_reminders: words(
    ({ runId }: { runId: string }) => `The run ${runId} sent emails: it has no rows to correct.`,
    ({ runId }) => `De run ${runId} heeft mails verstuurd: er zijn geen rijen om te corrigeren.`,
  ),
  remind_again: words(
    ({ command }: { command: string }) => `To mail those it did not reach: ${command}.`,
    ({ command }) => `Om te mailen wie hij niet bereikte: ${command}.`,
  ),
  did_activate: words(
    ({ numbers, location }: Numbers & { location: string }, { count }) =>
      `it activated ${count(numbers.length, "number", "numbers")} of ${location} (${some(numbers)})`,
    ({ numbers, location }, { count }) =>
      `hij heeft ${count(numbers.length, "nummer", "nummers")} van ${location} geactiveerd (${some(numbers)})`,
  ),
};

/** A few of them, and the last. */
function some(numbers: readonly string[]): string {
  return numbers.length <= 3 ? numbers.join(", ") : `${numbers[0]} … ${numbers.at(-1)}`;
}
