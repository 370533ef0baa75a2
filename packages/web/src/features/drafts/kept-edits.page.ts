/** Changes that the server does not have yet, kept on this device: a reload, a crash or a lost line takes nothing. */
import { openSync, type Sync } from './draft-sync.ts'

const PREFIX = 'avow.studio.'

/** Where one window keeps its changes of one draft. */
export interface Drawer {
  keep(sync: Sync): boolean
  release(): void
}

/**
 * Finds what an earlier window left of a draft, and takes its place; every window that is open has a drawer of its own, held
 * by a lock that the browser lets go with the window.
 */
export async function openDrawer(draft: string): Promise<{ readonly drawer: Drawer; readonly left: Sync | undefined }> {
  const prefix = `${PREFIX}${draft}.`
  const names = [...Array(localStorage.length).keys()]
    .map((index) => localStorage.key(index) ?? '')
    .filter((name) => name.startsWith(prefix))
  for (const name of names) {
    const release = await hold(name)
    if (release !== undefined) return { drawer: drawerOf(name, release), left: readSync(localStorage.getItem(name)) }
  }
  const name = `${prefix}${crypto.getRandomValues(new Uint32Array(2)).join('')}`
  return { drawer: drawerOf(name, (await hold(name)) ?? (() => {})), left: undefined }
}

function drawerOf(name: string, release: () => void): Drawer {
  return {
    keep({ seq, base, sent, waiting, clash }) {
      try {
        if (sent === undefined && waiting.length === 0 && clash === undefined) localStorage.removeItem(name)
        else localStorage.setItem(name, JSON.stringify({ seq, base, sent, waiting, clash }))
        return true
      } catch {
        // The device has no room left, or keeps nothing: the page says so.
        return false
      }
    },
    release,
  }
}

/** Holds a lock while the window lives; undefined where another window has it. Without locks there is one window. */
async function hold(name: string): Promise<(() => void) | undefined> {
  if (!('locks' in navigator)) return () => {}
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(undefined)
        return undefined
      }
      return new Promise<void>((release) => resolve(() => release()))
    })
  })
}

/** Reads what `keep` wrote; anything else is nothing. */
function readSync(kept: string | null): Sync | undefined {
  if (kept === null) return undefined
  // The parser of what this page itself has written.
  const read = JSON.parse(kept) as Pick<Sync, 'seq' | 'base' | 'sent' | 'waiting' | 'clash'>
  const changes = [...(read.sent?.changes ?? []), ...read.waiting]
  const sync = openSync(read.seq, read.base)
  const text = changes.reduce((now, { splices }) => splices.reduce(spliced, now), read.base)
  return {
    ...sync,
    text: read.clash === undefined ? text : read.base,
    sent: read.sent,
    waiting: read.waiting,
    clash: read.clash,
  }
}

function spliced(text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string {
  return text.slice(0, at) + insert + text.slice(at + remove)
}
