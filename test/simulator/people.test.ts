import { describe, expect, it } from "vitest";
import { openBranch, type Provisioned, provision, userBody } from "./support/customers.ts";
import { openTalk } from "./support/talk.ts";

const patchOp = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];

function uuidIn(id: string): string {
  return Buffer.from(id, "base64url").toString().split("/").at(-1) ?? "";
}

async function open() {
  const talk = await openTalk();
  const customer = await provision(talk);
  const user = await talk.send("POST", "/wholesale/subscribers", userBody(customer.customerId));
  const users = `/identity/scim/${uuidIn(customer.orgId)}/v2/Users`;
  const ann = `${users}/${uuidIn(user.personId)}`;
  const patch = (...Operations: object[]) => talk.ask("PATCH", ann, { schemas: patchOp, Operations });
  const role = (value: string) => [{ value, type: "cirole" }];
  const rolesOf = async () => (await talk.get(ann)).roles.map(({ value }) => value);
  return { talk, ...customer, user, users, ann, patch, role, rolesOf };
}

describe("roles by SCIM", () => {
  it("are added, once however often, and removed", async () => {
    const { patch, role, rolesOf } = await open();
    await patch({ op: "add", path: "roles", value: role("id_user_admin") });
    await patch({ op: "add", path: "roles", value: role("id_user_admin") });
    await patch({ op: "add", path: "roles", value: role("id_device_admin") });
    expect(await rolesOf()).toEqual(["id_device_admin", "id_user_admin"]);
    await patch({ op: "remove", path: "roles", value: role("id_user_admin") });
    expect(await rolesOf()).toEqual(["id_device_admin"]);
    await patch({ op: "remove", path: 'roles[value eq "id_device_admin"]' });
    expect(await rolesOf()).toEqual([]);
  });

  it("are replaced completely", async () => {
    const { patch, role, rolesOf } = await open();
    await patch({ op: "add", path: "roles", value: role("id_user_admin") });
    await patch({ op: "replace", path: "roles", value: role("id_readonly_admin") });
    expect(await rolesOf()).toEqual(["id_readonly_admin"]);
  });

  it.each(["location_full_admin", "site_admin", "full_admin"])(
    "refuse %s, and do nothing of the request",
    async (name) => {
      const { patch, role, rolesOf } = await open();
      const good = { op: "add", path: "roles", value: role("id_user_admin") };
      expect((await patch(good, { op: "add", path: "roles", value: role(name) })).status).toBe(400);
      expect(await rolesOf()).toEqual([]);
    },
  );

  it("refuse other paths, other schemas, and ids in base64", async () => {
    const { talk, patch, ann, users, user } = await open();
    expect((await patch({ op: "replace", path: "nickName", value: "An" })).status).toBe(400);
    expect((await talk.ask("PATCH", ann, { schemas: [], Operations: [] })).status).toBe(400);
    expect((await talk.ask("GET", `${users}/${user.personId}`)).status).toBe(400);
  });

  it("raise the version of the user", async () => {
    const { patch, role } = await open();
    const first = await patch({ op: "add", path: "roles", value: role("id_user_admin") });
    expect(first.body).toMatchObject({ meta: { version: 'W/"2"' } });
  });
});

describe("users by SCIM", () => {
  it("are listed with their roles, in pages that count from 1", async () => {
    const { talk, users } = await open();
    expect(await talk.get(users)).toMatchObject({
      totalResults: 2,
      startIndex: 1,
      Resources: [
        { userName: "boss@bakery.example", roles: [{ value: "id_full_admin" }] },
        { userName: "ann@bakery.example", name: { givenName: "Ann", familyName: "Baker" }, roles: [] },
      ],
    });
    const page = await talk.get(`${users}?startIndex=2&count=1`);
    expect(page).toMatchObject({ totalResults: 2, itemsPerPage: 1, Resources: [{ userName: "ann@bakery.example" }] });
  });

  it("are found by their user name", async () => {
    const { talk, users } = await open();
    const filter = (text: string) => `${users}?filter=${encodeURIComponent(text)}`;
    expect((await talk.get(filter('userName eq "ANN@bakery.example"'))).Resources).toHaveLength(1);
    expect((await talk.get(filter('userName eq "nobody@bakery.example"'))).Resources).toEqual([]);
    expect((await talk.ask("GET", filter('title eq "boss"'))).status).toBe(400);
  });

  it("are deleted with their subscription", async () => {
    const { talk, ann, user } = await open();
    expect((await talk.ask("DELETE", ann)).status).toBe(204);
    expect((await talk.ask("GET", ann)).status).toBe(404);
    expect((await talk.ask("GET", `/wholesale/subscribers/${user.id}`)).status).toBe(404);
  });

  it("of an organization that was never read are not shown", async () => {
    const { talk } = await open();
    const { orgId } = await talk.send("POST", "/simulator/scenario", { kind: "add_organization", name: "Mill" });
    expect((await talk.ask("GET", `/identity/scim/${uuidIn(orgId)}/v2/Users`)).status).toBe(403);
  });
});

