/** Numbers that a row does not list any more: added ones stay, unless the operator wants them released. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";

const templates = [{}];
const head = {
  hq_pstn: "Simulated Carrier",
  hq_phone_numbers: "+31201234500-+31201234511",
  hq_main_number: "+31201234500",
};
const fewer = { ...head, hq_phone_numbers: "+31201234500-+31201234501" };
const user = { phone_number: "+31201234505" };

async function applied() {
  const at = await operator();
  await at.apply({ templates, customers: [head], users: [user] });
  await at.webex.forgetStats();
  return at;
}

type Operator = Awaited<ReturnType<typeof operator>>;

const numbersAt = async ({ webex }: Operator) =>
  ((await webex.state()).numbers ?? []).map(({ number }) => String(number).slice(-2)).join(" ");

describe("numbers that are not listed any more", () => {
  it("stay, unless the operator has them released", async () => {
    const at = await applied();
    expect((await at.apply({ customers: [fewer] })).rows).toEqual(["customers.csv:2 none unchanged"]);
    expect(await numbersAt(at)).toBe("00 01 02 03 04 05 06 07 08 09 10 11");
  });

  it("are released five at a time, but for the main number and for those that somebody has", async () => {
    const at = await applied();
    const { rows, errors } = await at.apply({ customers: [fewer] }, { isRemovingNumbers: true });
    expect(rows).toEqual(["customers.csv:2 update succeeded"]);
    expect((await errors()).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning number_not_released",
    ]);
    expect(await numbersAt(at)).toBe("00 01 05");
    const again = await at.apply({ customers: [fewer] }, { isRemovingNumbers: true });
    expect(again.results[0]?.action).toBe("none");
  });

  it("stay where a row of a user shows them to those who are called", async () => {
    const at = await applied();
    const users = [{ caller_id: "+31201234508" }];
    const { errors } = await at.apply({ customers: [fewer], users }, { isRemovingNumbers: true });
    expect((await errors()).filter(({ code }) => code === "number_not_released")).toMatchObject([
      { message: expect.stringContaining("+31201234508") },
    ]);
    expect(await numbersAt(at)).toBe("00 01 05 08");
  });

  it("are released when those who have them leave or get another one", async () => {
    const at = await applied();
    const leaver = { email: "user1@example.com", action: "remove" };
    const { rows } = await at.apply({ customers: [fewer], users: [leaver] }, { isRemovingNumbers: true });
    expect(rows).toEqual(["customers.csv:2 update succeeded", "users.csv:2 delete succeeded"]);
    expect(await numbersAt(at)).toBe("00 01");
  });

  it.each([
    ["whose calling ends", { package: "webex_meetings", location: "", extension: "" }],
    ["who goes elsewhere with another number", { location: "Rotterdam", phone_number: "+31104170101" }],
  ])("are released after a user %s", async (_, cells) => {
    const at = await applied();
    const locations = [{ name: "Rotterdam", pstn: "Simulated Carrier", phone_numbers: "+31104170101" }];
    await at.apply({ locations });
    const users = [{ email: "user1@example.com", ...cells }];
    const wishes = { isRemovingNumbers: true, isAcceptingImpacts: true };
    const { rows, errors } = await at.apply({ customers: [fewer], locations, users }, wishes);
    expect(rows.map((row) => row.split(" ").slice(1).join(" "))).toEqual([
      "update succeeded",
      "none unchanged",
      "update succeeded",
    ]);
    expect((await errors()).filter(({ code }) => code === "number_not_released")).toEqual([]);
    expect(await numbersAt(at)).toBe("01 00 01");
  });

  it("may have been the main number, once another one is", async () => {
    const at = await applied();
    const other = { ...head, hq_phone_numbers: "+31201234501-+31201234505", hq_main_number: "+31201234501" };
    expect((await at.apply({ customers: [other] }, { isRemovingNumbers: true })).rows).toEqual([
      "customers.csv:2 update succeeded",
    ]);
    expect(await numbersAt(at)).toBe("01 02 03 04 05");
  });

  it("go to another location of the same batch", async () => {
    const at = await applied();
    const locations = [{ name: "Rotterdam", pstn: "Simulated Carrier", phone_numbers: "+31201234508-+31201234511" }];
    const { rows } = await at.apply(
      { customers: [{ ...head, hq_phone_numbers: "+31201234500-+31201234507" }], locations },
      { isRemovingNumbers: true },
    );
    expect(rows).toEqual(["customers.csv:2 update succeeded", "locations.csv:2 create succeeded"]);
    expect(await numbersAt(at)).toBe("00 01 02 03 04 05 06 07 08 09 10 11");
  });

  it.each(["lost:1x", "reset:1x", "502:2x", "503:2x"])("go once where answers are %s", async (fault) => {
    const at = await applied();
    await at.webex.turnKnobs({ faults: [`DELETE /telephony/config/locations/{locationId}/numbers=${fault}`] });
    const { results } = await at.apply({ customers: [fewer] }, { isRemovingNumbers: true });
    expect(results[0]?.status).toBe("succeeded");
    expect(await numbersAt(at)).toBe("00 01 05");
  });
});
