import type { WalkedStepJson } from '@avow/contract'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'

interface HandOverFormProps {
  readonly needs: WalkedStepJson['needs']
  readonly of: CharterWords
  readonly isPending: boolean
  readonly onSend: (fields: Record<string, string>) => void
  readonly onBack: () => void
  /** What went wrong. */
  readonly children: ReactNode
}

/** What a hand-over must name: facts that are known stand there, the rest is written. */
export function HandOverForm({ needs, of, isPending, onSend, onBack, children }: HandOverFormProps) {
  const words = useWords()
  const written = needs.filter(({ known }) => known === null)
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        onSend(Object.fromEntries(written.map(({ field }) => [field, String(form.get(field) ?? '')])))
      }}
    >
      {children}
      {needs.map(({ field, known }, index) =>
        known !== null ? (
          <p key={field}>
            <span className="quiet">{of.fact(field)}: </span>
            <bdi>{of.factValue(field, known)}</bdi>
          </p>
        ) : (
          <label key={field} className="field">
            <span dir="auto">{of.fact(field)}</span>
            <input
              className="input"
              name={field}
              dir="auto"
              required
              maxLength={2000}
              autoComplete="off"
              // biome-ignore lint/a11y/noAutofocus: it was asked for by the button whose place it takes
              autoFocus={index === needs.findIndex((one) => one.known === null)}
            />
          </label>
        ),
      )}
      <div className="deeds">
        <button type="submit" className="button main small" disabled={isPending}>
          {words.say('step.hand-over-set')}
        </button>
        <button type="button" className="button plain small" onClick={onBack}>
          {words.say('step.cancel')}
        </button>
      </div>
    </form>
  )
}
