/** A batch of five customers, and a hundred changes in it by somebody in Control Hub. */
import { type InCustomer, workByHand } from "./by-hand.ts";
import type { Operator } from "./operator.ts";
import { until } from "./until.ts";
import type { Batch } from "./write-batch.ts";

const branches = [
  "moved",
  "zoned",
  "spoken",
  "named",
  "main",
  "caller",
  "prefix",
  "more",
  "fewer",
  "announced",
  "carried",
];

/** Numbers of the nth place of a customer: ten, from a hundred of its own. */
const block = (customer: number, n: number) => `+3120${customer}${String(n).padStart(2, "0")}450`;
const numbersOf = (customer: number, n: number) => `${block(customer, n)}0-${block(customer, n)}9`;
const kept = { hq_pstn: "Simulated Carrier" };

function customerOf(c: number) {
  const id = `C${c}`;
  return {
    ...{ external_id: id, name: `Customer ${c}`, admin_email: `admin@c${c}.example.com`, ...kept },
    packages: "webex_calling;webex_voice;webex_meetings;attendant_console",
    hq_phone_numbers: numbersOf(c, 0),
    hq_main_number: `${block(c, 0)}0`,
  };
}

const locationsOf = (c: number) =>
  branches.map((name, index) => ({
    ...{ customer: `C${c}`, name, pstn: "Simulated Carrier", phone_numbers: numbersOf(c, index + 1) },
    ...{ main_number: `${block(c, index + 1)}0`, caller_id_name: "Bakery", routing_prefix: `8${index + 10}` },
    announcement_language: "nl_nl",
  }));

const people = [
  ["extension", { phone_number: "1" }],
  ["number", { phone_number: "2" }],
  ["unnumbered", { phone_number: "3" }],
  ["numbered", {}],
  ["first", {}],
  ["shown", { display_name: "As Shown" }],
  ["title", { title: "Baker" }],
  ["department", { department: "Ovens" }],
  ["language", { language: "nl_NL" }],
  ["promoted", {}],
  ["demoted", { roles: "user_admin;device_admin" }],
  ["package", {}],
  ["addon", {}],
  ["plain", { addons: "attendant_console" }],
  ["gone", {}],
  ["elsewhere", {}],
  ["untouched", { phone_number: "9", roles: "readonly_admin", title: "Clerk" }],
] as const;

const emailOf = (c: number, name: string) => `${name}@c${c}.example.com`;

const usersOf = (c: number) =>
  people.map(([name, cells], index) => ({
    ...{ customer: `C${c}`, email: emailOf(c, name), extension: String(4100 + index), location: "Head Office" },
    ...cells,
    ...("phone_number" in cells ? { phone_number: `${block(c, 0)}${cells.phone_number}` } : {}),
  }));

/** One change by hand, and what is to be told of it: sheet, key, kind and, of a change, column. */
type Hand = readonly [does: (at: InCustomer, c: number) => Promise<unknown>, tells: (c: number) => readonly string[]];

const user = (name: string, kind: string, column?: string) => (c: number) =>
  ["users", emailOf(c, name), kind, ...(column ? [column] : [])] as const;
const branch = (name: string, column: string) => () => ["locations", name, "changed", column] as const;
const head = (column: string) => (c: number) => ["customers", `C${c}`, "changed", column] as const;

