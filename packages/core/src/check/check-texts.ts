/** Texts that a language of the charter lacks, and public promises without words. */
import type { CharterDocument, Finding, Texts } from '../charter/index.ts'
import { andWords } from './case-words.ts'
import { found } from './found.ts'

const TARGET = '{target}'

/** The findings about texts: a missing master text is an error, a missing translation a warning. */
export function checkTexts(document: CharterDocument): Finding[] {
  const { languages } = document
  const missing = ownTexts(document).flatMap(([owner, texts]) => findMissing(owner, texts, languages))
  const silent = document.promises
    .filter(({ audience, says }) => audience === 'public' && says === undefined)
    .map(({ id, place }) =>
      found(
        'text-missing',
        place,
        `${id} is public and has no “says”, so the public page has no words for it. Write them, or make its audience staff.`,
      ),
    )
  return [...missing, ...silent, ...unnamedValues(document)]
}

/** Where some values of a fact have texts, the others want them too. */
function unnamedValues({ facts }: CharterDocument): Finding[] {
  return [...facts.values()].flatMap(({ name, type, valuesSay, place }) => {
    if (type.kind !== 'choice' || valuesSay === undefined || valuesSay.size === 0) return []
    const without = type.values.filter((value) => !valuesSay.has(value))
    if (without.length === 0) return []
    return [
      found(
        'text-missing',
        place,
        `The fact “${name}” has texts for some of its values and none for ${andWords(without)}.`,
      ),
    ]
  })
}

function findMissing(owner: string, texts: Texts, languages: readonly string[]): Finding[] {
  const [master = '', ...others] = languages
  const lacking = others.filter((language) => !texts.by.has(language))
  const inMaster = texts.by.get(master)
  const withoutTarget = inMaster?.includes(TARGET)
    ? others.filter((language) => texts.by.get(language)?.includes(TARGET) === false)
    : []
  return [
    ...(inMaster === undefined
      ? [
          found(
            'master-text-missing',
            texts.place,
            `${owner} has no text in ${master}, the charter's master language, from which the others are made. Write it.`,
          ),
        ]
      : []),
    ...(lacking.length > 0
      ? [
          found(
            'text-missing',
            texts.place,
            `${owner} has no text in ${andWords(lacking)}. Readers of ${lacking.length > 1 ? 'these languages' : 'this language'} would see it in another.`,
          ),
        ]
      : []),
    ...(withoutTarget.length > 0
      ? [
          found(
            'target-not-told',
            texts.place,
            `${owner} says ${TARGET} in ${master} and not in ${andWords(withoutTarget)}, so readers there are not told the time. Put ${TARGET} where the time belongs.`,
          ),
        ]
      : []),
  ]
}

/** Every text of the charter with the words for whose it is. */
function ownTexts(document: CharterDocument): [string, Texts][] {
  const { title, facts, events, calendars, positions, promises, escalation, remedies, authority } = document
  const texts: [string, Texts | undefined][] = [
    ['The title', title],
    ...[...facts.values()].map(({ name, says }): [string, Texts | undefined] => [`The fact “${name}”`, says]),
    ...[...facts.values()].flatMap(({ name, valuesSay }) =>
      [...(valuesSay ?? [])].map(([value, says]): [string, Texts] => [`The value “${value}” of “${name}”`, says]),
    ),
    ...[...events.values()].map(({ name, says }): [string, Texts | undefined] => [`The event “${name}”`, says]),
    ...[...calendars.values()].map(({ name, says }): [string, Texts | undefined] => [`The calendar “${name}”`, says]),
    ...positions.map(({ name, says }): [string, Texts | undefined] => [`The position “${name}”`, says]),
    ...[...promises, ...escalation, ...remedies].flatMap(({ id, says, because }): [string, Texts | undefined][] => [
      [`“says” of ${id}`, says],
      [`“because” of ${id}`, because],
    ]),
    ...authority.map(({ id, because }): [string, Texts | undefined] => [`“because” of ${id}`, because]),
  ]
  return texts.filter((entry): entry is [string, Texts] => entry[1] !== undefined)
}
