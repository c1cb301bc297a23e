/** What holds a run back: as events tell it to programs. */
export const bounds = {
  rateLimit: "rate limit",
  latency: "latency",
  provisioning: "Webex provisioning",
  dependencies: "dependencies",
} as const;
