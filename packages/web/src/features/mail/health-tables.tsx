import type { MailboxHealth } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.tsx'

interface TableProps {
  readonly mailbox: MailboxHealth
}

const COMING = ['ticketed', 'appended', 'suppressed', 'quarantined', 'pending'] as const
const LEAVING = ['sent', 'waiting', 'deferred', 'given_up'] as const
/** Where the mails of a count are listed. */
const LISTED = { sent: 'sent', waiting: 'waiting', deferred: 'waiting', given_up: 'given-up' } as const

/** What came in, by what became of it; each figure leads to its mails. */
export function ComingTable({ mailbox: { address, day, week } }: TableProps) {
  const words = useWords()
  return (
    <CountTable
      address={address}
      what={words.say('health.came')}
      whole={words.say('mail.received')}
      parts={COMING.map((part) => words.say(`mail.outcome.${part}`))}
      rows={[day, week].map((counts) => [
        counts.received,
        ...COMING.map((part) => (
          <Figure key={part} value={counts[part]} isBad={part === 'quarantined'}>
            <Link to="/mail" search={{ mailbox: address, outcome: part }}>
              {words.number(counts[part])}
            </Link>
          </Figure>
        )),
      ])}
    />
  )
}

/** What left, by how far it got. */
export function LeavingTable({ mailbox: { address, out_day, out_week } }: TableProps) {
  const words = useWords()
  return (
    <CountTable
      address={address}
      what={words.say('health.left')}
      whole={words.say('health.out.written')}
      parts={LEAVING.map((part) => words.say(`health.out.${part}`))}
      rows={[out_day, out_week].map((counts) => [
        counts.written,
        ...LEAVING.map((part) => (
          <Figure key={part} value={counts[part]} isBad={part === 'given_up'}>
            <Link
              to="/mail/ours"
              search={part === 'sent' ? { mailbox: address } : { mailbox: address, state: LISTED[part] }}
            >
              {words.number(counts[part])}
            </Link>
          </Figure>
        )),
      ])}
    />
  )
}

interface FigureProps {
  readonly value: number
  /** Somebody should look where it is not nothing. */
  readonly isBad: boolean
  readonly children: ReactNode
}

function Figure({ value, isBad, children }: FigureProps) {
  const words = useWords()
  if (value === 0) return <span className="quiet">{words.number(0)}</span>
  return isBad ? <strong className="state risk">{children}</strong> : children
}

interface CountTableProps {
  readonly address: string
  readonly what: string
  readonly whole: string
  readonly parts: readonly string[]
  /** Of the last day, and of the last week: the whole, then its parts. */
  readonly rows: readonly (readonly [number, ...ReactNode[]])[]
}

function CountTable({ address, what, whole, parts, rows }: CountTableProps) {
  const words = useWords()
  const spans = [words.say('health.day'), words.say('health.week')]
  return (
    <table className="table counts" aria-label={words.say('health.counts-of', { what, address })}>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {[whole, ...parts].map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([sum, ...figures], row) => (
          <tr key={spans[row]}>
            <th scope="row">
              {/* Where rows are cards, the head is gone. */}
              <span className="narrow-only">{what}: </span>
              {spans[row]}
            </th>
            <td className="number" data-label={whole}>
              <strong>{words.number(sum)}</strong>
            </td>
            {figures.map((figure, index) => (
              <td key={parts[index]} className="number" data-label={parts[index]}>
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
