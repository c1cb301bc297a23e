/**
 * What other systems call our columns, as data for a proposal that a person looks at; the first of them is the likeliest. A file
 * is never read by these alone. From the account fields of Salesforce (developer.salesforce.com, object reference, Account), the
 * user tables of BroadWorks (OCI-P, UserGetListInGroupResponse), the extension import and export of 3CX
 * (3cx.com/blog/docs/bulk-extension-import), FreePBX (bulk extensions) and Yeastar (extension parameters).
 */
import type { SheetName } from "../../model/sheet.ts";

type Names = Readonly<Record<string, readonly string[]>>;

export const foreignHeaders: Readonly<Record<SheetName, Names>> = {
  templates: {},
  profiles: {},
  customers: {
    external_id: ["account number", "account id", "id", "record id", "relatienummer", "account nr", "crm id"],
    name: ["account name", "organisatie", "organization name", "relatie", "firma", "handelsnaam"],
    admin_email: ["admin email", "contact email", "email beheerder", "it contact email", "primary contact email"],
    address_line1: ["billing street", "straat"],
    state: ["billing state", "billing state/province"],
    postal_code: ["billing postal code", "billing zip/postal code"],
    country: ["billing country code", "billing country"],
    packages: ["product", "products", "producten", "diensten", "services", "plan"],
    hq_phone_numbers: ["did range", "nummerblok", "nummerreeks", "number range"],
  },
  locations: {
    customer: ["account number", "account id", "account name", "relatienummer", "group id"],
    name: ["site", "site name", "branch", "filiaal", "vestigingsnaam", "location name"],
    phone_numbers: ["did range", "nummerblok", "nummerreeks", "number range", "dids", "ddi range"],
  },
  users: {
    customer: ["group id", "account number", "account id", "relatienummer", "tenant"],
    email: ["login_email", "user principal name", "upn", "e-mail adres", "work e-mail"],
    first_name: ["fname", "first", "voornaam"],
    last_name: ["lname", "last", "achternaam"],
    phone_number: ["did", "ddi", "dn", "direct dial", "direct line", "doorkies", "direct nummer", "outboundcid"],
    extension: ["number", "extension number", "ext.", "toestelnr", "toestelnummer", "user extension", "nst"],
    location: ["site", "site name", "branch", "filiaal", "vestigingsnaam"],
    package: ["service pack", "plan", "product", "profiel", "licentie", "user type", "seat type"],
    department: ["afdeling", "dept"],
    title: ["job title", "functietitel"],
  },
};

/** Words of a header that tell its column, where nothing else does: custom fields are called as people like. */
export const tellingWords: Readonly<Record<SheetName, Readonly<Record<string, RegExp>>>> = {
  templates: {},
  profiles: {},
  customers: {
    packages: /product|package|pakket|licen[cst]|dienst|\bplan\b/i,
    hq_main_number: /main.?(phone.?)?number|hoofdnummer/i,
    hq_phone_numbers: /did.?range|number.?range|nummerblok|nummerreeks/i,
  },
  locations: {
    main_number: /main.?(phone.?)?number|hoofdnummer/i,
    phone_numbers: /did.?range|nummerblok|nummerreeks/i,
  },
  users: { package: /product|package|pakket|licen[cst]|service.?pack|\bplan\b/i },
};

/** Whole names of people in one cell. */
export const fullNames: readonly string[] = [
  "name",
  "full name",
  "display name",
  "naam",
  "volledige naam",
  "weergavenaam",
  "gebruiker",
  "medewerker",
  "employee",
  "user name",
  "contact",
  "contact name",
];

/** What stands behind a street. */
export const houseNumbers: readonly string[] = ["huisnummer", "huisnr", "house number", "nr", "no.", "street number"];

/** Words of headers whose digits are no extension and no number of a desk. */
export const neverByValues =
  /pin|pass|wachtwoord|auth|secret|mac|serial|fax|mobile|mobiel|gsm|cell|post|zip|year|jaar|kvk|btw|vat|bank|iban|revenue|employees|price|prijs|date|datum|prefix|country ?code|owner|latitude|longitude/i;
