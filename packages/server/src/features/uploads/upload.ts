/**
 * So long an upload may be named, ms. Its bytes, of which no row says that they are kept, are swept 24 h after they were
 * written: nothing is taken along that may be gone a moment later.
 */
export const USABLE_MS = 20 * 3_600_000

/** What one caller may have waiting at a time, bytes: a disk is not filled by what is never sent. */
export const MOST_WAITING = 150_000_000
