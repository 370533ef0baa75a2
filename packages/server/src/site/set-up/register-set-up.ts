import { timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { isUnclaimed, setUpDesk } from '../../features/installation/index.ts'
import { Refusal } from '../../refusal.ts'
import { sendPage, sendTo } from '../send.ts'
import { type PageParams, type Visit, visitOf } from '../visit.ts'
import { FIELDS, type Field, type SetUpView, setUpPage, TEMPLATES } from './set-up-page.ts'
import type { SetUpWord } from './words.ts'

export interface SetUpOptions {
  readonly workspace: string
  /** Printed at the start: whoever reaches the page first is not whoever may set it up. */
  readonly code: string
  /** The folder that holds charters/. */
  readonly root: string
  /** Name of the runtime's zone data. */
  readonly zoneData: string
}

const MOST_TRIES = 20
const EMAIL = z.email().max(254)
const PASSWORD = z.string().min(12).max(128)

type SetUpRequest = FastifyRequest<{ Params: PageParams }>

/** `/setup`, while nobody can sign in to the first workspace; afterwards it leads to the desk. */
export async function registerSetUp(app: FastifyInstance, desk: Desk, options: SetUpOptions): Promise<void> {
  let wrongCodes = 0
  const visitFor = async (request: SetUpRequest): Promise<Visit | undefined> =>
    (await isUnclaimed(desk, options.workspace)) ? visitOf(desk, request, '/setup', async () => undefined) : undefined

  const show = async (request: SetUpRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visit = await visitFor(request)
    return visit === undefined ? sendTo(reply, '/desk') : sendPage(reply, setUpPage(visit, { typed: {}, errors: [] }))
  }

  const take = async (request: SetUpRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visit = await visitFor(request)
    if (visit === undefined) return sendTo(reply, '/desk')
    const typed = typedOf(request.body)
    const errors = wrongCodes < MOST_TRIES ? errorsOf(typed, options.code) : TOO_MANY
    if (errors.some(({ word }) => word === 'error-code')) wrongCodes += 1
    const found = errors.length > 0 ? errors : await setUp(desk, options, typed)
    return found.length > 0 ? sendPage(reply, setUpPage(visit, { typed, errors: found }), 422) : sendTo(reply, '/desk')
  }

  const place: FastifyPluginAsync = async (scope) => {
    await scope.register(formbody, { bodyLimit: 16_384 })
    for (const path of ['/setup', '/:language(^(?:en|ar)$)/setup']) {
      scope.get(path, show)
      scope.post(path, take)
    }
  }
  await app.register(place)
}

const TOO_MANY: SetUpView['errors'] = [{ field: 'code', word: 'error-tries' }]

/** Answers what is wrong; nothing: it is set up. */
async function setUp(
  desk: Desk,
  { workspace, root, zoneData }: SetUpOptions,
  typed: SetUpView['typed'],
): Promise<SetUpView['errors']> {
  const template = TEMPLATES.find((name) => name === typed.charter) ?? TEMPLATES[0]
  try {
    await setUpDesk(desk, workspace, {
      name: typed.name ?? '',
      person: { name: typed.person ?? '', email: typed.email ?? '', password: typed.password ?? '' },
      mailbox: typed.mailbox ?? '',
      charter: readFileSync(join(root, 'charters', `${template}.yaml`), 'utf8'),
      zoneData,
    })
    return []
  } catch (error) {
    if (error instanceof Refusal && error.code === 'name-taken') return [{ field: 'email', word: 'error-taken' }]
    throw error
  }
}

function typedOf(body: unknown): SetUpView['typed'] {
  const given = typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)) : new Map()
  const typed: Partial<Record<Field, string>> = {}
  for (const field of FIELDS) {
    const value: unknown = given.get(field)
    // Spaces of a password are part of it.
    if (typeof value === 'string') typed[field] = field === 'password' ? value : value.trim()
  }
  return typed
}

function errorsOf(typed: SetUpView['typed'], code: string): SetUpView['errors'] {
  const errors: { field: Field; word: SetUpWord }[] = []
  if (!isCode(typed.code ?? '', code)) errors.push({ field: 'code', word: 'error-code' })
  if (!isName(typed.name)) errors.push({ field: 'name', word: 'error-name' })
  if (!isName(typed.person)) errors.push({ field: 'person', word: 'error-person' })
  if (!EMAIL.safeParse(typed.email).success) errors.push({ field: 'email', word: 'error-email' })
  if (!EMAIL.safeParse(typed.mailbox).success) errors.push({ field: 'mailbox', word: 'error-email' })
  if (!PASSWORD.safeParse(typed.password).success) errors.push({ field: 'password', word: 'error-password' })
  if (!TEMPLATES.some((name) => name === typed.charter)) errors.push({ field: 'charter', word: 'error-charter' })
  return errors
}

function isName(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text.length <= 200
}

function isCode(typed: string, code: string): boolean {
  const [one, other] = [Buffer.from(typed), Buffer.from(code)]
  return one.length === other.length && timingSafeEqual(one, other)
}
