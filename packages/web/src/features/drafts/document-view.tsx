import type { PlainValue } from '@avow/core'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../../messages/words.tsx'
import { serverNow } from '../../time/clock.page.ts'
import { CalendarPart } from './calendar-part.tsx'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'
import { freeId, idsOf } from './clause-edits.ts'
import { DefinitionLead } from './definition-lead.tsx'
import { EscalationPart } from './escalation-part.tsx'
import { EventsPart } from './events-part.tsx'
import { ExamplesPart } from './examples-part.tsx'
import { FactsPart } from './facts-part.tsx'
import { freshClause } from './fresh-clause.ts'
import { goToPart } from './go-to-part.page.ts'
import { HeadPart } from './head-part.tsx'
import { Outline } from './outline.tsx'
import { Group } from './part.tsx'
import { partId } from './part-id.ts'
import { PartScope, useSame } from './part-scope.tsx'
import type { PartName } from './place-findings.ts'
import { PromisePart } from './promise-part.tsx'
import { AuthorityPart, RemedyPart } from './remedy-part.tsx'
import { SectorPanel } from './sector-panel.tsx'
import { STATED_KINDS, type StatedKind } from './stated-kinds.ts'
import { StatedPart } from './stated-part.tsx'
import { useStudio } from './studio-context.tsx'

/** The draft as a document: its outline, its clauses, and what stands in the margin beside each. */
export function DocumentView() {
  const { data, calendars, edit, mayWrite, positions } = useStudio()
  const words = useWords()
  const { hash } = useLocation()
  // The parts are there only now: the address was read before the draft was.
  useEffect(() => {
    if (hash !== '') goToPart(hash)
  }, [hash])
  const clauses = (section: string) => listOf(data[section]).map(fieldsOf)
  const promises = clauses('promises')
  const add = (section: string, letter: string, fields: Readonly<Record<string, PlainValue>>): void => {
    const id = freeId(data, letter)
    edit([{ kind: 'insert', path: [section], at: clauses(section).length, value: { id, ...fields } }])
    goToNew(`${section}/${id}`)
  }
  const addStated = (kind: StatedKind, section: string, more: Readonly<Record<string, PlainValue>> = {}): void => {
    const { letter, fields } = freshClause(kind, data, new Date(serverNow()).getUTCFullYear())
    add(section, letter, { ...fields, ...more })
  }
  const stated = ({ kind, section }: (typeof STATED_KINDS)[number]): ReactNode => (
    <Group
      key={kind}
      title={words.say(`handbook.kind.${kind}`)}
      add={words.say(`clause.a-${kind}`)}
      onAdd={() => addStated(kind, section)}
    >
      {kind === 'definition' && (
        <DefinitionLead data={data} onAnswer={(prompt) => addStated(kind, section, { answers: prompt })} />
      )}
      {clauses(section).map((clause, index, all) => (
        <PartScope
          key={clauseKey(clause, index)}
          name={`${section}/${clauseId(clause, index)}`}
          of={clause}
          place={index}
        >
          <StatedPart kind={kind} clause={clause} path={[section, stepOf(all, index)]} />
        </PartScope>
      ))}
    </Group>
  )
  const absent = STATED_KINDS.filter(({ kind, section }) => kind !== 'definition' && clauses(section).length === 0)
  const [office = 'office'] = calendars
  const [position = 'agent'] = positions
  return (
    <div className="document-view">
      <Outline />
      <div className="document">
        <PartScope name="head" of={useHead(data)} place={0}>
          <HeadPart />
        </PartScope>
        <SectorPanel />
        {stated({ kind: 'definition', section: 'definition' })}
        <Group
          title={words.say('studio.promises')}
          add={words.say('clause.a-promise')}
          onAdd={() =>
            add('promises', 'P', {
              audience: 'staff',
              clock: 'first-response',
              table: [{ target: `8 h of ${office}` }],
            })
          }
        >
          {promises.map((clause, index) => (
            <PartScope
              key={clauseKey(clause, index)}
              name={`promises/${clauseId(clause, index)}`}
              of={clause}
              place={index}
            >
              <PromisePart clause={clause} path={['promises', stepOf(promises, index)]} />
            </PartScope>
          ))}
        </Group>
        <Group
          title={words.say('studio.escalation')}
          add={words.say('clause.a-escalation')}
          onAdd={() =>
            add('escalation', 'E', {
              for: unwatched(data) ?? 'P1',
              steps: [{ at: '100%', tell: 'assignee' }],
            })
          }
        >
          {clauses('escalation').map((clause, index, all) => (
            <PartScope
              key={clauseKey(clause, index)}
              name={`escalation/${clauseId(clause, index)}`}
              of={clause}
              place={index}
            >
              <EscalationPart clause={clause} path={['escalation', stepOf(all, index)]} />
            </PartScope>
          ))}
        </Group>
        <Group
          title={words.say('studio.remedies')}
          add={words.say('clause.a-remedy')}
          onAdd={() => add('remedies', 'R', { audience: 'staff', table: [{ allow: ['apology'] }] })}
        >
          {clauses('remedies').map((clause, index, all) => (
            <PartScope
              key={clauseKey(clause, index)}
              name={`remedies/${clauseId(clause, index)}`}
              of={clause}
              place={index}
            >
              <RemedyPart clause={clause} path={['remedies', stepOf(all, index)]} />
            </PartScope>
          ))}
        </Group>
        <Group
          title={words.say('studio.authority')}
          add={words.say('clause.a-authority')}
          onAdd={() => add('authority', 'A', { position, may: ['apology'] })}
        >
          {clauses('authority').map((clause, index, all) => (
            <PartScope
              key={clauseKey(clause, index)}
              name={`authority/${clauseId(clause, index)}`}
              of={clause}
              place={index}
            >
              <AuthorityPart clause={clause} path={['authority', stepOf(all, index)]} />
            </PartScope>
          ))}
        </Group>
        {STATED_KINDS.filter(({ kind, section }) => kind !== 'definition' && clauses(section).length > 0).map(stated)}
        {mayWrite && absent.length > 0 && (
          <section className="group" aria-label={words.say('studio.stated')}>
            <h2 tabIndex={-1}>{words.say('studio.stated')}</h2>
            <div className="several">
              {absent.map(({ kind, section }) => (
                <button key={kind} type="button" className="button small" onClick={() => addStated(kind, section)}>
                  {words.say('studio.add', { what: words.say(`clause.a-${kind}`) })}
                </button>
              ))}
            </div>
          </section>
        )}
        <Group
          title={words.say('studio.calendars')}
          add={words.say('studio.a-calendar')}
          onAdd={() => {
            const name = freeName(calendars)
            edit([{ kind: 'set', path: ['calendars', name], value: { open: { 'mon-fri': '09:00-17:00' } } }])
            goToNew(`calendars/${name}`)
          }}
        >
          {calendars.map((name) => (
            <PartScope key={name} name={`calendars/${name}`} of={fieldsOf(data['calendars'])[name]} place={0}>
              <CalendarPart
                name={name}
                calendar={fieldsOf(fieldsOf(data['calendars'])[name])}
                path={['calendars', name]}
              />
            </PartScope>
          ))}
        </Group>
        <PartScope name="facts" of={data['facts']} place={0}>
          <FactsPart />
        </PartScope>
        <PartScope name="events" of={data['events']} place={0}>
          <EventsPart />
        </PartScope>
        <PartScope name="examples" of={data['examples']} place={0}>
          <ExamplesPart />
        </PartScope>
      </div>
    </div>
  )
}

