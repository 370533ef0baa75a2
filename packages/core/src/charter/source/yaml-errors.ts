import type { YAMLParseError } from 'yaml'
import { inQuotes, openedAt, restOfLine } from './needs-quotes.ts'

const LOOK = 'look for a missing quote, comma, “:” or bracket here or in the line before'
const INDENTED = 'this line does not begin at the same column as those that it belongs to; look at its indentation'

/** The YAML library's error in plain words, with what to do where its cause is known. */
export function explainYamlError({ code, message, pos: [offset] }: YAMLParseError, text: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'here stands a tab: replace it with spaces (a tab is no indentation in YAML)'
    case 'BAD_SCALAR_START':
      return needsQuotes(text, offset)
    case 'BLOCK_IN_FLOW':
      if (text[offset] === '-')
        return 'inside braces, “-” stands for a list; write "-" in quotes, or leave the cell out'
      return /["']/.test(text[offset] ?? '')
        ? 'after this text a comma is missing, or all of it needs quotes of the other kind'
        : (secondColon(text, offset) ?? `this cannot stand inside brackets; ${LOOK}`)
    case 'BLOCK_AS_IMPLICIT_KEY':
      return secondColon(text, offset) ?? 'a line is indented too far here, or a “:” is one too many'
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a name before “:” must stand on one line; a “:” or a quote may be missing, or the line is indented too far'
    case 'BAD_INDENT':
      return endOfBracket(message) ?? INDENTED
    case 'BAD_DQ_ESCAPE':
      return 'a backslash in double quotes begins a sign of its own; write two of them, or put the text in single quotes'
    default:
      return explainMessage(message, offset, text)
  }
}

function explainMessage(message: string, offset: number, text: string): string {
  if (message.startsWith('Not a YAML token') || message.startsWith('Block scalar header')) {
    const at = Math.max(text.lastIndexOf('>', offset), text.lastIndexOf('|', offset))
    return needsQuotes(text, at < 0 ? offset : at)
  }
  if (message.startsWith('Missing closing')) return 'a quote opened here or before is never closed'
  if (message.startsWith('Sequence item without'))
    return 'each item of this list begins with “- ”, and this line does not'
  if (message.startsWith('Implicit map keys need')) return 'expected a name with “:” here, as in the lines beside it'
  if (message.startsWith('Missing space after')) return 'after “:” stands a space'
  if (message.startsWith('Missing ,')) return 'a comma or a “:” is missing here, or the text needs quotes'
  if (message.startsWith('Comments must be')) return 'before the # of a comment stands a space'
  if (message.startsWith('Unexpected scalar at node end')) {
    const opened = openedAt(text, offset)
    if (opened !== undefined) return needsQuotes(text, opened)
  }
  return endOfBracket(message) ?? `this is not YAML: ${LOOK}`
}

function needsQuotes(text: string, at: number): string {
  return `a text that begins with ${text[at] ?? ''} needs quotes: ${inQuotes(text, at)}`
}

function secondColon(text: string, at: number): string | undefined {
  const rest = restOfLine(text, at)
  if (/^(?:\s|- )/.test(rest) || !/:(?:\s|$)/.test(rest)) return undefined
  return `a text with “: ” in it needs quotes: ${inQuotes(text, at)}`
}

function endOfBracket(message: string): string | undefined {
  if (!/end with a [}\]]/.test(message)) {
    const extra = /^Unexpected flow-(map|seq)-end/.exec(message)?.[1]
    return (
      extra &&
      `this ${extra === 'map' ? '}' : ']'} closes nothing; take it away, or look for a missing bracket before it`
    )
  }
  const bracket = message.includes('}') ? '{' : '['
  return `a ${bracket} opened before is not closed, or what stands in it is not indented; look at the lines before too`
}
