/** Rules across the rows of a batch: each code with its facts, and below them the sentences that are said of it. A new rule is an entry of both, and its query in `staging/batch-rules.ts`. */
import type { IssueFacts } from "../issue-facts.ts";
import { type Saying, words } from "../words/wording.ts";

export const acrossRowsCodes = {
  duplicate_key: {
    severity: "error",
    en: {
      title: "Duplicate key",
      meaning: "Two rows of a sheet have the same key, or the same value in a column that must be unique.",
      example: "one email address in two rows of users",
      resolution: "Keep one of the rows.",
    },
    nl: {
      title: "Dubbele sleutel",
      meaning: "Twee rijen van een blad hebben dezelfde sleutel, of dezelfde waarde in een kolom die uniek moet zijn.",
      example: "één e-mailadres in twee rijen van users",
      resolution: "Houd een van de rijen over.",
    },
  },
  duplicate_number: {
    severity: "error",
    en: {
      title: "Duplicate phone number",
      meaning: "A phone number can belong to only one location and one user.",
      example: "+31201234501 at two locations",
      resolution: "Remove it from one of them.",
    },
    nl: {
      title: "Dubbel telefoonnummer",
      meaning: "Een telefoonnummer kan maar bij één locatie en één gebruiker horen.",
      example: "+31201234501 bij twee locaties",
      resolution: "Haal het bij een van de twee weg.",
    },
  },
  email_of_other_customer: {
    severity: "error",
    en: {
      title: "Email address of another customer's administrator",
      meaning: "A Webex account belongs to one organization only.",
      example: "a user of CUST-2 with the admin_email of CUST-1",
      resolution: "Use another email address.",
    },
    nl: {
      title: "E-mailadres van de beheerder van een andere klant",
      meaning: "Een Webex-account hoort bij maar één organisatie.",
      example: "een gebruiker van CUST-2 met de admin_email van CUST-1",
      resolution: "Gebruik een ander e-mailadres.",
    },
  },
  limit_below_assigned: {
    severity: "error",
    en: {
      title: "Package limit exceeded",
      meaning:
        "The batch assigns a package to more users than the customer's limit allows. The plan also counts the users that the customer already has at Webex, except those being removed.",
      example: "webex_calling=10 and 12 users",
      resolution: "Raise the limit, or remove users.",
    },
    nl: {
      title: "Pakketlimiet overschreden",
      meaning:
        "De batch wijst een pakket toe aan meer gebruikers dan de limiet van de klant toestaat. Het plan telt ook de gebruikers die de klant al bij Webex heeft, behalve wie er wordt verwijderd.",
      example: "webex_calling=10 en 12 gebruikers",
      resolution: "Verhoog de limiet, of haal gebruikers weg.",
    },
  },
  no_license_left: {
    severity: "warning",
    en: {
      title: "Possibly no license left",
      meaning:
        "The customer seems to have no license of the package left, going by the last limit that was sent or by the licenses that Webex shows. The user is sent anyway, since the limit may have been raised in Partner Hub.",
      example: "an eleventh user where the limit was webex_calling=10",
      resolution: "Raise package_limits in the customer's row, or remove users.",
    },
    nl: {
      title: "Misschien geen licentie meer over",
      meaning:
        "De klant lijkt geen licentie van het pakket meer over te hebben: volgens de laatst verstuurde limiet, of volgens de licenties die Webex toont. De gebruiker wordt toch verstuurd, want de limiet kan in Partner Hub zijn verhoogd.",
      example: "een elfde gebruiker waar de limiet webex_calling=10 was",
      resolution: "Verhoog package_limits in de rij van de klant, of haal gebruikers weg.",
    },
  },
} as const satisfies Record<string, IssueFacts>;

/** Addresses of rows, of which `more` are left out. */
type Rows = { readonly rows: readonly string[]; readonly more: number };
type Repeated = Rows & { readonly value: string };