/** What the part of things said once shows. */
function useHead(data: Fields): unknown {
  return useSame(HEAD.map((name) => data[name]))
}

const HEAD = [
  'title',
  'mission',
  'languages',
  'law',
  'zone',
  'effective',
  'review',
  'people',
  'positions',
  'no answer needed',
]

function clauseId(clause: Fields, index: number): string {
  return String(clause['id'] ?? index)
}

/** A clause is found by its id where that is its own, so that it stays found when others move it; else by its place. */
function stepOf(clauses: readonly Readonly<Record<string, unknown>>[], index: number): string | number {
  const id = clauses[index]?.['id']
  return typeof id === 'string' && clauses.filter((one) => one['id'] === id).length === 1 ? id : index
}

function clauseKey(clause: Readonly<Record<string, unknown>>, index: number): string {
  return `${typeof clause['id'] === 'string' ? clause['id'] : ''} ${index}`
}

/** To what was just added, once it is drawn. */
function goToNew(name: PartName): void {
  requestAnimationFrame(() => goToPart(partId(name)))
}

/** The first promise that no escalation watches, else the first. */
function unwatched(data: Fields): string | undefined {
  const ids = idsOf(data, 'promises')
  const watched = listOf(data['escalation']).map((clause) => fieldsOf(clause)['for'])
  return ids.find((id) => !watched.includes(id)) ?? ids[0]
}

function freeName(names: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'hours' : `hours-${number}`
    if (!names.includes(name)) return name
  }
}
