import type { Trial, TrialLine } from '@avow/contract'
import { Fragment, useState } from 'react'
import { dateFormat } from '../../messages/formats.ts'
import { isolated } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { TableBox } from '../../ui/table-box.tsx'
import { fieldsOf, listOf } from './charter-data.ts'
import { clockName } from './clock-name.ts'
import '../../ui/table.css'
import { useStudio } from './studio-context.tsx'
import { TrialTickets } from './trial-tickets.tsx'

/** Kept and broken under the charter that tickets have and under the draft, by promise and week; each opens down to its tickets. */
export function TrialTable({
  draft,
  trial,
  isOld,
}: {
  readonly draft: string
  readonly trial: Trial
  readonly isOld: boolean
}) {
  const words = useWords()
  const { data, of } = useStudio()
  // `P1 First answer`; its id alone where the draft no longer has it.
  const nameOf = (promise: string): string => {
    const clause = listOf(data['promises'])
      .map(fieldsOf)
      .find(({ id }) => id === promise)
    const name = clause === undefined ? undefined : clockName(clause, of, words)
    return name === undefined ? promise : `${isolated(promise)} ${isolated(name)}`
  }
  const [opened, open] = useState<string>()
  const promises = [...new Set(trial.lines.map(({ promise }) => promise))]
  const week = dateFormat(words.locale, 'day')
  return (
    <>
      <p role="status">{words.say('trial.done', { count: trial.total })}</p>
      {isOld && <p className="band risk">{words.say('trial.old')}</p>}
      <TableBox label={words.say('trial.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.say('trial.promise')}</th>
              <th scope="col" className="number">
                {words.say('trial.kept')}
              </th>
              <th scope="col" className="number">
                {words.say('trial.broken')}
              </th>
              <th scope="col" className="number">
                {words.say('trial.running')}
              </th>
              <th scope="col" className="number">
                {words.say('trial.better')}
              </th>
              <th scope="col" className="number">
                {words.say('trial.worse')}
              </th>
              <th scope="col" className="end" />
            </tr>
          </thead>
          <tbody>
            {promises.flatMap((promise) =>
              trial.lines
                .filter((line) => line.promise === promise)
                .toSorted((a, b) => (a.week ?? '').localeCompare(b.week ?? ''))
                .map((line) => {
                  const key = `${line.promise} ${line.week ?? ''}`
                  return (
                    <Fragment key={key}>
                      <TrialRow
                        line={line}
                        label={
                          line.week === null
                            ? nameOf(line.promise)
                            : words.say('trial.week', { date: week.format(Date.parse(`${line.week}T00:00:00Z`)) })
                        }
                        isOpen={opened === key}
                        onOpen={() => open(opened === key ? undefined : key)}
                      />
                      {opened === key && (
                        <tr>
                          <td colSpan={7}>
                            <TrialTickets draft={draft} trial={trial.id} promise={line.promise} week={line.week} />
                          </td>
                        </tr>
                      )}
                    </Fragment>
                  )
                }),
            )}
          </tbody>
        </table>
      </TableBox>
    </>
  )
}

function TrialRow(props: {
  readonly line: TrialLine
  readonly label: string
  readonly isOpen: boolean
  readonly onOpen: () => void
}) {
  const { line, label, isOpen, onOpen } = props
  const words = useWords()
  const { before, after, better, worse, week } = line
  return (
    <tr className={week === null ? 'sum' : undefined}>
      <th scope="row">
        <bdi>{label}</bdi>
      </th>
      <Numbers name={words.say('trial.kept')} before={before.kept} after={after.kept} />
      <Numbers name={words.say('trial.broken')} before={before.broken} after={after.broken} />
      <Numbers name={words.say('trial.running')} before={before.running} after={after.running} />
      <td className="number" data-label={words.say('trial.better')}>
        <span className={better > 0 ? 'state kept' : 'quiet'}>{words.number(better)}</span>
      </td>
      <td className="number" data-label={words.say('trial.worse')}>
        <span className={worse > 0 ? 'state broken' : 'quiet'}>{words.number(worse)}</span>
      </td>
      <td className="end">
        {better + worse > 0 && (
          <button type="button" className="button small" aria-expanded={isOpen} onClick={onOpen}>
            {words.say('trial.tickets')}
          </button>
        )}
      </td>
    </tr>
  )
}

/** Before and after; once where nothing moved. */
function Numbers({ name, before, after }: { readonly name: string; readonly before: number; readonly after: number }) {
  const words = useWords()
  return (
    <td className="number" data-label={name}>
      {before === after ? words.number(after) : words.say('trial.from-to', { before, after })}
    </td>
  )
}
