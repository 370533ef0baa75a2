import { dayWords, type LawRowOfCharter, lengthWords } from '@avow/contract'
import type { LawEnd } from '@avow/core'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { isReported } from './is-reported.ts'

/** One row of law: what it limits, where and when that was read, whether it is on. The row's own wording is English. */
export function LawLine({ row }: { readonly row: LawRowOfCharter }) {
  const words = useWords()
  const { id, kind, says, limit, source, read, status, consequence, note, off } = row
  return (
    <li className={off === null ? undefined : 'off'}>
      <h2>
        <bdi className="ltr mono">{id}</bdi> {limitWords(row, words)}
      </h2>
      <p lang="en" dir="ltr">
        {says}
      </p>
      {consequence !== null && <p>{words.say(`law.${isReported(id) ? 'reported' : 'consequence'}.${consequence}`)}</p>}
      <p className="quiet">
        {words.say(`law.kind.${kind}`)}
        {limit !== null && limit.days !== null && ` · ${words.say(`law.days.${limit.days}`)}`}
        {limit !== null && countsWords(limit, words)}
      </p>
      <Place row={row} />
      {note !== null && (
        <p className="quiet">
          {words.say('law.note')}:{' '}
          <bdi lang="en" dir="ltr">
            {note}
          </bdi>
        </p>
      )}
      <p className="quiet">
        {words.say('law.source')}:{' '}
        {source.url === null ? (
          <bdi>{source.name}</bdi>
        ) : (
          <a href={source.url} target="_blank" rel="noreferrer">
            <bdi>{source.name}</bdi>
          </a>
        )}
        {' · '}
        {words.say('law.read', { date: dayWords(words.locale, read) })}
        {' · '}
        {words.say(`law.status.${status}`)}
      </p>
      <p className="law-state">{off === null ? stateWords(row, words) : offWords(off, words)}</p>
    </li>
  )
}

/** Instrument and article as they are called in their own language, or that nobody looked them up. */
function Place({ row: { place } }: { readonly row: LawRowOfCharter }) {
  const words = useWords()
  const { instrument, article } = place
  if (instrument === null) return <p className="quiet">{words.say('law.not-looked-up')}</p>
  return (
    <p className="quiet">
      {words.say('law.place')}: <bdi>{instrument}</bdi>
      {' · '}
      {article === null ? words.say('law.article-not-looked-up') : <bdi lang="en">{article}</bdi>}
    </p>
  )
}

function limitWords({ limit, age }: LawRowOfCharter, words: Words): string {
  if (limit === null) {
    if (age === null) return words.say('law.not-compared')
    const within = lengthWords(age.within, { words }) ?? age.within
    return words.say('law.age', { matter: words.say(`law.matter.${age.matter}`), within })
  }
  const { matter, from, until, within, share, mean } = limit
  const values = {
    matter: words.say(`law.matter.${matter}`),
    end: words.say(`law.end.${until}`),
    within: lengthWords(within, { words }) ?? within,
  }
  const said = words.say('law.limit', { ...values, start: words.say(`law.start.${from}`) })
  const more = [
    ...(share === null ? [] : [words.say('law.share', { share })]),
    ...(mean ? [words.say('law.mean')] : []),
  ]
  return more.length === 0 ? said : `${said} (${words.list(more)})`
}

/** What must have happened by the limit, of those that a message ends: of the others nothing is sent. */
function countsWords({ counts, until }: NonNullable<LawRowOfCharter['limit']>, words: Words): string {
  if (counts === null && !ENDED_BY_MESSAGE.has(until)) return ''
  return ` · ${words.say(`law.counts.${counts ?? 'not-said'}`)}`
}

const ENDED_BY_MESSAGE: ReadonlySet<LawEnd> = new Set(['acknowledged', 'replied', 'answered', 'explained'])

function stateWords({ limit, age, blocks }: LawRowOfCharter, words: Words): string {
  if (limit === null) return age === null ? '' : words.say('law.remedy-warns')
  return words.say(blocks ? 'law.blocks' : 'law.warns')
}

/** The reason in the reader's language, or else in the master's, which stands first. */
function offWords(because: Readonly<Record<string, string>>, words: Words): string {
  const reason = because[words.locale.slice(0, 2)] ?? Object.values(because)[0] ?? ''
  return words.say('law.off-because', { reason })
}
