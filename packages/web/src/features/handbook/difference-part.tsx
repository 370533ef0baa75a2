import { differenceWords, type SaidDifference } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import './difference-part.css'

/** One thing that a clause says otherwise, as core finds it in the page, and as the server sends it. */
export interface PartOfDifference {
  readonly change: string
  /** In English. */
  readonly text: string
  /** What was told before differences were data has none. */
  readonly says?: SaidDifference | undefined
}

interface DifferencePartProps {
  readonly part: PartOfDifference
  readonly of: CharterWords
  /** Whether texts of the charter stand here with what they said before; not where both wordings stand beneath. */
  readonly withTexts?: boolean
}

/** Stricter or looser, for whom, from what to what. */
export function DifferencePart({ part, of, withTexts = true }: DifferencePartProps) {
  const words = useWords()
  const said = part.says === undefined ? undefined : differenceWords(part.says, { words, of })
  return (
    <>
      <span className={`mark ${part.change}`}>{words.sayCode(`difference.part.${part.change}`)}</span>{' '}
      {said === undefined ? (
        <bdi lang="en" className="quiet">
          {part.text}
        </bdi>
      ) : (
        said.heading
      )}
      {said?.sides !== undefined && (withTexts || !said.isQuoted) && (
        <span className="from-to">
          <del dir="auto">{said.sides.before}</del>
          <ins dir="auto">{said.sides.after}</ins>
        </span>
      )}
    </>
  )
}
