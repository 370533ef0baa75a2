import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../messages/words.tsx'
import { handbookQueries } from './handbook-queries.page.ts'

interface OpinionsProps {
  readonly clause: string
  readonly version: number
}

/** What readers of the public page said of a clause of this version. */
export function Opinions({ clause, version }: OpinionsProps) {
  const words = useWords()
  const { data } = useQuery(handbookQueries.opinions())
  const found = data?.items.find((one) => one.clause === clause && one.version === version)
  if (found === undefined) return null
  const { fair, kept } = found
  const said = (['fair', 'kept'] as const).flatMap((question) => {
    const { yes, no } = { fair, kept }[question]
    return yes + no === 0 ? [] : [words.say(`opinion.${question}`, { yes, all: yes + no })]
  })
  if (said.length === 0) return null
  return (
    <p className="quiet opinions">
      {words.say('opinion.readers')} {said.join(' · ')}
    </p>
  )
}
