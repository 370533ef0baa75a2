import type { MailAttachment } from './mail-shape.ts'
import { readTnef } from './read-tnef.ts'

/** A part as it lies in the mail. */
export interface RawPart extends Omit<MailAttachment, 'name'> {
  readonly name: string | null
}

interface Opened {
  readonly parts: readonly RawPart[]
  /** What the messages in such parts say; null where none says anything. */
  readonly text: string | null
  readonly html: string | null
}

const TYPES = ['application/ms-tnef', 'application/vnd.ms-tnef']

/**
 * Puts what lies in a `winmail.dat` where that part stood: its files become the mail's. One that cannot be read, or that says
 * nothing that can be read, stays beside them as it came.
 */
export function openWinmail(parts: readonly RawPart[]): Opened {
  let text: string | null = null
  let html: string | null = null
  const opened = parts.flatMap((part): readonly RawPart[] => {
    const isOne = TYPES.includes(part.type) || part.name?.toLowerCase() === 'winmail.dat'
    const tnef = isOne ? readTnef(part.bytes) : undefined
    if (tnef === undefined) return [part]
    text ??= tnef.text
    html ??= tnef.html
    const files = tnef.files.map(
      ({ name, type, contentId, bytes }): RawPart => ({
        name,
        type: type ?? 'application/octet-stream',
        contentId: contentId === '' ? null : contentId,
        isInline: contentId !== null && contentId !== '' && tnef.html !== null,
        bytes,
      }),
    )
    return tnef.text === null && tnef.html === null ? [...files, part] : files
  })
  return { parts: opened, text, html }
}
