import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.page.ts'
import { directionOf } from '../../messages/languages.ts'
import { useWords } from '../../messages/words.tsx'

/** From where an answer leaves, and what stands under it: what the customer gets beside the words that are typed. */
export function SignatureLine({ ticket }: { readonly ticket: number }) {
  const words = useWords()
  const { data } = useQuery(queries.answering(ticket))
  if (data === undefined || data.from === null || data.to === null) return null
  const { from, signature } = data
  return (
    <section className="signature" aria-label={words.say('reply.signature')}>
      {signature !== null && (
        <p lang={signature.language} dir={directionOf(signature.language)}>
          {signature.text}
        </p>
      )}
      <p className="quiet one-line">{words.say('reply.from', { who: from.name, address: from.address })}</p>
    </section>
  )
}
