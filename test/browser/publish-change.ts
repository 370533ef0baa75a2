import { randomUUID } from 'node:crypto'
import type { DeskAtWork } from './desk-at-work.ts'

/**
 * Another version of the charter, as people make one: an author writes it, and both approvers of the version in force
 * approve it. `edits`: what stands in the document, and what is to stand there.
 */
export async function publishChange(desk: DeskAtWork, note: string, edits: readonly (readonly [string, string])[]) {
  const author = await desk.hire('Aurelia Author', ['lead', 'author'], ['team-lead'])
  const approvers = [
    await desk.hire('Maria Director', ['approver'], ['managing-director']),
    await desk.hire('Hugo Head', ['approver'], ['head-of-service']),
  ]
  const post = async ({ cookie }: { readonly cookie: string }, path: string, body: unknown) => {
    const headers = { 'idempotency-key': randomUUID() }
    const answer = await desk.app.ask('POST', `/api/v1/drafts${path}`, { cookie, body, headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const draft = await post(author, '', { note })
  let [source, seq] = [String(draft.source), Number(draft.seq)]
  for (const [from, to] of edits) {
    const at = source.indexOf(from)
    if (at < 0) throw new Error(`the charter does not say: ${from}`)
    const splices = [{ at, remove: from.length, insert: to }]
    const made = await post(author, `/${draft.id}/edits`, { base: seq, splices, edit: randomUUID() })
    seq = made.seq
    source = source.replace(from, to)
  }
  const { submission } = await post(author, `/${draft.id}/submission`, { seq, effective: null, zone: 'Europe/Warsaw' })
  for (const who of approvers) await post(who, `/${draft.id}/approvals`, { hash: submission.hash, effective: null })
  return { author, approvers }
}
