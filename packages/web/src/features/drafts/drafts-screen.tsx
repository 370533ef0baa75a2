import type { DraftRow } from '@avow/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Loading, Nothing, Trouble, troubleWords } from '../../ui/standing-in.tsx'
import { CharterNav } from '../charters/charter-nav.tsx'
import { useMay, useMoments } from '../people/me.tsx'
import { draftQueries } from './draft-queries.page.ts'
import { useStartDraft } from './use-start-draft.page.ts'
import './drafts.css'

/** Drafts of the charter, those being written and in review first. */
export function DraftsScreen() {
  const words = useWords()
  const { data, error, refetch } = useQuery(draftQueries.list())
  const [isStarting, start] = useState(false)
  const mayWrite = useMay('charter.write')
  const title = words.say('drafts.title')
  return (
    <main className="page drafts">
      <PageTitle page={title} />
      <header>
        <h1>{title}</h1>
        <CharterNav />
        {mayWrite && (
          <button type="button" className="button main" onClick={() => start(true)}>
            <Plus aria-hidden="true" />
            {words.say('drafts.start')}
          </button>
        )}
        <p>{words.say('drafts.lead')}</p>
      </header>
      {error !== null ? (
        <Trouble error={error} again={refetch} />
      ) : data === undefined ? (
        <Loading />
      ) : data.items.length === 0 ? (
        <Nothing title={words.say('drafts.none')}>
          <p>{words.say('drafts.none-hint')}</p>
          {mayWrite && (
            <Link to="/charter/templates" className="button">
              {words.say('drafts.from-template')}
            </Link>
          )}
        </Nothing>
      ) : (
        <ul className="things draft-list">
          {data.items.map((draft) => (
            <DraftLine key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
      {isStarting && <StartDialog onClose={() => start(false)} />}
    </main>
  )
}

function DraftLine({ draft }: { readonly draft: DraftRow }) {
  const words = useWords()
  const moments = useMoments()
  const client = useQueryClient()
  const mayWrite = useMay('charter.write')
  const withdrawing = useMutation({
    mutationFn: () => call('withdrawDraft', { params: { id: draft.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['drafts'] }),
  })
  const { submission } = draft
  return (
    <li>
      <Link to="/charter/drafts/$draft" params={{ draft: draft.id }}>
        <bdi>{draft.note === '' ? words.say('drafts.untitled') : draft.note}</bdi>
      </Link>
      <span className={`mark ${draft.state}`}>
        {draft.state === 'published' && draft.version !== null
          ? words.say('drafts.became', { version: draft.version })
          : words.say(`draft.state.${draft.state}`)}
      </span>
      <span className="quiet">
        {draft.base === null ? words.say('drafts.from-nothing') : words.say('drafts.from', { version: draft.base })}
        {' · '}
        {words.say('drafts.changed', {
          who: draft.changed_by?.name ?? words.say('nobody'),
          time: moments.full(Date.parse(draft.changed_at)),
        })}
      </span>
      {submission?.may_approve === true && draft.state === 'in-review' && (
        <span className="mark waits">{words.say('drafts.waits')}</span>
      )}
      {mayWrite && draft.state === 'writing' && (
        <button
          type="button"
          className="button plain small"
          disabled={withdrawing.isPending}
          onClick={() => withdrawing.mutate()}
        >
          {words.say('drafts.withdraw')}
        </button>
      )}
    </li>
  )
}

/** A new draft, from the version in force or, to go back, from an older one. */
function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const moments = useMoments()
  const { data: versions } = useQuery(draftQueries.versions())
  const [note, setNote] = useState('')
  const [from, setFrom] = useState('')
  const starting = useStartDraft()
  return (
    <Dialog title={words.say('drafts.start')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          starting.mutate({ note: note.trim(), ...(from === '' ? {} : { from: Number(from) }) })
        }}
      >
        <label className="field">
          <span>{words.say('submit.note')}</span>
          <input
            className="input"
            dir="auto"
            maxLength={300}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </label>
        <label className="field">
          <span>{words.say('drafts.begin-from')}</span>
          <select className="input" value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)}>
            <option value="">{words.say('drafts.in-force')}</option>
            {versions?.items.map(({ version, effective, note: why }) => (
              <option key={version} value={version}>
                {words.say('drafts.version', { version, date: moments.date(Date.parse(effective)) })}
                {why === '' ? '' : ` – ${why}`}
              </option>
            ))}
          </select>
          <span className="hint">{words.say('drafts.roll-back')}</span>
        </label>
        <p>
          <Link to="/charter/templates">{words.say('drafts.from-template')}</Link>
        </p>
        {starting.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(starting.error, words)}
          </p>
        )}
        <footer>
          <button type="button" className="button" onClick={onClose}>
            {words.say('cancel')}
          </button>
          <button type="submit" className="button main" disabled={starting.isPending}>
            {words.say('drafts.start')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
