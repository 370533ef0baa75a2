import type { ClauseDifferenceJson } from '@avow/contract'
import type { Speak } from '../outbox/index.ts'
import { type ChangedLine, changedLines, type LineWords, wordsIn } from './changed-lines.ts'
import { en, type MessageKey } from './messages/en.ts'

/** A clause that changed, as a paragraph of a mail: its name and its words, then each change with before and after. */
export function writeChanges(difference: ClauseDifferenceJson, words: LineWords, say: Speak<MessageKey>): string {
  const { change, before, after } = difference
  const name = nameOfClause(difference, say)
  const lines = changedLines(difference, words)
  const says = wordsIn((after ?? before)?.says, words.language)
  const isSaid = says !== null && !lines.some(({ about }) => 'words' in about && about.words === 'says')
  return [
    say('clause', { clause: name, change: say(`change.${change}`) }),
    ...(isSaid ? [withoutTarget(says)] : []),
    ...lines.flatMap((line) => lineWords(line, say)),
  ].join('\n')
}

/** As `Promise P1`. */
export function nameOfClause({ kind, id }: ClauseDifferenceJson, say: Speak<MessageKey>): string {
  return say(KINDS[kind] ?? 'kind.clause', { id })
}

const KINDS: Readonly<Record<string, MessageKey>> = {
  promise: 'kind.promise',
  escalation: 'kind.escalation',
  remedy: 'kind.remedy',
  authority: 'kind.authority',
}

function lineWords({ about, before, after }: ChangedLine, say: Speak<MessageKey>): readonly string[] {
  const shown = (text: string | null): string => (text === null ? say('nothing') : withoutTarget(text))
  return [
    `- ${nameOf(about, say)}`,
    `  ${say('before', { text: shown(before) })}`,
    `  ${say('now', { text: shown(after) })}`,
  ]
}

function nameOf(about: ChangedLine['about'], say: Speak<MessageKey>): string {
  if ('words' in about) return say(`about.${about.words}`)
  if ('heading' in about) return about.heading || say('about.all')
  const key = `field.${about.field}`
  return isKey(key) ? say(key) : about.field
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

/** Words of a promise without its time: each row has one of its own. */
export function withoutTarget(text: string): string {
  return text.replaceAll('{target}', '…')
}
