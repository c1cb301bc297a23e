/** What the simulator refuses to begin with. */
import { type StoredText, words } from "./wording.ts";

type Rule = { readonly rule: string };

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
  rows_not_filled: words(
    ({ rows, command }: { rows: number; command: string }, { count }) =>
      `${count(rows, "row is", "rows are")} not valid and left out. To see why: ${command}`,
    ({ rows, command }, { count }) =>
      `${count(rows, "rij is", "rijen zijn")} niet geldig en weggelaten. De reden ziet u met: ${command}`,
  ),
} as const;
