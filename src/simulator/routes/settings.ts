/** /settings: switches of an organisation. One is known. */
import { defineRoute, type Route } from "../http/routing.ts";
import { refuse } from "../refusal.ts";
import { putSetting } from "../requests/people.ts";
import { enterOrganization } from "../rules/organization-access.ts";

const names: Readonly<Record<string, string>> = { "allow-admin-invite-emails": "Automatic Activation Emails" };

const put = defineRoute({
  method: "POST",
  path: "/settings/organizations/{orgId}/settings",
  body: putSetting,
  answer({ params, body: { key, value } }, world) {
    const orgUuid = enterOrganization(world, params.orgId);
    const name = nameOf(key);
    world.store.organizations.putSetting(orgUuid, key, value ? 1 : 0);
    return { status: 200, body: { key, value, name } };
  },
});

const read = defineRoute({
  method: "GET",
  path: "/settings/organizations/{orgId}/settings/{settingKey}",
  answer({ params: { orgId, settingKey } }, world) {
    const orgUuid = enterOrganization(world, orgId);
    const name = nameOf(settingKey);
    const value = world.store.organizations.setting(orgUuid, settingKey)?.value ?? 1;
    return { status: 200, body: { key: settingKey, value: value === 1, name } };
  },
});

export const settingRoutes: readonly Route[] = [put, read];

function nameOf(key: string): string {
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? refuse(404, `Setting ${key} not found.`);
}
