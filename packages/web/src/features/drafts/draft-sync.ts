/** A draft between this page and the server: what the server has, what is on its way, what waits. Pure; nothing is ever lost. */
import {
  applySplices,
  areApart,
  invertSplices,
  movedOver,
  type Patch,
  patched,
  patchesOf,
  type SourceEdit,
  type Splice,
  splicesOf,
} from '@avow/core'
import { patchBetween } from './patch-between.ts'
import { remade } from './remade.ts'

/** One change made here. */
export interface Change {
  readonly splices: readonly Splice[]
  /** How it is made again on another text; none for what was typed into the text itself. */
  readonly edits?: readonly SourceEdit[] | undefined
  /** Of what is being typed: further changes of the same key join it. */
  readonly key?: string | undefined
}

export interface Sent {
  readonly id: string
  /** On the server's text as of `base`. */
  readonly base: number
  readonly splices: readonly Splice[]
  readonly changes: readonly Change[]
}

/** Texts that could not be joined: somebody decides. */
export interface Clash {
  readonly mine: string
  readonly theirs: string
}

export interface Sync {
  readonly seq: number
  /** The server's text as of `seq`. */
  readonly base: string
  /** The text on the screen. */
  readonly text: string
  readonly sent?: Sent | undefined
  readonly waiting: readonly Change[]
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
  readonly clash?: Clash | undefined
  /** Field changes that could not be made again: what they were about is gone. */
  readonly lost: readonly Change[]
}

/** What takes a change back, on the text on the screen. */
export interface Step {
  readonly splices: readonly Splice[]
  readonly key?: string | undefined
}

export interface HeardEdit {
  readonly seq: number
  readonly splices: readonly Splice[]
}

const MOST_STEPS = 200
const MOST_SPLICES = 100

export function openSync(seq: number, base: string): Sync {
  return { seq, base, text: base, waiting: [], undo: [], redo: [], lost: [] }
}

export function isSaved({ sent, waiting, clash }: Sync): boolean {
  return sent === undefined && waiting.length === 0 && clash === undefined
}

/** A change made here. */
export function changed(sync: Sync, change: Change): Sync {
  if (change.splices.length === 0) return sync
  const step: Step = { splices: invertSplices(sync.text, change.splices), key: change.key }
  const last = sync.undo.at(-1)
  const isSame = change.key !== undefined && last?.key === change.key
  const undo = isSame ? [...sync.undo.slice(0, -1), joinedStep(step, last)] : [...sync.undo.slice(-MOST_STEPS), step]
  return { ...withChange(sync, change), undo, redo: [] }
}

/** Takes the last change back (`undo`), or makes it again (`redo`). */
export function stepped(sync: Sync, way: 'undo' | 'redo'): Sync {
  const step = sync[way].at(-1)
  if (step === undefined) return sync
  const back: Step = { splices: invertSplices(sync.text, step.splices) }
  const next = withChange(sync, { splices: step.splices })
  const rest = sync[way].slice(0, -1)
  return way === 'undo'
    ? { ...next, undo: rest, redo: [...sync.redo, back] }
    : { ...next, redo: rest, undo: [...sync.undo, back] }
}

function joinedStep(fresh: Step, older: Step): Step {
  return { splices: splicesOf(patchesOf([...fresh.splices, ...older.splices])), key: older.key }
}

function withChange(sync: Sync, change: Change): Sync {
  const last = sync.waiting.at(-1)
  const joins = change.key !== undefined && last?.key === change.key
  const joined: Change = joins
    ? { ...change, splices: splicesOf(patchesOf([...last.splices, ...change.splices])) }
    : change
  const text = applySplices(sync.text, change.splices)
  // Typed and taken back: there is nothing to say.
  if (sync.sent === undefined && text === sync.base) return { ...sync, text, waiting: [] }
  return {
    ...sync,
    text,
    waiting: [...(joins ? sync.waiting.slice(0, -1) : sync.waiting), joined],
  }
}

/** Takes what waits on its way, under an id that stays for every try. Undefined where nothing is to be sent. */
export function sending(sync: Sync, id: string): (Sync & { readonly sent: Sent }) | undefined {
  if (sync.sent !== undefined || sync.waiting.length === 0 || sync.clash !== undefined) return undefined
  const changes = sync.waiting
  const patches = patchesOf(changes.flatMap(({ splices }) => splices))
  const splices = splicesOf(patches.length > MOST_SPLICES ? patchBetween(sync.base, sync.text) : patches)
  if (splices.length === 0) return undefined
  return { ...sync, sent: { id, base: sync.seq, splices, changes }, waiting: [] }
}

