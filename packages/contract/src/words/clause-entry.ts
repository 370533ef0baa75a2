import type { ClauseView } from '../versions.ts'
import { type Column, conditionColumns, givenColumns } from './clause-columns.ts'
import { clauseName } from './clause-name.ts'
import { clauseSentence } from './clause-sentence.ts'
import { audienceWords } from './given-words.ts'
import type { OutlineBlock, OutlineEntry } from './outline-parts.ts'
import { stepLines } from './step-lines.ts'
import { termWords } from './term-words.ts'
import type { ClauseWording } from './tongue.ts'

/** A clause in a handbook: its sentence, its reason, its table or steps, and what is said once for it. */
export function clauseEntry(clause: ClauseView, clauses: readonly ClauseView[], wording: ClauseWording): OutlineEntry {
  const { id, kind, audience, because } = clause
  const { words, of } = wording
  const said = clauseSentence(clause, wording)
  const reason = of.text(because)
  const name = clauseName(clause, clauses, wording)
  const blocks: (OutlineBlock | false | undefined)[] = [
    // What it says may be its name already.
    said && said.text !== name && { kind: 'says', text: said.text, language: said.language },
    reason && { kind: 'because', ...reason },
    said?.isWhole === true ? undefined : tableOf(clause, wording),
    termsOf(clause, wording),
  ]
  return {
    id: `clause-${id}`,
    mark: id,
    name: name === '' ? undefined : name.replaceAll('{target}', words.say('policy.target')),
    note: [words.say(`clause.${kind}`), ...(audience === 'public' ? [] : [audienceWords(audience, wording)])],
    blocks: blocks.filter((block) => block !== undefined && block !== false),
  }
}

function tableOf(clause: ClauseView, wording: ClauseWording): OutlineBlock | undefined {
  const { kind, rows } = clause
  const { words } = wording
  if (rows.length === 0) return undefined
  if (kind === 'procedure')
    return {
      kind: 'steps',
      steps: stepLines(clause, wording),
      only: words.say('term.when'),
      next: words.say('given.next'),
    }
  const conditions = conditionColumns(clause, wording)
  const givens = givenColumns(clause, wording)
  const cell = (row: ClauseView['rows'][number]) => (column: Column) => column.text(row)
  return {
    kind: 'table',
    columns: [...conditions, ...givens].map(({ label }) => label),
    rows: rows.map((row) => {
      const asked = conditions.map(cell(row))
      const isRest = asked.length > 0 && asked.every((text) => text === undefined)
      // A step is no case of several: one without a time is taken at once.
      const rest = words.say(kind === 'escalation' ? 'step.at-once' : 'cell.rest')
      const any = words.say('cell.any')
      return [
        ...asked.map((text, at) => (isRest ? (at === 0 ? rest : '') : (text ?? any))),
        ...givens.map(cell(row)).map((text) => text ?? ''),
      ]
    }),
  }
}

function termsOf({ terms, texts }: ClauseView, wording: ClauseWording): OutlineBlock | undefined {
  const { words, of } = wording
  const label = (name: string) => words.sayCode(`term.${name.replaceAll(' ', '-')}`) ?? name
  const all = [
    ...texts.flatMap(({ name, by }) => {
      const said = of.text(by)
      return said === undefined ? [] : [{ label: label(name), ...said }]
    }),
    ...terms.map(({ name, text }) => ({ label: label(name), text: termWords(name, text, wording) })),
  ]
  return all.length === 0 ? undefined : { kind: 'terms', terms: all }
}
