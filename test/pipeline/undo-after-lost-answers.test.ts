/** The undo of changes that Webex made without its answer arriving: they count as done by the run. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";

const numbers = { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509" };
const six = [0, 1, 2, 3, 4, 5];
const branch = { locations: [{ name: "Branch" }] };
const users = six.map((index) => ({ caller_id: "location", extension: `400${index}` }));

describe("undo of changes whose answers were lost", () => {
  it.each([
    ["PUT /people/{personId}=lost:0.4", six.map((index) => ({ ...users[index], extension: `410${index}` }))],
    ["PUT /people/{personId}/features/callerId=lost:0.4", users.map((user) => ({ ...user, caller_id: "direct" }))],
    [
      "POST /telephony/config/jobs/person/moveLocation=lost:0.4",
      users.map((user) => ({ ...user, location: "Branch" })),
    ],
    [
      "PATCH /identity/scim/{orgId}/v2/Users/{userId}=lost:0.4",
      users.map((user, index) => ({ ...user, title: `Baker ${index}` })),
    ],
  ])("takes them back: %s", async (fault, later) => {
    const at = await operator({ seed: 3 });
    await at.apply({ templates: [{}], customers: [numbers], ...branch, users });
    await at.webex.turnKnobs({ faults: [fault] });
    const { runId, results } = await at.apply({ users: later }, { isAcceptingImpacts: true });
    expect(results.map(({ status, message }) => message || status)).toEqual(six.map(() => "succeeded"));
    await at.webex.turnKnobs({ faults: [] });
    const undone = await at.undo(runId);
    expect(undone.results.map(({ action, status, message }) => message || `${action} ${status}`)).toEqual(
      six.map(() => "update succeeded"),
    );
    const { people = [] } = await at.webex.state();
    const callers = people.filter(({ isCalling }) => isCalling === true);
    expect(callers.map(({ extension, callerId, title }) => [extension, callerId, title]).toSorted()).toEqual(
      six.map((index) => [`400${index}`, "LOCATION_NUMBER", null]),
    );
  });
});
