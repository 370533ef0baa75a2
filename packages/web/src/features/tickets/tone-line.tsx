import type { Ticket } from '@avow/contract'
import { toneHints } from '@avow/core'
import { useMemo } from 'react'
import { languageName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useSettled } from './use-settled.page.ts'

/** Typing rests for so long before the text is looked at, ms. */
const REST = 500

interface ToneLineProps {
  readonly ticket: Ticket
  readonly text: string
}

/** How the charter wants answers in the ticket's language written, and what the text says otherwise. It keeps nothing from leaving. */
export function ToneLine({ ticket, text }: ToneLineProps) {
  const words = useWords()
  const { charter } = useCharter()
  const settled = useSettled(text, REST)
  const { language } = ticket
  const tones = useMemo(
    () => charter?.tone.filter((one) => language !== null && sameLanguage(one.language, language)) ?? [],
    [charter, language],
  )
  const hints = useMemo(
    () => (language === null ? [] : toneHints(settled, language, tones)),
    [settled, language, tones],
  )
  if (language === null || tones.length === 0) return null
  const address = tones.find((one) => one.address !== null)?.address ?? null
  const never = hints.filter(({ kind }) => kind === 'never').map((hint) => hint.words)
  const familiar = hints.filter(({ kind }) => kind === 'address').map((hint) => hint.words)
  const instead = tones.find((one) => one.never.some((word) => never.includes(word)))?.instead ?? null
  return (
    <div className="tone" role="status">
      {address !== null && text !== '' && (
        <p className="quiet">
          {words.say('tone.address', { language: languageName(words.locale, language), address })}
        </p>
      )}
      {familiar.length > 0 && (
        <p className="band risk">
          {words.say('tone.other-address', { words: words.list(familiar), address: address ?? '' })}
        </p>
      )}
      {never.length > 0 && (
        <p className="band risk">
          {words.say('tone.never', { words: words.list(never) })}
          {instead !== null && <> {words.say('tone.instead', { words: instead })}</>}
        </p>
      )}
    </div>
  )
}

function sameLanguage(one: string, other: string): boolean {
  return one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase()
}
