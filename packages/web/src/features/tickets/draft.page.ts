import type { Direction } from '@avow/contract'

/** A file that the server has, and that goes along with what is being written. */
export interface DraftFile {
  /** Id of its upload. */
  readonly id: string
  readonly name: string
  readonly type: string
  /** In bytes. */
  readonly size: number
}

/** Texts not yet sent: kept for this window, until they are sent or emptied. */
export interface Draft {
  readonly text: string
  /** Seq of the last event that the writer had seen when the text was begun. */
  readonly seen: number
  /** The way that its writer chose; null: that of each paragraph's first letter. */
  readonly direction: Direction | null
}

export type DraftKind = 'answer' | 'note' | 'forward'

export function readDraft(ticket: string, kind: DraftKind): Draft | undefined {
  const kept = sessionStorage.getItem(nameOf(ticket, kind))
  if (kept === null) return undefined
  const read: unknown = JSON.parse(kept)
  if (typeof read !== 'object' || read === null || !('text' in read) || !('seen' in read)) return undefined
  const direction =
    'direction' in read && (read.direction === 'ltr' || read.direction === 'rtl') ? read.direction : null
  return { text: String(read.text), seen: Number(read.seen), direction }
}

export function keepDraft(ticket: string, kind: DraftKind, draft: Draft): void {
  if (draft.text === '') sessionStorage.removeItem(nameOf(ticket, kind))
  else sessionStorage.setItem(nameOf(ticket, kind), JSON.stringify(draft))
}

/** Puts a text behind what is written so far; what the writer had seen stays. */
export function addToDraft(ticket: string, kind: DraftKind, { text, seen }: Omit<Draft, 'direction'>): void {
  const begun = readDraft(ticket, kind)
  keepDraft(
    ticket,
    kind,
    begun === undefined ? { text, seen, direction: null } : { ...begun, text: `${begun.text}\n\n${text}` },
  )
}

/** The files of a text not yet sent: none where none are kept. */
export function readDraftFiles(ticket: string, kind: DraftKind): readonly DraftFile[] {
  const read: unknown = JSON.parse(sessionStorage.getItem(`${nameOf(ticket, kind)}.files`) ?? '[]')
  return Array.isArray(read) ? read.filter(isFile) : []
}

export function keepDraftFiles(ticket: string, kind: DraftKind, files: readonly DraftFile[]): void {
  const name = `${nameOf(ticket, kind)}.files`
  if (files.length === 0) sessionStorage.removeItem(name)
  else sessionStorage.setItem(name, JSON.stringify(files))
}

function isFile(read: unknown): read is DraftFile {
  if (typeof read !== 'object' || read === null || !('id' in read && 'name' in read && 'type' in read)) return false
  return 'size' in read && [read.id, read.name, read.type].every((each) => typeof each === 'string')
}

function nameOf(ticket: string, kind: DraftKind): string {
  return `avow.draft.${kind}.${ticket}`
}
