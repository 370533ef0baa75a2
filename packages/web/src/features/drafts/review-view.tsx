import type { Draft } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { momentsOf } from '../../time/moments.ts'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMay, useMoments } from '../people/me.tsx'
import { draftQueries } from './draft-queries.page.ts'
import { GetsLessView } from './gets-less-view.tsx'
import { PastTicketsView } from './past-tickets-view.tsx'
import { useStudio } from './studio-context.tsx'
import { WarningsView } from './warnings-view.tsx'

/** A draft handed in: what exactly is to be approved, by whom, and who has. */
export function ReviewView({ draft }: { readonly draft: Draft }) {
  const words = useWords()
  const { of } = useStudio()
  const moments = useMoments()
  const { submission } = draft
  const client = useQueryClient()
  const [reason, setReason] = useState<string>()
  const mayWrite = useMay('charter.write')
  const take = (fresh: Draft): void => {
    client.setQueryData(draftQueries.one(draft.id).queryKey, fresh)
    void client.invalidateQueries({ queryKey: ['drafts'] })
    if (fresh.state === 'published')
      for (const key of ['charter', 'versions', 'handbook']) void client.invalidateQueries({ queryKey: [key] })
  }
  const params = { id: draft.id }
  const approving = useMutation({
    mutationFn: () =>
      call('approveDraft', {
        params,
        body: { hash: submission?.hash ?? '', effective: submission?.effective ?? null },
      }),
    onSuccess: take,
  })
  const refusing = useMutation({
    mutationFn: (why: string) => call('sendBackDraft', { params, body: { reason: why } }),
    onSuccess: take,
  })
  const takingBack = useMutation({ mutationFn: () => call('takeBackDraft', { params }), onSuccess: take })
  const error = approving.error ?? refusing.error ?? takingBack.error
  if (draft.state === 'published' || submission === null)
    return (
      <section className="review">
        <p className="band kept" role="status">
          {draft.version === null
            ? words.say(`draft.state.${draft.state}`)
            : words.say('review.published', { version: draft.version })}
        </p>
      </section>
    )
  const inZone = momentsOf(words.locale, submission.zone)
  return (
    <section className="review" aria-labelledby="review-title">
      <h2 id="review-title">{words.say('review.title')}</h2>
      <dl className="facts">
        <div>
          <dt>{words.say('review.by')}</dt>
          <dd>
            {words.say('review.approved-by', {
              who: submission.by?.name ?? words.say('nobody'),
              time: moments.full(Date.parse(submission.at)),
            })}
          </dd>
        </div>
        <div>
          <dt>{words.say('submit.note')}</dt>
          <dd>
            <bdi>{draft.note}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.say('submit.effective')}</dt>
          <dd>
            {submission.effective === null
              ? words.say('review.at-once')
              : words.say('review.at', { time: inZone.full(Date.parse(submission.effective)), zone: submission.zone })}
          </dd>
        </div>
        <div>
          <dt>{words.say('review.hash')}</dt>
          <dd className="hash ltr">{submission.hash}</dd>
        </div>
        <div>
          <dt>{words.say('review.approvals', { count: submission.approvals.length, need: submission.need })}</dt>
          <dd>
            {submission.approvals.length === 0
              ? words.say('review.nobody-yet')
              : words.list(
                  submission.approvals.map(({ person, at }) =>
                    words.say('review.approved-by', { who: person.name, time: moments.full(Date.parse(at)) }),
                  ),
                )}
          </dd>
        </div>
        {submission.approvers.length > 0 && (
          <div>
            <dt>{words.say('studio.approvers')}</dt>
            <dd>{words.list(submission.approvers.map((name) => of.position(name)))}</dd>
          </div>
        )}
      </dl>
      {submission.gives_less && <p className="band risk">{words.say('review.gives-less')}</p>}
      {submission.asked > submission.need && (
        <p className="band risk">{words.say('review.too-few', { asked: submission.asked, need: submission.need })}</p>
      )}
      <GetsLessView draft={draft} />
      <PastTicketsView draft={draft} />
      <WarningsView warnings={submission.warnings} />
      {error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(error, words)}
        </p>
      )}
      {submission.why_not !== null && <p className="band">{words.say(`review.not.${submission.why_not}`)}</p>}
      <div className="deeds">
        {submission.may_approve && (
          <button
            type="button"
            className="button main"
            disabled={approving.isPending}
            onClick={() => approving.mutate()}
          >
            {words.say('review.approve')}
          </button>
        )}
        {submission.may_approve && (
          <button type="button" className="button" onClick={() => setReason(reason === undefined ? '' : undefined)}>
            {words.say('review.send-back')}
          </button>
        )}
        {mayWrite && (
          <button type="button" className="button" disabled={takingBack.isPending} onClick={() => takingBack.mutate()}>
            {words.say('review.take-back')}
          </button>
        )}
      </div>
      {reason !== undefined && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') refusing.mutate(reason.trim())
          }}
        >
          <label className="field">
            <span>{words.say('review.reason')}</span>
            <textarea
              className="input"
              dir="auto"
              required
              maxLength={1000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          </label>
          <p>
            <button type="submit" className="button main" disabled={refusing.isPending}>
              {words.say('review.send-back')}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
