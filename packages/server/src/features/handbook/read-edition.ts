import type { HandbookParts } from '@avow/contract'
import { type CompiledCharter, formatDate, viewClauses } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { publicCalendars, publicClauses } from '../../site/charter/public-charter.ts'
import { type PublishedVersion, readVersions } from '../../site/charter/read-charter.ts'
import { charterClock } from '../../site/wall-clock.ts'
import { isForReader, noVersion, positionsOf, versionInForce, versionOfHash } from '../charters/index.ts'

const MS_OF_DAY = 86_400_000

/** What one edition of a version is written from. */
export interface EditionSource {
  readonly charter: CompiledCharter
  readonly parts: HandbookParts
  readonly company: string
}

/** Who reads the edition for staff. */
export interface StaffReader {
  readonly person: string | undefined
  readonly roles: readonly string[]
}

/** The edition for staff, as far as it is for this reader. Throws `no-charter`, `not-found` for a number that is no version. */
export async function readStaffEdition(
  tx: Transaction,
  { person, roles }: StaffReader,
  version: number | undefined,
): Promise<EditionSource> {
  const found = await find(tx, version)
  if (found === undefined)
    throw version === undefined
      ? new Refusal('no-charter', 'No charter is in force in this workspace. Publish one.')
      : noVersion(version)
  const reader = { roles, positions: person === undefined ? new Set<string>() : await positionsOf(tx, person) }
  const parts = staffParts(found.charter)
  const clauses = parts.clauses.filter(({ audience }) => isForReader(audience, reader))
  return { ...found, parts: { ...parts, clauses, version: versionOf(found, tx.now) } }
}

/** The edition for everybody; undefined where there is no such version. */
export async function readPublicEdition(tx: Transaction, version?: number): Promise<EditionSource | undefined> {
  const found = await find(tx, version)
  return found && { ...found, parts: { ...publicParts(found.charter), version: versionOf(found, tx.now) } }
}

/** All of a charter. */
export function staffParts(charter: CompiledCharter): HandbookParts {
  const { document } = charter
  return {
    ...commonParts(charter),
    edition: 'staff',
    clauses: [...viewClauses(document)],
    calendars: [...document.calendars.values()],
    examples: document.examples,
  }
}

/** What of a charter is for everybody: `public-charter.ts` says what that is, for every public page. */
export function publicParts(charter: CompiledCharter): HandbookParts {
  const { calendars } = charter.document
  return {
    ...commonParts(charter),
    edition: 'public',
    clauses: [...publicClauses(charter)],
    // Where dates come from is told to staff.
    calendars: publicCalendars(charter).flatMap((name) => {
      const calendar = calendars.get(name)
      return calendar === undefined ? [] : [{ ...calendar, sources: [] }]
    }),
    examples: [],
  }
}

function commonParts({ document, hash, id }: CompiledCharter) {
  const { title, mission, zone, contact, complaints, facts, law } = document
  return { title, mission, facts, charter: id, zone, hash, contact, complaints, disputeBody: law?.disputeBody }
}

interface Found {
  readonly charter: CompiledCharter
  readonly published: PublishedVersion
  readonly company: string
}

async function find(tx: Transaction, version: number | undefined): Promise<Found | undefined> {
  const number = version ?? (await versionInForce(tx, tx.now))?.version
  const published = (await readVersions(tx)).find((each) => each.version === number)
  const charter = published && (await versionOfHash(tx, published.hash))
  if (published === undefined || charter === undefined) return undefined
  const { rows } = await sql<{ name: string }>`
    select name from control.workspace where id = ${tx.workspace}`.execute(tx.db)
  return { charter, published, company: rows[0]?.name ?? '' }
}

function versionOf({ charter, published }: Found, now: number) {
  const { version: number, from, until } = published
  const clock = charterClock(charter.zone)
  const day = (instant: number) => formatDate(Math.floor(clock.local(instant) / MS_OF_DAY))
  const state: 'ahead' | 'in-force' | 'past' = now < from ? 'ahead' : now < until ? 'in-force' : 'past'
  return { number, state, from: day(from), until: Number.isFinite(until) ? day(until) : undefined }
}
