import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useWords } from '../../messages/words.tsx'
import { LanguageChoice } from '../../start/language-choice.tsx'
import { PromiseMark } from '../../ui/promise-mark.tsx'
import { signIn, WrongPassword } from './sessions.page.ts'
import './sign-in.css'

export function SignIn() {
  const words = useWords()
  const client = useQueryClient()
  const problem = useId()
  const entering = useMutation({
    mutationFn: (form: FormData) => signIn(String(form.get('email')), String(form.get('password'))),
    onSuccess: () => client.resetQueries(),
  })
  const wrong =
    entering.error === null
      ? undefined
      : words.say(entering.error instanceof WrongPassword ? 'sign-in.wrong' : 'problem.unreachable')
  return (
    <main className="sign-in">
      <div>
        <PromiseMark />
        <h1>{words.say('sign-in.title')}</h1>
        <form
          aria-describedby={wrong === undefined ? undefined : problem}
          onSubmit={(event) => {
            event.preventDefault()
            entering.mutate(new FormData(event.currentTarget))
          }}
        >
          <label className="field">
            <span>{words.say('sign-in.email')}</span>
            <input className="input ltr" name="email" type="email" autoComplete="username" required />
          </label>
          <label className="field">
            <span>{words.say('sign-in.password')}</span>
            <input className="input ltr" name="password" type="password" autoComplete="current-password" required />
          </label>
          {wrong !== undefined && (
            <p className="band broken" role="alert" id={problem}>
              {wrong}
            </p>
          )}
          <button type="submit" className="button main" disabled={entering.isPending}>
            {words.say('sign-in.enter')}
          </button>
        </form>
        <LanguageChoice />
      </div>
    </main>
  )
}
