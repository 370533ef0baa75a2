import type { Draft } from '@avow/contract'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { personBehind } from '../api-keys/index.ts'
import { creditsOfDraft } from '../charters/index.ts'
import { approveDraft } from './approve-draft.ts'
import { describeDraft } from './describe-draft.ts'
import { readDraftRow, readDraftRows } from './draft-at-hand.ts'
import { editDraft } from './edit-draft.ts'
import { editsAfter, presentEdits } from './edits-of-draft.ts'
import { compareSubmission } from './place-taken.ts'
import { countHolders } from './position-holders.ts'
import { type DraftReader, presentDrafts } from './present-drafts.ts'
import { sendBackDraft } from './send-back-draft.ts'
import { startDraft } from './start-draft.ts'
import { submitDraft } from './submit-draft.ts'
import { takeBackDraft } from './take-back-draft.ts'
import { type TickOf, tickWarning, untickWarning } from './tick-warning.ts'
import { listWarnings } from './warnings.ts'
import { withdrawDraft } from './withdraw-draft.ts'

type Names =
  | 'listDrafts'
  | 'startDraft'
  | 'readDraft'
  | 'editDraft'
  | 'listDraftEdits'
  | 'describeDraft'
  | 'withdrawDraft'
  | 'listWarnings'
  | 'tickWarning'
  | 'untickWarning'
  | 'submitDraft'
  | 'compareSubmission'
  | 'listDraftCredits'
  | 'takeBackDraft'
  | 'approveDraft'
  | 'sendBackDraft'

/** More than anybody looks through; older ones are published or given up. */
const MOST_LISTED = 200

export const draftHandlers: Handlers<Names> = {
  listDrafts: async ({ access }, desk) => {
    const reader = await readerOf(desk, access)
    return within(desk, access, async (tx) => {
      const rows = await readDraftRows(tx, MOST_LISTED)
      return { items: await presentDrafts(tx, rows, reader), next: null }
    })
  },

  startDraft: ({ access, body }, desk) => changed(desk, access, (tx, { person }) => startDraft(tx, person, body)),

  readDraft: ({ access, params: { id } }, desk) => changed(desk, access, async () => id),

  editDraft: async ({ access, params: { id }, body }, desk) => {
    const { person } = await readerOf(desk, access)
    return within(desk, access, (tx) => editDraft(tx, id, person, body))
  },

  listDraftEdits: ({ access, params: { id }, query: { after } }, desk) =>
    within(desk, access, async (tx) => {
      await readDraftRow(tx, id)
      return { items: await presentEdits(tx, await editsAfter(tx, id, after)), next: null }
    }),

  describeDraft: ({ access, params: { id }, body: { note } }, desk) =>
    changed(desk, access, async (tx) => {
      await describeDraft(tx, id, note)
      return id
    }),

  withdrawDraft: async ({ access, params: { id } }, desk) => {
    const { person } = await readerOf(desk, access)
    await within(desk, access, (tx) => withdrawDraft(tx, id, person))
    return undefined
  },

  listWarnings: ({ access, params: { id } }, desk) => within(desk, access, (tx) => listWarnings(tx, id, desk.zoneData)),

  tickWarning: async ({ access, params, body: { reason } }, desk) => {
    const tick = await tickBy(desk, access, params)
    return within(desk, access, (tx) => tickWarning(tx, tick, reason))
  },

  untickWarning: async ({ access, params }, desk) => {
    const tick = await tickBy(desk, access, params)
    return within(desk, access, (tx) => untickWarning(tx, tick))
  },

  submitDraft: ({ access, params: { id }, body }, desk) =>
    changed(desk, access, async (tx, { person }) => {
      const { zoneData, publicUrl } = desk
      await submitDraft(tx, id, person, { ...body, effective: instantOf(body.effective), zoneData, publicUrl })
      return id
    }),

  compareSubmission: ({ access, params: { id } }, desk) => within(desk, access, (tx) => compareSubmission(tx, id)),

  listDraftCredits: ({ access, params: { id } }, desk) =>
    within(desk, access, async (tx) => {
      await readDraftRow(tx, id)
      return { items: await creditsOfDraft(tx, id) }
    }),

  takeBackDraft: ({ access, params: { id } }, desk) =>
    changed(desk, access, async (tx) => {
      await takeBackDraft(tx, id)
      return id
    }),

  approveDraft: ({ access, params: { id }, body }, desk) =>
    changed(desk, access, async (tx) => {
      const { person } = access
      await readDraftRow(tx, id)
      // A key may be in other hands than its owner's.
      if (person === undefined) throw new Refusal('not-approver', 'A person who is signed in approves, not a key.')
      await approveDraft(tx, id, person, { ...body, effective: instantOf(body.effective) }, desk)
      return id
    }),

  sendBackDraft: ({ access, params: { id }, body: { reason } }, desk) =>
    changed(desk, access, async (tx, { person }) => {
      await sendBackDraft(tx, id, person, reason)
      return id
    }),
}

function within<T>({ store }: Desk, { workspace }: Access, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(store, { workspace }, work)
}

async function readerOf({ store }: Desk, access: Access): Promise<DraftReader> {
  const person = await personBehind(store, access)
  return { person, mayApprove: access.person !== undefined && access.permissions.has('charter.approve') }
}

async function tickBy(
  desk: Desk,
  access: Access,
  { id, finding }: { readonly id: string; readonly finding: string },
): Promise<TickOf> {
  const { person } = await readerOf(desk, access)
  return { draft: id, finding, actor: access.actor, person, zoneData: desk.zoneData }
}

/** Does something with a draft, and answers how it is then. */
async function changed(
  desk: Desk,
  access: Access,
  act: (tx: Transaction, reader: DraftReader) => Promise<string>,
): Promise<Draft> {
  const reader = await readerOf(desk, access)
  return within(desk, access, async (tx) => {
    const row = await readDraftRow(tx, await act(tx, reader))
    const [shown] = await presentDrafts(tx, [row], reader)
    if (shown === undefined) throw new Error(`the draft ${row.id} has gone`)
    return { ...shown, source: row.source, holders: await countHolders(tx) }
  })
}

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text)
}
