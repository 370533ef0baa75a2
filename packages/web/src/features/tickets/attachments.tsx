import type { Entry, Ticket } from '@avow/contract'
import { Paperclip } from 'lucide-react'
import { linkTo } from '../../api/call.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { useMe } from '../people/me.tsx'

/** Files of a message, as downloads: nothing of a stranger is opened in the desk's own address. */
export function Attachments({ entry, ticket }: { readonly entry: Entry; readonly ticket: Ticket }) {
  const words = useWords()
  const { workspace } = useMe()
  const files = entry.attachments.filter(({ is_inline }) => !is_inline || entry.html === null)
  if (files.length === 0) return null
  return (
    <ul className="attachments" aria-label={words.say('conversation.attachments')}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a
            className="button small"
            href={linkTo('readAttachment', { number: ticket.number, attachment: id }, workspace.slug)}
            download
          >
            <Paperclip aria-hidden="true" />
            <bdi className="one-line">{withoutTurning(name)}</bdi>
            <span className="quiet">{sizeWords(size, words)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Bytes in the words of the reader. */
export function sizeWords(size: number, words: Words): string {
  return size < 1_000_000
    ? words.say('size.kb', { n: words.number(Math.max(1, Math.round(size / 1000))) })
    : words.say('size.mb', { n: words.number(Math.round(size / 100_000) / 10) })
}
