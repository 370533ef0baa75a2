import { withoutTurning } from '../../messages/isolates.ts'

const ADDRESS = /(https?:\/\/[^\s<>"'«»]+[^\s<>"'«».,;:!?)\]])/g

/** Plain text of somebody: each paragraph in its own direction, addresses as links that tell nothing of the desk. */
export function Paragraphs({ text }: { readonly text: string }) {
  const paragraphs = withoutTurning(text)
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
  return (
    <div className="paragraphs">
      {paragraphs.map((paragraph, at) => (
        // Paragraphs of a message never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: as said above
        <p key={at} dir="auto">
          {paragraph.split(ADDRESS).map((part, place) =>
            place % 2 === 1 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as said above
              <a key={place} href={part} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      ))}
    </div>
  )
}
