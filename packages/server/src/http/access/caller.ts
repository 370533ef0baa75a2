import type { Access } from '../handler.ts'

/** Who calls, and by what: what an open stream is watched by. */
export interface Caller {
  readonly access: Access
  readonly by: { readonly session: string; readonly user: string } | { readonly key: string }
}
