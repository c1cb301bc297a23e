/** Moves at the simulator: what is refused as a whole, what a person's move comes to, and what a job says of it. */
import { describe, expect, it } from "vitest";
import { addNumbers, openBranch, provision, userBody } from "./support/customers.ts";
import { openTalk } from "./support/talk.ts";

const path = "/telephony/config/jobs/person/moveLocation";
const [a, b] = ["+31201234501", "+31101234501"];

async function open() {
  const talk = await openTalk();
  const customer = await provision(talk);
  const { inOrg, headOfficeId, customerId } = customer;
  const branchId = await openBranch(talk, customer);
  await addNumbers(talk, customer, headOfficeId, [a]);
  await addNumbers(talk, customer, branchId, [b]);
  const add = async (email: string, calling: object) =>
    (
      await talk.send(
        "POST",
        "/wholesale/subscribers",
        userBody(customerId, { email }, { locationId: headOfficeId, ...calling }),
      )
    ).personId;
  const move = (users: readonly object[], { validate = false, locationId = branchId } = {}) =>
    talk.ask("POST", `${path}${inOrg}`, { usersList: [{ locationId, validate, users }] });
  const personAt = (id: string) => talk.get(`/people/${id}?callingData=true`);
  const jobOf = async (body: { readonly response?: unknown }) => {
    const { id } = body.response as { id: string };
    return { job: await talk.get(`${path}/${id}${inOrg}`), failed: await talk.get(`${path}/${id}/errors${inOrg}`) };
  };
  return { talk, customer, inOrg, headOfficeId, branchId, add, move, personAt, jobOf };
}

describe("a move to another location", () => {
  it("takes people along one by one, and says of a job with failures that it is COMPLETED", async () => {
    const { add, move, personAt, jobOf, branchId, headOfficeId } = await open();
    const ann = await add("ann@a.example", { extension: "4001" });
    const bob = await add("bob+movefails@a.example", { extension: "4002" });
    const reply = await move([{ userId: ann }, { userId: bob, extension: "4102" }]);
    expect(reply.status).toBe(201);
    const { job, failed } = await jobOf(reply.body as { response?: unknown });
    expect(job).toMatchObject({
      latestExecutionStatus: "COMPLETED",
      latestExecutionExitCode: "COMPLETED",
      counts: { totalMoves: 2, moved: 1, failed: 1 },
    });
    expect(failed.items).toMatchObject([{ item: idOf(bob), error: { message: [{ code: "25383" }] } }]);
    expect(await personAt(ann)).toMatchObject({ locationId: branchId, extension: "4001" });
    expect(await personAt(bob)).toMatchObject({ locationId: headOfficeId, extension: "4002" });
  });

  it("is asked about without being made", async () => {
    const { add, move, personAt, headOfficeId } = await open();
    const ann = await add("ann+voicemail@a.example", { extension: "4001" });
    const { status, body } = await move([{ userId: ann }], { validate: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      response: [{ userId: ann, errors: [], impacts: [{ code: 19716 }, { code: 19722 }] }],
    });
    expect(await personAt(ann)).toMatchObject({ locationId: headOfficeId });
  });

  it("leaves the number of an own provider behind, takes a new one, and takes one along on the same trunk", async () => {
    const { talk, inOrg, add, move, personAt, headOfficeId, branchId } = await open();
    const ann = await add("ann@a.example", { primaryPhoneNumber: a, extension: "4001" });
    const asked = await move([{ userId: ann }], { validate: true });
    expect(asked.body).toMatchObject({ response: [{ errors: [{ code: 10050010 }] }] });
    const choices: unknown = await talk.get(`/telephony/config/routeChoices${inOrg}`);
    const { routeIdentities } = choices as { routeIdentities: readonly { id: string; type: string }[] };
    const trunk = routeIdentities.find(({ type }) => type === "TRUNK");
    for (const id of [headOfficeId, branchId])
      await talk.send("PUT", `/telephony/pstn/locations/${id}/connection${inOrg}`, {
        premiseRouteType: "TRUNK",
        premiseRouteId: trunk?.id,
      });
    expect((await move([{ userId: ann }], { validate: true })).body).toMatchObject({ response: [{ errors: [] }] });
    await move([{ userId: ann }]);
    expect(await personAt(ann)).toMatchObject({ locationId: branchId, phoneNumbers: [{ value: a }, {}] });
    await move([{ userId: ann, phoneNumber: "" }], { locationId: headOfficeId });
    await move([{ userId: ann, phoneNumber: b }]);
    expect(await personAt(ann)).toMatchObject({ phoneNumbers: [{ value: b }, {}] });
  });

  it("empties an extension that somebody there has, and refuses one that is asked for", async () => {
    const { add, move, personAt, branchId, jobOf } = await open();
    const ann = await add("ann@a.example", { primaryPhoneNumber: a, extension: "4001" });
    await add("bob@a.example", { locationId: branchId, extension: "4001" });
    const { body } = await move([{ userId: ann, extension: "4001", phoneNumber: b }]);
    expect((await jobOf(body as { response?: unknown })).failed.items).toMatchObject([
      { error: { message: [{ code: "4202" }] } },
    ]);
    await move([{ userId: ann, phoneNumber: b }]);
    expect(await personAt(ann)).not.toHaveProperty("extension");
  });

  it("is refused as a whole, with the code, when anything of the request is wrong", async () => {
    const { add, move, headOfficeId } = await open();
    const ann = await add("ann@a.example", { extension: "4001" });
    const codeOf = async (users: readonly object[], options = {}) => {
      const { status, body } = await move(users, options);
      const { error } = body as unknown as { error: readonly { code: number }[] };
      return [status, error[0]?.code];
    };
    expect(await codeOf([])).toEqual([400, 1026012]);
    expect(await codeOf([{ userId: ann }, { userId: ann }])).toEqual([400, 1026019]);
    expect(await codeOf([{ userId: ann }], { locationId: headOfficeId })).toEqual([400, 1026013]);
    expect(await codeOf([{ userId: ann, extension: "" }])).toEqual([400, 1026016]);
    expect(await codeOf([{ userId: ann, phoneNumber: "0201234501" }])).toEqual([400, 1026017]);
    expect(await codeOf([{ userId: "nobody" }])).toEqual([400, 2150012]);
    const many = Array.from({ length: 101 }, (_, index) => ({ userId: String(index) }));
    expect(await codeOf(many)).toEqual([400, 1026018]);
    expect(await codeOf(many.slice(0, 2), { validate: true })).toEqual([400, 1026020]);
  });

  it("does not take the main number of the location along", async () => {
    const { talk, inOrg, add, move, headOfficeId } = await open();
    const ann = await add("ann@a.example", { primaryPhoneNumber: a, extension: "4001" });
    await talk.ask("PUT", `/telephony/config/locations/${headOfficeId}${inOrg}`, { callingLineId: { phoneNumber: a } });
    const { body } = await move([{ userId: ann, phoneNumber: "" }], { validate: true });
    expect(body).toMatchObject({ response: [{ errors: [{ code: 19604 }] }] });
  });
});

function idOf(personId: string): string {
  return Buffer.from(personId, "base64url").toString().split("/").at(-1) ?? "";
}
