import { IntlMessageFormat } from 'intl-messageformat'

/** Says a message in one language. */
export type Speak<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string

/** By language: the words of mails of one kind, ICU messages. English is always among them. */
export type Catalogues<Key extends string> = Readonly<Record<string, Readonly<Record<Key, string>>>> & {
  readonly en: Readonly<Record<Key, string>>
}

/** Makes what finds the words for a reader: those of the first of these language tags that there are any for, else English. */
export function speakerOf<Key extends string>(catalogues: Catalogues<Key>) {
  const catalogueOf = (tag: string): Readonly<Record<Key, string>> | undefined => {
    const base = tag.toLowerCase().split('-')[0] ?? ''
    return Object.hasOwn(catalogues, base) ? catalogues[base] : undefined
  }
  return (
    languages: readonly (string | null | undefined)[],
  ): { readonly language: string; readonly say: Speak<Key> } => {
    const language = languages.find((tag) => typeof tag === 'string' && catalogueOf(tag) !== undefined) ?? 'en'
    const catalogue = catalogueOf(language) ?? catalogues.en
    return { language, say: (key, values = {}) => String(messageOf(catalogue[key], language).format(values)) }
  }
}

/** Reading one takes longer than saying it. */
const read = new Map<string, IntlMessageFormat>()

function messageOf(text: string, language: string): IntlMessageFormat {
  const name = `${language} ${text}`
  const known = read.get(name)
  if (known !== undefined) return known
  const message = new IntlMessageFormat(text, language)
  read.set(name, message)
  return message
}
