import { randomUUID } from 'node:crypto'
import type { Draft, Problem, Role } from '@avow/contract'
import { transaction } from '../src/db/index.ts'
import { openTestApp, type TestApp, type TestPerson } from './app.ts'
import { ALWAYS_OPEN } from './charters.ts'
import { publish } from './publish.ts'

/** What was answered: a body of the route's, or a problem. */
export interface Answered {
  readonly status: number
  // Of the routes under test: each test says what it expects of it.
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked at as it came
  readonly body: any
}

/** A desk whose charter is written by some and approved by others, over HTTP. */
export interface DraftDesk {
  readonly app: TestApp
  readonly workspace: string
  readonly author: TestPerson
  readonly other: TestPerson
  readonly approver: TestPerson
  hire(roles: readonly Role[], positions?: readonly string[]): Promise<TestPerson>
  call(person: TestPerson | string, method: string, path: string, body?: unknown): Promise<Answered>
  start(person: TestPerson, body?: object): Promise<Draft>
  read(id: string): Promise<Draft>
  /** Puts one text in the place of another, on the draft as it is. */
  replace(person: TestPerson, id: string, old: string, fresh: string): Promise<Answered>
  /** Says of each warning that it may stay, as somebody other than who is asked to approve would. */
  tickAll(person: TestPerson, id: string): Promise<void>
  submit(person: TestPerson, id: string, effective?: string | null): Promise<Answered>
  approve(person: TestPerson, draft: Draft): Promise<Answered>
  close(): Promise<void>
}

/** For one test file, closed in `afterAll`. `charter`: in force in it since long ago; none where null. */
export async function openDraftDesk(charter: string | null = ALWAYS_OPEN): Promise<DraftDesk> {
  const app = await openTestApp()
  const { workspace } = app
  if (charter !== null) await publish(app.desk.store, workspace, charter)
  const hire: DraftDesk['hire'] = async (roles, positions = []) => {
    const person = await app.signInAs(roles)
    if (positions.length > 0)
      await transaction(app.desk.store, { workspace }, ({ db }) =>
        db
          .insertInto('position_holder')
          .values(positions.map((position) => ({ workspace_id: workspace, position, person_id: person.person })))
          .execute(),
      )
    return person
  }
  const call: DraftDesk['call'] = async (person, method, path, body) => {
    const answer = await app.ask(method, `/api/v1${path}`, {
      ...(typeof person === 'string' ? { key: person } : { cookie: person.cookie }),
      ...(method === 'POST' ? { headers: { 'idempotency-key': randomUUID() } } : {}),
      ...(body === undefined ? {} : { body }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const read: DraftDesk['read'] = async (id) => (await call(approver, 'GET', `/drafts/${id}`)).body
  const tickAll: DraftDesk['tickAll'] = async (person, id) => {
    const { body } = await call(person, 'GET', `/drafts/${id}/warnings`)
    for (const { finding, tick } of body?.items ?? [])
      if (tick === null)
        await call(person, 'POST', `/drafts/${id}/warnings/${finding}/tick`, { reason: 'It is meant so.' })
  }
  const author = await hire(['author'], ['agent', 'team-lead', 'duty-manager'])
  const other = await hire(['author'])
  const approver = await hire(['approver'])
  return {
    app,
    workspace,
    author,
    other,
    approver,
    hire,
    call,
    read,
    start: async (person, body = {}) => {
      const { status, body: draft } = await call(person, 'POST', '/drafts', body)
      if (status !== 201) throw new Error((draft as Problem).detail)
      return draft
    },
    replace: async (person, id, old, fresh) => {
      const { seq, source } = await read(id)
      const at = source.indexOf(old)
      if (at < 0) throw new Error(`the draft does not say “${old}”`)
      const splices = [{ at, remove: old.length, insert: fresh }]
      return call(person, 'POST', `/drafts/${id}/edits`, { base: seq, splices, edit: randomUUID() })
    },
    tickAll,
    submit: async (person, id, effective = null) => {
      await tickAll(person, id)
      const { seq } = await read(id)
      return call(person, 'POST', `/drafts/${id}/submission`, { seq, effective, zone: 'Europe/Warsaw' })
    },
    approve: (person, { id, submission }) =>
      call(person, 'POST', `/drafts/${id}/approvals`, {
        hash: submission?.hash ?? '',
        effective: submission?.effective ?? null,
      }),
    close: () => app.close(),
  }
}
