import type { Ticket } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isProblem } from '../../api/problem-error.ts'
import { queries } from '../../api/queries.page.ts'

/** Something done to a ticket. Its answer is the ticket as it now is: it is shown at once, and lists are fetched again. */
export function useTicketDeed<Given>(deed: (given: Given) => Promise<Ticket>, onDone?: (ticket: Ticket) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: (ticket) => {
      client.setQueryData(queries.ticket(ticket.number).queryKey, ticket)
      void client.invalidateQueries({ queryKey: queries.remedies(ticket.number).queryKey })
      void client.invalidateQueries({ queryKey: queries.procedures(ticket.number).queryKey })
      void client.invalidateQueries({ queryKey: queries.answering(ticket.number).queryKey })
      void client.invalidateQueries({ queryKey: ['tickets'] })
      void client.invalidateQueries({ queryKey: ['views'] })
      onDone?.(ticket)
    },
    onError: (error) => {
      // What the writer has not seen is fetched, to be shown beside the text that was kept.
      if (isProblem(error, 'ticket-moved')) void client.invalidateQueries({ queryKey: ['ticket'] })
    },
  })
}
