/** Texts that a language of the charter lacks, and public promises without words. */
import { type CharterDocument, type Finding, type Texts, textsOfClauses } from '../../charter/index.ts'
import { found } from '../words/found.ts'

const TARGET = '{target}'

/** The findings about texts: a missing master text is an error, a missing translation a warning. */
export function checkTexts(document: CharterDocument): Finding[] {
  const { languages } = document
  const missing = ownTexts(document).flatMap(([part, texts]) => findMissing(part, texts, languages))
  const silent = document.promises
    .filter(({ audience, says }) => audience === 'public' && says === undefined)
    .map(({ id, place }) => found('text-missing.silent', place, { clause: id }))
  return [...missing, ...silent, ...unnamedValues(document)]
}

/** Where some values of a fact have texts, the others want them too. */
function unnamedValues({ facts }: CharterDocument): Finding[] {
  return [...facts.values()].flatMap(({ name, type, valuesSay, place }) => {
    if (type.kind !== 'choice' || valuesSay === undefined || valuesSay.size === 0) return []
    const values = type.values.filter((value) => !valuesSay.has(value))
    return values.length === 0 ? [] : [found('text-missing.values', place, { fact: name, values })]
  })
}

function findMissing(part: Part, texts: Texts, languages: readonly string[]): Finding[] {
  const [master = '', ...others] = languages
  const lacking = others.filter((language) => !texts.by.has(language))
  const inMaster = texts.by.get(master)
  const withoutTarget = inMaster?.includes(TARGET)
    ? others.filter((language) => texts.by.get(language)?.includes(TARGET) === false)
    : []
  return [
    ...(inMaster === undefined ? [found('master-text-missing', texts.place, { part, language: master })] : []),
    ...(lacking.length > 0
      ? [found('text-missing.languages', texts.place, { part, languages: lacking, count: lacking.length })]
      : []),
    ...(withoutTarget.length > 0
      ? [found('target-not-told', texts.place, { part, language: master, languages: withoutTarget })]
      : []),
  ]
}

/** Whose a text is: a kind of part, and its names (`FindingKind`). */
type Part = readonly string[]

/** Every text of the charter with whose it is. */
export function ownTexts(document: CharterDocument): [Part, Texts][] {
  const { title, facts, events, calendars, positions } = document
  const named = (kind: string, parts: Iterable<{ readonly name: string; readonly says?: Texts | undefined }>) =>
    [...parts].map(({ name, says }): [Part, Texts | undefined] => [[kind, name], says])
  const texts: [Part, Texts | undefined][] = [
    [['title'], title],
    [['text', 'mission', document.id], document.mission],
    [['text', 'contact', document.id], document.contact],
    [['text', 'complaints', document.id], document.complaints],
    [['text', 'dispute body', document.id], document.law?.disputeBody],
    ...named('fact', facts.values()),
    ...[...facts.values()].flatMap(({ name, valuesSay }) =>
      [...(valuesSay ?? [])].map(([value, says]): [Part, Texts] => [['value', value, name], says]),
    ),
    ...named('event', events.values()),
    ...named('calendar', calendars.values()),
    ...named('position', positions),
    ...textsOfClauses(document).map(([id, field, text]): [Part, Texts] => [partOf(id, field), text]),
  ]
  return texts.filter((entry): entry is [Part, Texts] => entry[1] !== undefined)
}

function partOf(id: string, field: string): Part {
  return field === 'says' || field === 'because' ? [field, id] : ['text', field, id]
}
