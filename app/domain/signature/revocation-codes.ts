/** Why a holder withdraws his own certificate, as RFC 5280 §5.3.1 names it. */
export const ownRevocationCodes = ["superseded", "keyCompromise", "cessationOfOperation"] as const
export type OwnRevocationCode = (typeof ownRevocationCodes)[number]
