/** The partner organization and the administrator who holds the token: always there, never stored. */

export const partner = {
  orgUuid: "00000000-0000-4000-a000-000000000001",
  orgName: "Simulated Service Provider",
  personUuid: "00000000-0000-4000-a000-000000000002",
  email: "admin@service-provider.example",
  firstName: "Partner",
  lastName: "Administrator",
  created: "2024-01-01T00:00:00.000Z",
} as const;
