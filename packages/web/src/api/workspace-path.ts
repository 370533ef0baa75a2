/** The desk's address: `/desk` of the only workspace, or `/w/SLUG/desk` of one of several. */
export interface DeskPath {
  /** What all addresses of the desk begin with. */
  readonly base: string
  /** Undefined: that in which the caller is. */
  readonly workspace: string | undefined
}

export function readDeskPath(path: string): DeskPath {
  const workspace = /^\/w\/([^/]+)\/desk(?:\/|$)/.exec(path)?.[1]
  return workspace === undefined ? { base: '/desk', workspace } : { base: `/w/${workspace}/desk`, workspace }
}
