/** What became of a row, what it waits for, and what an undo finds, as far as no answer of Webex says it. */

import { describeResource, type NamedResource, stepsIn, type ThingKind } from "./resource-words.ts";
import type { StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type Run = { readonly runId: string };
type At = { readonly at: string };
type Reason = { readonly reason: StoredText };
type Thing = { readonly thing: NamedResource };
type Where = { readonly where: string };

export const outcomeTexts = {
  // a row that is not final
  waits_for_pending: words(
    ({ at }: At) => `Waits for ${at}, which Webex is still working on.`,
    ({ at }) => `Wacht op ${at}; daar is Webex nog mee bezig.`,
  ),
  resume_later: onPage(
    words("Continue later: wholesale-import resume.", "Ga later verder: wholesale-import resume."),
    words('Continue later: choose "Resume" in the run.', 'Ga later verder: kies "Hervatten" bij de uitvoering.'),
  ),
  row_undone: words(
    ({ by }: { by: string }) =>
      `The run was undone by the run ${by} before this row was finished at Webex; see the results of ${by}.`,
    ({ by }) =>
      `De run is teruggedraaid door de run ${by} voordat deze rij bij Webex klaar was; zie de resultaten van ${by}.`,
  ),
  see_report_or_apply: onPage(
    words(
      ({ runId }: Run) => `See wholesale-import report ${runId}. To process the row, apply its sheets again.`,
      ({ runId }) => `Zie wholesale-import report ${runId}. Pas de bladen opnieuw toe om de rij alsnog uit te voeren.`,
    ),
    words(
      ({ runId }) => `See the run ${runId} under Runs. To process the row, upload its sheets again and run them.`,
      ({ runId }) =>
        `Zie de run ${runId} onder Runs. Upload de bladen opnieuw en voer ze uit om de rij alsnog uit te voeren.`,
    ),
  ),
  row_overtaken: words(
    ({ by }: { by: string }) =>
      `The run was interrupted before this row was finished at Webex, and cannot be resumed: the run ${by} has worked on the same target since.`,
    ({ by }) =>
      `De run is onderbroken voordat deze rij bij Webex klaar was, en kan niet worden hervat: de run ${by} heeft sindsdien met hetzelfde doel gewerkt.`,
  ),
  apply_row_again: words(
    "To process the row, apply its sheets again: what exists is found, and nothing is created twice.",
    "Pas de bladen opnieuw toe om de rij alsnog uit te voeren: wat er al is, wordt gevonden, en niets wordt dubbel aangemaakt.",
  ),
  row_stale: words(
    ({ by }: { by: string }) =>
      `This was the state when the run was interrupted; the undo ${by} has since worked on the same customers and may have removed it.`,
    ({ by }) =>
      `Dit was de stand toen de run werd onderbroken; de undo ${by} heeft sindsdien met dezelfde klanten gewerkt en kan het hebben verwijderd.`,
  ),
  row_interrupted: words(
    ({ done, open }: Steps, { list }) =>
      `The run stopped before this row was finished at Webex.${done.length > 0 ? ` Done: ${list(stepsIn(done, "en"))}.` : ""} Still to do: ${list(stepsIn(open, "en"))}.`,
    ({ done, open }, { list }) =>
      `De run stopte voordat deze rij bij Webex klaar was.${done.length > 0 ? ` Gedaan: ${list(stepsIn(done, "nl"))}.` : ""} Nog te doen: ${list(stepsIn(open, "nl"))}.`,
  ),
  resume_it: onPage(
    words("Continue: wholesale-import resume.", "Ga verder: wholesale-import resume."),
    words('Continue: choose "Resume" in the run.', 'Ga verder: kies "Hervatten" bij de uitvoering.'),
  ),
  row_blocked: words(
    ({ at }: At) => `Blocked by ${at}, which has an error.`,
    ({ at }) => `Geblokkeerd door ${at}; daar zit een fout in.`,
  ),
  correct_that_row: words(
    "Correct that row; this one needs no change.",
    "Corrigeer die rij; aan deze hoeft niets te veranderen.",
  ),
  template_id_refused: words(
    ({ at, reason }: At & Reason, { say }) =>
      `Webex refuses the provisioning ID of this template (${at}): ${say(reason)}`,
    ({ at, reason }, { say }) => `Webex weigert de inrichtings-id van dit sjabloon (${at}): ${say(reason)}`,
  ),
  row_taken_over: words(
    ({ runId, at, isSame }: Run & At & { isSame: boolean }) =>
      `The run ${runId} has processed this row (${at} there)${isSame ? "" : ", with other values"}; nothing more was sent for it here.`,
    ({ runId, at, isSame }) =>
      `De run ${runId} heeft deze rij verwerkt (daar ${at})${isSame ? "" : ", met andere waarden"}; hier is er niets meer voor verstuurd.`,
  ),

  // what an engine meets
  not_seen_yet: words(
    ({ thing }: Thing) => `${capital(describeResource(thing, "en"))} may have been created, but does not show yet.`,
    ({ thing }) => `${capital(describeResource(thing, "nl"))} is misschien aangemaakt, maar nog niet te zien.`,
  ),
  never_found: words(
    ({ reason, thing, seconds }: Reason & Thing & { seconds: number }, { say }) =>
      `${say(reason)} ${capital(describeResource(thing, "en"))} was looked up for ${seconds} seconds and not found.`,
    ({ reason, thing, seconds }, { say }) =>
      `${say(reason)} Er is ${seconds} seconden gezocht naar ${describeResource(thing, "nl")}, zonder resultaat.`,
  ),
  perhaps_of_this_run: onPage(
    words(
      "It may come from this run, whose answer was lost: look for it in Control Hub before you create another one. Then: wholesale-import retry.",
      "Het kan van deze run zijn, waarvan het antwoord verloren ging: zoek het op in Control Hub voordat u er nog een maakt. Daarna: wholesale-import retry.",
    ),
    words(
      'It may come from this run, whose answer was lost: look for it in Control Hub before you create another one. Then choose "Correct failed rows" in the review, and run again.',
      'Het kan van deze run zijn, waarvan het antwoord verloren ging: zoek het op in Control Hub voordat u er nog een maakt. Kies daarna bij het resultaat "Mislukte rijen corrigeren" en voer opnieuw uit.',
    ),
  ),
  look_in_control_hub: onPage(
    words(
      "Look for it in Control Hub, then: wholesale-import retry.",
      "Zoek het op in Control Hub en voer daarna uit: wholesale-import retry.",
    ),
    words(
      'Look for it in Control Hub. Then choose "Correct failed rows" in the review, and run again.',
      'Zoek het op in Control Hub. Kies daarna bij het resultaat "Mislukte rijen corrigeren" en voer opnieuw uit.',
    ),
  ),
  still_absent: words(
    (
      { reason, made, missing, looks }: Reason & { made: NamedResource; missing: NamedResource; looks: number },
      { say, count },
    ) =>
      `${say(reason)} ${capital(describeResource(made, "en"))} was created, but Webex does not find ${describeResource(missing, "en")}, even after ${count(looks, "more attempt", "more attempts")}.`,
    ({ reason, made, missing, looks }, { say, count }) =>
      `${say(reason)} ${capital(describeResource(made, "nl"))} is aangemaakt, maar Webex vindt ${describeResource(missing, "nl")} niet, ook niet na nog ${count(looks, "poging", "pogingen")}.`,
  ),
  retry_does_the_rest: onPage(
    words(
      "What was created stays. Later: wholesale-import retry does the rest.",
      "Wat is aangemaakt, blijft staan. Later: wholesale-import retry doet de rest.",
    ),
    words(
      'What was created stays. For the rest, choose "Correct failed rows" in the review later, and run again.',
      'Wat is aangemaakt, blijft staan. Kies voor de rest later bij het resultaat "Mislukte rijen corrigeren" en voer opnieuw uit.',
    ),
  ),
  still_locked: words(
    ({ thing, status, seconds, waitSeconds, reason }: Locked, { duration, say }) =>
      `Webex still keeps ${describeResource(thing, "en")} locked (${status}) after ${duration(seconds)}${waitSeconds === undefined ? "" : `, and asks to wait another ${duration(waitSeconds)}`}; --max-wait allows no more: ${say(reason)}`,
    ({ thing, status, seconds, waitSeconds, reason }, { duration, say }) =>
      `Webex houdt ${describeResource(thing, "nl")} na ${duration(seconds)} nog vergrendeld (${status})${waitSeconds === undefined ? "" : `, en vraagt nog ${duration(waitSeconds)} te wachten`}; langer staat --max-wait niet toe: ${say(reason)}`,
  ),
  still_working: words(
    ({ thing, seconds }: Thing & { seconds: number }, { duration }) =>
      `Webex is still working on ${describeResource(thing, "en")} after ${duration(seconds)}.`,
    ({ thing, seconds }, { duration }) =>
      `Webex is na ${duration(seconds)} nog bezig met ${describeResource(thing, "nl")}.`,
  ),
  cancelled_in_temporal: words("it was cancelled in Temporal", "de run is in Temporal geannuleerd"),
  cancelled_unit: words(
    "cancelled; the requests in flight have finished",
    "geannuleerd; de lopende verzoeken zijn afgerond",
  ),
  workflow_failed: words(
    ({ id, reason }: { id: string; reason: string }) => `the workflow ${id} failed: ${reason}`,
    ({ id, reason }) => `de workflow ${id} is mislukt: ${reason}`,
  ),

  // what the run did, for a person to take back
  did_change: words(
    ({ field, before, after }: { field: string; before: string; after: string }) =>
      `it changed ${field} from ${before || "blank"} to ${after || "blank"}`,
    ({ field, before, after }) => `${field} gewijzigd van ${before || "leeg"} in ${after || "leeg"}`,
  ),
  did_name_organization: words(
    ({ name }: { name: string }) => `it changed the organization's name to ${name}`,
    ({ name }) => `de naam van de organisatie gewijzigd in ${name}`,
  ),
  did_enable_calling: words(
    ({ location }: { location: string }) => `it enabled calling at ${location}`,
    ({ location }) => `bellen ingeschakeld op ${location}`,
  ),
  did_set: words(
    ({ what, location }: { what: readonly string[]; location: string }, { list }) =>
      `it set ${list(what)} at ${location}`,
    ({ what, location }, { list }) => `${list(what)} ingesteld op ${location}`,
  ),
  did_create_location: words(
    ({ location }: { location: string }) => `it created the location ${location}`,
    ({ location }) => `de locatie ${location} aangemaakt`,
  ),
  did_add_numbers: words(
    ({ numbers, location }: { numbers: readonly string[]; location: string }, { count }) =>
      `it added ${numbers.length <= 3 ? numbers.join(", ") : `${count(numbers.length, "number", "numbers")} (${numbers[0]} to ${numbers.at(-1)})`} to ${location}`,
    ({ numbers, location }, { count }) =>
      `${numbers.length <= 3 ? numbers.join(", ") : `${count(numbers.length, "nummer", "nummers")} (${numbers[0]} tot en met ${numbers.at(-1)})`} toegevoegd aan ${location}`,
  ),
  did_connect: words(
    ({ location, connection }: { location: string; connection: string }) => `it connected ${location} to ${connection}`,
    ({ location, connection }) => `${location} verbonden met ${connection}`,
  ),
  page_numbers: words("Control Hub > Calling > Numbers", "Control Hub > Bellen > Nummers"),
  page_location: words(
    ({ where }: Where) => `Control Hub > Locations > ${where}`,
    ({ where }) => `Control Hub > Locaties > ${where}`,
  ),
  page_location_calling: words(
    ({ where }: Where) => `Control Hub > Locations > ${where} > Calling`,
    ({ where }) => `Control Hub > Locaties > ${where} > Bellen`,
  ),
  page_location_pstn: words(
    ({ where }: Where) => `Control Hub > Locations > ${where} > PSTN`,
    ({ where }) => `Control Hub > Locaties > ${where} > PSTN`,
  ),
  page_user: words(
    ({ where }: Where) => `Control Hub > Users > ${where}`,
    ({ where }) => `Control Hub > Gebruikers > ${where}`,
  ),
  page_user_calling: words(
    ({ where }: Where) => `Control Hub > Users > ${where} > Calling`,
    ({ where }) => `Control Hub > Gebruikers > ${where} > Bellen`,
  ),
  page_customer: words(
    ({ where }: Where) => `Partner Hub > Customers > ${where}`,
    ({ where }) => `Partner Hub > Klanten > ${where}`,
  ),
  page_email_settings: words(
    ({ where }: Where) => `Control Hub of ${where} > Organization settings > Email`,
    ({ where }) => `Control Hub van ${where} > Organisatie-instellingen > E-mail`,
  ),
  page_account: words(
    ({ where }: Where) => `Control Hub of ${where} > Account`,
    ({ where }) => `Control Hub van ${where} > Account`,
  ),
};

type Steps = { readonly done: readonly ThingKind[]; readonly open: readonly ThingKind[] };

type Locked = Thing & Reason & { readonly status: number; readonly seconds: number; readonly waitSeconds?: number };

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
