import type { Breach } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { CAUSES } from './breach-filters.ts'
import { causeName } from './breach-words.ts'

interface CauseDialogProps {
  readonly breach: Breach
  readonly onClose: () => void
}

/** Another cause than the rule's, with a reason; the rule's stays to be read. */
export function CauseDialog({ breach, onClose }: CauseDialogProps) {
  const words = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { ticket, commitment, cause, corrected } = breach
  const [chosen, choose] = useState(corrected?.cause ?? cause)
  const [reason, setReason] = useState(corrected?.reason ?? '')
  const correcting = useMutation({
    mutationFn: () =>
      call('correctCause', {
        params: { number: ticket.number, promise: commitment.promise, run: commitment.run },
        body: { cause: chosen, reason: reason.trim() },
      }),
    onSuccess: async () => {
      announce.politely(words.say('broken.was-corrected'))
      onClose()
      await client.invalidateQueries({ queryKey: ['breaches'] })
    },
  })
  return (
    <Dialog title={words.say('broken.correct')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          correcting.mutate()
        }}
      >
        {correcting.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(correcting.error, words)}
          </p>
        )}
        <div role="radiogroup" aria-label={words.say('broken.by.cause')}>
          {CAUSES.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="cause" checked={one === chosen} onChange={() => choose(one)} />
              {causeName(one, words)}
              {one === cause && <span className="mark">{words.say('broken.rule-says')}</span>}
            </label>
          ))}
        </div>
        <label className="field">
          <span>{words.say('broken.reason')}</span>
          <textarea
            className="input"
            dir="auto"
            maxLength={1000}
            required
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <footer>
          <button type="button" className="button plain" onClick={onClose}>
            {words.say('cancel')}
          </button>
          <button type="submit" className="button main" disabled={correcting.isPending || reason.trim() === ''}>
            {words.say('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