export const acrossRowsTexts = {
  template_name_repeated: words(
    ({ value, ...rows }: Repeated, speak) => `The template name ${value} is also in ${listRows(rows, speak)}.`,
    ({ value, ...rows }, speak) => `De sjabloonnaam ${value} staat ook in ${listRows(rows, speak)}.`,
  ),
  profile_repeated: words(
    ({ value, ...rows }: Repeated, speak) => `The profile ${value} is also in ${listRows(rows, speak)}.`,
    ({ value, ...rows }, speak) => `Het profiel ${value} staat ook in ${listRows(rows, speak)}.`,
  ),
  external_id_repeated: words(
    ({ value, ...rows }: Repeated, speak) => `The external ID ${value} is also in ${listRows(rows, speak)}.`,
    ({ value, ...rows }, speak) => `De externe id ${value} staat ook in ${listRows(rows, speak)}.`,
  ),
  admin_email_repeated: words(
    ({ value, ...rows }: Repeated, speak) =>
      `The administrator's address ${value} is also in ${listRows(rows, speak)}.`,
    ({ value, ...rows }, speak) => `Het adres ${value} van de beheerder staat ook in ${listRows(rows, speak)}.`,
  ),
  location_name_repeated: words(
    ({ value, ...rows }: Repeated, speak) =>
      `This customer has another location named ${value}, in ${listRows(rows, speak)}.`,
    ({ value, ...rows }, speak) => `Deze klant heeft nog een locatie ${value}, in ${listRows(rows, speak)}.`,
  ),
  email_repeated: words(
    ({ value, ...rows }: Repeated, speak) => `The email address ${value} is also in ${listRows(rows, speak)}.`,
    ({ value, ...rows }, speak) => `Het e-mailadres ${value} staat ook in ${listRows(rows, speak)}.`,
  ),
  phone_number_repeated: words(
    ({ value, ...rows }: Repeated, speak) => `The phone number ${value} is also in ${listRows(rows, speak)}.`,
    ({ value, ...rows }, speak) => `Het telefoonnummer ${value} staat ook in ${listRows(rows, speak)}.`,
  ),
  extension_repeated: words(
    ({ value, ...rows }: Repeated, speak) =>
      `The extension ${value} is used more than once at this location: also in ${listRows(rows, speak)}.`,
    ({ value, ...rows }, speak) =>
      `Het toestelnummer ${value} komt op deze locatie vaker voor: ook in ${listRows(rows, speak)}.`,
  ),
  keep_one_row: words(
    "Keep one of these rows, or give each its own value.",
    "Houd een van deze rijen over, of geef elke rij een eigen waarde.",
  ),
  named_like_head_office: words(
    ({ row }: { row: string }) => `The head office of this customer (${row}) has the same name.`,
    ({ row }) => `Het hoofdkantoor van deze klant (${row}) heet ook zo.`,
  ),
  delete_or_rename_location: words(
    "If it is the head office, delete this row. Otherwise give the location another name.",
    "Is dit het hoofdkantoor, verwijder de rij dan. Geef de locatie anders een andere naam.",
  ),
  administrator_of_other_customer: words(
    ({ email, row }: { email: string; row: string }) =>
      `${email} is the administrator of another customer (${row}), and a Webex account belongs to one organization only.`,
    ({ email, row }) =>
      `${email} is de beheerder van een andere klant (${row}), en een Webex-account hoort bij maar één organisatie.`,
  ),
  use_other_address: words(
    "Use another address for this user, or for that customer's administrator.",
    "Gebruik een ander adres voor deze gebruiker, of voor de beheerder van die klant.",
  ),
  limit_exceeded: words(
    ({ code, limit, users }: { code: string; limit: number; users: number }, { count }) =>
      `The limit for ${code} is ${limit}, but ${count(users, "user in the batch has", "users in the batch have")} this package.`,
    ({ code, limit, users }, { count }) =>
      `De limiet voor ${code} is ${limit}, maar ${count(users, "gebruiker in de batch heeft", "gebruikers in de batch hebben")} dit pakket.`,
  ),
  limit_below_users: words(
    ({ code, limit, users }: { code: string; limit: number; users: number }, { count }) =>
      `The limit for ${code} is ${limit}, but with this batch the customer has ${count(users, "license", "licenses")} of it in use.`,
    ({ code, limit, users }, { count }) =>
      `De limiet voor ${code} is ${limit}, maar met deze batch heeft de klant er ${count(users, "licentie", "licenties")} van in gebruik.`,
  ),
  no_license_left: words(
    ({ code, limit, used }: { code: string; limit: number; used: number }) =>
      `The limit for ${code} is ${limit}, and ${used} are in use: there may be no license left for this user.`,
    ({ code, limit, used }) =>
      `De limiet voor ${code} is ${limit}, en ${used} zijn er in gebruik: misschien is er voor deze gebruiker geen licentie meer over.`,
  ),
  raise_limit_of_customer: words(
    ({ code, users }: { code: string; users: number }) =>
      `Write ${code}=${users} or more in package_limits of the customer, or remove users.`,
    ({ code, users }) => `Vul ${code}=${users} of meer in bij package_limits van de klant, of haal gebruikers weg.`,
  ),
  raise_limit: words(
    ({ code, users }: { code: string; users: number }) => `Write ${code}=${users} or more, or remove users.`,
    ({ code, users }) => `Vul ${code}=${users} of meer in, of haal gebruikers weg.`,
  ),
  raise_limit_first: words(
    ({ code, users, row }: { code: string; users: number; row: string }) =>
      `First raise package_limits of the customer (${row}) to ${code}=${users} in a run of its own, or remove users.`,
    ({ code, users, row }) =>
      `Verhoog eerst in een aparte run package_limits van de klant (${row}) tot ${code}=${users}, of haal gebruikers weg.`,
  ),
  number_of_other_location: words(
    ({ number, ...rows }: Rows & { number: string }, speak) =>
      `The number ${number} is also given to another location: ${listRows(rows, speak)}.`,
    ({ number, ...rows }, speak) => `Het nummer ${number} hoort ook bij een andere locatie: ${listRows(rows, speak)}.`,
  ),
  numbers_of_other_location: words(
    ({ count, first, rows, more }: Rows & { count: number; first: readonly string[] }, speak) =>
      `${speak.number(count)} numbers (${listSome(first, count - first.length, speak)}) are also given to another location: ${listRows({ rows, more }, speak)}.`,
    ({ count, first, rows, more }, speak) =>
      `${speak.number(count)} nummers (${listSome(first, count - first.length, speak)}) horen ook bij een andere locatie: ${listRows({ rows, more }, speak)}.`,
  ),
  number_at_one_location: words(
    "A number belongs to one location: remove it from the others.",
    "Een nummer hoort bij één locatie: haal het bij de andere weg.",
  ),
};

function listRows({ rows, more }: Rows, speak: Saying): string {
  return listSome(rows, more, speak);
}

function listSome(texts: readonly string[], more: number, { language, list }: Saying): string {
  if (more <= 0) return list(texts);
  return list([...texts, language === "en" ? `${more} more` : `nog ${more}`]);
}
