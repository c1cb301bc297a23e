/** Error codes that the simulator answers with. The first group is Webex's own, as far as published; the second is ours, for refusals whose code is not published. */

export const webexCodes = {
  emailTaken: 10022,
  callingUnavailable: 2560,
  numberUnavailable: 8361,
  extensionInUse: 9495,
  extensionTwiceInList: 9498,
  extensionNotDigits: 4910,
  extensionIsEmergency: 4911,
  extensionAssigned: 59475,
} as const;

export const ownCodes = {
  requestInvalid: 99001,
  externalIdTaken: 99002,
  provisioningIdUnknown: 99003,
  packageDependency: 99004,
  packageNotOfCustomer: 99005,
  packageInUse: 99006,
  limitReached: 99007,
  callingLocationMissing: 99008,
  customerNotReady: 99009,
  locationUnusable: 99010,
  numberUnusable: 99011,
  numberOrExtensionMissing: 99012,
  adminDowngrade: 99013,
  customerInUse: 99014,
  provisioningFailed: 99015,
} as const;
