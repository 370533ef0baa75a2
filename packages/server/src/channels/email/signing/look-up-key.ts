import type { KeyFinding } from '@avow/contract'
import { isNoRecord, type Lookup } from '../verifying/index.ts'
import { keyRecord } from './key-record.ts'
import type { KeyKind } from './signing-key.ts'
import { readTags } from './tag-list.ts'

export interface KeySeen {
  readonly finding: KeyFinding
  /** What stands there, cut after 1000 letters; null where nothing does. */
  readonly said: string | null
}

interface KeyToSee {
  readonly domain: string
  readonly selector: string
  readonly kind: KeyKind
  readonly publicKey: string
}

const LONGEST_SAID = 1000

/** Asks the DNS for the record of a key. Never throws for what it says. */
export async function lookUpKey(lookup: Lookup, key: KeyToSee): Promise<KeySeen> {
  const { name } = keyRecord(key)
  const records = await textsAt(lookup, name)
  if (records === undefined) return { finding: 'unanswered', said: null }
  const [record, ...others] = records
  const said = record === undefined ? null : records.join('\n').slice(0, LONGEST_SAID)
  if (record === undefined) {
    const doubled = await textsAt(lookup, `${name}.${key.domain}`)
    return { finding: doubled?.length ? 'doubled-name' : 'missing', said }
  }
  return { finding: others.length > 0 ? 'several' : findingOf(record, key), said }
}

/** The texts of a name, each put together from its strings; undefined where nobody answered. */
export async function textsAt(lookup: Lookup, name: string): Promise<readonly string[] | undefined> {
  try {
    return (await lookup(name, 'TXT')).map((record) => (typeof record === 'string' ? record : record.join('')))
  } catch (error) {
    return isNoRecord(error) ? [] : undefined
  }
}

/** What a receiver makes of the record (RFC 6376 §3.6.1). */
function findingOf(record: string, { kind, publicKey }: KeyToSee): KeyFinding {
  const tags = readTags(record)
  const key = tags?.get('p')?.replace(/\s/gu, '')
  if (tags === undefined || key === undefined) return 'syntax'
  if (tags.has('v') && (tags.get('v') !== 'DKIM1' || [...tags.keys()][0] !== 'v')) return 'syntax'
  if (!lists(tags.get('h'), ['sha256']) || !lists(tags.get('s'), ['*', 'email'])) return 'syntax'
  if (key === '') return 'withdrawn'
  if ((tags.get('k') ?? 'rsa') !== kind || key !== publicKey) return 'other-key'
  return tags
    .get('t')
    ?.split(':')
    .some((flag) => flag.trim() === 'y')
    ? 'testing'
    : 'found'
}

/** Whether a list names one of these; one that is left out names all. */
function lists(list: string | undefined, wanted: readonly string[]): boolean {
  return list === undefined || list.split(':').some((each) => wanted.includes(each.trim()))
}
