import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { HEAD, RETAILER, withPromise, withRow } from '../../test/charter-fixtures.ts'
import { charterJsonSchema } from './json-schema.ts'
import { readCharter } from './read-charter.ts'

type Schema = { readonly [keyword: string]: unknown }
const root = charterJsonSchema() as Schema
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const KINDS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isMap,
}

/** What of the schema the value breaks, as paths; enough of draft 2020-12 for the keywords that charters use. */
function broken(schema: Schema, value: unknown, path = ''): string[] {
  const errors: string[] = []
  const check = (holds: boolean, keyword: string): void => {
    if (!holds) errors.push(`${path} ${keyword}`)
  }
  for (const [keyword, rule] of Object.entries(schema)) {
    switch (keyword) {
      case '$schema':
      case 'title':
      case 'description':
      case 'examples':
      case '$defs':
      case 'required':
        break
      case '$ref':
        errors.push(
          ...broken(
            (root['$defs'] as Record<string, Schema>)[String(rule).replace('#/$defs/', '')] as Schema,
            value,
            path,
          ),
        )
        break
      case 'type':
        check(
          [rule].flat().some((kind) => KINDS[String(kind)]?.(value)),
          keyword,
        )
        break
      case 'enum':
        check((rule as unknown[]).includes(value), keyword)
        break
      case 'const':
        check(rule === value, keyword)
        break
      case 'anyOf':
        check(
          (rule as Schema[]).some((option) => broken(option, value, path).length === 0),
          keyword,
        )
        break
      case 'pattern':
        check(typeof value !== 'string' || new RegExp(String(rule), 'u').test(value), keyword)
        break
      case 'minLength':
        check(typeof value !== 'string' || value.length >= Number(rule), keyword)
        break
      case 'minimum':
        check(typeof value !== 'number' || value >= Number(rule), keyword)
        break
      case 'maximum':
        check(typeof value !== 'number' || value <= Number(rule), keyword)
        break
      case 'minItems':
        check(!Array.isArray(value) || value.length >= Number(rule), keyword)
        break
      case 'minProperties':
        check(!isMap(value) || Object.keys(value).length >= Number(rule), keyword)
        break
      case 'maxProperties':
        check(!isMap(value) || Object.keys(value).length <= Number(rule), keyword)
        break
      case 'items':
        if (Array.isArray(value))
          value.forEach((item, index) => errors.push(...broken(rule as Schema, item, `${path}/${index}`)))
        break
      case 'propertyNames':
        if (isMap(value))
          for (const name of Object.keys(value)) errors.push(...broken(rule as Schema, name, `${path}/${name}`))
        break
      case 'properties':
        if (!isMap(value)) break
        for (const [name, field] of Object.entries(rule as Record<string, Schema>))
          if (name in value) errors.push(...broken(field, value[name], `${path}/${name}`))
        for (const name of (schema['required'] as string[] | undefined) ?? []) check(name in value, `required ${name}`)
        break
      case 'additionalProperties': {
        if (!isMap(value)) break
        const known = Object.keys((schema['properties'] as object | undefined) ?? {})
        for (const [name, field] of Object.entries(value)) {
          if (known.includes(name)) continue
          if (rule === false) check(false, `no field ${name}`)
          else if (rule !== true) errors.push(...broken(rule as Schema, field, `${path}/${name}`))
        }
        break
      }
      default:
        throw new Error(`the schema uses “${keyword}”, which this test does not know`)
    }
  }
  return errors
}

function everySchema(schema: unknown): Schema[] {
  if (Array.isArray(schema)) return schema.flatMap(everySchema)
  return isMap(schema) ? [schema, ...Object.values(schema).flatMap(everySchema)] : []
}

