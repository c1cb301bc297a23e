/** What `--help` says of the flags that several commands take. */
import { type Wording, words } from "../wording.ts";

export const sharedFlagsHelp = {
  // what several commands take
  input_argument: words(
    "folders, files or workbooks; none when --sheet names them",
    "mappen, bestanden of werkmappen; geen als --sheet ze noemt",
  ),
  input_or_plan_argument: words(
    "folders, files, workbooks, or a saved plan; none when --sheet names them",
    "mappen, bestanden, werkmappen of een opgeslagen plan; geen als --sheet ze noemt",
  ),
  run_argument: words("the run; default: the newest", "de run; standaard: de nieuwste"),
  json_flag: words("print JSON", "toon JSON"),
  max_unpacked_flag: words("largest workbook, unpacked; default: 64", "grootste werkmap, uitgepakt; standaard: 64"),
  sheet_flag: words(
    "read this file as that sheet, whatever its name; - is standard input; repeatable",
    "lees dit bestand als dat blad, hoe het ook heet; - is standaardinvoer; herhaalbaar",
  ),
  encoding_flag: words(
    "encoding of the files where it is not detected (such as windows-1252), or of one file: users.csv=shift_jis; repeatable",
    "codering van de bestanden waar die niet wordt herkend (zoals windows-1252), of van één bestand: users.csv=shift_jis; herhaalbaar",
  ),
  delimiter_flag: words(
    "delimiter of the files, where it is not detected",
    "scheidingsteken van de bestanden, waar het niet wordt herkend",
  ),
  mapping_flag: words(
    "read the files with this mapping; default: mapping.json in their folder",
    "lees de bestanden volgens deze mapping; standaard: mapping.json in dezelfde map",
  ),
  schedule_mapping_flag: words(
    "read batches without a mapping.json with this mapping; default: mapping.json in the inbox",
    "lees batches zonder mapping.json volgens deze mapping; standaard: mapping.json in de inbox",
  ),
  retry_mapping_flag: words(
    "read the rows with this mapping; default: mapping.json in failed/",
    "lees de rijen volgens deze mapping; standaard: mapping.json in failed/",
  ),
  events_flag: words("write events as NDJSON to stdout", "schrijf gebeurtenissen als NDJSON naar stdout"),
  quiet_flag: words("print nothing but errors", "toon alleen fouten"),
  language_flag: words(
    "language of screens, messages and help: en or nl; default: that of the locale, else English",
    "taal van schermen, meldingen en hulp: en of nl; standaard: die van de landinstelling, anders Engels",
  ),
  reasons_flag: words(
    "add the columns _error and _hint to the CSV files of failed/",
    "zet de kolommen _error en _hint ook in de CSV-bestanden van failed/",
  ),
  csv_delimiter_flag: words(
    "between the cells of CSV files that are written: comma (default), semicolon, tab, pipe",
    "tussen de cellen van geschreven CSV-bestanden: comma (standaard), semicolon, tab, pipe",
  ),
  state_flag: words("state folder", "state-map"),
  operator_flag: words(
    "who runs this, for the record; default: the user of this machine",
    "wie dit uitvoert, voor de administratie; standaard: de gebruiker van deze computer",
  ),
  ticket_flag: words("ticket or change number, for the record", "ticket- of wijzigingsnummer, voor de administratie"),
  concurrency_flag: words("requests in flight", "verzoeken die tegelijk lopen"),
  per_customer_flag: words(
    "requests in flight within one organization",
    "verzoeken die tegelijk binnen één organisatie lopen",
  ),
  rate_flag: words("requests per second at most", "hoogstens zoveel verzoeken per seconde"),
  provisioning_timeout_flag: words(
    "how long to wait for Webex to provision a customer",
    "hoelang wordt gewacht tot Webex een klant heeft ingericht",
  ),
  max_wait_flag: words("longest Retry-After to wait for", "langste Retry-After waarop wordt gewacht"),
  log_level_flag: words("level of the run's log.ndjson", "niveau van log.ndjson van de run"),
  refresh_flag: words(
    "rows to read again at Webex: always = all; auto = changed, or older than --refresh-after; never = only changed",
    "rijen die opnieuw bij Webex worden gelezen: always = alle; auto = gewijzigd, of ouder dan --refresh-after; never = alleen gewijzigd",
  ),
  refresh_after_flag: words(
    "with --refresh auto: read rows again that were last applied longer ago than this",
    "met --refresh auto: lees rijen opnieuw die langer dan dit geleden zijn toegepast",
  ),
  target_flag: words("simulator (default) or webex", "simulator (standaard) of webex"),
  required_target_flag: words("simulator or webex; required", "simulator of webex; verplicht"),
  base_url_flag: words("base URL of the target", "basis-URL van het doel"),
  scim_base_url_flag: words(
    "base URL of the SCIM calls, if not the base URL without /v1",
    "basis-URL van de SCIM-aanroepen, als dat niet de basis-URL zonder /v1 is",
  ),
  on_behalf_of_flag: words("act for this sub-partner organization", "handel namens deze subpartnerorganisatie"),
  redirect_uri_flag: words(
    "redirect URI of the integration, on this machine",
    "redirect-URI van de integratie, op deze computer",
  ),
  out_too_flag: words("write the result files to this folder too", "schrijf de resultaatbestanden ook naar deze map"),
  due_flag: words(
    "do what earlier runs have scheduled for today or before (activate_on, welcome_on); takes no input",
    "voer uit wat eerdere runs voor vandaag of eerder hebben ingepland (activate_on, welcome_on); zonder invoer",
  ),
  yes_flag: words("do not ask before writing to Webex", "vraag niets voordat er naar Webex wordt geschreven"),
  stop_after_errors_flag: words(
    "stop when this many operations have failed",
    "stop als zoveel bewerkingen zijn mislukt",
  ),
  engine_flag: words(
    "local (default), or temporal: workers of a cluster",
    "local (standaard), of temporal: workers van een cluster",
  ),
  worker_timeout_flag: words(
    "with --engine temporal: a worker that is silent for this long counts as dead",
    "met --engine temporal: een worker die zo lang niets laat horen, geldt als uitgevallen",
  ),
  temporal_address_flag: words("address of Temporal", "adres van Temporal"),
  temporal_namespace_flag: words("namespace at Temporal", "namespace bij Temporal"),
  metrics_listen_flag: words(
    "serve /metrics and /healthz at this address, such as 127.0.0.1:9464",
    "bied /metrics en /healthz aan op dit adres, zoals 127.0.0.1:9464",
  ),
  port_flag: words("port; default: a free one", "poort; standaard: een vrije"),
} as const satisfies Readonly<Record<string, Wording<void>>>;
