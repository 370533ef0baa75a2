import type { ProceduresOfTicket } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'

/** What is done with a step: as the route takes it. */
export interface StepDeed {
  readonly procedure: string
  readonly step: number
  readonly round: number
  readonly act: 'done' | 'skipped'
  readonly reason?: string
  readonly fields?: Record<string, string>
}

/** Does or skips a step; `onDone` hears of it before the answer is shown. It is shown at once; the ticket and its lists are fetched again, also where it was refused. */
export function useStepDeed(number: number, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ procedure, step, ...body }: StepDeed) =>
      call('takeStep', { params: { number, procedure, step }, body }),
    onSuccess: (procedures: ProceduresOfTicket) => {
      onDone()
      client.setQueryData(queries.procedures(number).queryKey, procedures)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['ticket', number] }),
        client.invalidateQueries({ queryKey: ['tickets'] }),
      ]),
  })
}
