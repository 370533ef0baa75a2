import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../messages/words.tsx'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A press beside the window closes it as Escape does. */
const LIGHTLY = { closedby: 'any' } as const

/** A window over the page. The browser keeps the focus inside, gives it back, and closes on Escape. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    // The first field, where there is one: the button to close it comes before.
    dialog.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  // In the body: what it was opened from may not be on the screen.
  return createPortal(
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onClose={onClose}
      {...LIGHTLY}
    >
      <div>
        <header>
          <h2 id={heading}>{title}</h2>
          <button
            type="button"
            className="button plain square"
            aria-label={words.say('close')}
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden="true" />
          </button>
        </header>
        {children}
      </div>
    </dialog>,
    document.body,
  )
}
