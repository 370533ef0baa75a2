import type { ClauseDifference, Finding } from '@avow/core'
import { CircleAlert, CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { TriedExample } from './check-messages.ts'
import { DifferenceLine } from './difference-line.tsx'
import { findingWords } from './finding-words.ts'
import { clausesOfExample, type PartName, partOfDifference, partOfFinding } from './place-findings.ts'
import { useStudio, useStudioWords } from './studio-context.tsx'
import { dueWords, useTicketWords } from './ticket-words.tsx'

/** What stands beside a part: its findings, the examples that reach it, and what it says otherwise than before. */
export function Margin({ part }: { readonly part: PartName }) {
  const { data, findings, examples, differences } = useStudio()
  const words = useWords()
  const here = findings.filter((finding) => partOfFinding(finding, data) === part)
  const clause = /^(?:promises|remedies)\/(.+)$/.exec(part)?.[1]
  const tried =
    clause === undefined ? [] : examples.filter((example) => clausesOfExample(example, data).includes(clause))
  const changes = differences.filter(
    (difference) => difference.change !== 'same' && partOfDifference(difference) === part,
  )
  if (here.length + tried.length + changes.length === 0) return <div className="margin" />
  return (
    <aside className="margin" aria-label={words.say('studio.margin', { part: part.split('/').at(-1) ?? part })}>
      {here.length > 0 && (
        <ul className="findings" aria-live="polite">
          {here.map((finding) => (
            <FindingNote key={`${finding.code} ${finding.path} ${finding.message}`} finding={finding} />
          ))}
        </ul>
      )}
      {tried.length > 0 && (
        <ul className="tried">
          {tried.map((example) => (
            <ExampleNote key={example.number} example={example} clause={clause} />
          ))}
        </ul>
      )}
      {changes.length > 0 && (
        <ul className="moves">
          {changes.map((difference) => (
            <ChangeNote key={`${difference.kind} ${difference.id}`} difference={difference} />
          ))}
        </ul>
      )}
    </aside>
  )
}

/** A finding: what it is in a word, the sentence, and a ticket that shows it. The sentence of what only reading found is English. */
export const FindingNote = memo(function FindingNote({ finding }: { readonly finding: Finding }) {
  const { of, showInText } = useStudioWords()
  const words = useWords()
  const ticket = useTicketWords()
  const { code, severity, message, says, line, column, witness } = finding
  const said = says && findingWords(says, { words, of })
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  return (
    <li className={`remark ${severity === 'error' ? 'broken' : 'risk'}`}>
      <span className={`state ${severity === 'error' ? 'broken' : 'risk'}`}>
        <Icon aria-hidden="true" />
        <strong>
          {words.sayCode(`finding.${code}`) ?? words.say(severity === 'error' ? 'finding.error' : 'finding.warning')}
        </strong>
      </span>
      {said === undefined ? (
        <p lang="en" dir="auto">
          {message}
        </p>
      ) : (
        <p dir="auto">{said}</p>
      )}
      {witness !== undefined && Object.keys(witness).length > 0 && (
        <p className="ticket">{words.say('studio.witness', { ticket: ticket(witness) })}</p>
      )}
      <button type="button" className="link" onClick={() => showInText(line, column)}>
        {words.say('studio.line', { line })}
      </button>
    </li>
  )
})

/** An example: green where what it says comes out, red with both where it does not. */
export const ExampleNote = memo(function ExampleNote({
  example,
  clause,
}: {
  readonly example: TriedExample
  readonly clause?: string | undefined
}) {
  const { showInText } = useStudioWords()
  const words = useWords()
  const ticket = useTicketWords()
  const failures = example.failures.filter(
    (failure) => clause === undefined || failure.clause === clause || failure.clause === '',
  )
  const isRight = failures.length === 0
  const Icon = isRight ? CircleCheck : CircleX
  return (
    <li className={`remark example ${isRight ? 'kept' : 'broken'}`}>
      <span className={`state ${isRight ? 'kept' : 'broken'}`}>
        <Icon aria-hidden="true" />
        <strong>
          {words.say(isRight ? 'studio.example.right' : 'studio.example.wrong', { number: example.number })}
        </strong>
      </span>
      <p>{ticket({ ...example.given, at: example.at })}</p>
      {failures.map((failure) => (
        <p key={`${failure.clause} ${failure.about}`}>
          {words.say('studio.example.came', {
            clause: failure.clause,
            expected: dueWords(failure.expected, words.locale),
            found: dueWords(failure.found, words.locale),
          })}
        </p>
      ))}
      {!isRight && (
        <button type="button" className="link" onClick={() => showInText(example.place.line, example.place.column)}>
          {words.say('studio.line', { line: example.place.line })}
        </button>
      )}
    </li>
  )
})

function ChangeNote({ difference }: { readonly difference: ClauseDifference }) {
  const words = useWords()
  return (
    <li className="remark moved">
      <strong>{words.say('studio.changed')}</strong>
      <DifferenceLine difference={difference} />
    </li>
  )
}
