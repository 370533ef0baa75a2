import { audienceWords, type ClauseView, clauseSentence, termWords } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { ClauseTable } from './clause-table.tsx'
import '../../ui/table.css'
import './clause.css'

interface ClauseWordsProps {
  readonly clause: ClauseView
  readonly of: CharterWords
  readonly against?: ClauseView | null | undefined
}

/** A clause as people read it: its sentence, its reason, its table, its terms. */
export function ClauseWords({ clause, of, against }: ClauseWordsProps) {
  const words = useWords()
  const { id, audience, because, terms, texts } = clause
  const said = clauseSentence(clause, { words, of })
  const reason = of.text(because)
  return (
    <div className="clause-words">
      <p className="clause-head">
        <span className="mark ltr">{id}</span> <span className="quiet">{words.say(`clause.${clause.kind}`)}</span>
        {audience !== 'public' && <span className="mark">{audienceWords(audience, { words, of })}</span>}
      </p>
      {said !== undefined && (
        <p className="clause-says" dir="auto" lang={said.language}>
          {said.text}
        </p>
      )}
      {reason !== undefined && (
        <p className="quiet" dir="auto" lang={reason.language}>
          {reason.text}
        </p>
      )}
      {said?.isWhole !== true && <ClauseTable clause={clause} of={of} against={against} />}
      {terms.length + texts.length > 0 && (
        <dl className="terms">
          {texts.map(({ name, by }) => {
            const text = of.text(by)
            return (
              <div key={name}>
                <dt>{words.sayCode(`term.${name.replaceAll(' ', '-')}`) ?? name}</dt>
                <dd dir="auto" lang={text?.language}>
                  {text?.text}
                </dd>
              </div>
            )
          })}
          {terms.map(({ name, text }) => (
            <div key={name}>
              <dt>{words.sayCode(`term.${name.replaceAll(' ', '-')}`) ?? name}</dt>
              <dd>
                <bdi>{termWords(name, text, { words, of })}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