describe("people, roles and organizations", () => {
  it("know who holds the token", async () => {
    const { talk } = await open();
    const me = await talk.get("/people/me");
    expect(me).toMatchObject({ displayName: "Partner Administrator" });
    expect(await talk.get(`/organizations/${me.orgId}`)).toMatchObject({ displayName: "Simulated Service Provider" });
    const { items } = await talk.get("/roles");
    expect(items).toContainEqual({ id: me.roles[0], name: "Full administrator" });
  });

  it("show a person with calling when asked", async () => {
    const { talk, user, headOfficeId } = await open();
    expect((await talk.ask("GET", `/people/${user.personId}`)).body).not.toHaveProperty("extension");
    const withCalling = await talk.get(`/people/${user.personId}?callingData=true`);
    expect(withCalling).toMatchObject({ extension: "1001", locationId: headOfficeId });
    expect((await talk.ask("GET", "/people/abc")).status).toBe(404);
    const { orgId } = withCalling;
    const { items } = await talk.get(`/people?orgId=${orgId}&callingData=true`);
    expect(items).toContainEqual(expect.objectContaining({ id: user.personId, extension: "1001" }));
    expect((await talk.get(`/people?orgId=${orgId}`)).items).not.toContainEqual(
      expect.objectContaining({ extension: "1001" }),
    );
  });

  it("list the organizations that were read", async () => {
    const { talk } = await open();
    await talk.send("POST", "/simulator/scenario", { kind: "add_organization", name: "Mill" });
    const { items } = await talk.get("/organizations");
    expect(items.map(({ displayName }) => displayName)).toEqual(["Simulated Service Provider", "Bakery"]);
  });

  it("rename an organization", async () => {
    const { talk, orgId } = await open();
    const schemas = ["urn:cisco:codev:identity:organization:core:1.0"];
    const path = `/identity/organizations/${uuidIn(orgId)}`;
    expect(await talk.get(path)).toMatchObject({ displayName: "Bakery", preferredLanguage: "nl_NL" });
    expect(await talk.send("PATCH", path, { schemas, displayName: "Patisserie" })).toMatchObject({
      displayName: "Patisserie",
    });
    expect(await talk.get(`/organizations/${orgId}`)).toMatchObject({ displayName: "Patisserie" });
    expect((await talk.ask("PATCH", path, { displayName: "Mill" })).status).toBe(400);
  });
});

describe("the setting for invitation e-mails", () => {
  it("is on until it is switched off", async () => {
    const { talk, orgId } = await open();
    const key = "allow-admin-invite-emails";
    const path = `/settings/organizations/${orgId}/settings`;
    expect(await talk.get(`${path}/${key}`)).toMatchObject({ key, value: true });
    expect(await talk.send("POST", path, { key, value: false })).toMatchObject({ key, value: false });
    expect(await talk.get(`${path}/${key}`)).toMatchObject({ key, value: false, name: "Automatic Activation Emails" });
  });

  it("is the only one, and yes or no", async () => {
    const { talk, orgId } = await open();
    const path = `/settings/organizations/${orgId}/settings`;
    expect((await talk.ask("POST", path, { key: "other", value: true })).status).toBe(404);
    expect((await talk.ask("GET", `${path}/toString`)).status).toBe(404);
    expect((await talk.ask("POST", path, { key: "allow-admin-invite-emails", value: "no" })).status).toBe(400);
  });
});

describe("a person who is replaced", () => {
  async function openWithLine() {
    const opened = await open();
    const { talk, user } = opened;
    const person = `/people/${user.personId}`;
    const read = () => talk.get(`${person}?callingData=true`);
    const put = (body: object) => talk.ask("PUT", `${person}?callingData=true`, body);
    const whole = async () => {
      const { displayName, firstName, lastName, licenses, roles, extension } = await read();
      return { displayName, firstName, lastName, licenses, roles, extension };
    };
    return { ...opened, read, put, whole };
  }

  it("gets another extension when all the rest is sent again", async () => {
    const { read, put, whole } = await openWithLine();
    const before = await whole();
    expect(await put({ ...before, extension: "4999" })).toMatchObject({ status: 200, body: { extension: "4999" } });
    expect(await whole()).toEqual({ ...before, extension: "4999" });
    expect((await read()).phoneNumbers).toEqual([{ type: "work_extension", value: "4999" }]);
  });

  it.each(["firstName", "licenses", "extension"] as const)("loses %s when it is left out", async (field) => {
    const { talk, put, whole } = await openWithLine();
    const { [field]: _, ...rest } = await whole();
    const { status } = await put(rest);
    if (field === "extension") return expect(status).toBe(400); // nothing to call would be left
    expect(status).toBe(200);
    expect((await whole())[field] ?? []).toEqual([]);
    const { subscribers } = await talk.get("/simulator/state");
    expect(subscribers?.[0]?.packages).toEqual(field === "licenses" ? [] : ["webex_calling"]);
  });

  it("is not moved to another location, and takes no extension of someone else", async () => {
    const { talk, customerId, put, whole, inOrg } = await openWithLine();
    const body = { ...userBody(customerId), email: "bob@bakery.example" };
    await talk.send("POST", "/wholesale/subscribers", { ...body, provisioningParameters: { extension: "4002" } });
    const before = await whole();
    expect((await put({ ...before, extension: "4002" })).status).toBe(400);
    const branchId = await openBranch(talk, { inOrg } as Provisioned);
    expect((await put({ ...before, locationId: branchId })).status).toBe(400);
    expect(await whole()).toEqual(before);
  });
});