/** The server took what was sent. `edits`: everything after what it was based on, this edit, the last, included. */
export function answered(sync: Sync, seq: number, edits: readonly HeardEdit[]): Sync {
  const { sent } = sync
  if (sent === undefined) return sync
  const mine = edits.findIndex((edit) => edit.seq === seq)
  const others = edits.filter((_, index) => index < mine).flatMap(({ splices }) => splices)
  const base = after(sync.base, edits)
  const clean: Sync = { ...sync, sent: undefined, base, seq: Math.max(seq, edits.at(-1)?.seq ?? seq) }
  const onMine = applySplices(sync.base, sent.splices)
  if (others.length === 0 && edits.length <= 1) return { ...clean, text: after(base, sync.waiting) }
  return rebased(clean, onMine, patchesFrom(onMine, base, sent.splices, others), sync.waiting)
}

/** Others changed the text, while nothing of ours was on its way. */
export function heard(sync: Sync, edits: readonly HeardEdit[]): Sync {
  const news = edits.filter(({ seq }) => seq > sync.seq)
  if (sync.sent !== undefined || news.length === 0) return sync
  const theirs = patchesOf(news.flatMap(({ splices }) => splices))
  const base = patched(sync.base, theirs)
  return rebased({ ...sync, base, seq: news.at(-1)?.seq ?? sync.seq }, sync.base, theirs, sync.waiting)
}

/** What was sent was refused: others had changed the same place. It is made again on their text. */
export function refused(sync: Sync, edits: readonly HeardEdit[]): Sync {
  const changes = [...(sync.sent?.changes ?? []), ...sync.waiting]
  return heard({ ...sync, sent: undefined, waiting: changes }, edits)
}

/** Somebody decided between two texts. */
export function settled(sync: Sync, text: string): Sync {
  const splices = splicesOf(patchBetween(sync.text, text))
  return changed({ ...sync, clash: undefined }, { splices })
}

/** Own changes, made on `old`, on the text that others made of it. */
function rebased(sync: Sync, old: string, theirs: readonly Patch[], changes: readonly Change[]): Sync {
  let [mine, now] = [old, sync.base]
  let news = theirs
  const waiting: Change[] = []
  const lost: Change[] = []
  for (const change of changes) {
    const patches = patchesOf(change.splices)
    const before = mine
    mine = patched(mine, patches)
    const isApart = areApart(before, patches, news)
    if (!isApart && change.edits === undefined)
      return {
        ...sync,
        text: sync.base,
        waiting: [],
        undo: [],
        redo: [],
        clash: { mine: after(before, changes.slice(changes.indexOf(change))), theirs: sync.base },
      }
    const splices = isApart
      ? splicesOf(movedOver(patches, news, 'others first'))
      : remade(change.edits ?? [], before, now)
    if (splices === undefined) lost.push(change)
    else if (splices.length > 0) {
      waiting.push({ ...change, splices })
      now = applySplices(now, splices)
    }
    news = isApart ? movedOver(news, patches, 'we first') : patchBetween(mine, now)
  }
  return { ...sync, text: now, waiting, lost: [...sync.lost, ...lost], ...rebasedSteps(sync, mine, news) }
}

/** What can still be taken back after others changed the text. */
function rebasedSteps(sync: Sync, text: string, news: readonly Patch[]): Pick<Sync, 'undo' | 'redo'> {
  return { undo: rebasedStack(sync.undo, text, news), redo: rebasedStack(sync.redo, text, news) }
}

function rebasedStack(stack: readonly Step[], text: string, theirs: readonly Patch[]): readonly Step[] {
  let [now, news] = [text, theirs]
  const kept: Step[] = []
  for (const step of stack.toReversed()) {
    const patches = patchesOf(step.splices)
    if (!areApart(now, patches, news)) break
    kept.unshift({ ...step, splices: splicesOf(movedOver(patches, news, 'others first')) })
    now = patched(now, patches)
    news = movedOver(news, patches, 'we first')
  }
  return kept
}

/** What makes of the text with only our edit the text with everybody's. */
function patchesFrom(
  onMine: string,
  base: string,
  sent: readonly Splice[],
  others: readonly Splice[],
): readonly Patch[] {
  const moved = movedOver(patchesOf(others), patchesOf(sent), 'we first')
  return patched(onMine, moved) === base ? moved : patchBetween(onMine, base)
}

function after(text: string, edits: readonly { readonly splices: readonly Splice[] }[]): string {
  return edits.reduce((now, { splices }) => applySplices(now, splices), text)
}
