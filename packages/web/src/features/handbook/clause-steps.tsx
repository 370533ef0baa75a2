import { type ClauseView, stepLines } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'

interface ClauseStepsProps {
  readonly clause: ClauseView
  readonly of: CharterWords
}

/** The steps of a procedure, one after another. */
export function ClauseSteps({ clause, of }: ClauseStepsProps) {
  const words = useWords()
  return (
    <ol className="clause-steps">
      {stepLines(clause, { words, of }).map(({ name, does, only, next }, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its number
        <li key={number}>
          {name !== undefined && <span className="mark ltr">{name}</span>}
          {does.map(({ label, text, language }) => (
            <span key={label ?? ''}>
              {label !== undefined && <span className="quiet">{label} </span>}
              <bdi lang={language}>{text}</bdi>
            </span>
          ))}
          {only.length > 0 && (
            <span className="quiet">
              {words.say('term.when')} <bdi>{words.list(only)}</bdi>
            </span>
          )}
          {next !== undefined && (
            <span>
              <span className="quiet">{words.say('given.next')} </span>
              <bdi>{next}</bdi>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
