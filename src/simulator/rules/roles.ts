/** Roles that SCIM may give to a user, and by which name Control Hub shows them. */

export const scimRoles: Readonly<Record<string, string>> = {
  id_full_admin: "Full administrator",
  id_user_admin: "User and device administrator",
  id_readonly_admin: "Read-only administrator",
  id_device_admin: "Device administrator",
};

export function isScimRole(value: string): boolean {
  return Object.hasOwn(scimRoles, value);
}