const hands: readonly Hand[] = [
  [(at, c) => at.line(emailOf(c, "extension"), { extension: "4999" }), user("extension", "changed", "extension")],
  [
    (at, c) => at.line(emailOf(c, "number"), { phoneNumber: `${block(c, 0)}5` }),
    user("number", "changed", "phone_number"),
  ],
  [(at, c) => at.line(emailOf(c, "unnumbered"), { phoneNumber: "" }), user("unnumbered", "changed", "phone_number")],
  [
    (at, c) => at.line(emailOf(c, "numbered"), { phoneNumber: `${block(c, 0)}6` }),
    user("numbered", "changed", "phone_number"),
  ],
  [(at, c) => at.person(emailOf(c, "first"), { firstName: "Anna" }), user("first", "changed", "first_name")],
  [(at, c) => at.person(emailOf(c, "shown"), { displayName: "Otherwise" }), user("shown", "changed", "display_name")],
  [(at, c) => at.person(emailOf(c, "title"), { title: "Chef" }), user("title", "changed", "title")],
  [(at, c) => at.person(emailOf(c, "department"), { department: "Shop" }), user("department", "changed", "department")],
  [(at, c) => at.person(emailOf(c, "language"), { language: "fr_FR" }), user("language", "changed", "language")],
  [(at, c) => at.role(emailOf(c, "promoted"), ["full_admin"]), user("promoted", "changed", "roles")],
  [(at, c) => at.role(emailOf(c, "demoted"), [], ["user_admin"]), user("demoted", "changed", "roles")],
  [(at, c) => at.userPackages(emailOf(c, "package"), ["webex_voice"]), user("package", "changed", "package")],
  [
    (at, c) => at.userPackages(emailOf(c, "addon"), ["webex_calling", "attendant_console"]),
    user("addon", "changed", "package"),
  ],
  [(at, c) => at.userPackages(emailOf(c, "plain"), ["webex_calling"]), user("plain", "changed", "package")],
  [(at, c) => at.removeUser(emailOf(c, "gone")), user("gone", "missing")],
  [(at, c) => at.move(emailOf(c, "elsewhere"), "more"), user("elsewhere", "changed", "location")],
  [(at, c) => at.addUser(emailOf(c, "stranger"), "Head Office", "4888"), user("stranger", "unlisted")],
  [(at) => at.addLocation("Depot"), () => ["locations", "Depot", "unlisted"]],
  [
    (at) =>
      at.location("moved", {
        address: { line1: "Dam 1", city: "Amsterdam", state: "NH", postalCode: "1015 CW", country: "NL" },
      }),
    branch("moved", "address_line1"),
  ],
  [(at) => at.location("zoned", { timezone: "Europe/London" }), branch("zoned", "timezone")],
  [(at) => at.location("spoken", { language: "fr_FR" }), branch("spoken", "language")],
  [(at) => at.location("named", { name: "Renamed" }), branch("named", "name")],
  [(at, c) => at.settings("main", { mainNumber: `${block(c, 5)}4` }), branch("main", "main_number")],
  [(at) => at.settings("caller", { callerIdName: "Butcher" }), branch("caller", "caller_id_name")],
  [(at) => at.settings("prefix", { routingPrefix: "899" }), branch("prefix", "routing_prefix")],
  [(at, c) => at.addNumber("more", `+31209${c}14777`), branch("more", "phone_numbers")],
  [(at, c) => at.removeNumber("fewer", `${block(c, 9)}7`), branch("fewer", "phone_numbers")],
  [(at) => at.settings("announced", { announcementLanguage: "en_us" }), branch("announced", "announcement_language")],
  [(at) => at.pstn("carried", "Second Carrier"), branch("carried", "pstn")],
  [(at) => at.location("Head Office", { name: "Main Street" }), head("hq_name")],
  [(at, c) => at.addNumber("Main Street", `+31209${c}14888`), head("hq_phone_numbers")],
  [(at) => at.rename("Another Name B.V."), head("name")],
];

/** Customers in which everything is changed that can be. */
const inThree = [1, 2, 3];

/** Five customers, of which two have a row of their own alone. */
export const hundredBatch = {
  templates: [{}],
  customers: [...inThree, 4, 5].map(customerOf),
  locations: inThree.flatMap(locationsOf),
  users: inThree.flatMap(usersOf),
} satisfies Batch;

/** Returns what is to be told of it: customer, sheet, key, kind and, of a change, column; one line for each. */
export async function changeByHand(at: Pick<Operator, "baseUrl" | "webex">): Promise<readonly string[]> {
  const byHand = await workByHand(at.baseUrl);
  const expected: string[] = [];
  for (const c of inThree) {
    for (const [does, tells] of hands) {
      await does(await byHand.in(`C${c}`), c);
      expected.push([`C${c}`, ...tells(c)].join(" "));
    }
  }
  await (await byHand.in("C4")).externalId("C4-new");
  expected.push("C4 customers C4 changed external_id");
  await (await byHand.in("C5")).packages(["webex_calling", "webex_voice", "attendant_console", "webex_suite"]);
  await until(async () => (await at.webex.state()).customers?.every(({ status }) => status === "provisioned") === true);
  const fifth = await byHand.in("C5");
  await fifth.billing("Coolsingel 40");
  await fifth.rename("Bakery Five");
  for (const column of ["packages", "address_line1", "name"]) expected.push(`C5 customers C5 changed ${column}`);
  return expected;
}
