import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.tsx'

interface ReasonFormProps {
  readonly label: string
  readonly set: string
  readonly isPending: boolean
  readonly onSend: (reason: string) => void
  readonly onBack: () => void
  /** What went wrong. */
  readonly children: ReactNode
}

/** Asks why. Without an answer nothing is sent. */
export function ReasonForm({ label, set, isPending, onSend, onBack, children }: ReasonFormProps) {
  const words = useWords()
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(String(new FormData(event.currentTarget).get('reason') ?? ''))
      }}
    >
      {children}
      <label className="field">
        <span>{label}</span>
        {/* biome-ignore lint/a11y/noAutofocus: it was asked for by the button whose place it takes */}
        <input className="input" name="reason" dir="auto" required maxLength={1000} autoFocus autoComplete="off" />
      </label>
      <div className="deeds">
        <button type="submit" className="button main small" disabled={isPending}>
          {set}
        </button>
        <button type="button" className="button plain small" onClick={onBack}>
          {words.say('step.cancel')}
        </button>
      </div>
    </form>
  )
}