const RICH = `${RETAILER.replace(
  'price:    money EUR',
  'price:    { is: money EUR, says: Price }\n  paid: whole number\n  vip: yes or no\n  spell: { age: now }\n  pet: { one of: [cat, dog], values say: { cat: { en: Cat } } }',
)
  .replace(
    '[agent, team-lead, duty-manager, head-of-service, coo]',
    '{ agent: , team-lead: { says: Lead }, duty-manager: {}, head-of-service: , coo: }',
  )
  .replace('  call.answered: {}', '  call.answered:\n  call.abandoned: { says: { en: Given up } }')
  .replace('until: call.answered }', 'until: call.answered, given up: [call.abandoned], each: once }')
  .replace('sat: 10:00-16:00', 'sat: [10:00-12:00, 13:00-16:00], "sun, tue-wed": "08:00-09:00"')
  .replace('mon-fri: 08:00-20:00, ', 'mon: 08:00-20:00, ')
  .replace(
    '    pauses: [waiting-for-customer]\n',
    '    pauses: on-hold\n    on change: keep\n    until: closed\n    when: { tier: ">= standard", vip: true, paid: 3 }\n',
  )}
no answer needed: [spam]
notes: [{ a: 1 }]
`

describe('the schema for editors', () => {
  it('holds for the charters that can be read', () => {
    for (const text of [
      RETAILER,
      RICH,
      HEAD,
      withRow('users: 3, vip: no, tier: [free, gold], channel: "-"', '1 h 30 min of office'),
      withPromise('clock: { from: repair.booked, until: repair.done }'),
    ]) {
      expect(readCharter(text).findings).toEqual([])
      expect(broken(root, parse(text))).toEqual([])
    }
  })

  it.each<[string, string]>([
    [withRow('').replace('clock: resolution', 'clock: first-respnse'), 'clock'],
    [withPromise('clock: resolution\nmeasued: each'), 'measued'],
    [withRow('', '2 h'), 'target'],
    [withRow('', '1 day of office'), 'target'],
    [HEAD.replace('avow: 1', 'avow: 2'), '/avow const'],
    [HEAD.replace('charter: acme\n', ''), 'required charter'],
    [`${HEAD}pilots: []\n`, 'no field pilots'],
    [HEAD.replace('09:00-17:00', 'nine to five'), 'hours'],
    [HEAD.replace('money EUR', 'money'), 'price'],
    [`${HEAD}escalation: [ { id: E1, for: P1, steps: [ { at: 75, tell: agent } ] } ]\n`, '/at type'],
    [`${HEAD}remedies: [ { id: R1, table: [ { allow: refund, up to: 5 } ] } ]\n`, 'up to'],
    [`${HEAD}title: {}\n`, 'title'],
  ])('does not hold for charters that are refused (%#)', (text) => {
    expect(readCharter(text).findings).not.toEqual([])
    expect(broken(root, parse(text))).not.toEqual([])
  })

  it('leads nowhere but to its own definitions, and its patterns are regular', () => {
    const schemas = everySchema(root)
    const references = schemas.flatMap((schema) =>
      typeof schema['$ref'] === 'string' ? [schema['$ref'].replace('#/$defs/', '')] : [],
    )
    expect([...new Set(references)].sort()).toEqual(Object.keys(root['$defs'] as object).sort())
    for (const { pattern } of schemas)
      if (typeof pattern === 'string') expect(() => new RegExp(pattern, 'u')).not.toThrow()
  })

  it('describes every field and lists every word', () => {
    const fieldsOf = (schema: Schema): Record<string, Schema> => schema['properties'] as Record<string, Schema>
    const promise = (fieldsOf(root)['promises'] as Schema)['items'] as Schema
    for (const part of [root, promise])
      for (const [name, field] of Object.entries(fieldsOf(part)))
        expect([name, typeof field['description']]).toEqual([name, 'string'])
    expect(Object.keys(fieldsOf(promise))).toEqual([
      'id',
      'audience',
      'clock',
      'until',
      'says',
      'when',
      'hit',
      'table',
      'pauses',
      'measured',
      'no answer needed',
      'on change',
      'if broken',
      'conditions',
      'limits',
      'contact',
      'complaints',
      'law',
      'because',
      'owner',
      'objective',
      'review',
      'stance',
    ])
    expect(fieldsOf(promise)['hit']).toMatchObject({ enum: ['first', 'unique'] })
    expect(JSON.stringify(fieldsOf(promise)['clock'])).toContain(
      '"first-response","next-response","update-every","resolution"',
    )
  })
})
