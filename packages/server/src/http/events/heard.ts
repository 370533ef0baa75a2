import type { Access } from '../handler.ts'

/** Something of a workspace that changed, as browsers are told: ids, nothing else. */
export type Heard = { readonly workspace: string } & (
  | { readonly kind: 'ticket'; readonly ticket: string; readonly number: number; readonly seq: number }
  | { readonly kind: 'draft'; readonly id: string; readonly seq: number }
  | { readonly kind: 'charter'; readonly version: number }
  | { readonly kind: 'notice'; readonly person: string }
)

/** What is said of it. Whose notice it is need not be said: it is told to that person alone. */
export function dataOf(heard: Heard): object {
  if (heard.kind === 'ticket') return { ticket: heard.ticket, number: heard.number, seq: heard.seq }
  if (heard.kind === 'draft') return { id: heard.id, seq: heard.seq }
  return heard.kind === 'charter' ? { version: heard.version } : {}
}

/** May somebody who listens be told? That they may read tickets was asked when they came. */
export function isFor(heard: Heard, { person, permissions }: Access): boolean {
  if (heard.kind === 'ticket') return true
  return heard.kind === 'notice' ? heard.person === person : permissions.has('charter.read')
}
