/** Version of the privacy notice that a person accepts at registration; the page `content/pages/privacy` states it. */
export const privacyNoticeVersion = "2026-11-25"
