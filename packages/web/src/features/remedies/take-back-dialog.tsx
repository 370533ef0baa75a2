import type { Grant } from '@avow/contract'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useGrantDeed } from './use-grant-deed.page.ts'

interface TakeBackDialogProps {
  readonly grant: Grant
  readonly onClose: () => void
}

/** One's own request is taken back, with the reason. */
export function TakeBackDialog({ grant, onClose }: TakeBackDialogProps) {
  const words = useWords()
  const taking = useGrantDeed(
    (reason: string) => call('refuseGrant', { params: { id: grant.id }, body: { reason } }),
    onClose,
  )
  return (
    <Dialog title={words.say('grant.take-back')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          taking.mutate(String(new FormData(event.currentTarget).get('reason')).trim())
        }}
      >
        {taking.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(taking.error, words)}
          </p>
        )}
        <label className="field">
          <span>{words.say('remedies.why')}</span>
          <input className="input" name="reason" dir="auto" maxLength={1000} required />
        </label>
        <footer>
          <button type="submit" className="button main" disabled={taking.isPending}>
            {words.say('grant.take-back')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
