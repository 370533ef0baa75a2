import type { MailHeader } from './mail-shape.ts'

const ID = /<[^<>\s]{1,900}>/gu
const MOST_REFERENCES = 100

/** The first id that a header of this name gives, with angle brackets; a bare one is given brackets. */
export function messageIdOf(headers: readonly MailHeader[], name: string): string | null {
  const value = headers.find((header) => header.name === name)?.value.trim() ?? ''
  const [first] = value.match(ID) ?? []
  if (first !== undefined) return first
  return /^[^<>\s]{1,900}$/u.test(value) ? `<${value}>` : null
}

/** The ids of the mails before this one, oldest first, each once; of a very long list the first and the latest. */
export function referencesOf(headers: readonly MailHeader[]): string[] {
  const values = headers.filter(({ name }) => name === 'references').map(({ value }) => value)
  const all = [...new Set(values.flatMap((value) => value.match(ID) ?? []))]
  return all.length <= MOST_REFERENCES ? all : [...all.slice(0, 1), ...all.slice(1 - MOST_REFERENCES)]
}
