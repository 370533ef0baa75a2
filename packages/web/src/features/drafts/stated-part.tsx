import { type EditPath, SECTION_OF_KIND } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { ClauseTable } from '../handbook/clause-table.tsx'
import { BenchmarksField } from './benchmarks-field.tsx'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'
import { ClauseFields, fieldName } from './clause-fields.tsx'
import { ClauseMore } from './clause-more.tsx'
import { AudienceField } from './clause-terms.tsx'
import { Part } from './part.tsx'
import { RowGrid } from './row-grid.tsx'
import { formOf } from './stated-fields.ts'
import type { StatedKind } from './stated-kinds.ts'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { WhenFields } from './when-fields.tsx'
import { writtenView } from './written-view.ts'
import '../../ui/table.css'
import '../handbook/clause.css'

interface StatedProps {
  readonly kind: StatedKind
  readonly clause: Fields
  readonly path: EditPath
}

/** A clause without a table that decides: its sentence, its terms, its rows. */
export function StatedPart({ kind, clause, path }: StatedProps) {
  const { edit } = useStudio()
  const words = useWords()
  const id = String(clause['id'] ?? path.at(-1))
  const { hasAudience, hasScope, isSaid, texts = [], fields } = formOf(kind)
  return (
    <Part
      name={`${SECTION_OF_KIND[kind]}/${id}`}
      title={<bdi>{id}</bdi>}
      terms={hasAudience && <AudienceField path={path} value={clause['audience']} />}
      removeLabel={words.say('studio.remove', { what: id })}
      onRemove={() => edit([{ kind: 'remove', path }])}
    >
      <TextsField path={[...path, 'says']} label={words.say('studio.says')} isNeeded={isSaid} />
      {texts.map((name) => (
        <TextsField key={name} path={[...path, name]} label={fieldName(name, words)} />
      ))}
      {hasScope && <WhenFields path={[...path, 'when']} when={fieldsOf(clause['when'])} />}
      {fields.length > 0 && <ClauseFields path={path} clause={clause} fields={fields} />}
      <Rows kind={kind} clause={clause} path={path} />
      <TextsField path={[...path, 'because']} label={words.say('studio.why')} />
      <ClauseMore path={path} clause={clause} />
    </Part>
  )
}

const ROWS_IN_TEXT = { procedure: 'steps', crisis: 'amends', channel: 'best for' } as const

/** Tables stand in a grid, what others claim in fields; the steps of a procedure, what a crisis amends and what a channel is best for are read here and written in the text. */
function Rows({ kind, clause, path }: StatedProps) {
  const { languages, of, showPart } = useStudio()
  const words = useWords()
  if (kind === 'routing' || kind === 'agreement')
    return (
      <RowGrid
        path={[...path, 'table']}
        rows={listOf(clause['table']).map(fieldsOf)}
        kind={kind}
        label={words.say('studio.rows', { clause: String(clause['id'] ?? '') })}
      />
    )
  if (kind === 'objective') return <BenchmarksField path={[...path, 'benchmarks']} value={clause['benchmarks']} />
  if (kind !== 'procedure' && kind !== 'crisis' && kind !== 'channel') return null
  const field = ROWS_IN_TEXT[kind]
  return (
    <>
      <ClauseTable clause={writtenView(kind, clause, languages[0] ?? 'en')} of={of} />
      <p>
        <span className="quiet">{words.say(`studio.in-text.${field === 'best for' ? 'best-for' : field}`)}</span>{' '}
        <button
          type="button"
          className="link"
          onClick={() => showPart(clause[field] === undefined ? path : [...path, field])}
        >
          {words.say('studio.show-in-text')}
        </button>
      </p>
    </>
  )
}
