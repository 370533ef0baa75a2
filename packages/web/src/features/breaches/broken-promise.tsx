import type { Breach } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useStartDraft } from '../drafts/use-start-draft.page.ts'
import { useMay } from '../people/me.tsx'

/** What was promised, as its own version says it, and the way to promise something else where that can help. */
export function BrokenPromise({ breach }: { readonly breach: Breach }) {
  const words = useWords()
  const { promise, target } = breach.commitment
  const { of } = useCharter(breach.charter)
  const { charter: inForce } = useCharter()
  const mayWrite = useMay('charter.write')
  const starting = useStartDraft()
  const said = of.promiseText(promise, target)
  // A promise that is in force no more has no place in a draft of today.
  const isInForce = inForce?.promises.some(({ id }) => id === promise) === true
  return (
    <>
      {said !== undefined && (
        <p>
          <span className="quiet">{words.say('broken.promised')}</span>{' '}
          <q dir="auto" lang={said.language}>
            {said.text}
          </q>
        </p>
      )}
      {mayWrite && isInForce && (
        <button
          type="button"
          className="button small"
          disabled={starting.isPending}
          onClick={() =>
            starting.mutate({ note: words.say('broken.change-note', { id: promise }), part: `promises/${promise}` })
          }
        >
          {words.say('broken.change')}
        </button>
      )}
      {starting.error !== null && (
        <p className="state broken" role="alert">
          {troubleWords(starting.error, words)}
        </p>
      )}
    </>
  )
}
