import type { YAMLParseError } from 'yaml'
import { inQuotes, openedAt, restOfLine } from './needs-quotes.ts'
import type { SourceCause } from './source-causes.ts'

/** A mistake of YAML: which of the closed list, in English words, and how it would be written where that is known. */
export interface YamlMistake {
  readonly cause?: SourceCause
  readonly message: string
  readonly like?: string
}

const LOOK = 'look for a missing quote, comma, “:” or bracket here or in the line before'

/** The YAML library's error in plain words, with what to do where its cause is known. */
export function explainYamlError({ code, message, pos: [offset] }: YAMLParseError, text: string): YamlMistake {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { cause: 'tab', message: 'here stands a tab: replace it with spaces (a tab is no indentation in YAML)' }
    case 'BAD_SCALAR_START':
      return needsQuotes(text, offset)
    case 'BLOCK_IN_FLOW':
      return inBrackets(text, offset)
    case 'BLOCK_AS_IMPLICIT_KEY':
      return (
        secondColon(text, offset) ?? {
          cause: 'indented-too-far',
          message: 'a line is indented too far here, or a “:” is one too many',
        }
      )
    case 'MULTILINE_IMPLICIT_KEY':
      return (
        noSpace(text, offset) ?? {
          cause: 'no-colon',
          message:
            'a name before “:” must stand on one line; a “:” or a quote may be missing, or the line is indented too far',
        }
      )
    case 'BAD_INDENT':
      return (
        endOfBracket(message) ?? {
          cause: 'indentation',
          message: 'this line does not begin at the same column as those that it belongs to; look at its indentation',
        }
      )
    case 'BAD_DQ_ESCAPE':
      return {
        cause: 'backslash',
        message:
          'a backslash in double quotes begins a sign of its own; write two of them, or put the text in single quotes',
      }
    default:
      return explainMessage(message, offset, text)
  }
}

function inBrackets(text: string, offset: number): YamlMistake {
  if (text[offset] === '-')
    return {
      cause: 'dash-in-brackets',
      message: 'inside braces, “-” stands for a list; write "-" in quotes, or leave the cell out',
    }
  if (/["']/.test(text[offset] ?? ''))
    return {
      cause: 'no-comma',
      message: 'after this text a comma is missing, or all of it needs quotes of the other kind',
    }
  return secondColon(text, offset) ?? { message: `this cannot stand inside brackets; ${LOOK}` }
}

function explainMessage(message: string, offset: number, text: string): YamlMistake {
  if (message.startsWith('Not a YAML token') || message.startsWith('Block scalar header')) {
    const at = Math.max(text.lastIndexOf('>', offset), text.lastIndexOf('|', offset))
    return needsQuotes(text, at < 0 ? offset : at)
  }
  if (message.startsWith('Missing closing'))
    return { cause: 'open-quote', message: 'a quote opened here or before is never closed' }
  if (message.startsWith('Sequence item without'))
    return { cause: 'no-dash', message: 'each item of this list begins with “- ”, and this line does not' }
  if (message.startsWith('Implicit map keys need'))
    return (
      noSpace(text, offset) ?? {
        cause: 'no-colon',
        message: 'expected a name with “:” here, as in the lines beside it',
      }
    )
  if (message.startsWith('Missing space after')) return { cause: 'no-space', message: 'after “:” stands a space' }
  if (message.startsWith('Missing ,'))
    return { cause: 'no-comma', message: 'a comma or a “:” is missing here, or the text needs quotes' }
  if (message.startsWith('Comments must be'))
    return { cause: 'comment-space', message: 'before the # of a comment stands a space' }
  if (message.startsWith('Unexpected scalar at node end')) {
    const opened = openedAt(text, offset)
    if (opened !== undefined) return needsQuotes(text, opened)
  }
  return endOfBracket(message) ?? { message: `this is not YAML: ${LOOK}` }
}

function needsQuotes(text: string, at: number): YamlMistake {
  const like = inQuotes(text, at)
  return { cause: 'needs-quotes', message: `a text that begins with ${text[at] ?? ''} needs quotes: ${like}`, like }
}

function secondColon(text: string, at: number): YamlMistake | undefined {
  const rest = restOfLine(text, at)
  if (/^(?:\s|- )/.test(rest) || !/:(?:\s|$)/.test(rest)) return undefined
  const like = inQuotes(text, at)
  return { cause: 'needs-quotes', message: `a text with “: ” in it needs quotes: ${like}`, like }
}

/** `charter:acme` is one word to YAML. */
function noSpace(text: string, at: number): YamlMistake | undefined {
  const [, name, value] = /^([\p{L}_][\p{L}\p{Nd}_-]*):([^\s:/].*)$/u.exec(restOfLine(text, at)) ?? []
  if (name === undefined || value === undefined) return undefined
  const like = `${name}: ${value}`
  return { cause: 'no-space', message: `after “:” stands a space: ${like}`, like }
}

function endOfBracket(message: string): YamlMistake | undefined {
  if (!/end with a [}\]]/.test(message)) {
    const extra = /^Unexpected flow-(map|seq)-end/.exec(message)?.[1]
    if (extra === undefined) return undefined
    const bracket = extra === 'map' ? '}' : ']'
    return {
      cause: 'extra-bracket',
      message: `this ${bracket} closes nothing; take it away, or look for a missing bracket before it`,
    }
  }
  const bracket = message.includes('}') ? '{' : '['
  return {
    cause: 'open-bracket',
    message: `a ${bracket} opened before is not closed, or what stands in it is not indented; look at the lines before too`,
  }
}
