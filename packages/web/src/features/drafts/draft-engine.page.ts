import { editSource, editText, type SourceEdit, splicesOf } from '@avow/core'
import { call } from '../../api/call.page.ts'
import { isProblem, ProblemError, Unreachable } from '../../api/problem-error.ts'
import {
  answered,
  changed,
  heard,
  isSaved,
  openSync,
  refused,
  type Sync,
  sending,
  settled,
  stepped,
} from './draft-sync.ts'
import type { Drawer } from './kept-edits.page.ts'
import { patchBetween } from './patch-between.ts'
import { sourceOf } from './source-of.ts'

/** What the page says of the draft’s keeping. */
export type Keeping = 'saved' | 'saving' | 'offline' | 'clash' | 'closed' | 'refused'

export interface EngineState {
  readonly sync: Sync
  readonly keeping: Keeping
  /** False where the device cannot keep what the server does not have. */
  readonly isKept: boolean
  /** What the server said where it refused in another way. */
  readonly trouble: Error | undefined
}

/** Typing is sent when it rests for so long, ms. */
const REST = 350
const TRY_AGAIN = [1000, 2000, 5000, 10_000]

/** Keeps one draft’s text here and on the server the same. One for each studio on the screen. */
export class DraftEngine {
  private state: EngineState
  private readonly draft: string
  private readonly drawer: Drawer
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private failures = 0
  private isBusy = false

  constructor(
    draft: { readonly id: string; readonly seq: number; readonly source: string },
    drawer: Drawer,
    left: Sync | undefined,
  ) {
    this.draft = draft.id
    this.drawer = drawer
    const sync = left ?? openSync(draft.seq, draft.source)
    this.state = { sync, keeping: isSaved(sync) ? 'saved' : 'saving', isKept: true, trouble: undefined }
  }

  readonly current = (): EngineState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Begins to send what an earlier window left, and to listen for the network. Answers how to stop. */
  start(): () => void {
    const online = () => this.hurry()
    addEventListener('online', online)
    if (!isSaved(this.state.sync)) this.hurry()
    return () => {
      removeEventListener('online', online)
      clearTimeout(this.timer)
      this.drawer.release()
    }
  }

  /** Makes changes of the charter; false where they cannot be made on this text. `key` joins what is typed on. */
  readonly edit = (edits: readonly SourceEdit[], key?: string): boolean => {
    const { text } = this.state.sync
    const [only, ...more] = edits
    const source = sourceOf(text)
    if (source === undefined || only === undefined) return edits.length === 0
    const splices = more.length === 0 ? editSource(source, only) : editText(text, edits)?.splices
    if (splices === undefined) return false
    this.take(changed(this.state.sync, { splices, edits, key }))
    return true
  }

  /** The text as somebody typed it. */
  readonly write = (text: string, key?: string): void => {
    const splices = splicesOf(patchBetween(this.state.sync.text, text))
    this.take(changed(this.state.sync, { splices, key }))
  }

  readonly undo = (): void => this.take(stepped(this.state.sync, 'undo'))
  readonly redo = (): void => this.take(stepped(this.state.sync, 'redo'))
  readonly settle = (text: string): void => this.take(settled(this.state.sync, text))
  readonly forgetLost = (): void => this.take({ ...this.state.sync, lost: [] })

  /** Asks what others changed, unless something of ours is on its way, which brings it with it. */
  async catchUp(): Promise<number> {
    const { sync, keeping } = this.state
    if (this.isBusy || sync.sent !== undefined || keeping === 'closed') return sync.seq
    const { items } = await call('listDraftEdits', { params: { id: this.draft }, query: { after: sync.seq } })
    if (!this.isBusy && this.state.sync.sent === undefined) {
      const next = heard(this.state.sync, items)
      if (next !== this.state.sync) this.take(next)
    }
    return this.state.sync.seq
  }

  /** Sends at once what waits; true where the server then has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    await this.send()
    return isSaved(this.state.sync)
  }

  private take(sync: Sync): void {
    const isKept = this.drawer.keep(sync)
    const keeping =
      sync.clash !== undefined ? 'clash' : isSaved(sync) ? 'saved' : this.failures > 0 ? 'offline' : 'saving'
    this.become({ sync, isKept, keeping: this.state.keeping === 'closed' ? 'closed' : keeping })
    if (keeping !== 'saved' && keeping !== 'clash') this.sendLater(this.failures > 0 ? undefined : REST)
  }

  private become(part: Partial<EngineState>): void {
    this.state = { ...this.state, ...part }
    for (const listener of this.listeners) listener()
  }

  private hurry(): void {
    this.failures = 0
    this.sendLater(0)
  }

  private sendLater(delay: number | undefined): void {
    if (delay === undefined && this.timer !== undefined) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.send(), delay ?? TRY_AGAIN[Math.min(this.failures, TRY_AGAIN.length) - 1])
  }

  private async send(): Promise<void> {
    this.timer = undefined
    if (this.isBusy || this.state.keeping === 'closed') return
    const out = this.state.sync.sent === undefined ? sending(this.state.sync, newId()) : this.state.sync
    const sent = out?.sent
    if (out === undefined || sent === undefined) return
    this.isBusy = true
    this.take(out)
    try {
      const { seq, edits } = await call('editDraft', {
        params: { id: this.draft },
        body: { base: sent.base, splices: [...sent.splices], edit: sent.id },
        key: sent.id,
      })
      this.failures = 0
      this.isBusy = false
      this.take(answered(this.state.sync, seq, edits))
    } catch (error) {
      await this.failed(error).catch((again: unknown) => this.away(again))
    } finally {
      this.isBusy = false
    }
    if (!isSaved(this.state.sync) && this.failures === 0) this.sendLater(REST)
  }

  private async failed(error: unknown): Promise<void> {
    if (isProblem(error, 'draft-moved')) {
      const { items } = await call('listDraftEdits', {
        params: { id: this.draft },
        query: { after: this.state.sync.seq },
      })
      this.isBusy = false
      this.take(refused(this.state.sync, items))
    } else if (isProblem(error, 'draft-closed')) this.become({ keeping: 'closed' })
    else this.away(error)
  }

  private away(error: unknown): void {
    if (error instanceof Unreachable || (error instanceof ProblemError && error.problem.status >= 429)) {
      this.failures++
      this.become({ keeping: 'offline' })
      this.sendLater(undefined)
    } else this.become({ keeping: 'refused', trouble: error instanceof Error ? error : new Error(String(error)) })
  }
}

/** An id of an edit, said again with every try: a random UUID, also where the page is not served safely. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte))
  const text = hex.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}
