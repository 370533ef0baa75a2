import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { MessageKey } from '../../messages/en/index.ts'
import { useWords } from '../../messages/words.tsx'
import { type Fields, fieldsOf, listOf, textsOf } from './charter-data.ts'
import { clockName } from './clock-name.ts'
import { goToPart } from './go-to-part.page.ts'
import { partId } from './part-id.ts'
import { type PartName, partOfDifference, partOfFinding } from './place-findings.ts'
import { STATED_KINDS } from './stated-kinds.ts'
import { useStudio } from './studio-context.tsx'

interface Entry {
  readonly name: PartName
  readonly label: string
  readonly hint?: string
}

/** The clauses of the draft, each a way to it, with what is found there. On narrow screens it is a choice. */
export function Outline() {
  const words = useWords()
  const groups = useGroups()
  const go = (name: PartName): void => goToPart(partId(name))
  return (
    <nav className="studio-outline" aria-label={words.say('studio.outline')}>
      <select
        className="input narrow"
        aria-label={words.say('studio.outline')}
        value=""
        onChange={({ currentTarget }) => go(currentTarget.value)}
      >
        <option value="">{words.say('studio.go-to')}</option>
        {groups.map(({ title, entries }) => (
          <optgroup key={title} label={title}>
            {entries.map(({ name, label, hint }) => (
              <option key={name} value={name}>
                {hint === undefined ? label : `${label} – ${hint}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <ul className="wide">
        {groups.map(({ title, entries }) => (
          <li key={title}>
            <strong>{title}</strong>
            <ul>
              {entries.map((entry) => (
                <li key={entry.name}>
                  <a
                    href={`#${partId(entry.name)}`}
                    onClick={(event) => {
                      event.preventDefault()
                      go(entry.name)
                    }}
                  >
                    <span className="one-line">
                      <bdi>{entry.label}</bdi>
                      {entry.hint !== undefined && (
                        <>
                          {' '}
                          <bdi className="quiet">{entry.hint}</bdi>
                        </>
                      )}
                    </span>
                    <Signs name={entry.name} />
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Signs({ name }: { readonly name: PartName }) {
  const { findings, differences, data } = useStudio()
  const words = useWords()
  const here = findings.filter((finding) => partOfFinding(finding, data) === name)
  const isError = here.some(({ severity }) => severity === 'error')
  const isChanged = differences.some(
    (difference) => difference.change !== 'same' && partOfDifference(difference) === name,
  )
  const Icon = isError ? CircleAlert : TriangleAlert
  return (
    <span className="signs">
      {isChanged && <span className="changed-dot" role="img" aria-label={words.say('studio.is-changed')} />}
      {here.length > 0 && (
        <span className={`state ${isError ? 'broken' : 'risk'}`}>
          <Icon role="img" aria-label={words.say('studio.findings-here', { count: here.length })} />
        </span>
      )}
    </span>
  )
}

function useGroups(): readonly { readonly title: string; readonly entries: readonly Entry[] }[] {
  const { data, calendars, languages, of } = useStudio()
  const words = useWords()
  const clauses = (section: string, hint: (clause: Fields) => string | undefined): Entry[] =>
    listOf(data[section]).map((one, index) => {
      const clause = fieldsOf(one)
      const said = hint(clause)
      const id = String(clause['id'] ?? index)
      return { name: `${section}/${id}`, label: id, ...(said === undefined ? {} : { hint: said }) }
    })
  const group = (title: MessageKey, entries: readonly Entry[]) => ({ title: words.say(title), entries })
  const stated = ({ kind, section }: (typeof STATED_KINDS)[number]) =>
    group(
      `handbook.kind.${kind}`,
      clauses(section, ({ says }) => of.text(textsOf(says, languages[0] ?? 'en'))?.text),
    )
  return [
    group('studio.charter', [{ name: 'head', label: words.say('studio.head') }]),
    stated({ kind: 'definition', section: 'definition' }),
    group(
      'studio.promises',
      clauses('promises', (clause) => clockName(clause, of, words)),
    ),
    group(
      'studio.escalation',
      clauses('escalation', (clause) => (clause['for'] === undefined ? undefined : String(clause['for']))),
    ),
    group(
      'studio.remedies',
      clauses('remedies', () => undefined),
    ),
    group(
      'studio.authority',
      clauses('authority', (clause) => of.position(String(clause['position'] ?? ''))),
    ),
    ...STATED_KINDS.filter(({ kind }) => kind !== 'definition').map(stated),
    group(
      'studio.calendars',
      calendars.map((name) => ({ name: `calendars/${name}`, label: of.calendar(name) })),
    ),
    group('studio.more', [
      { name: 'facts', label: words.say('studio.facts') },
      { name: 'events', label: words.say('studio.events') },
      { name: 'examples', label: words.say('studio.examples') },
    ]),
  ].filter(({ entries }) => entries.length > 0)
}
