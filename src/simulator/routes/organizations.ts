/** Organisations: reading one puts it on the administrator's list; names are changed at the identity side. */
import { ownCodes } from "../codes.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { encodeId } from "../ids.ts";
import { partner } from "../partner.ts";
import { refuse } from "../refusal.ts";
import { patchOrganization } from "../requests/people.ts";
import { findManagedOrganization, findOrganization, isPartner } from "../rules/organization-access.ts";
import type { OrganizationRow } from "../store/organizations.ts";
import { timestamp, type World } from "../world.ts";

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

export const organizationRoutes: readonly Route[] = [list, read, remove, readIdentity, rename];

function visit(world: World, orgId: string): OrganizationRow {
  if (isPartner(orgId)) return ownOrganization;
  const organization = findOrganization(world, orgId);
  if (organization.isManaged === 0) world.store.organizations.manage(organization.uuid);
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
