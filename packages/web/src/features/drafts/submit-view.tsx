import type { Draft } from '@avow/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay, useMe } from '../people/me.tsx'
import { DifferenceView } from './difference-view.tsx'
import type { DraftEngine } from './draft-engine.page.ts'
import { draftQueries } from './draft-queries.page.ts'
import { findingSentence, type Told } from './finding-words.ts'
import { localInstant } from './local-instant.ts'
import { ReviewView } from './review-view.tsx'
import { useStudio } from './studio-context.tsx'
import { useEngineState } from './use-engine.page.ts'
import { WarningsView } from './warnings-view.tsx'

/** Handing the draft in, or, once that is done, deciding on it. */
export function SubmitView({
  draft,
  engine,
  base,
}: {
  readonly draft: Draft
  readonly engine: DraftEngine
  readonly base: string | undefined
}) {
  const mayWrite = useMay('charter.write')
  return (
    <div className="submit-view">
      {draft.state === 'writing' ? (
        mayWrite && <DraftToSubmit draft={draft} engine={engine} />
      ) : (
        <ReviewView draft={draft} />
      )}
      <DifferenceView
        draft={draft.id}
        isFirst={draft.base === null}
        isKnown={base !== undefined || draft.base === null}
      />
    </div>
  )
}

interface DraftAtHand {
  readonly draft: Draft
  readonly engine: DraftEngine
}

/** The warnings to be gone through, and the form that hands the draft in once they are. */
function DraftToSubmit({ draft, engine }: DraftAtHand) {
  const { sync } = useEngineState(engine)
  const { data } = useQuery({ ...draftQueries.warnings(draft.id, sync.seq), placeholderData: keepPreviousData })
  const warnings = data?.items ?? []
  return (
    <>
      <WarningsView warnings={warnings} draft={draft.id} />
      <SubmitForm draft={draft} engine={engine} open={warnings.filter(({ tick }) => tick === null).length} />
    </>
  )
}

/** `open`: warnings that nobody has given a reason for. */
function SubmitForm({ draft, engine, open }: DraftAtHand & { readonly open: number }) {
  const words = useWords()
  const client = useQueryClient()
  const { workspace } = useMe()
  const { data, findings, examples } = useStudio()
  const { keeping } = useEngineState(engine)
  const [note, setNote] = useState(draft.note)
  const [isAtOnce, setAtOnce] = useState(true)
  const [time, setTime] = useState('')
  const [zone, setZone] = useState(typeof data['zone'] === 'string' ? data['zone'] : workspace.zone)
  const effective = isAtOnce ? null : localInstant(time, zone)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const wrong = examples.filter(({ failures }) => failures.length > 0).length
  const submitting = useMutation({
    mutationFn: async () => {
      if (!(await engine.flush())) throw new Error(NOT_SAVED)
      if (note.trim() !== draft.note)
        await call('describeDraft', { params: { id: draft.id }, body: { note: note.trim() } })
      const { seq } = engine.current().sync
      return call('submitDraft', { params: { id: draft.id }, body: { seq, effective: effective ?? null, zone } })
    },
    onSuccess: (fresh) => {
      client.setQueryData(draftQueries.one(draft.id).queryKey, fresh)
      void client.invalidateQueries({ queryKey: ['drafts'] })
    },
  })
  const zones = [...new Set([zone, workspace.zone, 'UTC'])]
  return (
    <form
      className="form submit"
      onSubmit={(event) => {
        event.preventDefault()
        if (effective !== undefined && note.trim() !== '') submitting.mutate()
      }}
    >
      <h2>{words.say('submit.title')}</h2>
      <label className="field">
        <span>{words.say('submit.note')}</span>
        <input
          className="input"
          dir="auto"
          required
          maxLength={300}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      <fieldset className="set">
        <legend className="quiet">{words.say('submit.effective')}</legend>
        <label className="check">
          <input type="radio" name="effective" checked={isAtOnce} onChange={() => setAtOnce(true)} />
          {words.say('submit.at-once')}
        </label>
        <label className="check">
          <input type="radio" name="effective" checked={!isAtOnce} onChange={() => setAtOnce(false)} />
          {words.say('submit.at-time')}
        </label>
        {!isAtOnce && (
          <span className="add-date">
            <input
              className="input ltr"
              type="datetime-local"
              required
              aria-label={words.say('submit.time')}
              value={time}
              onChange={({ currentTarget }) => setTime(currentTarget.value)}
            />
            <select
              className="input"
              aria-label={words.say('studio.zone')}
              value={zone}
              onChange={({ currentTarget }) => setZone(currentTarget.value)}
            >
              {zones.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </span>
        )}
      </fieldset>
      {errors > 0 && <p className="band broken">{words.say('submit.errors', { count: errors })}</p>}
      {open > 0 && <p className="band risk">{words.say('submit.warnings', { count: open })}</p>}
      {wrong > 0 && <p className="band risk">{words.say('submit.examples', { count: wrong })}</p>}
      <p className="quiet">{words.say('submit.pinned')}</p>
      {submitting.error !== null && <Refused error={submitting.error} />}
      <p>
        <button
          type="submit"
          className="button main"
          disabled={submitting.isPending || errors > 0 || open > 0 || keeping === 'clash' || keeping === 'closed'}
        >
          {words.say('submit.submit')}
        </button>
      </p>
    </form>
  )
}

/** Why it was not taken: each place by itself, where the server names some. */
function Refused({ error }: { readonly error: Error }) {
  const words = useWords()
  const { of } = useStudio()
  const places = error instanceof ProblemError ? (error.problem.at ?? []) : []
  const empty = places.flatMap(({ path }) => /^positions\.(.+)$/.exec(path)?.[1] ?? [])
  const others = places.filter(({ path }) => !path.startsWith('positions.'))
  return (
    <div className="band broken" role="alert">
      {error.message === NOT_SAVED && words.say('submit.not-saved')}
      {empty.length > 0 &&
        words.say('submit.empty-positions', { positions: words.list(empty.map((name) => of.position(name))) })}
      {empty.length === 0 && error.message !== NOT_SAVED && troubleWords(error, words)}
      {others.map(({ path, message, finding }) => {
        // What the server says of a finding is what core said of it there.
        const said = finding && findingSentence(finding as Told, { words, of })
        return (
          <span key={`${path} ${message}`} dir="auto" {...(said === undefined ? { lang: 'en' } : {})}>
            {said ?? message}
          </span>
        )
      })}
    </div>
  )
}

const NOT_SAVED = 'not saved'
