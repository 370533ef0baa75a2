import type { Draft } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import type { DraftEngine, EngineState } from './draft-engine.page.ts'
import { draftQueries } from './draft-queries.page.ts'

export const VIEWS = ['document', 'text', 'try', 'submit'] as const
export type View = (typeof VIEWS)[number]

/** What the draft is, whether it is saved, and the ways to look at it. */
export function StudioHead(props: {
  readonly draft: Draft
  readonly title: string
  readonly engine: DraftEngine
  readonly state: EngineState
  readonly mayWrite: boolean
  readonly view: View
  readonly onView: (view: View) => void
}) {
  const { draft, title, engine, state, mayWrite, view, onView } = props
  const words = useWords()
  const { sync, keeping, isKept } = state
  return (
    <header className="studio-head">
      <div className="studio-title">
        <Link
          to="/charter/drafts"
          className="button plain square"
          aria-label={words.say('drafts.all')}
          title={words.say('drafts.all')}
        >
          <ChevronLeft aria-hidden="true" className="turns" />
        </Link>
        <h1 className="one-line">
          <bdi>{title}</bdi>
        </h1>
        <span className="mark">{words.say(`draft.state.${draft.state}`)}</span>
        <Note draft={draft} mayWrite={mayWrite} />
      </div>
      <div className="studio-deeds">
        {mayWrite && (
          <>
            <span className={`keeping ${keeping}`} role="status">
              {words.say(isKept ? `keeping.${keeping}` : 'keeping.not-kept')}
            </span>
            <button
              type="button"
              className="button plain square"
              aria-label={words.say('studio.undo')}
              title={`${words.say('studio.undo')} (Ctrl+Z)`}
              disabled={sync.undo.length === 0}
              onClick={engine.undo}
            >
              <Undo2 aria-hidden="true" className="turns" />
            </button>
            <button
              type="button"
              className="button plain square"
              aria-label={words.say('studio.redo')}
              title={`${words.say('studio.redo')} (Ctrl+Shift+Z)`}
              disabled={sync.redo.length === 0}
              onClick={engine.redo}
            >
              <Redo2 aria-hidden="true" className="turns" />
            </button>
          </>
        )}
        <div className="choice" role="radiogroup" aria-label={words.say('studio.view')}>
          {VIEWS.map((one) => (
            <label key={one}>
              <input type="radio" name="studio view" checked={view === one} onChange={() => onView(one)} />
              {words.say(one === 'submit' && draft.state !== 'writing' ? 'studio.view.review' : `studio.view.${one}`)}
            </label>
          ))}
        </div>
      </div>
    </header>
  )
}

/** Why the draft is written, in a line. */
function Note({ draft, mayWrite }: { readonly draft: Draft; readonly mayWrite: boolean }) {
  const words = useWords()
  const client = useQueryClient()
  const [typed, setTyped] = useState<string>()
  const describing = useMutation({
    mutationFn: (note: string) => call('describeDraft', { params: { id: draft.id }, body: { note } }),
    onSuccess: (fresh) => {
      client.setQueryData(draftQueries.one(draft.id).queryKey, fresh)
      setTyped(undefined)
    },
  })
  if (!mayWrite) return <bdi className="quiet one-line">{draft.note}</bdi>
  return (
    <input
      className="typed note-field"
      dir="auto"
      aria-label={words.say('studio.note')}
      placeholder={words.say('studio.note')}
      maxLength={300}
      value={typed ?? draft.note}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        if (typed !== undefined && typed.trim() !== draft.note) describing.mutate(typed.trim())
      }}
    />
  )
}
