import { Readable } from 'node:stream'
import { onTicket, replyToTicket } from '../src/features/tickets/index.ts'
import { keepUpload, takeUploads } from '../src/features/uploads/index.ts'
import { type ChildPlace, failpoint, openChildDesk } from './child-desk.ts'

/**
 * A process that uploads a file and answers with it, which kills itself at the step that AVOW_FAILPOINT names: the bytes are
 * `stored`, the row `noted`, the file `taken` by the answer, the answer `said`, both before the commit, or all of it `done`.
 */
export interface UploadChild extends ChildPlace {
  readonly workspace: string
  readonly person: string
  readonly number: number
  /** Of the upload. */
  readonly id: string
  readonly text: string
}

const { workspace, person, number, id, text, ...place } = JSON.parse(process.argv[2] ?? '') as UploadChild
const onStep = failpoint()
const desk = await openChildDesk(place)
const { store, blobs } = desk
const actor = `user:${person}`
await keepUpload({ store, blobs, workspace, actor, id, onStep }, Readable.from([Buffer.from(text)]))
await onTicket(store, workspace, number, async (tx, ticket) => {
  const files = await takeUploads(tx, actor, [{ upload: id, name: 'bill.txt', type: 'text/plain' }], text)
  onStep('taken')
  await replyToTicket(tx, ticket, { person, machine: '' }, { text, seen: 0, anyway: true, files }, desk)
  onStep('said')
})
onStep('done')
await store.close()
