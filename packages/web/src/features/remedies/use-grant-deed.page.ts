import type { Grant } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Something done about a remedy. Its ticket and the lists are fetched again, also where it was refused: they are old then. */
export function useGrantDeed<Given>(deed: (given: Given) => Promise<Grant>, onDone?: (grant: Grant) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: (grant) => onDone?.(grant),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['ticket'] }),
        client.invalidateQueries({ queryKey: ['grants'] }),
      ]),
  })
}
