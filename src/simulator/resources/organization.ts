/** Organizations: reading one puts it on the administrator's list; names are changed at the identity side. And their settings, of which one is known. */
import { z } from "zod";
import { ownCodes } from "../codes.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { customerLanguage, nonEmpty } from "../http/wire.ts";
import { encodeId } from "../ids.ts";
import { partner } from "../partner.ts";
import { refuse } from "../refusal.ts";
import {
  enterOrganization,
  findManagedOrganization,
  findOrganization,
  isPartner,
  rightKey,
} from "../rules/organization-access.ts";
import type { OrganizationRow } from "../store/organizations.ts";
import { timestamp, type World } from "../world.ts";

const patchOrganization = z.strictObject({
  schemas: z.array(z.string()).refine((list) => list.includes("urn:cisco:codev:identity:organization:core:1.0"), {
    message: "must hold urn:cisco:codev:identity:organization:core:1.0",
  }),
  displayName: nonEmpty.max(256),
  preferredLanguage: customerLanguage.optional(),
});

const settingRequest = z.strictObject({ key: nonEmpty, value: z.boolean() });

const ownOrganization: OrganizationRow = {
  uuid: partner.orgUuid,
  name: partner.orgName,
  language: "en_US",
  created: partner.created,
  modified: partner.created,
  version: 1,
  isManaged: 1,
};

const list = defineRoute({
  method: "GET",
  path: "/organizations",
  answer: (_call, world) => ({
    status: 200,
    body: { items: [ownOrganization, ...world.store.organizations.managed()].map(view) },
  }),
});

const read = defineRoute({
  method: "GET",
  path: "/organizations/{orgId}",
  answer: ({ params }, world) => ({ status: 200, body: view(visit(world, params.orgId)) }),
});

const remove = defineRoute({
  method: "DELETE",
  path: "/organizations/{orgId}",
  answer({ params }, world) {
    if (isPartner(params.orgId)) refuse(403, "The partner's own organization cannot be deleted.");
    const { uuid } = findManagedOrganization(world, params.orgId);
    if (world.store.customers.byOrg(uuid)) {
      refuse(409, "The organization is a wholesale customer: delete the customer first.", ownCodes.customerInUse);
    }
    const people = world.store.people.count(uuid);
    if (people > 1) {
      refuse(409, `The organization has more than 1 user: ${people} users.`, ownCodes.organizationInUse);
    }
    world.store.organizations.remove(uuid);
    return { status: 204 };
  },
});

const readIdentity = defineRoute({
  method: "GET",
  path: "/identity/organizations/{orgId}",
  answer: ({ params }, world) => ({ status: 200, body: viewIdentity(visit(world, params.orgId)) }),
});

const rename = defineRoute({
  method: "PATCH",
  path: "/identity/organizations/{orgId}",
  body: patchOrganization,
  answer({ params, body }, world) {
    const { uuid } = findManagedOrganization(world, params.orgId);
    world.store.organizations.rename(uuid, body.displayName, body.preferredLanguage, timestamp(world));
    return { status: 200, body: viewIdentity(findOrganization(world, params.orgId)) };
  },
});

const settingNames: Readonly<Record<string, string>> = { "allow-admin-invite-emails": "Automatic Activation Emails" };

const putSetting = defineRoute({
  method: "POST",
  path: "/settings/organizations/{orgId}/settings",
  body: settingRequest,
  answer({ params, body: { key, value } }, world) {
    const orgUuid = enterOrganization(world, params.orgId);
    const name = settingName(key);
    world.store.organizations.putSetting(orgUuid, key, value ? 1 : 0);
    return { status: 200, body: { key, value, name } };
  },
});

const readSetting = defineRoute({
  method: "GET",
  path: "/settings/organizations/{orgId}/settings/{settingKey}",
  answer({ params: { orgId, settingKey } }, world) {
    const orgUuid = enterOrganization(world, orgId);
    const name = settingName(settingKey);
    const value = world.store.organizations.setting(orgUuid, settingKey)?.value ?? 1;
    return { status: 200, body: { key: settingKey, value: value === 1, name } };
  },
});

export const organizationRoutes: readonly Route[] = [list, read, remove, readIdentity, rename, putSetting, readSetting];

function visit(world: World, orgId: string): OrganizationRow {
  if (isPartner(orgId)) return ownOrganization;
  const organization = findOrganization(world, orgId);
  if (organization.isManaged === 0) {
    world.store.organizations.manage(organization.uuid);
    world.sight.note(rightKey(organization.uuid));
  }
  return organization;
}

function view({ uuid, name, created }: OrganizationRow): Record<string, unknown> {
  return { id: encodeId("ORGANIZATION", uuid), displayName: name, created };
}

function viewIdentity({ uuid, name, language, created, modified, version }: OrganizationRow): Record<string, unknown> {
  return {
    schemas: ["urn:cisco:codev:identity:organization:core:1.0"],
    id: uuid,
    displayName: name,
    ...(language === null ? {} : { preferredLanguage: language }),
    meta: { created, lastModified: modified, version: `W/"${version}"` },
  };
}

function settingName(key: string): string {
  return (Object.hasOwn(settingNames, key) ? settingNames[key] : undefined) ?? refuse(404, `Setting ${key} not found.`);
}
