import { Fragment, type ReactNode } from 'react'
import type { MessageKey } from '../../messages/en/index.ts'
import { listFormat } from '../../messages/formats.ts'
import type { Values } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'

/** Signs that no text has: each stands for a part of the page. */
const FIRST = 0xe000
const MARKS = /\u2068?([\ue000-\uf8ff])\u2069?/

/** A message with parts of the page in it, in the order in which its language puts them. */
export function Sentence(props: {
  readonly of: MessageKey
  readonly parts: Readonly<Record<string, ReactNode>>
  readonly values?: Values
}) {
  const words = useWords()
  const names = Object.keys(props.parts)
  const marks = Object.fromEntries(names.map((name, index) => [name, String.fromCharCode(FIRST + index)]))
  const pieces = words.say(props.of, { ...props.values, ...marks }).split(MARKS)
  return (
    <>
      {pieces.map((piece, index) => {
        const name = names[piece.charCodeAt(0) - FIRST]
        // Pieces of one message never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        return <Fragment key={index}>{index % 2 === 1 && name !== undefined ? props.parts[name] : piece}</Fragment>
      })}
    </>
  )
}

/** “a, b and c”, or “a, b, c”, of parts of the page. */
export function AndList({
  items,
  type = 'conjunction',
}: {
  readonly items: readonly ReactNode[]
  readonly type?: 'conjunction' | 'unit'
}) {
  const { locale } = useWords()
  const parts = listFormat(locale, type).formatToParts(items.map((_, index) => String(index)))
  return (
    <>
      {parts.map(({ type, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one list never change places
        <Fragment key={index}>{type === 'element' ? items[Number(value)] : value}</Fragment>
      ))}
    </>
  )
}
