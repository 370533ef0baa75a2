import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../messages/words.tsx'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A window over the page. The browser keeps the focus inside, gives it back, and closes on Escape. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onClose={onClose}
      // The keyboard has Escape; a press beside the window is its like for the pointer.
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
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
    </dialog>
  )
}
