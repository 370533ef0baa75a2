import { type Day, parseDate } from '../../calendar/index.ts'
import type { CharterDocument } from '../document.ts'
import type { Place, Texts } from '../parts.ts'
import { entryOf, placeInside, type SourceNode } from '../source/node.ts'
import { field, fields, required } from './fields.ts'
import { language } from './language.ts'
import { positionLink } from './links.ts'
import { whyNoDate } from './no-date.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, refine, type Shape, typedAt } from './shape.ts'
import { texts } from './texts.ts'
import { distinct, isGoodName, listOf, name, oneOrMore, text, wholeNumber } from './words.ts'
import { checkZone, hasZoneForm } from './zone.ts'

/** The format of the document: 1. */
export const version: Shape<1> = {
  schema: { const: 1 },
  read(node, reading) {
    if (node.kind === 'scalar' && node.value === 1) return 1
    const typed = node.kind === 'scalar' ? quoted(String(node.value ?? '')) : 'something else'
    reading.report.add(
      'wrong-version',
      node.place,
      `this program reads charters of format 1 (avow: 1); found ${typed}`,
      {
        typed: typedAt(node),
        like: 'avow: 1',
      },
    )
    return undefined
  },
}

/** The languages of the charter's texts; the first is the master. */
export const languages: Shape<readonly string[]> = refine(
  distinct(listOf('languages', language)),
  (codes, reading, node) => {
    if (codes.length === 0)
      return node.kind === 'list' && node.items.length > 0
        ? undefined
        : expected('at least one language', node, reading, '[en]')
    reading.languages = codes
    return codes
  },
)

const EFFECTIVE = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?:\s+(\S+))?$/

/** From when a version is in force: a local time, and its zone where it is not the charter's. */
export const effective: Shape<{ day: Day; minute: number; zone: string; text: string }> = {
  schema: {
    type: 'string',
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(\\s+\\S+)?$',
    examples: ['2026-12-01T00:00 Europe/Warsaw'],
  },
  read(node, reading) {
    const written = text('a date and time such as 2026-12-01T00:00 Europe/Warsaw').read(node, reading)
    if (written === undefined) return undefined
    const [, date = '', hours, minutes, zone = reading.zone] = EFFECTIVE.exec(written) ?? []
    const day = parseDate(date)
    const minute = Number(hours) * 60 + Number(minutes)
    if (day !== undefined && Number(hours) < 24 && Number(minutes) < 60 && hasZoneForm(zone)) {
      // The charter's own zone was looked at where it stands.
      const isOwn = zone === reading.zone
      return isOwn || checkZone(zone, zonePlace(node, written.length - zone.length), reading)
        ? { day, minute, zone, text: written }
        : undefined
    }
    const why = whyNoDate(date) ?? 'write it as 2026-12-01T00:00 Europe/Warsaw'
    reading.report.add('bad-date', node.place, `${quoted(written)} is no date and time with a zone; ${why}`, {
      typed: written,
      like: '2026-12-24T08:00 Europe/Warsaw',
    })
    return undefined
  },
}

function zonePlace(node: SourceNode, offset: number): Place {
  return node.kind === 'scalar' ? placeInside(node, offset) : node.place
}

type Position = CharterDocument['positions'][number]

const positionFields = fields('a position', { says: field('What people call the position.', texts()) })
const RESERVED_POSITIONS = new Set(['public', 'staff', 'assignee'])

/** The charter's own words for who acts: a list of names, or a map with texts. */
export const positions: Shape<readonly Position[]> = {
  schema: {
    anyOf: [
      { type: 'array', items: { type: 'string' } },
      { type: 'object', additionalProperties: { anyOf: [{ type: 'null' }, positionFields.schema] } },
    ],
  },
  read(node, reading) {
    const found: Position[] = []
    const add = (word: string, place: Position['place'], says?: Texts): void => {
      if (reading.positions.get(word))
        reading.report.add('named-twice', place, `the position ${quoted(word)} stands here twice`, { typed: word })
      else if (isPositionName(word, place, reading)) found.push({ name: word, ...(says ? { says } : {}), place })
      else reading.positions.refuse(word)
      reading.positions.declare(word, true)
    }
    if (node.kind === 'list') {
      for (const item of node.items) {
        const word = text('the name of a position').read(item, reading)
        if (word !== undefined) add(word, item.place)
      }
    } else if (node.kind === 'map') {
      for (const { key, keyPlace, value } of node.entries) {
        const isEmpty = value.kind === 'scalar' && value.value === null
        add(key, keyPlace, isEmpty ? undefined : positionFields.read(value, reading)?.values.says)
      }
    } else {
      reading.positions.isComplete = false
      return expected('a list of positions, as in [agent, team-lead]', node, reading, '[agent, team-lead]')
    }
    return found
  },
}

function isPositionName(word: string, place: Position['place'], reading: Reading): boolean {
  if (!RESERVED_POSITIONS.has(word)) return isGoodName(word, 'a position', place, reading)
  reading.report.add('reserved-name', place, `“${word}” has a meaning of its own; give the position another name`, {
    typed: word,
  })
  return false
}

const peopleFields = fields('“people”', {
  owner: field('The position that answers for the charter.', positionLink),
  approvers: required('The positions that may approve a version.', distinct(oneOrMore('positions', positionLink))),
  need: field('How many of them must approve; 1 where it is left out.', wholeNumber(1, 20)),
})

/** Who owns and who approves the charter. */
export const people = refine(peopleFields, (read, reading, node): CharterDocument['people'] => {
  const { owner, approvers, need = 1 } = read.values
  if (approvers === undefined) return undefined
  // Names that were refused above count too: whoever mends them has as many approvers.
  const written = entryOf(node, 'approvers')
  const count = written?.kind === 'list' ? written.items.length : 1
  if (read.has('need') && need > count) {
    const there =
      count === 0 ? 'there is no approver' : `there ${count === 1 ? 'is 1 approver' : `are ${count} approvers`}`
    reading.report.add('fields-conflict', read.at('need'), `${need} must approve, and ${there}`, {
      together: ['approvers', 'need'],
    })
  }
  return { ...(owner === undefined ? {} : { owner }), approvers, need, place: read.place }
})

/** The name of the charter itself. */
export const charterId = name('a charter')
