/** Problems of several cells of one row, or of the row as it was read. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const rowCodes = {
  wrong_cell_count: {
    severity: "error",
    en: {
      title: "Wrong number of cells",
      meaning:
        "The row has more cells than the header, so values may be in the wrong columns, or it has only one cell. Missing cells at the end count as blank, and blank cells beyond the header are ignored. Only the key of such a row is used, so rows that refer to it are blocked.",
      example: "a comma in a name without quotes; (13 rows affected) below the last row",
      resolution: "Put values that contain a delimiter in double quotes, and delete lines that are not rows.",
    },
    nl: {
      title: "Verkeerd aantal cellen",
      meaning:
        "De rij heeft meer cellen dan de kopregel, waardoor waarden in de verkeerde kolom kunnen staan, of heeft maar één cel. Ontbrekende cellen aan het eind gelden als leeg; lege cellen voorbij de kopregel tellen niet mee. Van zo'n rij wordt alleen de sleutel gebruikt, zodat rijen die ernaar verwijzen geblokkeerd zijn.",
      example: "een komma in een naam zonder aanhalingstekens; (13 rows affected) onder de laatste rij",
      resolution:
        "Zet waarden met een scheidingsteken erin tussen dubbele aanhalingstekens, en verwijder regels die geen rij zijn.",
    },
  },
  more_problems: {
    severity: "either",
    en: {
      title: "Too many problems to list",
      meaning: "A cell has more than 20 problems, or a row more than 100. The rest is counted but not listed.",
      example: "a list of a thousand names that are not packages",
      resolution: "Correct the listed problems and check again.",
    },
    nl: {
      title: "Te veel problemen om te tonen",
      meaning: "Een cel heeft meer dan 20 problemen, of een rij meer dan 100. De rest wordt geteld maar niet getoond.",
      example: "een lijst met duizend namen die geen pakket zijn",
      resolution: "Corrigeer de getoonde problemen en controleer opnieuw.",
    },
  },
  action_not_understood: {
    severity: "error",
    en: {
      title: "Action not understood",
      meaning:
        "A column that is not imported says that the row is to be deleted, removed, cancelled or disabled, or the column action holds an unknown word. Importing it as a row to keep would be wrong.",
      example: "Delete in a column Status",
      resolution:
        "To remove a user, a location or a customer, write remove in the column action. To keep it, clear the cell.",
    },
    nl: {
      title: "Actie niet begrepen",
      meaning:
        "Een kolom die niet wordt geïmporteerd, zegt dat de rij moet worden verwijderd, opgezegd of uitgeschakeld, of in de kolom action staat een onbekend woord. Gewoon importeren zou fout zijn.",
      example: "Verwijderen in een kolom Status",
      resolution:
        "Moet een gebruiker, een locatie of een klant weg, vul dan remove in de kolom action in. Blijft de rij staan, maak de cel dan leeg.",
    },
  },
  blank_before_quote: {
    severity: "warning",
    en: {
      title: "Space before a quote",
      meaning:
        "There is a space between the delimiter and the quote that opens a cell. The space and the quotes were ignored. Reported once per file.",
      example: 'NL-1, "Acme, Amsterdam"',
      resolution: "Nothing to do if the rows are right. Otherwise remove the space before the quote.",
    },
    nl: {
      title: "Spatie vóór een aanhalingsteken",
      meaning:
        "Tussen het scheidingsteken en het aanhalingsteken aan het begin van een cel staat een spatie. De spatie en de aanhalingstekens zijn genegeerd. Wordt één keer per bestand gemeld.",
      example: 'NL-1, "Acme, Amsterdam"',
      resolution: "U hoeft niets te doen als de rijen kloppen. Verwijder anders de spatie vóór het aanhalingsteken.",
    },
  },
  quoted_line: {
    severity: "warning",
    en: {
      title: "Whole line in quotes",
      meaning:
        "The whole line is in one pair of quotes, which makes it a single cell. The cells inside it were read. Reported once per file.",
      example: '"NL-1,""Acme, Amsterdam"",it@acme.example.com"',
      resolution:
        "Nothing to do if the rows are right. Otherwise import the text with its delimiter in a spreadsheet program and save it again.",
    },
    nl: {
      title: "Hele regel tussen aanhalingstekens",
      meaning:
        "De hele regel staat tussen één paar aanhalingstekens en is daardoor één cel. De cellen daarbinnen zijn gelezen. Wordt één keer per bestand gemeld.",
      example: '"NL-1,""Acme, Amsterdam"",it@acme.example.com"',
      resolution:
        "U hoeft niets te doen als de rijen kloppen. Importeer de tekst anders met het scheidingsteken in een spreadsheetprogramma en sla die opnieuw op.",
    },
  },
  nul_character: {
    severity: "error",
    en: {
      title: "NUL character",
      meaning: "The cell contains a NUL byte, which does not occur in text.",
      example: "a file cut out of a database",
      resolution: "Type the value again.",
    },
    nl: {
      title: "NUL-teken",
      meaning: "De cel bevat een NUL-byte, die in tekst niet voorkomt.",
      example: "een bestand dat rechtstreeks uit een database komt",
      resolution: "Typ de waarde opnieuw.",
    },
  },
  cell_too_large: {
    severity: "error",
    en: {
      title: "Cell too large",
      meaning: "A cell is larger than 32 KiB.",
      example: "an open quote that is closed thousands of rows later",
      resolution: "Look for an open quote, or shorten the value.",
    },
    nl: {
      title: "Cel te groot",
      meaning: "Een cel is groter dan 32 KiB.",
      example: "een open aanhalingsteken dat pas duizenden rijen later wordt gesloten",
      resolution: "Zoek naar een open aanhalingsteken, of kort de waarde in.",
    },
  },
  stray_quote: {
    severity: "error",
    en: {
      title: "Text after a closing quote",
      meaning: "A quoted cell has more text after its closing quote.",
      example: '"Acme" B.V.',
      resolution: 'Double the quotes that are part of the text: """Acme"" B.V.".',
    },
    nl: {
      title: "Tekst na het sluitende aanhalingsteken",
      meaning: "Een cel tussen aanhalingstekens gaat door na het sluitende aanhalingsteken.",
      example: '"Acme" B.V.',
      resolution: 'Verdubbel de aanhalingstekens die bij de tekst horen: """Acme"" B.V.".',
    },
  },
  formula_without_result: {
    severity: "error",
    en: {
      title: "Formula without a result",
      meaning: "The workbook contains a formula but not its result: the program that wrote it did not calculate.",
      example: "a workbook made by a script",
      resolution: "Open it in a spreadsheet program and save it, or enter the value instead of the formula.",
    },
    nl: {
      title: "Formule zonder uitkomst",
      meaning: "De werkmap bevat een formule zonder uitkomst: het programma dat die schreef, heeft niet gerekend.",
      example: "een werkmap die door een script is gemaakt",
      resolution:
        "Open de werkmap in een spreadsheetprogramma en sla die op, of vul de waarde in plaats van de formule in.",
    },
  },
  header_repeated: {
    severity: "error",
    en: {
      title: "Repeated header",
      meaning: "A row below the header contains the column names again.",
      example: "two exports pasted into one file, each with its header",
      resolution: "Delete the row.",
    },
    nl: {
      title: "Herhaalde kopregel",
      meaning: "Een rij onder de kopregel bevat opnieuw de kolomnamen.",
      example: "twee exports in één bestand geplakt, elk met een kopregel",
      resolution: "Verwijder de rij.",
    },
  },
  digits_lost: {
    severity: "error",
    en: {
      title: "Lost digits",
      meaning: "Spreadsheets keep 15 digits of a number; this cell holds a longer number.",
      example: "8931440400071234567 in a cell that is not formatted as text",
      resolution: "Take the value from its source and enter it in a cell formatted as text.",
    },
    nl: {
      title: "Cijfers verloren",
      meaning: "Een spreadsheet bewaart 15 cijfers van een getal; in deze cel staat een langer getal.",
      example: "8931440400071234567 in een cel zonder de opmaak Tekst",
      resolution: "Neem de waarde over uit de bron en zet die in een cel met de opmaak Tekst.",
    },
  },
  merged_cell: {
    severity: "error",
    en: {
      title: "Merged cell",
      meaning: "The cell is merged with the one above it. Only the first row of a merged cell has its value.",
      example: "one customer cell merged over the rows of all its users",
      resolution: "Unmerge the cells and put the value in every row.",
    },
    nl: {
      title: "Samengevoegde cel",
      meaning:
        "De cel is samengevoegd met de cel erboven. Alleen de eerste rij van een samengevoegde cel heeft de waarde.",
      example: "één klantcel samengevoegd over de rijen van al haar gebruikers",
      resolution: "Maak de samenvoeging ongedaan en zet de waarde in elke rij.",
    },
  },
  cell_outside_table: {
    severity: "error",
    en: {
      title: "Value outside the table",
      meaning: "A row has a value far to the right of the columns of the sheet.",
      example: "a value in XFD20 left behind by a macro",
      resolution: "Clear the cell, or give its column a header.",
    },
    nl: {
      title: "Waarde buiten de tabel",
      meaning: "Een rij heeft een waarde ver rechts van de kolommen van het blad.",
      example: "een waarde in XFD20, achtergelaten door een macro",
      resolution: "Maak de cel leeg, of geef de kolom een kop.",
    },
  },
  idp_entity_id_not_allowed: {
    severity: "error",
    en: {
      title: "IdP entity ID without partner authentication",
      meaning: "An IdP entity ID applies to partner authentication only.",
      example: "idp_entity_id with authentication webex",
      resolution: "Write partner in authentication, or leave idp_entity_id blank.",
    },
    nl: {
      title: "Entiteits-id van de IdP zonder partnerverificatie",
      meaning: "Een entiteits-id van de identiteitsprovider (IdP) geldt alleen bij partnerverificatie.",
      example: "idp_entity_id met authentication webex",
      resolution: "Schrijf partner in authentication, of laat idp_entity_id leeg.",
    },
  },
  pstn_vendor_in_template: {
    severity: "warning",
    en: {
      title: "PSTN vendor in a template",
      meaning:
        "Cisco advises against a PSTN vendor in a template: it limits the PSTN options of the customers made from it.",
      example: "pstn_vendor filled in",
      resolution: "Choose the PSTN connection per location instead.",
    },
    nl: {
      title: "PSTN-leverancier in een sjabloon",
      meaning:
        "Cisco raadt een PSTN-leverancier in een sjabloon af: die beperkt de PSTN-keuze van de klanten die ermee worden gemaakt.",
      example: "pstn_vendor ingevuld",
      resolution: "Kies de PSTN-verbinding per locatie.",
    },
  },
  provisioning_id_is_name: {
    severity: "error",
    en: {
      title: "Template name instead of provisioning ID",
      meaning: "The provisioning ID is the same as the template name.",
      example: "Calling NL in both cells",
      resolution: "Copy the provisioning ID that Partner Hub shows with the template.",
    },
    nl: {
      title: "Sjabloonnaam in plaats van inrichtings-id",
      meaning: "De inrichtings-id is gelijk aan de naam van het sjabloon.",
      example: "Calling NL in beide cellen",
      resolution: "Kopieer de inrichtings-id die Partner Hub bij het sjabloon toont.",
    },
  },
  template_required: {
    severity: "error",
    en: {
      title: "Template required",
      meaning: "A new customer is created from an onboarding template, and the row does not name one.",
      example: "template and provisioning_id both blank",
      resolution: "Fill in template or provisioning_id.",
    },
    nl: {
      title: "Sjabloon verplicht",
      meaning: "Een nieuwe klant wordt gemaakt met een onboardingssjabloon, en de rij noemt er geen.",
      example: "template en provisioning_id allebei leeg",
      resolution: "Vul template of provisioning_id in.",
    },
  },
  location_not_supported: {
    severity: "error",
    en: {
      title: "Supported location not confirmed",
      meaning: "You must confirm that the customer is in a location that Webex supports.",
      example: "no in supported_location",
      resolution: "Check it, then write yes.",
    },
    nl: {
      title: "Ondersteunde locatie niet bevestigd",
      meaning: "U moet bevestigen dat de klant op een locatie zit die Webex ondersteunt.",
      example: "nee in supported_location",
      resolution: "Controleer het en schrijf daarna ja.",
    },
  },
  head_office_not_created: {
    severity: "warning",
    en: {
      title: "Head office not created",
      meaning: "Webex creates a head office only for customers with a calling package.",
      example: "hq_timezone with only webex_meetings",
      resolution: "Leave the head office cells blank, or add a calling package.",
    },
    nl: {
      title: "Hoofdkantoor wordt niet gemaakt",
      meaning: "Webex maakt alleen een hoofdkantoor voor klanten met een belpakket.",
      example: "hq_timezone met alleen webex_meetings",
      resolution: "Laat de cellen van het hoofdkantoor leeg, of voeg een belpakket toe.",
    },
  },
  calling_plan_by_hand: {
    severity: "warning",
    en: {
      title: "Cisco Calling Plan: set up by hand",
      meaning: "The API cannot set up PSTN and numbers of a Cisco Calling Plan.",
      example: "cisco_calling_plan and hq_phone_numbers",
      resolution: "Order the numbers in Control Hub.",
    },
    nl: {
      title: "Cisco Calling Plan: handmatig in te stellen",
      meaning: "De API kan PSTN en telefoonnummers van een Cisco Calling Plan niet instellen.",
      example: "cisco_calling_plan en hq_phone_numbers",
      resolution: "Bestel de nummers in Control Hub.",
    },
  },
  limit_without_package: {
    severity: "warning",
    en: {
      title: "Limit without its package",
      meaning: "The row sets a limit for a package that the customer does not have.",
      example: "webex_suite=10 with only webex_calling",
      resolution: "Add the package, or remove the limit.",
    },
    nl: {
      title: "Limiet zonder pakket",
      meaning: "De rij geeft een limiet voor een pakket dat de klant niet heeft.",
      example: "webex_suite=10 met alleen webex_calling",
      resolution: "Voeg het pakket toe, of verwijder de limiet.",
    },
  },
  main_number_not_listed: {
    severity: "error",
    en: {
      title: "Main number not at this location",
      meaning: "The main number must be one of the numbers of its location.",
      example: "main number +31201234600 with the range +31201234500-+31201234549",
      resolution: "Add it to the numbers of the location, or choose one of them.",
    },
    nl: {
      title: "Hoofdnummer hoort niet bij de locatie",
      meaning: "Het hoofdnummer moet een van de telefoonnummers van de locatie zijn.",
      example: "hoofdnummer +31201234600 bij de reeks +31201234500-+31201234549",
      resolution: "Voeg het toe aan de nummers van de locatie, of kies een van die nummers.",
    },
  },
  main_number_unchecked: {
    severity: "warning",
    en: {
      title: "Main number not checked",
      meaning: "The row has a main number but no numbers, so the location must already have this number.",
      example: "main_number filled in, phone_numbers blank",
      resolution: "If the location does not have the number yet, add it to phone_numbers.",
    },
    nl: {
      title: "Hoofdnummer niet gecontroleerd",
      meaning: "De rij heeft een hoofdnummer maar geen nummers; de locatie moet dit nummer dus al hebben.",
      example: "main_number ingevuld, phone_numbers leeg",
      resolution: "Heeft de locatie het nummer nog niet, voeg het dan toe aan phone_numbers.",
    },
  },
  phone_country_mismatch: {
    severity: "warning",
    en: {
      title: "Number from another country",
      meaning: "A phone number does not belong to the country of its location.",
      example: "a +32 number at an office in NL",
      resolution: "Check the number and the address.",
    },
    nl: {
      title: "Telefoonnummer van een ander land",
      meaning: "Een telefoonnummer hoort niet bij het land van de locatie.",
      example: "een +32-nummer bij een kantoor in NL",
      resolution: "Controleer het nummer en het adres.",
    },
  },
  emergency_location_identifier_unused: {
    severity: "warning",
    en: {
      title: "Emergency location identifier not used",
      meaning: "Webex uses the emergency location identifier in BE, DE and FR only.",
      example: "filled in for an office in NL",
      resolution: "Leave the cell blank.",
    },
    nl: {
      title: "Noodlocatie-id niet gebruikt",
      meaning: "Webex gebruikt de id van de noodlocatie alleen in BE, DE en FR.",
      example: "ingevuld voor een kantoor in NL",
      resolution: "Laat de cel leeg.",
    },
  },
  one_base_package: {
    severity: "error",
    en: {
      title: "More than one base package",
      meaning: "A user has exactly one base package. Add-ons have their own column.",
      example: "webex_calling;webex_meetings",
      resolution: "Write one base package, and put add-ons in addons.",
    },
    nl: {
      title: "Meer dan één basispakket",
      meaning: "Een gebruiker heeft precies één basispakket. Add-ons hebben een eigen kolom.",
      example: "webex_calling;webex_meetings",
      resolution: "Schrijf één basispakket en zet add-ons in addons.",
    },
  },
  package_not_for_users: {
    severity: "error",
    en: {
      title: "Package not for users",
      meaning: "The package belongs to the customer and cannot be assigned to a user.",
      example: "common_area_calling",
      resolution: "Choose a base package for users.",
    },
    nl: {
      title: "Geen pakket voor gebruikers",
      meaning: "Het pakket hoort bij de klant en kan niet aan een gebruiker worden toegewezen.",
      example: "common_area_calling",
      resolution: "Kies een basispakket voor gebruikers.",
    },
  },
  not_an_addon: {
    severity: "error",
    en: {
      title: "Not an add-on",
      meaning: "The column addons contains a base package.",
      example: "webex_meetings in addons",
      resolution: "Remove it from addons.",
    },
    nl: {
      title: "Geen add-on",
      meaning: "In de kolom addons staat een basispakket.",
      example: "webex_meetings in addons",
      resolution: "Verwijder het uit addons.",
    },
  },
  number_or_extension_required: {
    severity: "error",
    en: {
      title: "Number or extension required",
      meaning: "A user with a calling package needs a phone number, an extension or both.",
      example: "webex_calling with both cells blank",
      resolution: "Fill in phone_number or extension.",
    },
    nl: {
      title: "Telefoonnummer of toestelnummer verplicht",
      meaning: "Een gebruiker met een belpakket heeft een telefoonnummer nodig, een toestelnummer of allebei.",
      example: "webex_calling met beide cellen leeg",
      resolution: "Vul phone_number of extension in.",
    },
  },
  calling_cell_unused: {
    severity: "warning",
    en: {
      title: "Calling value not used",
      meaning:
        "No package includes calling, so Webex does not use the location, number and extension of this user, or the PSTN connection and numbers of this customer's location.",
      example: "webex_meetings with extension 4015",
      resolution: "Leave the cell blank, or choose a calling package.",
    },
    nl: {
      title: "Belgegevens niet gebruikt",
      meaning:
        "Geen van de pakketten bevat bellen. Webex gebruikt de locatie, het telefoonnummer en het toestelnummer van deze gebruiker dus niet, en evenmin de PSTN-verbinding en nummers van een locatie van deze klant.",
      example: "webex_meetings met toestelnummer 4015",
      resolution: "Laat de cel leeg, of kies een pakket met bellen.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
