/** What the simulator refuses to begin with. */
import { type StoredText, words } from "./wording.ts";

type Rule = { readonly rule: string };

type Measured = {
  readonly baseUrl: string;
  readonly answers: number;
  readonly atIso: string;
  readonly timeZone: string;
};

type Promised = {
  readonly seconds: number;
  readonly endsAt: string;
  readonly earliestAt: string;
  readonly latestAt: string;
  readonly timeZone: string;
};

export const simulatorTexts = {
  fault_unreadable: words(
    ({ rule }: Rule) => `"${rule}" is not a fault.`,
    ({ rule }) => `"${rule}" is geen storing.`,
  ),
  write_fault: words(
    'Write METHOD /route=WHAT:HOW-OFTEN, such as "POST /wholesale/subscribers=503:0.05". WHAT is a status from 400 to 599 (503/60: with a Retry-After of 60 seconds), reset, timeout, lost, garbage or half (part of it is done, and the answer is an error). HOW-OFTEN is a probability, or 3x for the first three times.',
    'Schrijf METHODE /route=WAT:HOE-VAAK, zoals "POST /wholesale/subscribers=503:0.05". WAT is een status van 400 tot en met 599 (503/60: met een Retry-After van 60 seconden), reset, timeout, lost, garbage of half (een deel wordt uitgevoerd, en het antwoord is een fout). HOE-VAAK is een kans, of 3x voor de eerste drie keer.',
  ),
  fault_without_route: words(
    ({ route }: { route: string }) => `The simulator has no route "${route}" for this fault.`,
    ({ route }) => `De simulator heeft geen route "${route}" voor deze storing.`,
  ),
  write_fault_route: words(
    "Write the route as in the API description, such as /wholesale/customers/{customerId}, or with a * at the end.",
    "Schrijf de route zoals in de API-beschrijving, bijvoorbeeld /wholesale/customers/{customerId}, of met een * aan het eind.",
  ),
  quirk_unreadable: words(
    ({ rule }: Rule) => `"${rule}" is not a quirk.`,
    ({ rule }) => `"${rule}" is geen eigenaardigheid.`,
  ),
  write_quirk: words(
    ({ kinds }: { kinds: readonly string[] }, { choice }) =>
      `Write WHAT:HOW-OFTEN, such as "names-decomposed:0.5". WHAT is ${choice(kinds)}. HOW-OFTEN is a probability; without it: always.`,
    ({ kinds }, { choice }) =>
      `Schrijf WAT:HOE-VAAK, zoals "names-decomposed:0.5". WAT is ${choice(kinds)}. HOE-VAAK is een kans; zonder: altijd.`,
  ),
  rival_unreadable: words(
    ({ rule }: Rule) => `"${rule}" is not a rival.`,
    ({ rule }) => `"${rule}" is geen rivaal.`,
  ),
  write_rival: words(
    'Write WHAT=HOW:HOW-OFTEN, such as "user=different:0.05". WHAT is customer, location or user. HOW is equal or different. HOW-OFTEN is a probability; without it: always.',
    'Schrijf WAT=HOE:HOE-VAAK, zoals "user=different:0.05". WAT is customer, location of user. HOE is equal of different. HOE-VAAK is een kans; zonder: altijd.',
  ),
  simulator_cannot_listen: words(
    ({ port, reason }: { port: number; reason: string }) => `The simulator cannot listen on port ${port}: ${reason}.`,
    ({ port, reason }) => `De simulator kan niet luisteren op poort ${port}: ${reason}.`,
  ),
  choose_port: words("Choose another port, or none.", "Kies een andere poort, of geen."),
  simulator_file_unusable: words(
    ({ path, reason }: { path: string; reason: StoredText }, { say }) =>
      `The simulator's file ${path} cannot be opened: ${say(reason)}.`,
    ({ path, reason }, { say }) => `Het bestand ${path} van de simulator kan niet worden geopend: ${say(reason)}.`,
  ),
  newer_version_wrote_it: words("a newer version wrote it", "een nieuwere versie heeft het geschreven"),
  delete_or_other_db: words(
    "Delete it to start with an empty simulator, or name another file with --db.",
    "Verwijder het om met een lege simulator te beginnen, of noem een ander bestand met --db.",
  ),

  // from an export
  simulator_not_empty: words(
    ({ path }: { path: string }) =>
      `The simulator's file ${path} holds customers, people or templates already, and an export is read into an empty simulator only.`,
    ({ path }) =>
      `Het bestand ${path} van de simulator bevat al klanten, personen of sjablonen, en een export wordt alleen in een lege simulator gelezen.`,
  ),
  no_customers_in_export: words(
    ({ folder }: { folder: string }) => `${folder} has no valid row of a customer.`,
    ({ folder }) => `${folder} bevat geen geldige rij van een klant.`,
  ),
  export_first: words(
    "Write one first: wholesale-import export <folder> --target webex",
    "Schrijf er eerst een: wholesale-import export <map> --target webex",
  ),
  simulator_filled: words(
    ({ folder, what }: { folder: string; what: readonly string[] }, { list }) => `filled from ${folder}: ${list(what)}`,
    ({ folder, what }, { list }) => `gevuld uit ${folder}: ${list(what)}`,
  ),
  simulator_as_measured: words(
    ({ baseUrl, answers, atIso, timeZone }: Measured, { number, date }) =>
      `as slow as ${baseUrl} was measured to be: ${number(answers)} responses, the last at ${date(atIso, timeZone)}`,
    ({ baseUrl, answers, atIso, timeZone }, { number, date }) =>
      `zo traag als bij ${baseUrl} is gemeten: ${number(answers)} antwoorden, het laatste op ${date(atIso, timeZone)}`,
  ),
  simulator_limited: words(
    ({ limit }: { limit: string }) => `limit on requests, as learned: ${limit}`,
    ({ limit }) => `limiet op verzoeken, zoals geleerd: ${limit}`,
  ),

  // rehearsals
  rehearsal_from_export: words(
    ({ folder }: { folder: string }) =>
      `This is a rehearsal on a copy made from ${folder}. Nothing is sent to the target, and nothing is asked of it.`,
    ({ folder }) =>
      `Dit is een generale repetitie op een kopie uit ${folder}. Er wordt niets naar het doel gestuurd, en er wordt niets aan gevraagd.`,
  ),
  rehearsal_from_target: words(
    ({ customers }: { customers: number }, { count }) =>
      `This is a rehearsal on a copy. ${count(customers, "customer", "customers")} of the batch stood at the target and ${customers === 1 ? "was" : "were"} read there just now; nothing else is sent to it.`,
    ({ customers }, { count }) =>
      `Dit is een generale repetitie op een kopie. ${count(customers, "klant", "klanten")} uit de batch ${customers === 1 ? "stond" : "stonden"} al op het doel en ${customers === 1 ? "is" : "zijn"} daar zojuist gelezen; verder wordt er niets naartoe gestuurd.`,
  ),
  rehearsed_calls: words(
    ({ total, writes }: { total: number; writes: number }, { count, number }) =>
      `${count(total, "request", "requests")}, ${number(writes)} of which change something`,
    ({ total, writes }, { count, number }) =>
      `${count(total, "verzoek", "verzoeken")}, waarvan ${number(writes)} iets wijzigen`,
  ),
  rehearsed_end: words(
    ({ seconds, endsAt, earliestAt, latestAt, timeZone }: Promised, { duration, date }) =>
      `If it begins now it is done at ${date(endsAt, timeZone)}, between ${date(earliestAt, timeZone)} and ${date(latestAt, timeZone)} (${duration(seconds)}).`,
    ({ seconds, endsAt, earliestAt, latestAt, timeZone }, { duration, date }) =>
      `Als het nu begint, is het klaar op ${date(endsAt, timeZone)}, tussen ${date(earliestAt, timeZone)} en ${date(latestAt, timeZone)} (${duration(seconds)}).`,
  ),
  rehearsed_as_measured: words(
    ({ answers, atIso, timeZone }: Omit<Measured, "baseUrl">, { count, date }) =>
      `By ${count(answers, "response", "responses")} that earlier runs have measured, the last at ${date(atIso, timeZone)}.`,
    ({ answers, atIso, timeZone }, { count, date }) =>
      `Op grond van ${count(answers, "antwoord", "antwoorden")} die eerdere runs hebben gemeten, het laatste op ${date(atIso, timeZone)}.`,
  ),
  rehearsed_as_assumed: words(
    ({ latencyMs, provisioningMs }: { latencyMs: number; provisioningMs: number }, { number }) =>
      `No earlier run has measured this target: ${number(latencyMs)} ms per request, ${number(provisioningMs / 1000)} s per new customer and no limit on requests are assumed, so the end is a guess.`,
    ({ latencyMs, provisioningMs }, { number }) =>
      `Geen eerdere run heeft dit doel gemeten: ${number(latencyMs)} ms per verzoek, ${number(provisioningMs / 1000)} s per nieuwe klant en geen limiet op verzoeken zijn aangenomen, dus het einde is een schatting.`,
  ),
  from_export_without_rehearsal: words("--from-export goes with --rehearse.", "--from-export hoort bij --rehearse."),
  add_rehearse_or_leave_out: words(
    "Add --rehearse, or leave --from-export out.",
    "Voeg --rehearse toe, of laat --from-export weg.",
  ),
  rehearsal_is_local: words(
    "A rehearsal is carried out in this process: --engine temporal does not go with --rehearse.",
    "Een generale repetitie wordt in dit proces uitgevoerd: --engine temporal gaat niet samen met --rehearse.",
  ),
  leave_engine_or_rehearse_out: words("Leave one of the two out.", "Laat een van de twee weg."),
  rows_not_filled: words(
    ({ rows, command }: { rows: number; command: string }, { count }) =>
      `${count(rows, "row is", "rows are")} not valid and left out. To see why: ${command}`,
    ({ rows, command }, { count }) =>
      `${count(rows, "rij is", "rijen zijn")} niet geldig en weggelaten. De reden ziet u met: ${command}`,
  ),
} as const;
