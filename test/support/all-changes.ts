/** A batch of every operation of the days after the first, and the one before it: of users, locations and customers. */
import { type Batch, writeBatch } from "./write-batch.ts";

type Cells = Readonly<Record<string, string>>;

const carrier = { pstn: "Simulated Carrier" };
const head = {
  hq_pstn: "Simulated Carrier",
  hq_phone_numbers: "+31201234500-+31201234519",
  hq_main_number: "+31201234500",
  package_limits: "webex_calling=50",
  packages: "webex_calling;webex_suite;webex_meetings;attendant_console",
};
const rotterdam = {
  ...{ name: "Rotterdam", ...carrier, phone_numbers: "+31104170100-+31104170109" },
  ...{ main_number: "+31104170100", routing_prefix: "81" },
};
const utrecht = { name: "Utrecht", ...carrier, phone_numbers: "+31301234500-+31301234509" };
const closing = { name: "Zwolle", ...carrier, phone_numbers: "+31381234500-+31381234504" };

const user = (name: string, cells: Cells): Cells => ({
  ...{ email: `${name}@c1.example.com`, first_name: name, last_name: "Visser", extension: "", title: "Engineer" },
  ...cells,
});
const at = (location: string, extension: string, phone_number = "") => ({ location, extension, phone_number });
const office = "Head Office";

const first: Batch = {
  templates: [{}],
  customers: [head, { external_id: "HAND-1", name: "Customer 2" }, {}],
  locations: [rotterdam, utrecht, closing],
  users: [
    user("admin", { ...at(office, "4000"), roles: "full_admin", caller_id: "location" }),
    user("married", at(office, "4001", "+31201234501")),
    user("suite", at(office, "4002")),
    user("quits-calling", at(office, "4003", "+31201234503")),
    user("begins", { package: "webex_meetings", location: "" }),
    user("renumbered", at(office, "4005", "+31201234505")),
    user("follows", at(office, "4006", "+31201234506")),
    user("moves", { ...at(office, "4007"), caller_id: "+31201234500" }),
    user("moves-with-number", { ...at(office, "4008", "+31201234508"), caller_id: "+31201234500" }),
    user("leaves", { ...at("Rotterdam", "4009", "+31104170109"), caller_id: "location" }),
    user("from-zwolle", at("Zwolle", "4010", "+31381234501")),
    { customer: "HAND-1", email: "user@c2.example.com", location: office, extension: "4000" },
    { customer: "C3", email: "user@c3.example.com", location: office, extension: "4000" },
  ],
};

const later: Batch = {
  templates: [{}],
  customers: [
    {
      ...{ ...head, name: "Renamed", city: "Haarlem", language: "en_US", package_limits: "webex_calling=60" },
      ...{ packages: `${head.packages};webex_voice`, hq_phone_numbers: "+31201234500-+31201234507" },
      ...{ hq_timezone: "Europe/Brussels", hq_caller_id_name: "Reception", hq_main_number: "+31201234504" },
    },
    {},
    { action: "remove" },
  ],
  locations: [
    {
      ...{ ...rotterdam, address_line1: "Coolsingel 1", routing_prefix: "91", pstn: "Second Carrier" },
      phone_numbers: "+31104170100-+31104170111",
    },
    { ...utrecht, phone_numbers: `${utrecht.phone_numbers};+31201234508`, announcement_language: "en_US" },
    { name: "Zwolle", action: "remove" },
    { name: "Breda", ...carrier, phone_numbers: "+31761234500-+31761234504", routing_prefix: "82" },
  ],
  users: [
    user("admin", { ...at(office, "4000"), roles: "full_admin;device_admin", caller_id: "+31201234501" }),
    user("married", {
      ...at(office, "4001", "+31201234501"),
      last_name: "de Vries",
      title: "Manager",
      caller_id: "location",
    }),
    user("suite", { ...at(office, "4002"), package: "webex_suite", addons: "attendant_console" }),
    user("quits-calling", { package: "webex_meetings", location: "" }),
    user("begins", { ...at(office, "4003", "+31201234503"), caller_id: "location" }),
    user("renumbered", at(office, "4105", "+31201234502")),
    user("follows", at(office, "4005", "+31201234505")),
    user("moves", { ...at("Breda", "4007"), caller_id: "location" }),
    user("moves-with-number", { ...at("Utrecht", "4008", "+31201234508"), caller_id: "+31201234500" }),
    { email: "leaves@c1.example.com", action: "remove" },
    user("from-zwolle", at("Rotterdam", "4010", "+31104170101")),
    user("joins", { ...at("Rotterdam", "4009", "+31104170109"), caller_id: "+31104170101" }),
    { customer: "C2", email: "user@c2.example.com", location: office, extension: "4000" },
  ],
};

/** What allows all of it. */
export const allowingAll = [
  ...["--adopt", "--allow-customer-removals", "--delete-organizations", "--accept-impacts", "--allow-outage"],
  "--remove-missing-numbers",
];

/** Paths of the batch before, and of the one with all changes. */
export async function writeAllChanges(parent: string): Promise<{ readonly before: string; readonly changes: string }> {
  const [before, changes] = await Promise.all([writeBatch(parent, "first", first), writeBatch(parent, "later", later)]);
  return { before, changes };
}
