import { useMutation } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { changePassword, WrongPassword } from '../people/sessions.page.ts'

class Different extends Error {}

/** The reader's password: the one they have, and twice the one they will have. */
export function PasswordForm() {
  const words = useWords()
  const problem = useId()
  const form = useRef<HTMLFormElement>(null)
  const changing = useMutation({
    mutationFn: async (typed: FormData) => {
      const [current, fresh, again] = ['current', 'fresh', 'again'].map((name) => String(typed.get(name)))
      if (fresh !== again) throw new Different()
      await changePassword(current ?? '', fresh ?? '')
    },
    onSuccess: () => form.current?.reset(),
  })
  const { error } = changing
  const isWrong = error instanceof WrongPassword
  const isDifferent = error instanceof Different
  return (
    <section>
      <h2>{words.say('password.title')}</h2>
      <form
        ref={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate(new FormData(event.currentTarget))
        }}
      >
        {error !== null && (
          <p className="band broken" role="alert" id={problem}>
            {isWrong
              ? words.say('password.wrong')
              : isDifferent
                ? words.say('password.differ')
                : troubleWords(error, words)}
          </p>
        )}
        {changing.isSuccess && (
          <p className="band kept" role="status">
            {words.say('password.changed')}
          </p>
        )}
        <label className="field">
          <span>{words.say('password.current')}</span>
          <input
            className="input ltr"
            name="current"
            type="password"
            required
            autoComplete="current-password"
            aria-invalid={isWrong}
            aria-describedby={isWrong ? problem : undefined}
          />
        </label>
        <label className="field">
          <span>{words.say('password.new')}</span>
          <input
            className="input ltr"
            name="fresh"
            type="password"
            required
            minLength={12}
            maxLength={128}
            autoComplete="new-password"
          />
          <span className="hint">{words.say('password.hint')}</span>
        </label>
        <label className="field">
          <span>{words.say('password.again')}</span>
          <input
            className="input ltr"
            name="again"
            type="password"
            required
            maxLength={128}
            autoComplete="new-password"
            aria-invalid={isDifferent}
            aria-describedby={isDifferent ? problem : undefined}
          />
        </label>
        <button type="submit" className="button" disabled={changing.isPending}>
          {words.say('password.change')}
        </button>
      </form>
    </section>
  )
}
