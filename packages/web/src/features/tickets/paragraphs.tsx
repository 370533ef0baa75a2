import type { Direction, PersonRef } from '@avow/contract'
import { withoutTurning } from '../../messages/isolates.ts'
import { piecesOf } from './mentions.ts'
import './mentions.css'

const ADDRESS = /(https?:\/\/[^\s<>"'«»]+[^\s<>"'«».,;:!?)\]])/g

interface ParagraphsProps {
  readonly text: string
  /** The way that its writer chose. */
  readonly direction?: Direction | null
  /** Whom it mentions: marked where their names stand. */
  readonly mentions?: readonly PersonRef[]
}

const NOBODY: readonly PersonRef[] = []

/** Plain text of somebody: each paragraph in its own direction or in the one that was chosen, addresses as links that tell nothing of the desk. */
export function Paragraphs({ text, direction, mentions = NOBODY }: ParagraphsProps) {
  const paragraphs = withoutTurning(text)
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
  return (
    <div className="paragraphs">
      {paragraphs.map((paragraph, at) => (
        // Paragraphs of a message never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: as said above
        <p key={at} dir={direction ?? 'auto'}>
          {paragraph.split(ADDRESS).map((part, place) =>
            place % 2 === 1 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as said above
              <a key={place} href={part} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
                {part}
              </a>
            ) : (
              piecesOf(part, mentions).map((piece, turn) =>
                piece.person === undefined ? (
                  piece.text
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as said above
                  <bdi key={turn} className="mention">
                    {piece.text}
                  </bdi>
                ),
              )
            ),
          )}
        </p>
      ))}
    </div>
  )
}
