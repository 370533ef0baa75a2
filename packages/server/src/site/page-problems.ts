/** There is no such page, workspace, version or request; which of them is not told. */
export class PageNotFound extends Error {
  override readonly name = 'PageNotFound'
}

/** A link whose time is over. */
export class LinkExpired extends Error {
  override readonly name = 'LinkExpired'
}

/** Done too often. */
export class TooOften extends Error {
  override readonly name = 'TooOften'
  readonly waitMs: number

  constructor(waitMs: number) {
    super(`wait ${waitMs} ms`)
    this.waitMs = waitMs
  }
}
