/** What is wrong with the files of the state folder, with Temporal, and with what a machine lacks. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Path = { readonly path: string };

export const storageTexts = {
  belongs_to_other: words(
    ({ owner }: { owner: string }) => `belongs to another user (${owner})`,
    ({ owner }) => `is van een andere gebruiker (${owner})`,
  ),
  writable_by_all: words(
    "can be written by every user of this machine",
    "kan door elke gebruiker van deze computer worden gewijzigd",
  ),
  writable_by_group: words(
    ({ group }: { group: string }) => `can be written by the users of group ${group}`,
    ({ group }) => `kan door de gebruikers van groep ${group} worden gewijzigd`,
  ),
  foreign_state: words(
    ({ folder, why }: { folder: string; why: StoredText }, { say }) => `The state folder ${folder} ${say(why)}.`,
    ({ folder, why }, { say }) => `De state-map ${folder} ${say(why)}.`,
  ),
  own_state_or_close: words(
    "Give one of your own with --state DIR, or take away the write access of others: chmod go-w.",
    "Geef een eigen map op met --state MAP, of neem anderen het schrijfrecht af: chmod go-w.",
  ),
  run_file_unopened: words(
    ({ path, reason }: Path & { reason: string }) => `The run file ${path} cannot be opened: ${reason}.`,
    ({ path, reason }) => `Het runbestand ${path} kan niet worden geopend: ${reason}.`,
  ),
  make_room_try_again: words(
    "Make room on its disk and try again; nothing is lost.",
    "Maak ruimte op de schijf en probeer het opnieuw; er is niets verloren.",
  ),
  make_folder_writable: words(
    "Make its folder writable, or copy the folder to one that is.",
    "Maak de map beschrijfbaar, of kopieer haar naar een plek die dat is.",
  ),
  close_program_try_again: words(
    "Close the program that has it open, and try again.",
    "Sluit het programma dat het open heeft, en probeer het opnieuw.",
  ),
  copy_to_other_disk: words(
    "Copy its folder to another disk, and try again there.",
    "Kopieer de map naar een andere schijf, en probeer het daar opnieuw.",
  ),
  copy_run_again: words(
    "If the run was copied, copy its whole folder again after the run has ended. Rows that were done stay done at Webex; a new run finds them there.",
    "Is de run gekopieerd, kopieer dan de hele map opnieuw nadat de run is afgelopen. Rijen die klaar zijn, blijven bij Webex staan; een nieuwe run vindt ze daar.",
  ),
  other_format: words(
    ({ path, isOlder, format, ours }: Path & { isOlder: boolean; format: number; ours: number }) =>
      `The run file ${path} was written by ${isOlder ? "an earlier" : "a later"} version of wholesale-import (its format is ${format}; this version reads ${ours}).`,
    ({ path, isOlder, format, ours }) =>
      `Het runbestand ${path} is geschreven door een ${isOlder ? "eerdere" : "latere"} versie van wholesale-import (formaat ${format}; deze versie leest ${ours}).`,
  ),
  finish_with_that_version: words(
    "Finish that run with the version that started it, or apply its sheets again: what exists at Webex is found, and nothing is created twice.",
    "Maak die run af met de versie waarmee die is begonnen, of voer apply opnieuw uit met de bladen: wat bij Webex bestaat, wordt gevonden, en niets wordt dubbel aangemaakt.",
  ),
  templates_unreadable: words(
    ({ path }: Path) => `The stored templates in ${path} cannot be understood.`,
    ({ path }) => `De bewaarde sjablonen in ${path} zijn niet te lezen.`,
  ),
  correct_templates: words(
    "Correct the file, or move it away and store the IDs again: wholesale-import templates link <name> <provisioning-id>.",
    "Corrigeer het bestand, of zet het weg en bewaar de id's opnieuw: wholesale-import templates link <name> <provisioning-id>.",
  ),
  libsql_missing: words(
    ({ platform }: { platform: string }) =>
      `The native part of libsql for this machine (${platform}) is not installed, and the run file needs it.`,
    ({ platform }) =>
      `Het machinespecifieke deel van libsql voor deze computer (${platform}) is niet geïnstalleerd, en het runbestand heeft dat nodig.`,
  ),
  install_again: words(
    "Install wholesale-import again on the machine where it runs, without --omit=optional. libsql supports Linux (glibc and musl) and macOS on x64 and arm64, and Windows on x64.",
    "Installeer wholesale-import opnieuw op de computer waar het draait, zonder --omit=optional. libsql ondersteunt Linux (glibc en musl) en macOS op x64 en arm64, en Windows op x64.",
  ),
  cannot_write: words(
    ({ path, reason }: Path & { reason: string }) => `${path} cannot be written: ${reason}.`,
    ({ path, reason }) => `${path} kan niet worden geschreven: ${reason}.`,
  ),

  // Temporal
  half_certificate: words(
    "A client certificate for Temporal is two files, temporalTlsCert and temporalTlsKey, and one of them is not set.",
    "Een clientcertificaat voor Temporal bestaat uit twee bestanden, temporalTlsCert en temporalTlsKey, en een ervan is niet ingesteld.",
  ),
  see_settings: words("See what is set: wholesale-import config.", "Bekijk wat is ingesteld: wholesale-import config."),
  certificate_unreadable: words(
    ({ reason }: { reason: string }) => `A certificate for Temporal cannot be read: ${reason}.`,
    ({ reason }) => `Een certificaat voor Temporal kan niet worden gelezen: ${reason}.`,
  ),
  simulator_out_of_reach: words(
    "Workers cannot reach the simulator that is built into this process.",
    "Workers kunnen de simulator in dit proces niet bereiken.",
  ),
  start_simulator: words(
    "Start a simulator (wholesale-import simulate), and give its address with --base-url, here and to the workers.",
    "Start een simulator (wholesale-import simulate), en geef het adres op met --base-url, hier en bij de workers.",
  ),
  no_worker_yet: words(
    "no worker listens for this partner yet; the run waits for one: wholesale-import worker",
    "er luistert nog geen worker voor deze partner; de run wacht erop: wholesale-import worker",
  ),
  temporal_missing: words(
    "The packages of Temporal are not installed; --engine temporal and workers need them.",
    "De pakketten van Temporal zijn niet geïnstalleerd; --engine temporal en workers hebben ze nodig.",
  ),
  install_temporal: words(
    "npm install @temporalio/client @temporalio/worker @temporalio/workflow @temporalio/activity @temporalio/common, next to wholesale-import.",
    "npm install @temporalio/client @temporalio/worker @temporalio/workflow @temporalio/activity @temporalio/common, naast wholesale-import.",
  ),
  temporal_unusable: words(
    ({ address, namespace, reason }: { address: string; namespace: string; reason: string }) =>
      `Temporal cannot be used at ${address}, namespace ${namespace}: ${reason}.`,
    ({ address, namespace, reason }) =>
      `Temporal is niet te gebruiken op ${address}, namespace ${namespace}: ${reason}.`,
  ),
  check_temporal: words(
    "Check that it is running, and --temporal-address, --temporal-namespace and its certificate or API key.",
    "Controleer of het draait, en --temporal-address, --temporal-namespace en het certificaat of de API-sleutel.",
  ),
  other_plan_at_temporal: words(
    "The workflows of this run carry out another plan than the one in this state folder.",
    "De workflows van deze run voeren een ander plan uit dan dat in deze state-map.",
  ),
  use_state_of_starter: words(
    "Continue with the state folder of the process that started the run, or apply the same input again once its workflows have ended.",
    "Ga verder met de state-map van het proces dat de run heeft gestart, of pas dezelfde invoer opnieuw toe als de workflows klaar zijn.",
  ),
  temporal_reads_cron: words(
    ({ cron }: { cron: string }) => `Temporal reads "${cron}" in its own way.`,
    ({ cron }) => `Temporal leest "${cron}" op zijn eigen manier.`,
  ),
  cron_for_temporal: words(
    "Use a pattern of five fields with either a day of the month or a weekday, or let this process keep the time: --engine local.",
    "Gebruik een patroon van vijf velden met óf een dag van de maand óf een weekdag, of laat dit proces de tijd bijhouden: --engine local.",
  ),

  // access of a run
  no_access_given: words(
    "There is no access to Webex: no token was given.",
    "Er is geen toegang tot Webex: er is geen token opgegeven.",
  ),
  organization_unknown: words(
    ({ reason }: { reason: StoredText }, { say }) =>
      `Webex does not say which organization the token belongs to: ${say(reason)}`,
    ({ reason }, { say }) => `Webex geeft niet door bij welke organisatie het token hoort: ${say(reason)}`,
  ),
  nothing_sent_try_later: words(
    "Nothing was sent. See status.webex.com, and try again later.",
    "Er is niets verstuurd. Bekijk status.webex.com en probeer het later opnieuw.",
  ),
  other_organization: words(
    ({ wanted, is }: { wanted: string; is: string }) =>
      `The run belongs to the partner organization ${wanted}, but the token belongs to ${is}.`,
    ({ wanted, is }) => `De run hoort bij de partnerorganisatie ${wanted}, maar het token hoort bij ${is}.`,
  ),
  set_other_token: words(
    "Set a token of that organization, or log in there: wholesale-import auth login.",
    "Stel een token van die organisatie in, of meld u daar aan: wholesale-import auth login.",
  ),
};
