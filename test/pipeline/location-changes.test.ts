/** Locations and head offices that change in place: caller name, routing prefix, languages, local gateways. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";

const templates = [{}];
const head = {
  hq_pstn: "Simulated Carrier",
  hq_phone_numbers: "+31201234500-+31201234509",
  hq_main_number: "+31201234500",
};
const branch = {
  name: "Rotterdam",
  pstn: "Simulated Carrier",
  phone_numbers: "+31104170100-+31104170104",
  main_number: "+31104170100",
  routing_prefix: "81",
};

async function applied(
  given: Parameters<typeof operator>[0] = {},
  locations: readonly Record<string, string>[] = [branch],
) {
  const at = await operator(given);
  await at.apply({ templates, customers: [head], locations });
  await at.webex.forgetStats();
  return at;
}

type Operator = Awaited<ReturnType<typeof operator>>;
type Calling = Readonly<Record<string, unknown>> & { readonly pstn?: unknown };

const callingOf = async ({ webex }: Operator, name: string) =>
  ((await webex.state()).locations ?? []).find((location) => location.name === name)?.calling as Calling;

describe("a location that changes in place", () => {
  it("gets another caller name, which the customer's name is by default", async () => {
    const at = await applied();
    expect((await callingOf(at, "Rotterdam")).callerName).toBe("Customer 1");
    const batch = { locations: [{ ...branch, caller_id_name: "Rotterdam Sales" }] };
    const plan = await at.plan(batch);
    expect(plan.plan.rows[0]?.changes).toEqual([
      { field: "caller_id_name", before: "Customer 1", after: "Rotterdam Sales" },
    ]);
    expect((await at.apply(batch)).rows).toEqual(["locations.csv:2 update succeeded"]);
    expect((await callingOf(at, "Rotterdam")).callerName).toBe("Rotterdam Sales");
    expect((await at.apply(batch)).rows).toEqual(["locations.csv:2 none unchanged"]);
    expect((await at.apply({ locations: [branch] })).rows).toEqual(["locations.csv:2 none unchanged"]);
  });

  it("gets another routing prefix by a job of Webex, one after the other", async () => {
    const utrecht = { name: "Utrecht", routing_prefix: "82" };
    const at = await applied({ provisioningTimeMs: 50 }, [branch, utrecht]);
    const batch = {
      locations: [
        { ...branch, routing_prefix: "91" },
        { ...utrecht, routing_prefix: "92" },
      ],
    };
    expect((await at.apply(batch)).rows).toEqual([
      "locations.csv:2 update succeeded",
      "locations.csv:3 update succeeded",
    ]);
    expect((await callingOf(at, "Rotterdam")).routingPrefix).toBe("91");
    expect((await callingOf(at, "Utrecht")).routingPrefix).toBe("92");
    expect((await at.apply(batch)).rows).toEqual(["locations.csv:2 none unchanged", "locations.csv:3 none unchanged"]);
  });

  it("whose prefix Webex does not start to change gets the reason, and the rest is done (206)", async () => {
    const stuck = { ...branch, name: "Stuck Prefix" };
    const at = await applied({}, [stuck]);
    const { rows, rowAt } = await at.apply({
      locations: [{ ...stuck, routing_prefix: "91", caller_id_name: "Sales" }],
    });
    expect(rows).toEqual(["locations.csv:2 update failed refused in routing_prefix"]);
    expect(rowAt("locations.csv:2").message).toContain("batch job not triggered");
    expect(await callingOf(at, "Stuck Prefix")).toMatchObject({ routingPrefix: "81", callerName: "Sales" });
  });

  it("reaches a local gateway by a route, and takes numbers there", async () => {
    const gateway = { ...branch, pstn: "", pstn_route: "trunk:Simulated Gateway" };
    const at = await applied({}, [{ name: "Utrecht" }]);
    expect((await at.apply({ locations: [gateway] })).rows).toEqual(["locations.csv:2 create succeeded"]);
    expect((await callingOf(at, "Rotterdam")).pstn).toMatchObject({ option: "premises", routeType: "TRUNK" });
    expect((await at.apply({ locations: [gateway] })).rows).toEqual(["locations.csv:2 none unchanged"]);
    await at.webex.forgetStats();
    const other = { ...gateway, pstn_route: "route_group:Simulated Gateways" };
    expect((await at.apply({ locations: [other] })).rows).toEqual(["locations.csv:2 update succeeded"]);
    // its id is known from the plan
    expect((await at.webex.stats()).requests["GET /telephony/config/routeChoices"]).toEqual({ "200": 1 });
    expect((await at.apply({ locations: [other] })).rows).toEqual(["locations.csv:2 none unchanged"]);
  });

  it("is refused before anything is sent where its customer has no such route", async () => {
    const at = await applied();
    const { rows, rowAt } = await at.apply({ locations: [{ ...branch, pstn: "", pstn_route: "trunk:Nowhere" }] });
    expect(rows).toEqual(["locations.csv:2 update failed unknown_pstn_route in pstn_route"]);
    expect(rowAt("locations.csv:2").hint).toContain("trunk:Simulated Gateway");
    expect((await at.webex.stats()).writes).toBe(0);
  });

  it.each([
    [{ pstn: "Premises-based PSTN" }, "pstn_route_required in pstn"],
    [{ pstn_route: "trunk:Simulated Gateway" }, "pstn_and_route in pstn"],
    [{ pstn: "", pstn_route: "Simulated Gateway" }, "invalid_pstn_route in pstn_route"],
  ])("is refused as a row with %j", async (cells, code) => {
    const at = await operator();
    const { rows } = await at.apply({ locations: [{ ...branch, ...cells }] });
    expect(rows).toEqual([`locations.csv:2 none invalid ${code}`]);
  });
});

describe("a head office that changes in place", () => {
  it("gets a prefix, a caller name, a language of announcements and a gateway", async () => {
    const at = await applied();
    const changed = {
      ...head,
      hq_pstn: "",
      hq_pstn_route: "trunk:Simulated Gateway",
      hq_routing_prefix: "80",
      hq_caller_id_name: "Reception",
      hq_announcement_language: "en_US",
    };
    expect((await at.apply({ customers: [changed] })).rows).toEqual(["customers.csv:2 update succeeded"]);
    expect(await callingOf(at, "Head Office")).toMatchObject({
      routingPrefix: "80",
      callerName: "Reception",
      announcementLanguage: "en_us",
      pstn: { option: "premises" },
    });
    expect((await at.apply({ customers: [changed] })).rows).toEqual(["customers.csv:2 none unchanged"]);
  });

  it("has them from the beginning", async () => {
    const at = await operator();
    const customers = [
      { ...head, hq_routing_prefix: "80", hq_caller_id_name: "Reception", hq_announcement_language: "en_US" },
    ];
    expect((await at.apply({ templates, customers })).rows.at(-1)).toBe("customers.csv:2 create succeeded");
    expect(await callingOf(at, "Head Office")).toMatchObject({
      routingPrefix: "80",
      callerName: "Reception",
      announcementLanguage: "en_us",
    });
    expect((await at.apply({ customers })).rows).toEqual(["customers.csv:2 none unchanged"]);
  });
});

describe("a local gateway of what is new", () => {
  it("is refused for a new customer before anything is made: its organization has no trunks yet", async () => {
    const at = await operator();
    const customers = [{ ...head, hq_pstn: "", hq_pstn_route: "trunk:Simulated Gateway" }];
    const { rows, rowAt } = await at.apply({ templates, customers, locations: [branch], users: [{}] });
    expect(rows.slice(1)).toEqual([
      "customers.csv:2 create failed unknown_pstn_route in hq_pstn_route",
      "locations.csv:2 create blocked blocked",
      "users.csv:2 create blocked blocked",
    ]);
    expect(rowAt("customers.csv:2").message).toContain("The customer is new");
    expect((await at.webex.state()).customers).toEqual([]);
  });

  it("is refused for the branch alone that a new customer gets", async () => {
    const at = await operator();
    const gateway = { ...branch, pstn: "", pstn_route: "trunk:Simulated Gateway" };
    const { rows } = await at.apply({ templates, customers: [head], locations: [gateway, { name: "Utrecht" }] });
    expect(rows.slice(1)).toEqual([
      "customers.csv:2 create succeeded",
      "locations.csv:2 create failed unknown_pstn_route in pstn_route",
      "locations.csv:3 create succeeded",
    ]);
  });

  it("that is not there keeps a new location from being made", async () => {
    const at = await applied();
    const utrecht = { name: "Utrecht", pstn_route: "trunk:Nowhere" };
    const { rows } = await at.apply({ locations: [utrecht] });
    expect(rows).toEqual(["locations.csv:2 create failed unknown_pstn_route in pstn_route"]);
    expect(((await at.webex.state()).locations ?? []).map(({ name }) => name)).not.toContain("Utrecht");
    const { rows: made } = await at.apply({ locations: [{ ...utrecht, pstn_route: "trunk:Simulated Gateway" }] });
    expect(made).toEqual(["locations.csv:2 create succeeded"]);
  });
});

describe("an undo of changes of locations", () => {
  it("puts every field back that had a value, takes added numbers away, and removes what was made", async () => {
    const at = await applied();
    const before = (await at.webex.state()).locations;
    const batch = {
      customers: [
        {
          ...head,
          hq_pstn: "",
          hq_pstn_route: "trunk:Simulated Gateway",
          hq_phone_numbers: "+31201234500-+31201234511",
          hq_main_number: "+31201234511",
          hq_caller_id_name: "Reception",
          hq_address_line1: "Dam 1",
          hq_city: "Amsterdam",
          hq_state: "NH",
          hq_postal_code: "1012 JS",
        },
      ],
      locations: [
        { ...branch, routing_prefix: "91", timezone: "Europe/Brussels", caller_id_name: "Sales" },
        { name: "Utrecht", pstn: "Simulated Carrier", phone_numbers: "+31301234500", main_number: "+31301234500" },
      ],
    };
    const { runId, exitCode } = await at.apply(batch);
    expect(exitCode).toBe(0);
    const undone = await at.undo(runId);
    expect(undone.rows).toEqual([
      "customers.csv:2 update succeeded",
      "locations.csv:2 update succeeded",
      "locations.csv:3 delete succeeded",
    ]);
    const { locations, numbers = [] } = await at.webex.state();
    const without = (list: typeof locations) =>
      list?.map((each) => ({ ...each, address: { ...(each.address as object), address2: "" } }));
    expect(without(locations)).toEqual(without(before));
    expect(numbers).toHaveLength(15);
  });

  it("brings released numbers back", async () => {
    const at = await applied();
    const fewer = { ...head, hq_phone_numbers: "+31201234500-+31201234501" };
    const { runId } = await at.apply({ customers: [fewer] }, { isRemovingNumbers: true });
    expect((await at.webex.state()).numbers).toHaveLength(7);
    expect((await at.undo(runId)).rows).toEqual(["customers.csv:2 update succeeded"]);
    expect((await at.webex.state()).numbers).toHaveLength(15);
  });

  it("leaves alone what somebody has changed since", async () => {
    const at = await applied();
    const { runId } = await at.apply({ locations: [{ ...branch, caller_id_name: "Sales" }] });
    await at.apply({ locations: [{ ...branch, caller_id_name: "Support" }] });
    expect((await at.undo(runId)).rows).toEqual(["locations.csv:2 update failed changed_since"]);
    expect((await callingOf(at, "Rotterdam")).callerName).toBe("Support");
  });
});
