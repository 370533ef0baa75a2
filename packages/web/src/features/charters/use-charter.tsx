import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { charterWords } from './charter-words.ts'

/** The version in force, or that of a ticket, and its words. */
export function useCharter(hash?: string) {
  const words = useWords()
  const { data: charter } = useQuery(queries.charter(hash))
  return useMemo(() => ({ charter, of: charterWords(charter, words) }), [charter, words])
}
