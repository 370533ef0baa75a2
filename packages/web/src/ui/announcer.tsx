import { createContext, type ReactNode, use, useMemo, useState } from 'react'

interface Announce {
  /** Said when the reader of the screen has finished its sentence: something new is there. */
  politely(text: string): void
  /** Said at once: a promise has just been broken. */
  atOnce(text: string): void
}

const AnnouncerContext = createContext<Announce>({ politely: () => {}, atOnce: () => {} })

export function useAnnounce(): Announce {
  return use(AnnouncerContext)
}

/** The two live regions of the desk; they must stand in the page before anything is said in them. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [polite, politely] = useState('')
  const [urgent, atOnce] = useState('')
  const announce = useMemo(() => ({ politely, atOnce }), [])
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="for-readers" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="for-readers" role="alert" aria-live="assertive">
        {urgent}
      </div>
    </AnnouncerContext>
  )
}
