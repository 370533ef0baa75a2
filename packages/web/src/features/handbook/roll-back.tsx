import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useStartDraft } from '../drafts/use-start-draft.page.ts'
import { useMay } from '../people/me.tsx'

/** Going back to a version is a new one: a draft of its text, to be approved as any other. */
export function RollBack({ version }: { readonly version: number }) {
  const words = useWords()
  const mayWrite = useMay('charter.write')
  const starting = useStartDraft()
  if (!mayWrite) return null
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={starting.isPending}
        onClick={() => starting.mutate({ from: version, note: words.say('versions.back-note', { version }) })}
      >
        {words.say('versions.back')}
      </button>
      {starting.error !== null && (
        <span className="state broken" role="alert">
          {troubleWords(starting.error, words)}
        </span>
      )}
    </>
  )
}
