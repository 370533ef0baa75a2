import { FILE_LIMITS } from '@avow/contract'
import { Paperclip, RotateCw, X } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { withoutTurning } from '../../messages/isolates.ts'
import type { Words } from '../../messages/make-words.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { sizeWords } from './attachments.tsx'
import type { FileInHand, FilesInHand } from './use-files.page.ts'

interface ComposerFilesProps {
  readonly inHand: FilesInHand
  /** Where the writer goes on once a file is removed. */
  readonly area: RefObject<HTMLTextAreaElement | null>
}

/** The files that go along with what is being written: how far each has got, and what stands in its way. */
export function ComposerFiles({ inHand, area }: ComposerFilesProps) {
  const words = useWords()
  const announce = useAnnounce()
  const { files, fault } = inHand
  if (files.length === 0) return null
  const remove = ({ id, name }: FileInHand): void => {
    inHand.remove(id)
    announce.politely(words.say('reply.file-removed', { name: withoutTurning(name) }))
    area.current?.focus()
  }
  return (
    <div className="files">
      <ul aria-label={words.say('reply.files')}>
        {files.map((file) => (
          <FileLine key={file.id} file={file} onRemove={() => remove(file)} onRetry={() => inHand.retry(file.id)} />
        ))}
      </ul>
      {fault !== undefined && (
        <p className="band broken" role="alert">
          {fault === 'many'
            ? words.say('reply.files-many', { n: words.number(FILE_LIMITS.most) })
            : words.say('reply.files-large', { most: sizeWords(FILE_LIMITS.together, words) })}
        </p>
      )}
    </div>
  )
}

interface FileLineProps {
  readonly file: FileInHand
  readonly onRemove: () => void
  readonly onRetry: () => void
}

function FileLine({ file, onRemove, onRetry }: FileLineProps) {
  const words = useWords()
  const name = withoutTurning(file.name)
  const trouble = troubleOf(file, words)
  return (
    <li className={trouble === undefined ? undefined : 'faulty'}>
      <Paperclip className="icon" aria-hidden="true" />
      <bdi className="one-line" dir="auto" title={name}>
        {name}
      </bdi>
      <span className="quiet">{sizeWords(file.size, words)}</span>
      {file.state === 'uploading' && (
        <progress value={file.share} max={1} aria-label={words.say('reply.uploading', { name })} />
      )}
      {file.state === 'failed' && (
        <button
          type="button"
          className="button plain small"
          onClick={onRetry}
          title={words.say('reply.retry-file', { name })}
          aria-label={words.say('reply.retry-file', { name })}
        >
          <RotateCw aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className="button plain small"
        onClick={onRemove}
        title={words.say('reply.remove-file', { name })}
        aria-label={words.say('reply.remove-file', { name })}
      >
        <X aria-hidden="true" />
      </button>
      {trouble !== undefined && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
    </li>
  )
}

function troubleOf({ fault, state, error }: FileInHand, words: Words): string | undefined {
  if (fault !== undefined) return words.say(`reply.fault.${fault}`, { most: sizeWords(FILE_LIMITS.each, words) })
  if (state !== 'failed' || error === undefined) return undefined
  return words.say('reply.fault.failed', { reason: troubleWords(error, words) })
}

/** Chooses files; a button, since the browser's own field cannot be said in the desk's language. */
export function AttachButton({ onChosen }: { readonly onChosen: (files: Iterable<File>) => void }) {
  const words = useWords()
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onChosen([...(currentTarget.files ?? [])])
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      <button
        type="button"
        className="button attach"
        title={words.say('reply.attach')}
        aria-label={words.say('reply.attach')}
        onClick={() => field.current?.click()}
      >
        <Paperclip aria-hidden="true" />
      </button>
    </>
  )
}
