import { dataAt, openSource, type PlainValue, sourceData } from '@avow/core'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { sourceOfVersion, versionInForce } from '../charters/index.ts'
import {
  CHARTER_CURRENCIES,
  CHARTER_TEMPLATES,
  fitTemplate,
  likelyCurrency,
  templateText,
} from '../installation/index.ts'
import { templateDocument } from './list-templates.ts'

export interface TemplateAsked {
  readonly name: string
  /** Words with commas between them; what is left out follows from the workspace. */
  readonly languages?: string | undefined
  readonly jurisdictions?: string | undefined
  readonly currency?: string | undefined
}

/**
 * The text of a charter to begin with, for this workspace. Throws `not-found`, and `bad-request` for a language, a
 * jurisdiction or a currency in which it is not there.
 */
export async function readTemplate({ store, root }: Desk, workspace: string, asked: TemplateAsked) {
  const name = CHARTER_TEMPLATES.find((one) => one === asked.name)
  if (name === undefined) throw new Refusal('not-found', 'There is no charter to begin with of this name.')
  const { languages: spoken, law } = templateDocument(root, name)
  const { slug, zone, languages } = await workspaceOf(store, workspace)
  const own = languages.filter((one) => spoken.includes(one))
  const source = fitTemplate(templateText(root, name), {
    slug,
    zone,
    languages: chosen('languages', asked.languages, spoken) ?? (own.length > 0 ? own : spoken.slice(0, 1)),
    jurisdictions: chosen('jurisdictions', asked.jurisdictions, law?.jurisdictions ?? []) ?? [],
    currency: chosen('currency', asked.currency, CHARTER_CURRENCIES)?.[0] ?? likelyCurrency('', zone),
    office: await transaction(store, { workspace }, officeInForce),
  })
  return { name, source }
}

/** What the workspace most likely counts in, by ISO 4217. */
export async function currencyOf({ store }: Desk, workspace: string): Promise<string> {
  return likelyCurrency('', (await workspaceOf(store, workspace)).zone)
}

function workspaceOf({ control }: Store, workspace: string) {
  return control
    .selectFrom('control.workspace')
    .select(['slug', 'zone', 'languages'])
    .where('id', '=', workspace)
    .executeTakeFirstOrThrow()
}

/** What was asked for of what there is; undefined where nothing was. */
function chosen<T extends string>(path: string, asked: string | undefined, known: readonly T[]): T[] | undefined {
  if (asked === undefined || asked === '') return undefined
  return asked.split(',').map((word) => {
    const found = known.find((one) => one === word)
    if (found !== undefined) return found
    const message = `“${word}” is none of ${known.join(', ')}`
    throw new Refusal('bad-request', `In the request, ${path}: ${message}.`, { at: [{ path, message, typed: word }] })
  })
}

const OFFICE_FIELDS = ['open', 'closed', 'holidays until'] as const

/** The hours of the calendar `office` of the charter in force, as they are written there; none where there is none. */
async function officeInForce(tx: Transaction): Promise<Record<string, PlainValue>> {
  const version = (await versionInForce(tx, tx.now))?.version
  const source = version == null ? undefined : openSource(await sourceOfVersion(tx, version))
  if (source === undefined) return {}
  const data = sourceData(source.root)
  return Object.fromEntries(
    OFFICE_FIELDS.flatMap((name) => {
      const value = plain(dataAt(data, ['calendars', 'office', name]))
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function plain(value: unknown): PlainValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return value.flatMap((one) => plain(one) ?? [])
  if (typeof value !== 'object') return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const part = plain(one)
      return part === undefined ? [] : [[name, part]]
    }),
  )
}
