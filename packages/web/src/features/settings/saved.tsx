import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'

interface SavedProps {
  readonly error: Error | null
  readonly isDone: boolean
  /** What is said where it is done. */
  readonly done: string
}

/** What became of a form: refused in the reader's words, or done. */
export function Saved({ error, isDone, done }: SavedProps) {
  const words = useWords()
  if (error !== null)
    return (
      <p className="band broken" role="alert">
        {troubleWords(error, words)}
      </p>
    )
  return isDone ? (
    <p className="band kept" role="status">
      {done}
    </p>
  ) : null
}
