import { randomUUID } from 'node:crypto'
import { ROUTES } from '@avow/contract'
import type { DeskAtWork } from './desk-at-work.ts'

/**
 * Another version of the charter, as people make one: an author writes it, and as many approvers as the version in force
 * asks for approve it. `edits`: what stands in the document, and what is to stand there.
 */
export async function publishChange(desk: DeskAtWork, note: string, edits: readonly (readonly [string, string])[]) {
  const author = await desk.hire('Aurelia Author', ['lead', 'author'], ['team-lead'])
  const approvers = [
    await desk.hire('Maria Director', ['approver'], ['managing-director']),
    await desk.hire('Hugo Head', ['approver'], ['head-of-service']),
  ]
  const post = async ({ cookie }: { readonly cookie: string }, path: string, body: unknown): Promise<unknown> => {
    const headers = { 'idempotency-key': randomUUID() }
    const answer = await desk.app.ask('POST', `/api/v1/drafts${path}`, { cookie, body, headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const draft = ROUTES.startDraft.answer.parse(await post(author, '', { note }))
  let { source, seq } = draft
  for (const [from, to] of edits) {
    const at = source.indexOf(from)
    if (at < 0) throw new Error(`the charter does not say: ${from}`)
    const splices = [{ at, remove: from.length, insert: to }]
    const made = await post(author, `/${draft.id}/edits`, { base: seq, splices, edit: randomUUID() })
    seq = ROUTES.editDraft.answer.parse(made).seq
    source = source.replace(from, to)
  }
  const listed = await desk.app.ask('GET', `/api/v1/drafts/${draft.id}/warnings`, { cookie: author.cookie })
  for (const { finding, tick } of ROUTES.listWarnings.answer.parse(await listed.json()).items)
    if (tick === null) await post(author, `/${draft.id}/warnings/${finding}/tick`, { reason: 'It is meant so.' })
  const { submission } = ROUTES.submitDraft.answer.parse(
    await post(author, `/${draft.id}/submission`, { seq, effective: null, zone: 'Europe/Warsaw' }),
  )
  if (submission === null) throw new Error('it was not submitted')
  for (const who of approvers.slice(0, submission.need))
    await post(who, `/${draft.id}/approvals`, { hash: submission.hash, effective: null })
  return { author, approvers }
}
