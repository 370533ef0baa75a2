import { type ClauseDifference, type Finding, zoneOfFinding } from '@avow/core'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../../messages/words.tsx'
import { DifferenceLine } from './difference-line.tsx'
import { ExampleNote } from './example-note.tsx'
import { findingSentence } from './finding-words.ts'
import { clausesOfExample, type PartName, partOfDifference, partOfFinding } from './place-findings.ts'
import { useStudio, useStudioWords } from './studio-context.tsx'
import { useTicketWords } from './ticket-words.tsx'

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

/** A finding: what it is in a word, the sentence, and a ticket that shows it. */
export const FindingNote = memo(function FindingNote({ finding }: { readonly finding: Finding }) {
  const { of, showInText } = useStudioWords()
  const words = useWords()
  const ticket = useTicketWords()
  const { code, severity, message, line, column, witness } = finding
  const said = findingSentence(finding, { words, of })
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
        <p className="ticket">{words.say('studio.witness', { ticket: ticket(witness, zoneOfFinding(finding)) })}</p>
      )}
      <button type="button" className="link" onClick={() => showInText(line, column)}>
        {words.say('studio.line', { line })}
      </button>
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
