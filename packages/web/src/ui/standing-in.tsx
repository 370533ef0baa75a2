import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem-error.ts'
import type { Words } from '../messages/make-words.ts'
import { useWords } from '../messages/words.tsx'

/** While something is fetched. Nothing is drawn at first: most answers are there before the eye. */
export function Loading() {
  return (
    <p className="nothing loading" role="status">
      {useWords().say('loading')}
    </p>
  )
}

/** What will appear here, and how to make it appear. */
export function Nothing({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="nothing">
      <strong>{title}</strong>
      {children}
    </div>
  )
}

/** What went wrong, and what to do. */
export function Trouble({ error, again }: { readonly error: Error; readonly again?: () => unknown }) {
  const words = useWords()
  return (
    <div className="nothing" role="alert">
      <strong>{troubleWords(error, words)}</strong>
      {again !== undefined && (
        <button type="button" className="button" onClick={() => void again()}>
          {words.say('again')}
        </button>
      )}
    </div>
  )
}

/** An error in the reader's language: by its code where the desk has words for it, else as the server said it. */
export function troubleWords(error: Error, words: Words): string {
  if (!(error instanceof ProblemError)) return words.say('problem.unreachable')
  const { code, detail, title } = error.problem
  return words.sayCode(`problem.${code}`) ?? (detail === '' ? title : detail)
}
