import { type Attachment, FILE_LIMITS, faultOfFile, faultOfFiles } from '@avow/contract'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { sizeWords } from './attachments.tsx'

/** Can it go along? Mail servers refuse some kinds; how large an upload may be does not matter here. */
export function mayGoAlong({ name }: Pick<Attachment, 'name'>): boolean {
  return faultOfFile({ name, size: 1 }) !== 'kind'
}

interface ForwardFilesProps {
  /** Those of the messages that are forwarded. */
  readonly files: readonly Attachment[]
  /** Ids of those that are ticked. */
  readonly ticked: readonly string[]
  readonly onTick: (ticked: readonly string[]) => void
}

/** Which files of what is forwarded go along; the others are named. */
export function ForwardFiles({ files, ticked, onTick }: ForwardFilesProps) {
  const words = useWords()
  if (files.length === 0) return null
  const free = files.filter(mayGoAlong)
  const fault = faultOfFiles(files.filter(({ id }) => ticked.includes(id)))
  const hasAll = free.every(({ id }) => ticked.includes(id))
  return (
    <fieldset className="what">
      <legend>{words.say('reply.files')}</legend>
      {free.length > 1 && (
        <label className="check">
          <input type="checkbox" checked={hasAll} onChange={() => onTick(hasAll ? [] : free.map(({ id }) => id))} />
          {words.say('forward.all-files')}
        </label>
      )}
      {files.map(({ id, name, size }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={ticked.includes(id)}
            disabled={!mayGoAlong({ name })}
            onChange={() => onTick(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id])}
          />
          <span>
            <bdi dir="auto">{withoutTurning(name)}</bdi> <span className="quiet">{sizeWords(size, words)}</span>
            {!mayGoAlong({ name }) && <span className="quiet"> {words.say('reply.fault.kind')}</span>}
          </span>
        </label>
      ))}
      {fault !== undefined && (
        <p className="band broken" role="alert">
          {fault === 'many'
            ? words.say('reply.files-many', { n: words.number(FILE_LIMITS.most) })
            : words.say('reply.files-large', { most: sizeWords(FILE_LIMITS.together, words) })}
        </p>
      )}
      <p className="quiet">{words.say('forward.files')}</p>
    </fieldset>
  )
}
